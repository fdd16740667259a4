"""Copies of identity cards, which people send unasked: a card of no country on a scanned sheet."""

from random import Random

import numpy as np
from made_up.filled_forms import Paper
from made_up.paper_pages import PaperPage
from made_up.pens import package_file
from made_up.people import draw_applicant
from PIL import Image, ImageDraw, ImageFont

from pact.documents import DocumentKind

CARD_WORDS = {
    "development": ("IDENTITY CARD", "Surname and given names", "Date of birth", "Card no.", "Valid until"),
    "held_out": ("PASSPORT", "Name / Nom", "Born / Né(e) le", "Number / Numéro", "Expires / Expire le"),
}
FACE = {
    "development": ("fontpkg_pt_sans", "files/PT_Sans-Web-Regular.ttf"),
    "held_out": ("reportlab", "fonts/Vera.ttf"),
}
PRINT_DPI = 220


def copied_card(rng: Random, set_name: str) -> Paper:
    """Return a sheet with the copy of a card on it: said to be other, never read."""
    sheet = np.full((round(11.69 * PRINT_DPI), round(8.27 * PRINT_DPI), 3), 255, np.uint8)
    card = np.asarray(_card(rng, set_name))
    top, left = rng.randrange(100, 900), rng.randrange(60, 700)
    sheet[top : top + card.shape[0], left : left + card.shape[1]] = card
    return Paper([PaperPage(sheet, PRINT_DPI)], (), layout="identity_card", kind=DocumentKind.OTHER)


def _card(rng: Random, set_name: str) -> Image.Image:
    card = Image.new("RGB", (round(3.37 * PRINT_DPI * 1.2), round(2.13 * PRINT_DPI * 1.2)), (214, 226, 236))
    draw, who = ImageDraw.Draw(card), draw_applicant(rng, set_name)
    face = ImageFont.truetype(package_file(*FACE[set_name]), 26)
    for step in range(0, card.width, 9):
        draw.arc((step - 200, -100, step + 200, 700), 0, 360, fill=(196, 214, 226))
    heading, *labels = CARD_WORDS[set_name]
    draw.text((30, 18), f"REPUBLIC OF NOWHERE   {heading}", fill=(40, 60, 110), font=face)
    draw.rectangle((30, 70, 240, 340), fill=(170, 170, 175))
    draw.ellipse((85, 110, 185, 240), fill=(205, 165, 140))
    draw.ellipse((55, 250, 215, 420), fill=(90, 90, 110))
    draw.rectangle((30, 341, 240, 440), fill=(214, 226, 236))
    number = f"X{rng.randrange(10**7, 10**8)}"
    born, valid = (
        f"{rng.randrange(1, 29)} 03 {rng.randrange(1955, 1999)}",
        f"11 09 {rng.randrange(2026, 2034)}",
    )
    for row, (label, value) in enumerate(zip(labels, (who.name, born, number, valid), strict=True)):
        draw.text((265, 70 + row * 72), label, fill=(90, 100, 120), font=face.font_variant(size=18))
        draw.text((265, 92 + row * 72), value, fill=(20, 20, 30), font=face)
    machine = f"I<NOW{number}<<<<<<<<<<<<<<<"[:30]
    draw.text((30, card.height - 70), machine, fill=(20, 20, 30), font=face)
    return card
