"""One file read whole, in the child that reads it: what it is, who signed, what was noticed."""

from dataclasses import replace

from intake.block.extract import is_blank
from intake.docx.read_docx import read_docx
from intake.ocr.eyes import NO_EYES, Eyes
from intake.page.unreadable import UnreadableError
from intake.pdf.read_pdf import read_pdf
from intake.reading.certificate_signatures import with_certificates
from intake.reading.material import NO_MATERIAL, ReadingMaterial
from intake.reading.pictured_pages import with_pictures_read
from intake.reading.read_pictures import read_pictures
from intake.reading.understood import understood
from intake.signing.trust_material import TrustMaterial
from pact.documents import (
    DocumentAsRead,
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
            return _pdf_read(data, eyes, material.trust)
        if media_type == _DOCX:
            return _docx_read(data)
        if media_type.startswith("image/"):
            return read_pictures([data], eyes=eyes, material=material)
    except UnreadableError as unreadable:
        return DocumentAsRead(error=unreadable.error)
    message = "This kind of file is not read. Please send a PDF, a Word document (.docx) or a photo."
    return DocumentAsRead(error=ReadError(ReadErrorCode.UNSUPPORTED, message))


def _pdf_read(data: bytes, eyes: Eyes, trust: TrustMaterial) -> DocumentAsRead:
    contents = read_pdf(data)
    pages = with_pictures_read(contents, eyes)
    remarks = list(pages.remarks)
    for index, extras in sorted(contents.form.by_page.items()):
        remarks += [Remark("form_values_differ", seen, index + 1) for seen in extras.differing]
    document = understood(pages.texts, pages.views)
    if contents.form.is_signed:
        document = with_certificates(document, data, pages.texts, trust)
    if contents.is_torn and all(is_blank(s) for s in document.signatories):
        message = "The file is damaged: some of its pages are lost, perhaps the one that is signed."
        return DocumentAsRead(pages=len(contents.texts), error=ReadError(ReadErrorCode.DAMAGED, message))
    return replace(document, pages=len(contents.texts), remarks=(*document.remarks, *remarks))


def _docx_read(data: bytes) -> DocumentAsRead:
    contents = read_docx(data)
    document = understood(contents.texts, contents.views)
    return replace(document, remarks=(*document.remarks, *contents.remarks))
