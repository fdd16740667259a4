"""A copy that is nothing but pictures beside the editions: photos of one mail, a TIFF with several pages."""

from collections.abc import Sequence

from intake.page.page import PageView
from intake.wording.copy_read import CopyRead
from intake.wording.pages_of_copy import copy_pages
from pact.wording import Edition, wording_of


def pictures_wording(
    texts: Sequence[str], views: Sequence[PageView], editions: Sequence[Edition], language: str | None
) -> CopyRead:
    """Return what the copy with these pages alters. Photos may come in any order, and a page twice."""
    if not editions:
        return CopyRead()
    return CopyRead(wording_of(copy_pages(texts, views), editions, language))
