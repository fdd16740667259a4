"""What came into a PDF after it was signed: signatures, form values, notes, text, or what no page shows."""

from collections.abc import Mapping
from dataclasses import dataclass

from pyhanko.sign.diff_analysis import (
    DEFAULT_DIFF_POLICY,
    DiffResult,
    ModificationLevel,
    SuspiciousModification,
)
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from intake.signing.page_changes import page_changes
from pact.certificate_words import CertificateKind, LaterChange

_LEVELS = {
    LaterChange.PROOF: 1,
    LaterChange.COUNTERSIGNATURE: 2,
    LaterChange.FORM_FILLING: 2,
    LaterChange.ANNOTATIONS: 3,
}
"""From which level of permission (PDF 32000-1, table 254) a change is allowed; others never are."""


@dataclass(frozen=True, slots=True)
class LaterChanges:
    """What changed, in what words it can be told, and whether the signature had ruled it out."""

    what: tuple[LaterChange, ...] = ()
    seen: str = ""
    forbidden: bool = False
    compared: bool = True

    @property
    def is_change(self) -> bool | None:
        """Whether the document may say something else now; None where it could not be compared."""
        return any(change.is_change for change in self.what) if self.compared else None


def later_changes(
    embedded: EmbeddedPdfSignature, data: bytes, covered_end: int, kinds: Mapping[str, CertificateKind]
) -> LaterChanges:
    """Return what came after the signature, whose cover ends at that byte.

    ``kinds`` tells the signature fields of the file by name. One of LIBRARY_FAULTS or OutOfTimeError
    where the revisions cannot be compared.
    """
    if covered_end == len(data):
        return LaterChanges()
    shown, seen = page_changes(embedded, data, covered_end)
    what: tuple[LaterChange, ...] = (shown or LaterChange.OTHER,)
    refused = False
    if shown in (None, LaterChange.FORM_FILLING):  # what else pages show, no rule permits: none is asked
        told = _compared(embedded)
        refused = not isinstance(told, DiffResult)
        if isinstance(told, DiffResult) and not _has_stray_bytes(told, data, covered_end):
            what = _permissible(told, shown, kinds)
    level = embedded.docmdp_level
    beyond = level is not None and any(_LEVELS.get(change, 9) > level.value for change in what)
    # A field that was filled in against the rules was locked, or not filled in as viewers do it.
    return LaterChanges(what, seen, forbidden=beyond or (refused and shown is not None))


def _has_stray_bytes(told: DiffResult, data: bytes, covered_end: int) -> bool:
    """Whether something stands behind the signed revision that makes no revision of its own."""
    return told.modification_level is ModificationLevel.NONE and bool(data[covered_end:].strip())


def _compared(embedded: EmbeddedPdfSignature) -> DiffResult | SuspiciousModification:
    """Return the library's comparison of all later revisions with the signed one, rule by rule."""
    embedded.coverage = embedded.evaluate_signature_coverage()  # type: ignore[assignment]
    return embedded.evaluate_modifications(DEFAULT_DIFF_POLICY)


def _permissible(
    told: DiffResult, shown: LaterChange | None, kinds: Mapping[str, CertificateKind]
) -> tuple[LaterChange, ...]:
    """Return the kinds of changes that leave all that was signed as it was.

    The library names every field that may have changed: whether one did is seen on the pages.
    """
    if told.modification_level is ModificationLevel.NONE:
        return ()
    found = [shown] if shown else []
    signed = {kinds[name] for name in told.changed_form_fields if name in kinds}
    if signed - {CertificateKind.TIMESTAMP}:
        found.append(LaterChange.COUNTERSIGNATURE)
    return tuple(found) or (LaterChange.PROOF,)
