"""The official text of an edition, read from the secretariat's own file: PDF, Word or plain text."""

from collections.abc import Iterator, Sequence

from lxml import etree

from intake.docx.docx_package import open_package
from intake.docx.docx_paragraphs import Paragraph, W, paragraphs_of
from intake.docx.list_numbers import ListNumbers
from intake.page.unreadable import UnreadableError
from intake.pdf.read_pdf import read_pdf, views_of
from intake.reading.sniff import MediaType
from intake.wording.official_lines import OfficialText
from intake.wording.pages_of_copy import page_of_view
from pact.copy_words import line_text
from pact.documents import ReadErrorCode
from pact.edition_text import TextLine
from pact.running_lines import running_lines

_LETTERS_AT_MOST = 600_000
_NO_TEXT = "The official text is taken as PDF, as Word document (.docx) or as plain text."


def official_text(data: bytes, media_type: MediaType) -> OfficialText:
    """Return the text of the file, or the sentence that says why it cannot be had."""
    try:
        if media_type is MediaType.PDF:
            return OfficialText(tuple(_pdf_lines(data)), wrapped=True)
        if media_type is MediaType.DOCX:
            return OfficialText(tuple(_docx_lines(data)))
        if media_type is MediaType.TEXT:
            text = data.decode("utf-8-sig")[:_LETTERS_AT_MOST]
            return OfficialText(tuple(TextLine(line.replace("*", "")) for line in text.splitlines()))
    except UnreadableError as unreadable:
        return OfficialText(problem=unreadable.error.message)
    except UnicodeDecodeError:
        return OfficialText(problem="The text is not written in UTF-8.")
    return OfficialText(problem=_NO_TEXT)


def _pdf_lines(data: bytes) -> Iterator[TextLine]:
    contents = read_pdf(data)
    pages = [page_of_view(view) for view in views_of(contents, range(1, len(contents.texts) + 1))]
    if sum(len(page.words) for page in pages) < 100:
        message = "The file holds pictures of text only; take the file they were printed from."
        raise UnreadableError(ReadErrorCode.UNSUPPORTED, message)
    heads = running_lines(pages)
    for page in pages:
        lines = [line for line in page.lines() if (page.number, line[0].line) not in heads]
        for index, words in enumerate(lines):
            yield TextLine(line_text(words), ends_page=index == len(lines) - 1)


def _docx_lines(data: bytes) -> Iterator[TextLine]:
    """Yield the paragraphs, with the numbers that Word counts itself put before them."""
    package = open_package(data, with_numbering=True)
    numbers = ListNumbers(package.numbering, package.styles)
    notes = {} if package.footnotes is None else _notes(package.footnotes)
    count = 0
    for paragraph in paragraphs_of(package.document):
        yield from _numbered(numbers.next_for(paragraph.element), _text_of(paragraph).split("\n"))
        for reference in paragraph.element.iter(f"{W}footnoteReference"):
            if text := notes.get(reference.get(f"{W}id", "")):
                count += 1
                yield TextLine(f"{count}. {text}")


def _notes(footnotes: etree._Element) -> dict[str, str]:
    """Return the text of the notes by their number in the file."""
    found = {}
    for note in footnotes.iter(f"{W}footnote"):
        found[note.get(f"{W}id", "")] = " ".join(map(_text_of, paragraphs_of(note))).strip()
    return found


def _text_of(paragraph: Paragraph) -> str:
    return "".join(piece.text for piece in paragraph.accepted())


def _numbered(number: str, lines: Sequence[str]) -> Iterator[TextLine]:
    yield TextLine(f"{number} {lines[0]}".strip())
    yield from (TextLine(line) for line in lines[1:])
