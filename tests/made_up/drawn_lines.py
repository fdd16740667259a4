"""A line of print drawn on a straight page, and its words as an engine might have read them."""

import numpy as np
from made_up.pens import package_file
from PIL import Image, ImageDraw, ImageFont

from intake.ocr.eyes import SeenWord
from intake.page.page import Word
from intake.pictures.straighten import StraightPage
from intake.scan.seen_words import page_words

DPI = 200.0
_BASE, _SIZE = 130, 44  # pixels


def drawn_line(text: str) -> tuple[StraightPage, list[tuple[float, float, float, float]]]:
    """Return a page with the text on one line, and the box of each of its words in pixels."""
    face = ImageFont.truetype(package_file("fontpkg_pt_sans", "files/PT_Sans-Web-Regular.ttf"), _SIZE)
    sheet = Image.new("L", (1200, 240), 255)
    pen, boxes, at = ImageDraw.Draw(sheet), [], 60.0
    for word in text.split(" "):
        pen.text((at, _BASE), word, font=face, fill=20, anchor="ls")
        wide = face.getlength(word)
        boxes.append((at - 1, _BASE - 0.95 * _SIZE, at + wide + 1, _BASE + 0.3 * _SIZE))
        at += wide + 0.3 * _SIZE
    gray = np.asarray(sheet, np.uint8)
    return StraightPage(np.dstack([gray] * 3), gray, DPI, np.eye(3)), boxes


def read_as(drawn: str, read: str) -> tuple[StraightPage, tuple[Word, ...]]:
    """Return the page on which the one stands, and its words read surely as the other."""
    page, boxes = drawn_line(drawn)
    seen = [SeenWord(text, box, 1.0, 0) for text, box in zip(read.split(" "), boxes, strict=True)]
    return page, page_words(page, seen, boxes_are_tight=False)
