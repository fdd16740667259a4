"""Printed papers to scan: copies filled in digitally, whole copies with their text, letters and the rest."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from made_up import copies_typst
from made_up.altered_pact import altered_pact, clause_numbers
from made_up.block_layouts import TooNarrowError
from made_up.block_shapes import SHAPES, shapes_of
from made_up.copies_drawn import Look, Sheet, draw_copy
from made_up.filled_forms import PRINT_FACES, Paper
from made_up.labels import AlteredClause, MadeDocument, SignatoryLabel
from made_up.letters_printed import made_letter
from made_up.other_papers import draw_paper
from made_up.pact_text import TITLE, Line, Rank, short_pact, whole_pact
from made_up.paper_pages import PaperPage, printed_pages
from made_up.pen_choices import OFF_OTHERS
from made_up.pen_ink import draw_pen, inked
from made_up.pen_signatures import draw_strokes
from made_up.pens import A4, ReportlabPen, covers
from made_up.people import draw_applicant
from made_up.printed_forms import Rect
from made_up.signature_blocks import Block, draw_block
from made_up.signed_copies import FACES

from pact.documents import SignatureKind

Source = Callable[[Random, str], Paper]
PRINT_DPI = 220
"""Dots per inch of the printers."""


def printed_copy(rng: Random, set_name: str) -> Paper:
    """Return the signature page of a copy filled in by keyboard and printed; most are signed by pen."""
    block, shape, face, data = _drawn_copy(rng, set_name)
    page = printed_pages(data, PRINT_DPI, -1, with_words=True)[0]
    label = block.label
    if rng.random() < 0.85:
        page = _signed_by_pen(page, block, shape, rng, set_name)
        label = replace(label, signature=SignatureKind.DRAWN)
    return _paper(page, block, label, layout=shape, face=face)


def set_copy(rng: Random, set_name: str) -> Paper:
    """Return the signature page of a copy that typst has set, in any script, printed and signed by pen."""
    applicant = draw_applicant(rng, set_name)
    block = draw_block(rng, set_name, applicant, signature_style="")
    layouts = [name for name in copies_typst.layouts_of(set_name) if "two_columns" not in name]
    layout = rng.choice(layouts)
    setting = copies_typst.Setting(rng.choice(FACES[set_name]["typst"]), rng.choice((10, 11, 12)))
    data = copies_typst.typst_copy([block], layout, setting, short_pact(rng, 6), rng)
    page = printed_pages(data, PRINT_DPI, -1, with_words=True)[0]
    label = block.label
    if rng.random() < 0.85:
        page = _signed_below(page, rng, set_name)
        label = replace(label, signature=SignatureKind.DRAWN)
    return _paper(page, block, label, layout=layout, face=setting.face)


def text_pages(rng: Random, set_name: str, lines: tuple[Line, ...], *, size: float) -> bytes:
    """Return the text of the pact as a PDF without a signature block."""
    face = rng.choice([name for name in PRINT_FACES[set_name] if name != "courier"])
    look = Look(
        face=face,
        size=size,
        margin=rng.choice((60, 72, 84)),
        running_head=rng.choice(("", TITLE)),
        lines=lines,
    )
    sheet = Sheet(ReportlabPen(face, A4), look)
    sheet.text_of_the_pact()
    return sheet.finish()


def behind_its_text(source: Source, *, size: float, altered: bool = False, last: int | None = None) -> Source:
    """Return a source of whole copies: the pact's text on paper, then the page that ``source`` gives.

    ``size`` of letters says how many pages it takes; ``last`` keeps only so many of the text's pages.
    ``altered``: some clauses of the text are not as they were.
    """

    def copy(rng: Random, set_name: str) -> Paper:
        told: tuple[AlteredClause, ...] = ()
        lines = whole_pact()
        if altered:
            lines, told = altered_pact(rng, set_name, rng.choice((1, 1, 2)))
        data = text_pages(rng, set_name, lines, size=size)
        text = printed_pages(data, PRINT_DPI, -last if last else 0, with_words=True)
        paper = source(rng, set_name)
        return replace(paper, pages=[*text, *paper.pages], altered=told)

    return copy


def with_struck_clause(source: Source) -> Source:
    """Return a source of whole copies in which a pen struck one clause of the printed text."""

    def copy(rng: Random, set_name: str) -> Paper:
        paper = source(rng, set_name)
        lines, pen = list(whole_pact()), draw_pen(rng, set_name)
        numbers = clause_numbers(lines)
        points = [place for place, line in enumerate(lines) if numbers[place] and line.rank is Rank.POINT]
        while True:
            place = rng.choice(points)
            if found := _printed_lines(paper.pages, lines[place].text):
                break
        sheet, boxes = found
        strokes = [stroke for box in boxes for stroke in OFF_OTHERS["pen_strike_others"](rng, box)]
        pages = list(paper.pages)
        pages[sheet] = inked(pages[sheet], "0:struck_clause", strokes, pen, rng)
        told = AlteredClause(numbers[place], "missing", lines[place].text, "")
        return replace(paper, pages=pages, altered=(told,))

    return copy


def _printed_lines(pages: Sequence[PaperPage], text: str) -> tuple[int, list[Rect]] | None:
    """Return the page on which the text stands whole and the box of each of its lines, in points."""
    wanted = text.split()
    for number, page in enumerate(pages):
        words = [word.text for word in page.words]
        for first in range(len(words) - len(wanted) + 1):
            if words[first : first + len(wanted)] != wanted:
                continue
            boxes: list[Rect] = []
            for word in page.words[first : first + len(wanted)]:
                left, top, right, bottom = (edge / page.points for edge in word.box)
                if boxes and left > boxes[-1][0]:
                    last = boxes.pop()
                    left, top, bottom = last[0], min(top, last[1]), max(bottom, last[3])
                boxes.append((left, top, right, bottom))
            return number, boxes
    return None


def printed_letter(rng: Random, set_name: str) -> Paper:
    """Return a Letter of Support on paper, as its makers put and signed it."""
    faces = {producer: FACES[set_name][producer] for producer in ("reportlab", "fpdf", "typst")}
    made = made_letter(rng, set_name, faces)
    return _as_made(made)


def other_printed_paper(rng: Random, set_name: str) -> Paper:
    """Return a paper that is no application."""
    return _as_made(draw_paper(rng, set_name, FACES[set_name]["reportlab"]))


def _as_made(made: MadeDocument) -> Paper:
    label = made.label
    return Paper(
        printed_pages(made.data, PRINT_DPI, with_words=True),
        label.signatories,
        layout=label.family,
        date_style=label.date_style,
        font=label.font,
        kind=label.kind,
        endorses=label.endorses,
    )


def _paper(page: PaperPage, block: Block, label: SignatoryLabel, *, layout: str, face: str) -> Paper:
    date_style = block.written.style if block.written else ""
    return Paper(
        [page], (label,), layout=layout, mark_style=block.mark_style, date_style=date_style, font=face
    )


def _drawn_copy(rng: Random, set_name: str) -> tuple[Block, str, str, bytes]:
    face = rng.choice(PRINT_FACES[set_name])
    while True:
        applicant = draw_applicant(rng, set_name)
        block = draw_block(rng, set_name, applicant, signature_style="")
        texts = "".join(label + value for label, value in block.texts)
        shape = rng.choice(shapes_of(set_name))
        if not covers(face, texts) or SHAPES[shape].columns > 1:
            continue
        look = Look(
            face=face,
            paper=A4,
            size=rng.choice((10, 11, 12)),
            own_page=rng.random() < 0.4,
            lines=short_pact(rng, 8),
        )
        try:
            return block, shape, face, draw_copy("reportlab", [block], shape, look, rng)
        except TooNarrowError:
            continue


def _signed_by_pen(page: PaperPage, block: Block, shape: str, rng: Random, set_name: str) -> PaperPage:
    """Return the page with a signature beside or below the printed word for it."""
    first = block.words.signature.split()[0]
    word = [word for word in page.words if word.text.startswith(first)][-1]
    left, _, right, bottom = (edge / page.points for edge in word.box)
    beside = SHAPES[shape].beside
    x, y = (right + rng.uniform(45, 90), bottom - 6) if beside else (left, bottom + 8)
    wide, tall = rng.uniform(90, 170), rng.uniform(24, 44)
    y -= tall * rng.uniform(0.1, 0.4)
    strokes = draw_strokes(rng, set_name, width=wide, height=tall)
    moved = [[(x + a, y + b) for a, b in stroke] for stroke in strokes]
    return inked(page, "0:signature", moved, draw_pen(rng, set_name), rng)


def _signed_below(page: PaperPage, rng: Random, set_name: str) -> PaperPage:
    """Return the page with a signature in the room that typst left behind the last printed word."""
    block = [word for word in page.words if word.box[3] < page.pixels.shape[0] * 0.94]
    last = max(block, key=lambda word: word.box[3])
    x, y = last.box[2] / page.points + rng.uniform(40, 90), last.box[1] / page.points + rng.uniform(-14, 4)
    strokes = draw_strokes(rng, set_name, width=rng.uniform(90, 160), height=rng.uniform(24, 40))
    moved = [[(x + a, y + b) for a, b in stroke] for stroke in strokes]
    return inked(page, "0:signature", moved, draw_pen(rng, set_name), rng)
