"""Two pages side by side on one sheet: told from a table, and from a page in two columns."""

from intake.pictures.level_view import GrayPicture, LevelView


def halves_of(view: LevelView, gray: GrayPicture) -> list[LevelView]:
    """Return the view of each page, left before right; the view itself where it holds one page."""
    return [view]
