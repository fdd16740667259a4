"""Whom certificates are trusted from, as it is handed to the processes that read documents."""

import base64
from dataclasses import dataclass
from enum import StrEnum


class TrustedFor(StrEnum):
    """What a trusted issuer may vouch for."""

    SIGNATURES = "signatures"
    SEALS = "seals"
    TIMESTAMPS = "timestamps"


@dataclass(frozen=True, slots=True)
class TrustAnchor:
    """One certificate that others are trusted for.

    ``subject_key`` finds it by its bearer's name (intake/signing/anchors.py). ``periods`` are the times, as
    ISO 8601 from and until (None: still), in which a supervised service was granted; none at all means that
    whoever set it as a root trusts it without bounds. Empty ``trusted_for`` means for everything.
    """

    certificate: bytes
    subject_key: str
    trusted_for: tuple[TrustedFor, ...] = ()
    periods: tuple[tuple[str, str | None], ...] = ()

    def to_json(self) -> dict[str, object]:
        """Return the anchor as plain data."""
        return {
            "certificate": base64.b64encode(self.certificate).decode("ascii"),
            "subject_key": self.subject_key,
            "trusted_for": [use.value for use in self.trusted_for],
            "periods": [list(period) for period in self.periods],
        }

    @classmethod
    def from_json(cls, said: dict[str, object]) -> "TrustAnchor":
        """Return the anchor that ``to_json`` said. ValueError, KeyError or TypeError for anything else."""
        uses, periods = said["trusted_for"], said["periods"]
        if not isinstance(uses, list) or not isinstance(periods, list):
            raise TypeError("uses and periods are lists")
        return cls(
            certificate=base64.b64decode(str(said["certificate"]), validate=True),
            subject_key=str(said["subject_key"]),
            trusted_for=tuple(TrustedFor(use) for use in uses),
            periods=tuple((str(begin), None if end is None else str(end)) for begin, end in periods),
        )


@dataclass(frozen=True, slots=True)
class TrustMaterial:
    """All trusted issuers, and in words where they come from. Without any, nothing can be trusted.

    ``version`` tells one state of the trusted lists from another; roots that are set have none.
    """

    anchors: tuple[TrustAnchor, ...] = ()
    source: str = ""
    version: str = ""

    def to_json(self) -> dict[str, object]:
        """Return the material as plain data, to be written as JSON."""
        return {
            "anchors": [anchor.to_json() for anchor in self.anchors],
            "source": self.source,
            "version": self.version,
        }

    @classmethod
    def from_json(cls, said: dict[str, object]) -> "TrustMaterial":
        """Return the material that ``to_json`` said. ValueError, KeyError or TypeError for anything else."""
        anchors = said["anchors"]
        if not isinstance(anchors, list):
            raise TypeError("anchors are a list")
        return cls(
            anchors=tuple(TrustAnchor.from_json(anchor) for anchor in anchors),
            source=str(said["source"]),
            version=str(said["version"]),
        )


NO_TRUST = TrustMaterial()
