"""A file of the library, read by what its bytes show it to be."""

import codecs
from collections.abc import Callable
from dataclasses import replace

from intake.page.unreadable import UnreadableError
from intake.reading.sniff import MediaType, sniff
from pact.library_elements import DocumentElements

Reader = Callable[[bytes], DocumentElements]

MARKDOWN = "text/markdown"
_WANTED = "The library reads PDF, Word (docx), Excel (xlsx), Markdown and HTML files; this is none of them."
_PICTURES = "Its pages are pictures: have their text recognised (OCR), and add it again."
_LOCKED = "The file is protected with a password: save it without one, and add it again."


def read_criteria(data: bytes) -> DocumentElements:
    """Return what stands in the file; ``problem`` says why where nothing can be read."""
    media_type = sniff(data)
    if media_type is MediaType.ENCRYPTED_OFFICE:
        return DocumentElements(media_type=media_type, problem=_LOCKED)
    try:
        reader = _reader_of(media_type)
        if reader is None:
            return DocumentElements(media_type=media_type, problem=_WANTED)
        read = reader(data)
    except UnreadableError as error:
        return DocumentElements(media_type=media_type, problem=error.error.message)
    named = MARKDOWN if media_type is MediaType.TEXT else str(media_type)
    if not read.elements and not read.problem:
        read = replace(
            read, problem=_PICTURES if read.unreadable_pages else "No words were found in this file."
        )
    return replace(read, media_type=named)


def _reader_of(media_type: MediaType) -> Reader | None:
    # Each is loaded when it is wanted: a mailed document's child needs none of them.
    if media_type in (MediaType.TEXT, MediaType.EMPTY):
        from intake.criteria.markdown_criteria import read_markdown

        return lambda data: read_markdown(decoded(data))
    if media_type is MediaType.HTML:
        from intake.criteria.html_criteria import read_html_criteria

        return lambda data: read_html_criteria(decoded(data))
    if media_type is MediaType.DOCX:
        from intake.criteria.docx_criteria import read_docx_criteria

        return read_docx_criteria
    if media_type is MediaType.XLSX:
        from intake.criteria.xlsx_criteria import read_xlsx_criteria

        return read_xlsx_criteria
    if media_type is MediaType.PDF:
        from intake.criteria.pdf_criteria import read_pdf_criteria

        return read_pdf_criteria
    return None


def decoded(data: bytes) -> str:
    """Return the text of a plain file: by its mark, as UTF-8, or as Windows-1252 in which old ones are."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
