"""Pictures that mails bring along and that are no documents: logos, banners, portraits, screens, icons."""

from collections.abc import Callable
from functools import partial
from io import BytesIO
from random import Random

import numpy as np
from made_up.backgrounds import draw_background
from made_up.labels import Label, MadeDocument
from made_up.paper_pages import PaperPage
from made_up.pen_ink import draw_pen, inked
from made_up.pen_signatures import draw_strokes
from made_up.pens import package_file
from made_up.people import draw_applicant
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from pact.documents import DocumentKind

Painter = Callable[[Random, str], Image.Image]
PICTURE_FACES = {
    "development": ("fontpkg_pt_sans", "files/PT_Sans-Web-Bold.ttf"),
    "held_out": ("fontpkg_pt_serif", "files/PT_Serif-Web-Bold.ttf"),
}
COLOURS = ((0, 110, 90), (20, 70, 150), (190, 40, 50), (240, 150, 20), (60, 60, 65), (120, 60, 140))
PHOTOS = ("portrait", "landscape", "desk")


def no_document(rng: Random, set_name: str) -> MadeDocument:
    """Return one picture of the set, labelled as no document."""
    name = rng.choice(tuple(PAINTERS[set_name]))
    picture, kept = PAINTERS[set_name][name](rng, set_name), BytesIO()
    is_photo = name in PHOTOS
    picture.convert("RGB").save(kept, "JPEG" if is_photo else "PNG", quality=80)
    label = Label(DocumentKind.OTHER, medium="picture", family="no_document", layout=name, is_document=False)
    # Mail programs call scans, photos and logos alike.
    file_name = rng.choice(("image001", "image0", "unnamed", name)) + (".jpg" if is_photo else ".png")
    return MadeDocument(file_name, kept.getvalue(), label, "image/jpeg" if is_photo else "image/png")


def _logo(rng: Random, set_name: str) -> Image.Image:
    """A sign and a name beside it, as large as a mail's footer shows it or a few times larger."""
    scale = rng.choice((1, 1, 2, 4))
    picture = Image.new("RGB", (260 * scale, 80 * scale), "white")
    draw, colour = ImageDraw.Draw(picture), rng.choice(COLOURS)
    box = (8 * scale, 8 * scale, 72 * scale, 72 * scale)
    draw.rounded_rectangle(box, radius=rng.choice((2, 14, 32)) * scale, fill=colour)
    draw.ellipse((22 * scale, 22 * scale, 58 * scale, 58 * scale), outline="white", width=5 * scale)
    name = draw_applicant(rng, set_name).organisation
    words = name.split()
    lines = "\n".join((" ".join(words[:2]), " ".join(words[2:4])))
    draw.text((84 * scale, 18 * scale), lines, fill=colour, font=_face(set_name, 17 * scale))
    return picture


def _banner(rng: Random, set_name: str) -> Image.Image:
    """A broad picture with a slogan, as campaigns put below every mail."""
    wide = rng.choice((600, 1200))
    picture = Image.new("RGB", (wide, wide // 5), rng.choice(COLOURS))
    draw = ImageDraw.Draw(picture)
    for _ in range(6):
        x, y, reach = rng.randrange(wide), rng.randrange(wide // 5), rng.randrange(20, wide // 6)
        draw.ellipse((x - reach, y - reach, x + reach, y + reach), fill=rng.choice(COLOURS))
    slogan = rng.choice(("Think before you print", "Visit us at the fair, 12 to 14 May", "We are hiring!"))
    draw.text((wide // 20, wide // 14), slogan, fill="white", font=_face(set_name, wide // 18))
    return picture


def _portrait(rng: Random, set_name: str) -> Image.Image:
    """Somebody's photo: a head and shoulders made of blobs."""
    side = rng.choice((160, 400, 900))
    picture = Image.new("RGB", (side, round(side * 1.2)), rng.choice(((180, 190, 200), (90, 110, 120))))
    draw = ImageDraw.Draw(picture)
    skin = rng.choice(((224, 178, 150), (150, 100, 75), (95, 65, 50), (240, 205, 185)))
    draw.ellipse((side * 0.1, side * 0.8, side * 0.9, side * 1.9), fill=rng.choice(COLOURS))
    draw.ellipse((side * 0.28, side * 0.1, side * 0.72, side * 0.6), fill=(60, 40, 30))
    draw.ellipse((side * 0.3, side * 0.2, side * 0.7, side * 0.8), fill=skin)
    for x in (0.42, 0.58):
        draw.ellipse((side * (x - 0.03), side * 0.44, side * (x + 0.03), side * 0.48), fill=(40, 30, 30))
    draw.arc((side * 0.42, side * 0.5, side * 0.58, side * 0.66), 20, 160, fill=(150, 60, 60), width=4)
    return picture.filter(ImageFilter.GaussianBlur(side / 120))


def _screenshot(rng: Random, set_name: str) -> Image.Image:
    """A window of a program: bars, buttons, a list of mails."""
    picture = Image.new("RGB", (1280, 720), (245, 246, 248))
    draw, face = ImageDraw.Draw(picture), _face(set_name, 16)
    draw.rectangle((0, 0, 1280, 44), fill=rng.choice(COLOURS))
    draw.rectangle((0, 44, 230, 720), fill=(225, 228, 234))
    for number, word in enumerate(("Inbox", "Drafts", "Sent", "Archive", "Calendar")):
        draw.text((24, 70 + 36 * number), word, fill=(50, 50, 60), font=face)
    for row in range(11):
        y = 60 + row * 58
        who = draw_applicant(rng, set_name)
        draw.text((250, y), who.name, fill=(30, 30, 40), font=face)
        draw.text(
            (250, y + 22), f"Re: meeting on {rng.randrange(1, 29)} May", fill=(120, 120, 130), font=face
        )
        draw.line((240, y + 50, 1270, y + 50), fill=(210, 212, 218))
    return picture


def _icon(rng: Random, _set_name: str) -> Image.Image:
    """A small sign: an arrow, a cross, a heart of two circles."""
    side = rng.choice((16, 24, 32, 64, 128))
    picture = Image.new("RGB", (side, side), "white")
    draw, colour = ImageDraw.Draw(picture), rng.choice(COLOURS)
    draw.ellipse((0, 0, side - 1, side - 1), fill=colour)
    draw.line((side * 0.3, side * 0.3, side * 0.7, side * 0.7), fill="white", width=max(1, side // 10))
    draw.line((side * 0.3, side * 0.7, side * 0.7, side * 0.3), fill="white", width=max(1, side // 10))
    return picture


def _landscape(rng: Random, _set_name: str) -> Image.Image:
    """A photo without anything written: sky, hills, a sun."""
    wide, tall = rng.choice(((1600, 1200), (1200, 1600)))
    rows = np.linspace(0, 1, tall)[:, None, None]
    sky = np.array([120, 170, 230]) * (1 - rows) + np.array([235, 220, 200]) * rows
    picture = Image.fromarray(np.broadcast_to(sky, (tall, wide, 3)).astype(np.uint8))
    draw = ImageDraw.Draw(picture)
    for layer in range(4):
        base = tall * (0.5 + 0.12 * layer)
        edge = [(x, base + rng.uniform(-60, 60)) for x in range(0, wide + 100, 100)]
        shade = (40 + 10 * layer, 90 + 20 * layer, 50 + 8 * layer)
        draw.polygon([(0, tall), *edge, (wide, tall)], fill=shade)
    draw.ellipse((wide * 0.7, tall * 0.1, wide * 0.7 + 120, tall * 0.1 + 120), fill=(255, 240, 190))
    return picture.filter(ImageFilter.GaussianBlur(2))


def _desk(rng: Random, set_name: str) -> Image.Image:
    """A photo of a desk taken by mistake."""
    return Image.fromarray(draw_background(rng, set_name, (1200, 900)))


def _signature_alone(rng: Random, set_name: str) -> Image.Image:
    """The picture of a signature that somebody's mail program puts below their name."""
    page = PaperPage(np.full((120, 360, 3), 255, np.uint8), 144)
    strokes = draw_strokes(rng, set_name, width=150, height=45)
    moved = [[(x + 12, y + 7) for x, y in stroke] for stroke in strokes]
    return Image.fromarray(inked(page, "signature", moved, draw_pen(rng, set_name), rng).pixels)


def _square_code(rng: Random, _set_name: str, *, cells: int = 33) -> Image.Image:
    """Black and white squares that a telephone reads."""
    field = np.random.default_rng(rng.randrange(2**31)).integers(0, 2, (cells, cells)) * 255
    for x, y in ((0, 0), (0, cells - 7), (cells - 7, 0)):
        field[x : x + 7, y : y + 7] = 0
        field[x + 1 : x + 6, y + 1 : y + 6] = 255
        field[x + 2 : x + 5, y + 2 : y + 5] = 0
    side = cells * rng.choice((4, 8))
    return Image.fromarray(field.astype(np.uint8)).resize((side, side), Image.Resampling.NEAREST)


def _chart(rng: Random, set_name: str) -> Image.Image:
    """Bars with a heading, from somebody's slides."""
    picture = Image.new("RGB", (960, 540), "white")
    draw = ImageDraw.Draw(picture)
    draw.text((60, 24), "Devices bought new and used", fill=(40, 40, 50), font=_face(set_name, 30))
    for place in range(7):
        high = rng.randrange(60, 380)
        draw.rectangle((80 + place * 120, 480 - high, 160 + place * 120, 480), fill=rng.choice(COLOURS))
        draw.text((90 + place * 120, 490), str(2019 + place), fill=(40, 40, 50), font=_face(set_name, 24))
    return picture


PAINTERS: dict[str, dict[str, Painter]] = {
    "development": {
        "logo": _logo,
        "banner": _banner,
        "portrait": _portrait,
        "screenshot": _screenshot,
        "icon": _icon,
        "landscape": _landscape,
    },
    "held_out": {
        "company_sign": _logo,
        "signature_alone": _signature_alone,
        "square_code": partial(_square_code, cells=29),
        "chart": _chart,
        "desk": _desk,
        "button": _icon,
        "portrait": _portrait,
    },
}
"""What the pictures of each set show; signs, icons and portraits are painted alike in both."""


def _face(set_name: str, size_px: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(package_file(*PICTURE_FACES[set_name]), size_px)
