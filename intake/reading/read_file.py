"""One file read whole, in the child that reads it: what it is, who signed, what was noticed."""

from collections.abc import Sequence
from dataclasses import replace

from intake.block.dates import order_shown
from intake.block.extract import Extracted, is_blank, signatories_on
from intake.block.signature import is_certificate_page, platform_words
from intake.docx.read_docx import read_docx
from intake.letter.support_letter import letter_read
from intake.ocr.eyes import NO_EYES, Eyes
from intake.page.page import PageView
from intake.page.unreadable import UnreadableError
from intake.pdf.read_pdf import read_pdf
from intake.reading.classify import Classified, classify
from intake.reading.language import language_of
from intake.reading.material import NO_MATERIAL, ReadingMaterial
from pact.documents import (
    DigitalSignature,
    DocumentAsRead,
    DocumentKind,
    ReadError,
    ReadErrorCode,
    Remark,
    Signatory,
    SignatureKind,
)

_PAGES_OF_A_RECORD = 5  # a signing service puts its record on the last pages, its number on every page
_PDF = "application/pdf"
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read_file(
    data: bytes,
    media_type: str,
    *,
    eyes: Eyes = NO_EYES,
    material: ReadingMaterial = NO_MATERIAL,
) -> DocumentAsRead:
    """Return what the file says. A file that cannot be read comes back with ``error``; nothing is
    raised for it. ``eyes`` read what is picture, ``material`` is what it is compared with."""
    if not data:
        return DocumentAsRead(error=ReadError(ReadErrorCode.EMPTY, "The file is empty."))
    try:
        if media_type == _PDF:
            return _pdf_read(data)
        if media_type == _DOCX:
            return _docx_read(data)
    except UnreadableError as unreadable:
        return DocumentAsRead(error=unreadable.error)
    message = "This kind of file is not read. Please send a PDF or a Word document (.docx)."
    return DocumentAsRead(error=ReadError(ReadErrorCode.UNSUPPORTED, message))


def _pdf_read(data: bytes) -> DocumentAsRead:
    contents = read_pdf(data)
    remarks = []
    if contents.picture_pages and len(contents.picture_pages) * 2 >= len(contents.texts):
        pages = ", ".join(str(p) for p in contents.picture_pages[:10])
        remarks.append(
            Remark("no_text_layer", f"page {pages} is a picture without text", contents.picture_pages[0])
        )
    for index, extras in sorted(contents.form.by_page.items()):
        remarks += [Remark("form_values_differ", seen, index + 1) for seen in extras.differing]
    if contents.form.signatures:
        remarks.append(
            Remark("digital_signature_not_checked", f"{len(contents.form.signatures)} in the file")
        )
    document = _understood(contents.texts, contents.views, contents.form.signatures)
    if contents.is_torn and all(is_blank(s) for s in document.signatories):
        message = "The file is damaged: some of its pages are lost, perhaps the one that is signed."
        return DocumentAsRead(pages=len(contents.texts), error=ReadError(ReadErrorCode.DAMAGED, message))
    return replace(document, pages=len(contents.texts), remarks=(*document.remarks, *remarks))


def _docx_read(data: bytes) -> DocumentAsRead:
    contents = read_docx(data)
    document = _understood(contents.texts, contents.views, ())
    return replace(document, remarks=(*document.remarks, *contents.remarks))


def _understood(
    texts: Sequence[str], views: Sequence[PageView], digital: Sequence[DigitalSignature]
) -> DocumentAsRead:
    # A signing service may print its record on the very page that is signed.
    views = [
        v
        for v in views
        if not is_certificate_page(texts[v.number - 1] if len(texts) >= v.number else "")
        or signatories_on(v).has_type_label
    ]
    read = [signatories_on(view) for view in views]
    filled = sum(not is_blank(s) for e in read for s in e.signatories)
    order = order_shown("\n".join(" ".join(w.text for w in v.words) for v in views))
    if order is not None and filled == 1:
        # Where one person signed, other dates on these pages tell how that person writes days and months.
        read = [signatories_on(view, order) for view in views]
    has_type = any(e.has_type_label for e in read)
    classified = classify(texts, filled_block=has_type)
    language = language_of("\n".join(texts[:6]))
    if classified.kind is DocumentKind.LETTER_OF_SUPPORT:
        letter = letter_read(texts, views, read, order)
        signatories = _with_service(letter.signatories, texts, digital)
        return DocumentAsRead(
            classified.kind, classified.confidence, None, 0, language, signatories, letter.endorses,
            tuple(digital), remarks=letter.remarks,
        )  # fmt: skip
    return _signed_pact(classified, read, texts, digital, language)


def _signed_pact(
    classified: Classified,
    read: Sequence[Extracted],
    texts: Sequence[str],
    digital: Sequence[DigitalSignature],
    language: str | None,
) -> DocumentAsRead:
    signatories: tuple[Signatory, ...] = ()
    remarks: tuple[Remark, ...] = ()
    if classified.kind is DocumentKind.SIGNED_PACT:
        every = [s for e in read for s in e.signatories]
        filled = [s for s in every if not is_blank(s)]
        signatories = _with_service(tuple(filled or every[:1]) or (Signatory(),), texts, digital)
        remarks = tuple(dict.fromkeys(r for e in read for r in e.remarks))
    return DocumentAsRead(
        classified.kind, classified.confidence, classified.edition, 0, language, signatories,
        digital_signatures=tuple(digital), remarks=remarks,
    )  # fmt: skip


def _with_service(
    signatories: Sequence[Signatory], texts: Sequence[str], digital: Sequence[DigitalSignature]
) -> tuple[Signatory, ...]:
    """A platform's words anywhere in the file, or a certificate, say more than what stands in the space
    itself."""
    by_platform = any(platform_words(text) for text in texts[-_PAGES_OF_A_RECORD:])
    signed = []
    for signatory in signatories:
        signature = signatory.signature
        if by_platform and (signature.kind is not SignatureKind.NONE or digital):
            signature = replace(signature, kind=SignatureKind.PLATFORM)
        elif digital:
            signature = replace(signature, kind=SignatureKind.DIGITAL)
        signed.append(replace(signatory, signature=signature))
    return tuple(signed)
