"""Made-up documents for trying the reader, each with its label; the same seed gives the same bytes.

``documents(set_name, seed, count)`` is the way in. There are two sets that share no layout, no
face, no name, no signing service and no kind of other paper; marks and ways of writing a date
overlap, HELD_OUT has more of both:

* DEVELOPMENT: whoever writes the reader looks at these as much as they like;
* HELD_OUT: only for measuring. Looking at its documents to mend the reader spoils the figure.

BLIND (blind_copies) and UNSEEN (unseen) were made by other hands with makers of their own, to find
out how much of the figures comes from the reader having grown up beside the first two.

What is drawn where is said in explicit lists: SHAPES (block_shapes), LAYOUTS (copies_typst, copies_docx),
STYLES (written_dates), *_MARKS and *_WORDS (signature_blocks), PLATFORMS (signing_platforms), CHOICES
(forms), ANNOTATED_MARKS (annotated_copies), PAPERS (other_papers), FAMILIES below. No reader is known here.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

from made_up import copies_docx, copies_typst
from made_up.annotated_copies import ANNOTATED_MARKS, annotated_copy
from made_up.blind_copies import BLIND_FAMILIES
from made_up.blind_faces import FACES as BLIND_FACES
from made_up.block_layouts import TooNarrowError
from made_up.block_shapes import SHAPES, shapes_of
from made_up.copies_drawn import ANNEX, BELOW, SIDE_BY_SIDE, Look, draw_copy
from made_up.forms import draw_form, form_copy
from made_up.labels import DOCX, Label, MadeDocument
from made_up.letters_printed import made_letter
from made_up.other_papers import draw_paper
from made_up.pact_text import TITLE, Line, short_pact, whole_pact
from made_up.pens import A4, LETTER, covers
from made_up.people import BLIND, SETS, Applicant, draw_applicant
from made_up.signature_blocks import Block, Words, draw_block
from made_up.signing_platforms import PLATFORMS, envelope_number, platforms_of
from made_up.unseen import UNSEEN, UNSEEN_FAMILIES

from pact.documents import DocumentKind

Maker = Callable[[Random, str], MadeDocument]
FACES: dict[str, dict[str, tuple[str, ...]]] = {
    "development": {
        "reportlab": ("helvetica", "times"),
        "fpdf": ("helvetica", "times"),
        "typst": copies_typst.DEVELOPMENT_FACES,
        "docx": ("Calibri", "Times New Roman"),
    },
    "held_out": {
        "reportlab": ("vera", "courier"),
        "fpdf": ("vera", "courier"),
        "typst": copies_typst.HELD_OUT_FACES,
        "docx": ("Georgia", "Verdana"),
    },
    BLIND: BLIND_FACES,
}
"""What each producer sets its copies in, by set."""


def documents(set_name: str, seed: int, count: int) -> Iterator[MadeDocument]:
    """Yield ``count`` documents of a set, families by turns; document n does not depend on ``count``."""
    assert set_name in (*SETS, UNSEEN), set_name
    for number in range(count):
        rng = Random(f"{set_name}-{seed}-{number}")
        if own := {BLIND: BLIND_FAMILIES, UNSEEN: UNSEEN_FAMILIES}.get(set_name):
            made = own[number % len(own)](rng)
        else:
            made = FAMILIES[number % len(FAMILIES)](rng, set_name)
        yield replace(made, file_name=f"{number:04}-{made.file_name}")


def drawn(producer: str, *, platform: bool = False, two: str = "") -> Maker:
    """Return a maker of copies by "reportlab" or "fpdf"."""

    def make(rng: Random, set_name: str) -> MadeDocument:
        look = _look(rng, set_name, producer)
        block = _block(rng, set_name, look.face, signature_style="platform" if platform else None)
        blocks = [block]
        if platform:
            blocks = [block := replace(block, platform=rng.choice(platforms_of(set_name)))]
            look = _with_record(look, block)
        if two:
            look = replace(look, two=two, size=min(look.size, 11))
            blocks = [replace(block, words=_short(block.words)), _second(rng, set_name, look.face, block)]
        if two == SIDE_BY_SIDE:
            blocks = [replace(each, words=_short(each.words)) for each in blocks]
        shape, data = _drawn_where_it_fits(producer, blocks, look, rng, set_name)
        name = "platform" if platform else f"two_{two}" if two else "drawn"
        return _signed(data, blocks, family=f"{name}_{producer}", layout=shape, font=look.face)

    return make


def set_by_typst(rng: Random, set_name: str) -> MadeDocument:
    """Return a copy by typst, the only maker of PDF here that prints every script."""
    block = _block(rng, set_name, None, faces=("script_face",))
    layout = rng.choice(copies_typst.layouts_of(set_name))
    if "two_columns" in layout:
        block = replace(block, words=_short(block.words))
    setting = copies_typst.Setting(
        face=rng.choice(FACES[set_name]["typst"]),
        size_pt=rng.choice((10, 11, 12.5)),
        own_page=rng.random() < 0.4,
        annex=rng.random() < 0.2,
    )
    data = copies_typst.typst_copy([block], layout, setting, _lines(rng), rng)
    return _signed(data, [block], family="typst", layout=layout, font=setting.face)


def typed_in_word(rng: Random, set_name: str) -> MadeDocument:
    """Return a copy as a Word document, at times with a second block."""
    block = _block(rng, set_name, None, faces=("script_face",))
    blocks = [block] if rng.random() < 0.85 else [block, _second(rng, set_name, None, block)]
    layout = rng.choice(copies_docx.layouts_of(set_name))
    face = rng.choice(FACES[set_name]["docx"])
    data = copies_docx.docx_copy(blocks, layout, _lines(rng), rng, face=face)
    made = _signed(data, blocks, family="docx", layout=layout, font=face)
    return MadeDocument("signed.docx", data, replace(made.label, medium="docx"), DOCX)


def form(state: str) -> Maker:
    """Return a maker of filled forms; ``state`` as in forms.Form."""

    def make(rng: Random, set_name: str) -> MadeDocument:
        made, look = draw_form(rng, set_name, state), _look(rng, set_name, "reportlab")
        # A form printed flat, or with pictures of its values, is set in a standard face.
        face = None if state == "bare" else "helvetica"
        style = rng.choice(("", "picture", "typed"))
        block = replace(_block(rng, set_name, face, signature_style=style), mark_style=f"form_{made.choice}")
        block = replace(block, words=_short(block.words))
        data = form_copy(block, made, replace(look, size=11), rng)
        return _signed(data, [block], family=f"form_{state}", layout=f"form_{made.choice}", font=look.face)

    return make


def commented(rng: Random, set_name: str) -> MadeDocument:
    """Return a blank copy filled in with annotations."""
    look = replace(_look(rng, set_name, producer := rng.choice(("reportlab", "fpdf"))), size=11)
    has_appearance = rng.random() < 0.7
    style = rng.choice(("ink_annotation", "stamp_annotation", "ink_annotation", ""))
    block = _block(rng, set_name, "helvetica" if has_appearance else None, signature_style=style)
    block = replace(block, mark_style=rng.choice(ANNOTATED_MARKS[set_name]), words=_short(block.words))
    data = annotated_copy(producer, block, look, rng, with_appearance=has_appearance)
    return _signed(data, [block], family="annotated", layout="annotated", font=look.face)


def empty_copy(rng: Random, set_name: str) -> MadeDocument:
    """Return a copy that nobody filled in or signed."""
    producer = rng.choice(("reportlab", "fpdf"))
    look = _look(rng, set_name, producer)
    words = _block(rng, set_name, None).words
    block = Block(None, None, "", None, words=words)
    shape = rng.choice([name for name in shapes_of(set_name) if SHAPES[name].columns == 1])
    data = draw_copy(producer, [block], shape, look, rng)
    return _signed(data, [block], family="empty", layout=shape, font=look.face)


def letter(rng: Random, set_name: str) -> MadeDocument:
    """Return a Letter of Support."""
    return made_letter(rng, set_name, FACES[set_name])


def other_paper(rng: Random, set_name: str) -> MadeDocument:
    """Return a paper that is no application."""
    return draw_paper(rng, set_name, FACES[set_name]["reportlab"])


FAMILIES: tuple[Maker, ...] = (
    drawn("reportlab"),
    set_by_typst,
    typed_in_word,
    letter,
    drawn("fpdf"),
    other_paper,
    form("drawn"),
    set_by_typst,
    drawn("reportlab"),
    form("bare"),
    letter,
    drawn("reportlab", two=SIDE_BY_SIDE),
    typed_in_word,
    commented,
    drawn("fpdf"),
    empty_copy,
    drawn("reportlab", platform=True),
    letter,
    form("flat"),
    set_by_typst,
    other_paper,
    drawn("fpdf", two=BELOW),
    drawn("reportlab"),
    typed_in_word,
)
"""Makers by turns; a family that stands here several times is met more often."""


def _look(rng: Random, set_name: str, producer: str) -> Look:
    return Look(
        face=rng.choice(FACES[set_name][producer]),
        paper=rng.choice((A4, A4, LETTER)),
        size=rng.choice((10, 11, 12)),
        margin=rng.choice((54, 64, 80)),
        own_page=rng.random() < 0.4,
        behind=ANNEX if rng.random() < 0.15 else (),
        running_head=rng.choice(("", TITLE, f"{TITLE} – copy for signing")),
        page_numbers=rng.random() < 0.8,
        lines=_lines(rng),
    )


def _lines(rng: Random) -> tuple[Line, ...]:
    # Every third copy is as long as a real one; the others are cheaper to make and to read.
    return whole_pact() if rng.random() < 1 / 3 else short_pact(rng, 45)


def _block(
    rng: Random,
    set_name: str,
    face: str | None,
    *,
    signature_style: str | None = None,
    faces: tuple[str, ...] = (),
) -> Block:
    """Return a block that the face can print; None stands for one that prints everything."""
    while True:
        applicant = draw_applicant(rng, set_name)
        style = rng.choice(faces) if faces and rng.random() < 0.15 else signature_style
        block = draw_block(rng, set_name, applicant, signature_style=style)
        if face is None or covers(face, "".join(_printed(block))):
            return block


def _printed(block: Block) -> Iterator[str]:
    for label, value in block.texts:
        yield label + value


def _drawn_where_it_fits(
    producer: str, blocks: list[Block], look: Look, rng: Random, set_name: str
) -> tuple[str, bytes]:
    """Return a layout of the set and the copy drawn in it; layouts too narrow are passed over.

    The blocks' labels may be shortened on the way; what they say stays the same.
    """
    while True:
        shape = rng.choice(shapes_of(set_name))
        if SHAPES[shape].columns > 1 and look.two == SIDE_BY_SIDE and blocks[1:]:
            continue
        if SHAPES[shape].columns > 1:
            blocks = [replace(block, words=Words()) for block in blocks]
            look = replace(look, size=9, margin=48)
        try:
            return shape, draw_copy(producer, blocks, shape, look, rng)
        except TooNarrowError:
            continue


def _second(rng: Random, set_name: str, face: str | None, first: Block) -> Block:
    """Another person of the same organisation, who signs in another role."""
    other = _block(rng, set_name, face)
    assert first.applicant is not None
    assert other.applicant is not None
    who = Applicant(
        first.applicant.organisation, other.applicant.name, other.applicant.title, first.applicant.language
    )
    # Both blocks stand on one sheet, so they share its words and its way of marking.
    return replace(other, applicant=who, words=_short(first.words), mark_style=first.mark_style)


def _short(words: Words) -> Words:
    return words if words.are_short else Words()


def _with_record(look: Look, block: Block) -> Look:
    assert block.applicant is not None
    service, who = PLATFORMS[block.platform], block.applicant
    known = {
        "number": envelope_number(who.name),
        "name": who.name,
        "title": who.title,
        "organisation": who.organisation,
    }
    record = tuple(line.format(**known) for line in service.record)
    return replace(look, running_head=service.head.format(**known), behind=record)


def _signed(data: bytes, blocks: list[Block], *, family: str, layout: str, font: str) -> MadeDocument:
    first = blocks[0]
    label = Label(
        DocumentKind.SIGNED_PACT,
        tuple(block.label for block in blocks),
        family=family,
        layout=layout,
        mark_style=first.mark_style,
        date_style=first.written.style if first.written else "",
        font=font,
    )
    return MadeDocument("signed.pdf", data, label)
