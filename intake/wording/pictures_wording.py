"""A copy that is nothing but pictures beside the editions: photos of one mail, a TIFF with several pages."""

from collections.abc import Sequence

from intake.page.page import PageView
from intake.wording.copy_read import CopyRead
from intake.wording.pages_of_copy import copy_pages
from intake.wording.second_look import SecondLook, laid_after_second_look
from pact.wording import Edition, laid_beside


def pictures_wording(
    texts: Sequence[str],
    views: Sequence[PageView],
    editions: Sequence[Edition],
    language: str | None,
    *,
    look: SecondLook,
) -> CopyRead:
    """Return what the copy with these pages alters. Photos may come in any order, and a page twice.

    Lines that differ get a second ``look``.
    """
    if not editions:
        return CopyRead()
    pages = copy_pages(texts, views)
    laid = laid_after_second_look(laid_beside(pages, editions, language), pages, editions, language, look)
    return CopyRead(laid.wording)
