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

from intake.signing.page_changes import changed_pages, filled_pages
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
    told = _compared(embedded)
    if isinstance(told, DiffResult):
        what, seen = _permissible(told, embedded, kinds)
        refused = False
    else:
        what, seen = changed_pages(embedded, data, covered_end)
        refused = LaterChange.FORM_FILLING in what  # into a locked field, or otherwise than viewers do
    level = embedded.docmdp_level
    beyond = level is not None and any(_LEVELS.get(change, 9) > level.value for change in what)
    return LaterChanges(what, seen, forbidden=beyond or refused)


def _compared(embedded: EmbeddedPdfSignature) -> DiffResult | SuspiciousModification:
    """Return the library's comparison of all later revisions with the signed one, rule by rule."""
    embedded.coverage = embedded.evaluate_signature_coverage()  # type: ignore[assignment]
    return embedded.evaluate_modifications(DEFAULT_DIFF_POLICY)


def _permissible(
    told: DiffResult, embedded: EmbeddedPdfSignature, kinds: Mapping[str, CertificateKind]
) -> tuple[tuple[LaterChange, ...], str]:
    """Return the kinds of changes that leave all that was signed as it was, and where fields were filled."""
    if told.modification_level is ModificationLevel.NONE:
        return (), ""
    signed = {name for name in told.changed_form_fields if name in kinds}
    # The library names every field that may have changed: whether one did is seen on the pages.
    seen = filled_pages(embedded) if told.changed_form_fields - signed else ""
    found = [LaterChange.FORM_FILLING] if seen else []
    if any(kinds[name] is not CertificateKind.TIMESTAMP for name in signed):
        found.append(LaterChange.COUNTERSIGNATURE)
    return tuple(found) or (LaterChange.PROOF,), seen
