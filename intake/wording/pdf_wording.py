"""A PDF copy beside the editions: cheaply at first, and with places wherever something was found."""

from collections.abc import Sequence

from intake.pdf.read_pdf import PdfContents, views_of
from intake.pdf.scanned_pages import PageNature
from intake.wording.copy_read import CopyRead
from intake.wording.pages_of_copy import page_of_view
from intake.wording.pdf_marks import page_marks
from intake.wording.second_look import SecondLook, laid_after_second_look
from pact.wording import CopyPage, Edition, laid_beside

_LOOKED_AT_AGAIN = 24


def pdf_wording(
    contents: PdfContents,
    pages: Sequence[CopyPage],
    editions: Sequence[Edition],
    language: str | None,
    *,
    look: SecondLook,
) -> CopyRead:
    """Return what the copy with these pages alters.

    Where something differs, or was drawn over the text, the page is read again word by word, so that it
    can be said where, and what was struck out is left out. Scanned lines that differ get a second ``look``.
    """
    if not editions:
        return CopyRead()
    placed = {page.number for page in pages if _has_places(page)}
    marks = page_marks(contents.sound, contents.drawn_on - placed, contents.annotated)
    printed = set(contents.pages_that_are(PageNature.TEXT))
    near = [number for number in marks.pages if number in printed]
    pages = _with_places(pages, near, contents)
    laid = laid_beside(pages, editions, language)
    found = {a.page for a in laid.wording.alterations if a.page in printed and a.box_pt is None}
    further = sorted(number for number in found if number is not None)[:_LOOKED_AT_AGAIN]
    if further:
        pages = _with_places(pages, further, contents)
        laid = laid_beside(pages, editions, language)
    laid = laid_after_second_look(laid, pages, editions, language, look)
    return CopyRead(laid.wording, marks.notes)


def _with_places(pages: Sequence[CopyPage], numbers: Sequence[int], contents: PdfContents) -> list[CopyPage]:
    """Return the pages, those with these numbers read again word by word."""
    wanted = [page.number for page in pages if page.number in numbers and not _has_places(page)]
    closely = {view.number: page_of_view(view) for view in views_of(contents, wanted)}
    return [closely.get(page.number, page) for page in pages]


def _has_places(page: CopyPage) -> bool:
    return any(word.box_pt is not None for word in page.words[:3])
