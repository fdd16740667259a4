"""From the pages of a document to what it is and who signed it, whatever its file was."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from intake.block.broken_blocks import read_over_pages
from intake.block.dates import DayOrder, order_shown
from intake.block.extract import Extracted, is_blank, signatories_on
from intake.block.labels import LabelField
from intake.block.signature import is_certificate_page, platform_words
from intake.letter.support_letter import LetterRead, letter_read
from intake.page.page import PageView
from intake.reading.file_parts import FilePart, identity_pages, identity_remark, parts_of, several_remark
from intake.reading.language import language_of
from pact.documents import (
    NOT_FOUND,
    DocumentAsRead,
    DocumentKind,
    Field,
    Remark,
    Signatory,
    SignatureKind,
)
from pact.organisations import SAME, same_organisation

_PAGES_OF_A_RECORD = 5  # a signing service puts its record on the last pages, its number on every page
_WEIGHTIEST = (
    DocumentKind.SIGNED_PACT,
    DocumentKind.LETTER_OF_SUPPORT,
    DocumentKind.ANNUAL_REPORT,
    DocumentKind.ACTION_PLAN,
    DocumentKind.OTHER,
)
"""Of several papers in one file the first of these says what the file is."""


def understood(texts: Sequence[str], views: Sequence[PageView]) -> DocumentAsRead:
    """Return what the document with these pages' texts and these views of some of them says.

    Several papers in one file are read each for itself; identity papers are said, and not read at all.
    """
    private = identity_pages(texts)
    texts = ["" if number in private else text for number, text in enumerate(texts, 1)]
    views = _views_to_read(texts, [v for v in views if v.number not in private])
    pages, order = _blocks_read(views)
    blocks: dict[int, bool] = {}
    for page in pages:
        if page.found.has_type_label:
            blocks[page.number] = blocks.get(page.number, False) or page.asks_for_signature
    parts = parts_of(texts, blocks, private)
    document = _put_together(parts, texts, pages, order)
    said = [identity_remark(private)] if private else []
    several = several_remark(parts)
    said += [several] if several is not None else []
    return replace(document, language=language_of("\n".join(texts[:6])), remarks=(*document.remarks, *said))


def shows_service(texts: Sequence[str]) -> bool:
    """Whether a service for signing by click left its words on the last of these pages."""
    return any(platform_words(text) for text in texts[-_PAGES_OF_A_RECORD:])


@dataclass(frozen=True, slots=True)
class _Page:
    """A view, and what its signature blocks say. Two that were scanned beside each other share a number."""

    view: PageView
    found: Extracted

    @property
    def number(self) -> int:
        return self.view.number

    @property
    def asks_for_signature(self) -> bool:
        return any(LabelField.SIGNATURE in asked for asked in self.found.asked)


def _views_to_read(texts: Sequence[str], views: Sequence[PageView]) -> list[PageView]:
    # A signing service may print its record on the very page that is signed.
    return [
        v
        for v in views
        if not is_certificate_page(texts[v.number - 1] if len(texts) >= v.number else "")
        or signatories_on(v).has_type_label
    ]


def _blocks_read(views: Sequence[PageView]) -> tuple[list[_Page], DayOrder | None]:
    """Return the views with their signature blocks, and what their dates show of day and month."""
    read = read_over_pages(views)
    filled = sum(not is_blank(s) for found in read for s in found.signatories)
    order = order_shown("\n".join(" ".join(w.text for w in v.words) for v in views))
    if order is not None and filled == 1:
        # Where one person signed, other dates on these pages tell how that person writes days and months.
        read = read_over_pages(views, order)
    return [_Page(view, found) for view, found in zip(views, read, strict=True)], order


def _put_together(
    parts: Sequence[FilePart], texts: Sequence[str], pages: Sequence[_Page], order: DayOrder | None
) -> DocumentAsRead:
    """Return the file as its weightiest paper has it, with the signatories of all applications in it."""
    by_weight = sorted(parts, key=lambda part: _WEIGHTIEST.index(part.classified.kind))
    kind, confidence = by_weight[0].classified.kind, by_weight[0].classified.confidence
    edition = next((p.classified.edition for p in parts if p.classified.edition), None)
    signatories, remarks = list[Signatory](), list[Remark]()
    endorses: Field = NOT_FOUND
    for part in by_weight if kind.is_application else ():
        own = [page for page in pages if page.number in part.pages]
        if part.classified.kind is DocumentKind.SIGNED_PACT:
            signatories += _of_blocks(own, is_only=not signatories)
            remarks += dict.fromkeys(remark for page in own for remark in page.found.remarks)
        elif part.classified.kind is DocumentKind.LETTER_OF_SUPPORT:
            letter = _letter(part, texts, own, order)
            is_first = kind is DocumentKind.LETTER_OF_SUPPORT
            signatories += letter.signatories if is_first else _of_others(letter, signatories)
            endorses = endorses if endorses.value or not is_first else letter.endorses
            remarks += letter.remarks
    signed = [s for s in signatories if not is_blank(s)] or signatories[:1]
    signed = list(_with_service(signed, texts))
    return DocumentAsRead(kind, confidence, edition, 0, None, tuple(signed), endorses, remarks=tuple(remarks))


def _of_blocks(pages: Sequence[_Page], *, is_only: bool) -> list[Signatory]:
    """Return who signed in these blocks; one blank signatory where nobody did and nobody else has."""
    every = [s for page in pages for s in page.found.signatories]
    filled = [s for s in every if not is_blank(s)]
    return filled or (every[:1] or [Signatory()] if is_only else [])


def _letter(
    part: FilePart, texts: Sequence[str], pages: Sequence[_Page], order: DayOrder | None
) -> LetterRead:
    language = language_of("\n".join(texts[number - 1] for number in part.pages))
    return letter_read([page.view for page in pages], [page.found for page in pages], order, language)


def _of_others(letter: LetterRead, known: Sequence[Signatory]) -> list[Signatory]:
    """Return those who signed a Letter of Support beside a copy of the Pact, if surely for another body."""
    names = [s.organisation.value for s in known if s.organisation.value]
    named = [s for s in letter.signatories if s.organisation.value and s.organisation.sure]
    return [s for s in named if all(same_organisation(s.organisation.value or "", n) < SAME for n in names)]


def _with_service(signatories: Sequence[Signatory], texts: Sequence[str]) -> tuple[Signatory, ...]:
    """A platform's words anywhere in the file say more than what stands in the space itself."""
    by_platform = shows_service(texts)
    signed = []
    for signatory in signatories:
        signature = signatory.signature
        if by_platform and signature.kind is not SignatureKind.NONE:
            signature = replace(signature, kind=SignatureKind.PLATFORM)
        signed.append(replace(signatory, signature=signature))
    return tuple(signed)
