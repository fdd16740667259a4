"""What is kept of the EU trusted lists: which they were, and the certificates of their granted services."""

from dataclasses import asdict, dataclass
from typing import Any

from intake.signing.trust_material import TrustAnchor


@dataclass(frozen=True, slots=True)
class TrustedList:
    """One list as it was taken in: whose, of when, and in ``note`` what of it was not verified.

    Times are ISO 8601; ``next_update`` is None for a list that is closed. ``services`` counts those granted
    on the day of issue.
    """

    territory: str
    file_name: str
    issued: str
    next_update: str | None
    services: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class ListStore:
    """All that is kept of the lists: what they were, and the certificates of their granted services."""

    lists: tuple[TrustedList, ...]
    anchors: tuple[TrustAnchor, ...]

    def to_json(self) -> dict[str, object]:
        """Return the store as plain data."""
        return {
            "lists": [asdict(one) for one in self.lists],
            "anchors": [anchor.to_json() for anchor in self.anchors],
        }

    @classmethod
    def from_json(cls, said: dict[str, Any]) -> "ListStore":
        """Return the store that ``to_json`` said. ValueError, KeyError or TypeError for anything else."""
        lists = tuple(TrustedList(**one) for one in said["lists"])
        return cls(lists, tuple(TrustAnchor.from_json(anchor) for anchor in said["anchors"]))
