"""Printed blocks as people fill them in: by keyboard or by hand, marked by print or by pen, signed or not."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from random import Random

from made_up.block_layouts import TooNarrowError
from made_up.copies_drawn import Look, Sheet
from made_up.form_layouts import DATE, FORM_LAYOUTS, FORM_WORDS, ROLE, SIGNATURE, FormLayout
from made_up.handwriting import HANDS, Hand, WritingLine, can_write, written
from made_up.labels import AlteredClause, SignatoryLabel
from made_up.pact_text import TITLE, Line, short_pact
from made_up.paper_pages import PaperPage, printed_pages
from made_up.pen_choices import CONTRADICTIONS, contradicting, marked_by_pen, pen_marks_for
from made_up.pen_ink import RealPen, draw_pen, inked
from made_up.pen_signatures import draw_strokes
from made_up.pens import A4, LETTER, ReportlabPen, covers
from made_up.people import Applicant, draw_applicant
from made_up.printed_forms import TYPED_FIELDS, FormPlaces, Typed, open_form, print_form
from made_up.rubber_stamps import stamped
from made_up.signature_blocks import Words
from made_up.written_dates import WrittenDate, write_date

from pact.documents import DocumentKind, ParticipationType, SignatureKind

PRINT_FACES = {"development": ("helvetica", "times", "pt_sans"), "held_out": ("vera", "courier", "pt_serif")}
"""What forms are printed in; the sets share none."""
PRINT_MARKS = {
    "development": ("bold", "underlined", "struck", "only", "x_before"),
    "held_out": ("bold", "underlined", "struck", "only", "x_before", "only"),
}
BOX_MARKS = {
    "development": ("box_crossed", "box_ticked"),
    "held_out": ("box_crossed", "box_ticked", "box_filled"),
}
NOT_MARKED = ""
NOTE = "note"
NOTES = {
    "development": ("subject to approval by the council", "only until 2027", "see our letter of 3 May"),
    "held_out": ("not for our schools", "paragraph 5.3 does not apply", "pending budget 2026", "ok, J.S."),
}
"""What a pen adds that nobody asked for."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a block is filled in: ``by_hand`` the fields a pen writes, ``blank`` those left empty.

    ``mark``: "print", "pen", "contradictory" or "none"; ``signature``: "pen", "pen_and_stamp",
    "typed" or "none". ``note``: a pen added a remark below the block.
    """

    by_hand: tuple[str, ...] = ()
    blank: tuple[str, ...] = ()
    mark: str = "print"
    signature: str = "pen"
    note: bool = False


@dataclass(frozen=True)
class Paper:
    """Sheets of paper, filled in, before any scanner or camera: pixels, places of pens, and the truth.

    ``labels`` are without places, which are known once the paper has been photographed: a place is
    called by its block's number and its field, as in "0:name".
    """

    pages: list[PaperPage]
    labels: tuple[SignatoryLabel, ...]
    layout: str = ""
    mark_style: str = ""
    date_style: str = ""
    font: str = ""
    kind: DocumentKind = DocumentKind.SIGNED_PACT
    endorses: bool | None = None
    altered: tuple[AlteredClause, ...] = ()


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a form is put on paper."""

    dpi: float
    side_by_side: bool
    with_text: bool


@dataclass(slots=True)
class _Plan:
    """What goes into one block."""

    manner: Manner
    who: Applicant
    when: WrittenDate
    role: ParticipationType
    style: str
    hand: Hand
    pen: RealPen
    places: FormPlaces = field(default_factory=FormPlaces)

    @property
    def values(self) -> dict[str, str]:
        who = self.who
        return {
            "organisation": who.organisation,
            "name": who.name,
            "title": who.title,
            "date": self.when.text,
        }

    def stands(self, name: str) -> bool:
        return name not in self.manner.blank

    @property
    def typed(self) -> Typed:
        """What the keyboard does of it."""
        printed = {
            name: text
            for name, text in self.values.items()
            if self.stands(name) and name not in self.manner.by_hand
        }
        role = self.role if self.manner.mark == "print" else None
        name = self.who.name if self.manner.signature == "typed" else ""
        return Typed(printed, role, self.style if role else "", name)

    @property
    def label(self) -> SignatoryLabel:
        """The truth about it, without places."""
        values = {name: text if self.stands(name) else None for name, text in self.values.items()}
        is_drawn = self.manner.signature.startswith("pen")
        other = SignatureKind.TYPED if self.manner.signature == "typed" else SignatureKind.NONE
        return SignatoryLabel(
            organisation=values["organisation"],
            name=values["name"],
            title=values["title"],
            participation_type=self.role if self.manner.mark in ("print", "pen") else None,
            date=self.when.iso if self.stands(DATE) else None,
            ambiguous_date=self.when.is_ambiguous and self.stands(DATE),
            signature=SignatureKind.DRAWN if is_drawn else other,
            contradictory_marks=self.manner.mark == "contradictory",
        )


def filled_form(
    rng: Random,
    set_name: str,
    manners: tuple[Manner, ...],
    *,
    dpi: float,
    side_by_side: bool = False,
    with_text: bool = True,
) -> Paper:
    """Return the signature page of a form filled in, one block for each manner.

    ``with_text`` false: nothing of the pact stands above the block, as where its pages come before.
    """
    shape = _Shape(dpi, side_by_side, with_text)
    while True:
        layout, words = rng.choice(FORM_LAYOUTS[set_name]), rng.choice(FORM_WORDS[set_name])
        if side_by_side and layout.columns > 1:
            continue
        try:
            return _printed_and_filled(rng, set_name, manners, (layout, words), shape)
        except TooNarrowError:
            continue


def _printed_and_filled(
    rng: Random,
    set_name: str,
    manners: tuple[Manner, ...],
    form: tuple[FormLayout, Words],
    shape: _Shape,
) -> Paper:
    layout, words = form
    side_by_side = shape.side_by_side
    face = rng.choice(PRINT_FACES[set_name])
    plans = [_plan(rng, set_name, manner, face, layout) for manner in manners]
    # Whoever signs beside another marks as the other did.
    plans = [replace(plan, style=plans[0].style) for plan in plans]
    sheet = _sheet(rng, layout, face, with_text=shape.with_text)
    open_form(sheet, layout, layout.row_pt * 8 * (1 if side_by_side else len(plans)))
    top, share = sheet.y, sheet.width / (len(plans) if side_by_side else 1)
    for number, plan in enumerate(plans):
        if side_by_side:
            sheet.y = top
        x = sheet.look.margin + (number * (share + 8) if side_by_side else 0)
        wide = share - 8 if side_by_side else share
        plan.places = print_form(sheet, layout, words, plan.typed, x=x, width=wide)
        sheet.y -= 0 if side_by_side else 22
    if sheet.y < 20:
        raise TooNarrowError(layout.name)
    data = sheet.finish()
    page = printed_pages(data, shape.dpi, -1, with_words=True)[0]
    for number, plan in enumerate(plans):
        page = _by_pen(page, plan, f"{number}:", rng, set_name)
    first = plans[0]
    return Paper(
        [page],
        tuple(plan.label for plan in plans),
        layout=layout.name,
        mark_style=first.style,
        date_style=first.when.style,
        font=face,
    )


def _sheet(rng: Random, layout: FormLayout, face: str, *, with_text: bool) -> Sheet:
    paper = rng.choice((A4, A4, A4, LETTER))
    lines: tuple[Line, ...] = short_pact(rng, rng.choice((2, 4, 6)))
    look = Look(
        face=face,
        paper=paper,
        size=rng.choice((9, 10, 11)),
        margin=rng.choice((50, 60, 72)),
        running_head=rng.choice(("", TITLE, f"{TITLE} – signature page")),
        page_numbers=rng.random() < 0.7 and not layout.footer,
        lines=lines[1:] if rng.random() < 0.6 and with_text else (),
    )
    sheet = Sheet(ReportlabPen(face, paper), look)
    sheet.text_of_the_pact()
    return sheet


def _plan(rng: Random, set_name: str, manner: Manner, face: str, layout: FormLayout) -> _Plan:
    while True:
        who, hand = draw_applicant(rng, set_name), rng.choice(HANDS[set_name])
        when = write_date(rng, set_name, who.language)
        plan = _Plan(
            manner,
            who,
            when,
            role=rng.choice(list(ParticipationType)),
            style=_mark_style(rng, set_name, manner, layout),
            hand=hand,
            pen=draw_pen(rng, set_name),
        )
        by_hand = "".join(plan.values[name] for name in manner.by_hand)
        if covers(face, "".join(plan.typed.values.values())) and can_write(hand, by_hand):
            return plan


def _mark_style(rng: Random, set_name: str, manner: Manner, layout: FormLayout) -> str:
    styles: dict[str, Callable[[], tuple[str, ...]]] = {
        "print": lambda: BOX_MARKS[set_name] if layout.has_boxes else PRINT_MARKS[set_name],
        "pen": lambda: pen_marks_for(set_name, has_boxes=layout.has_boxes),
        "contradictory": lambda: CONTRADICTIONS,
        "none": lambda: (NOT_MARKED,),
    }
    return rng.choice(styles[manner.mark]())


def _by_pen(page: PaperPage, plan: _Plan, prefix: str, rng: Random, set_name: str) -> PaperPage:
    """Write, mark and sign what the block's plan leaves to a pen."""
    places, by = plan.places, (plan.hand, plan.pen)
    for name in TYPED_FIELDS:
        if name in plan.manner.by_hand and plan.stands(name):
            x, base, width = places.lines[name]
            line = WritingLine(x + rng.uniform(0, 8), base + rng.uniform(-2, 1), width - 8, places.size)
            page = written(page, prefix + name, plan.values[name], line, by=by, rng=rng)
    if plan.manner.mark == "pen":
        chosen = list(ParticipationType).index(plan.role)
        strokes = marked_by_pen(rng, plan.style, places.options, chosen)
        page = inked(page, prefix + ROLE, strokes, plan.pen, rng)
    elif plan.manner.mark == "contradictory":
        page = inked(page, prefix + ROLE, contradicting(rng, plan.style, places.options), plan.pen, rng)
    if plan.manner.note:
        x, below = places.lines[SIGNATURE][0], max(base for _, base, _ in places.lines.values())
        line = WritingLine(x - rng.uniform(0, 60), below + rng.uniform(34, 60), 260)
        page = written(page, prefix + NOTE, rng.choice(NOTES[set_name]), line, by=by, rng=rng)
    return _signed(page, plan, prefix, rng, set_name) if plan.manner.signature.startswith("pen") else page


def _signed(page: PaperPage, plan: _Plan, prefix: str, rng: Random, set_name: str) -> PaperPage:
    x, base, width = plan.places.lines[SIGNATURE]
    wide, tall = min(rng.uniform(80, 170), width), rng.uniform(24, 46)
    x += rng.uniform(0, max(width - wide, 1) * 0.4)
    base += rng.uniform(-4, 6)
    strokes = draw_strokes(rng, set_name, width=wide, height=tall)
    moved = [[(x + a, base - tall + b) for a, b in stroke] for stroke in strokes]
    # Who signs is not always who filled it in.
    pen = plan.pen if rng.random() < 0.7 else draw_pen(rng, set_name)
    page = inked(page, prefix + SIGNATURE, moved, pen, rng)
    if plan.manner.signature == "pen_and_stamp":
        middle = (x + wide + rng.uniform(0, 40), base - rng.uniform(0, 30))
        page = stamped(page, plan.who.organisation, middle, rng, set_name)
    return page
