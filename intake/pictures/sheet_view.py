"""The first view of a sheet: flattened by its outline in a photo, the whole picture where none is seen."""

import cv2
import numpy as np

from intake.pictures.level_view import VIEW_DPI, GrayPicture, LevelView
from intake.pictures.page_outline import is_field_on_page, page_outlines
from intake.pictures.perspective import flat_sheet
from intake.pictures.picture import Picture, Pixels
from intake.pictures.sheet_size import sheet_pixels

_RIM = 0.015  # of the longer side
_WHITE, _OFF_WHITE = 225, 14  # gray levels: how light a scanner's paper is, and how far it may be off that
_LOOKED_AT_SIDE = 640
_RIM_ALIKE = 0.985


def sheet_on(picture: Picture, gray: GrayPicture) -> tuple[LevelView, tuple[str, ...]]:
    """Return a view of the sheet alone at VIEW_DPI of its paper, and what was done for it."""
    scale = VIEW_DPI / picture.dpi
    size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    whole = gray.seen_through(np.diag([scale, scale, 1.0]), *size)
    if _is_paper_all_round(gray.pixels):
        return whole, ()
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


def _is_paper_all_round(gray: Pixels) -> bool:
    """Whether the picture's rim is one even white, as where a scanner saw the paper and nothing else."""
    step = max(1, round(max(gray.shape) / _LOOKED_AT_SIDE))
    small = cv2.blur(gray, (step, step))[::step, ::step]
    wide = max(2, round(_RIM * max(small.shape)))
    if min(small.shape) < wide:
        return False
    rim = np.concatenate([small[:wide], small[-wide:], small[:, :wide].T, small[:, -wide:].T], axis=1)
    white = float(np.median(rim))
    return bool(white >= _WHITE and (rim >= white - _OFF_WHITE).mean() >= _RIM_ALIKE)
