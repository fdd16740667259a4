"""One file read whole, in the child that reads it: what it is, who signed, what was noticed."""

from dataclasses import replace

from intake.block.extract import is_blank
from intake.docx.read_docx import read_docx
from intake.ocr.eyes import NO_EYES, Eyes
from intake.page.unreadable import UnreadableError
from intake.pdf.read_pdf import read_pdf
from intake.reading.certificate_signatures import with_certificates, with_wrapper, wrapped_document
from intake.reading.material import NO_MATERIAL, ReadingMaterial
from intake.reading.pictured_pages import with_pictures_read
from intake.reading.read_pictures import read_pictures
from intake.reading.sniff import MediaType, sniff
from intake.reading.understood import understood
from intake.reading.unread_writing import with_unread_writing
from intake.wording.copy_read import with_wording
from intake.wording.docx_wording import docx_wording
from intake.wording.pages_of_copy import copy_pages
from intake.wording.pdf_wording import pdf_wording
from intake.wording.second_look import SecondLook
from pact.documents import (
    DocumentAsRead,
    DocumentKind,
    ReadError,
    ReadErrorCode,
    Remark,
)

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
            return _pdf_read(data, eyes, material)
        if media_type == _DOCX:
            return _docx_read(data, material)
        if media_type.startswith("image/"):
            return read_pictures([data], eyes=eyes, material=material)
    except UnreadableError as unreadable:
        return DocumentAsRead(error=unreadable.error)
    return _unwrapped(data, media_type, eyes, material)


def _unwrapped(data: bytes, media_type: str, eyes: Eyes, material: ReadingMaterial) -> DocumentAsRead:
    """Return the document that is wrapped in its signature; every other kind of file is not read."""
    inside = wrapped_document(data) if media_type == MediaType.SIGNED_MAIL else None
    if inside is None:
        message = "This kind of file is not read. Please send a PDF, a Word document (.docx) or a photo."
        return DocumentAsRead(error=ReadError(ReadErrorCode.UNSUPPORTED, message))
    document = read_file(inside, sniff(inside), eyes=eyes, material=material)
    return with_wrapper(document, data, inside, material.trust)


def _pdf_read(data: bytes, eyes: Eyes, material: ReadingMaterial) -> DocumentAsRead:
    contents = read_pdf(data)
    pages = with_pictures_read(contents, eyes)
    remarks = list(pages.remarks)
    for index, extras in sorted(contents.form.by_page.items()):
        remarks += [Remark("form_values_differ", seen, index + 1) for seen in extras.differing]
    document = with_unread_writing(understood(pages.texts, pages.views), pages.views)
    if contents.form.is_signed:
        document = with_certificates(document, data, pages.texts, material.trust)
    if contents.is_torn and all(is_blank(s) for s in document.signatories):
        message = "The file is damaged: some of its pages are lost, perhaps the one that is signed."
        return DocumentAsRead(pages=len(contents.texts), error=ReadError(ReadErrorCode.DAMAGED, message))
    document = replace(document, pages=len(contents.texts), remarks=(*document.remarks, *remarks))
    if document.kind is not DocumentKind.SIGNED_PACT:
        return document
    copy = copy_pages(pages.texts, (*pages.views, *pages.running), by_scanner=pages.by_scanner)
    look = SecondLook(pages.kept, eyes)
    wording = pdf_wording(contents, copy, material.editions, document.language, look=look)
    return with_wording(document, wording)


def _docx_read(data: bytes, material: ReadingMaterial) -> DocumentAsRead:
    contents = read_docx(data)
    document = understood(contents.texts, contents.views)
    document = replace(document, remarks=(*document.remarks, *contents.remarks))
    if document.kind is not DocumentKind.SIGNED_PACT or not material.editions:
        return document
    copy = docx_wording(contents.package, material.editions, document.language)
    # What was tracked is said clause by clause instead.
    remarks = tuple(r for r in document.remarks if r.code != "tracked_changes")
    return with_wording(replace(document, remarks=remarks), copy)
