"""The first view of a sheet: flattened by its outline in a photo, the whole picture where none is seen."""

import numpy as np

from intake.pictures.level_view import VIEW_DPI, GrayPicture, LevelView
from intake.pictures.page_outline import is_field_on_page, page_outlines
from intake.pictures.perspective import flat_sheet
from intake.pictures.picture import Picture
from intake.pictures.sheet_size import sheet_pixels


def sheet_on(picture: Picture, gray: GrayPicture) -> tuple[LevelView, tuple[str, ...]]:
    """Return a view of the sheet alone at VIEW_DPI of its paper, and what was done for it."""
    scale = VIEW_DPI / picture.dpi
    size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    whole = gray.seen_through(np.diag([scale, scale, 1.0]), *size)
    letters = whole.letters.middles / scale
    found = (o for o in page_outlines(picture.pixels) if not is_field_on_page(o, picture.pixels, letters))
    outline = next(found, None)
    if outline is None:
        return whole, ()
    sheet = flat_sheet(outline, picture.width, picture.height)
    width, height = sheet_pixels(sheet, VIEW_DPI)
    matrix = np.diag([width / sheet.ratio, height, 1.0]) @ sheet.flatten
    beyond = () if sheet.is_whole else ("a side is beyond the picture",)
    return gray.seen_through(matrix, width, height), ("perspective removed", *beyond)
