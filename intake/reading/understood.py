"""From the pages of a document to what it is and who signed it, whatever its file was."""

from collections.abc import Sequence
from dataclasses import replace

from intake.block.broken_blocks import joined_over_pages
from intake.block.dates import order_shown
from intake.block.extract import Extracted, is_blank, signatories_on
from intake.block.signature import is_certificate_page, platform_words
from intake.letter.support_letter import letter_read
from intake.page.page import PageView
from intake.reading.classify import Classified, classify
from intake.reading.language import language_of
from pact.documents import (
    DocumentAsRead,
    DocumentKind,
    Remark,
    Signatory,
    SignatureKind,
)

_PAGES_OF_A_RECORD = 5  # a signing service puts its record on the last pages, its number on every page


def understood(texts: Sequence[str], views: Sequence[PageView]) -> DocumentAsRead:
    """Return what the document with these pages' texts and these views of some of them says."""
    # A signing service may print its record on the very page that is signed.
    views = [
        v
        for v in views
        if not is_certificate_page(texts[v.number - 1] if len(texts) >= v.number else "")
        or signatories_on(v).has_type_label
    ]
    read = joined_over_pages(views, [signatories_on(view) for view in views])
    filled = sum(not is_blank(s) for e in read for s in e.signatories)
    order = order_shown("\n".join(" ".join(w.text for w in v.words) for v in views))
    if order is not None and filled == 1:
        # Where one person signed, other dates on these pages tell how that person writes days and months.
        read = joined_over_pages(views, [signatories_on(view, order) for view in views])
    has_type = any(e.has_type_label for e in read)
    classified = classify(texts, filled_block=has_type)
    language = language_of("\n".join(texts[:6]))
    if classified.kind is DocumentKind.LETTER_OF_SUPPORT:
        letter = letter_read(texts, views, read, order)
        signatories = _with_service(letter.signatories, texts)
        return DocumentAsRead(
            classified.kind, classified.confidence, None, 0, language, signatories, letter.endorses,
            remarks=letter.remarks,
        )  # fmt: skip
    return _signed_pact(classified, read, texts, language)


def shows_service(texts: Sequence[str]) -> bool:
    """Whether a service for signing by click left its words on the last of these pages."""
    return any(platform_words(text) for text in texts[-_PAGES_OF_A_RECORD:])


def _signed_pact(
    classified: Classified,
    read: Sequence[Extracted],
    texts: Sequence[str],
    language: str | None,
) -> DocumentAsRead:
    signatories: tuple[Signatory, ...] = ()
    remarks: tuple[Remark, ...] = ()
    if classified.kind is DocumentKind.SIGNED_PACT:
        every = [s for e in read for s in e.signatories]
        filled = [s for s in every if not is_blank(s)]
        signatories = _with_service(tuple(filled or every[:1]) or (Signatory(),), texts)
        remarks = tuple(dict.fromkeys(r for e in read for r in e.remarks))
    return DocumentAsRead(
        classified.kind, classified.confidence, classified.edition, 0, language, signatories,
        remarks=remarks,
    )  # fmt: skip


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
