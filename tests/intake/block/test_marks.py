"""The participation type is what is marked, by whatever mark; words alone mark nothing."""

from collections.abc import Callable

import pytest
from made_up.sheets import LABELS, OPTIONS, VALUES, Sheet, with_type
from reportlab.lib.colors import Color

from intake.reading.read_file import read_file
from pact.documents import DocumentAsRead

NAMES = ("Coordinating organization", "procuring organization", "both")
Spans = list[tuple[float, float]]


def read(sheet: Sheet) -> DocumentAsRead:
    return read_file(sheet.pdf(), "application/pdf")


def marked(sheet: Sheet) -> str | None:
    return read(sheet).signatories[0].participation_type.value


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        (OPTIONS, None),
        ("Coordinating organization / procuring organization", None),
        ("Coordinating organization / procuring organization / both*", None),
        (f"{OPTIONS} (strike out what does not apply)", None),
        ("Both", "both"),
        ("Procuring", "procuring"),
        ("We take part as a procuring organization", "procuring"),
        ("Coordinating organization and procuring organization", "both"),
        ("Both coordinating and procuring organization", "both"),
        ("[ ] Coordinating organization  [ ] procuring organization  [ ] both", None),
        ("( ) Coordinating organization  (x) procuring organization  ( ) both", "procuring"),
        ("Coordinating organization [ ]  procuring organization [x]  both [ ]", "procuring"),
        ("Coordinating organization / x procuring organization / both", "procuring"),
        ("Coordinating organization / procuring organization x / both", "procuring"),
        ("Coordinating organization / > procuring organization < / both", "procuring"),
        ("Coordinating organization: no  Procuring organization: yes", "procuring"),
    ],
)
def test_print_marks_by_ticks_and_by_what_is_left(printed: str, value: str | None) -> None:
    assert marked(with_type(printed)[0]) == value


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("Coordinating organization / PROCURING ORGANIZATION / both", "procuring"),
        (f"{OPTIONS}: both", "both"),
    ],
)
def test_weak_marks_are_read_but_never_sure(printed: str, value: str) -> None:
    field = read(with_type(printed)[0]).signatories[0].participation_type

    assert (field.value, field.sure) == (value, False)


def test_two_ticks_contradict_each_other_and_that_is_said() -> None:
    document = read(with_type("[x] Coordinating organization  [x] procuring organization  [ ] both")[0])

    assert document.signatories[0].participation_type.value is None
    assert [(r.code, r.seen) for r in document.remarks] == [
        ("contradictory_marks", "marked: coordinating, procuring")
    ]


def drawn(
    mark: Callable[[Sheet, Spans, float], None] | None = None, faces: dict[int, str] | None = None
) -> Sheet:
    sheet, x, y = with_type()
    spans: Spans = []
    for number, name in enumerate(NAMES):
        end = sheet.put(x, y, name, face=(faces or {}).get(number, ""))
        spans.append((x, end))
        x = end if number == 2 else sheet.put(end, y, " / ")
    if mark is not None:
        mark(sheet, spans, y)
    return sheet


def strike(sheet: Sheet, spans: Spans, y: float, *which: int) -> None:
    for number in which:
        sheet.line(spans[number][0], y + 3, spans[number][1], y + 3)


def circle(sheet: Sheet, spans: Spans, y: float, *which: int) -> None:
    for number in which:
        sheet.canvas.ellipse(spans[number][0] - 4, y - 6, spans[number][1] + 4, y + 13)


@pytest.mark.parametrize("number", range(3))
def test_the_bold_option_is_marked(number: int) -> None:
    assert marked(drawn(faces={number: "Helvetica-Bold"})) == ("coordinating", "procuring", "both")[number]


PEN: dict[str, tuple[Callable[[Sheet, Spans, float], None], str | None]] = {
    "underlined": (lambda s, p, y: s.line(p[1][0], y - 2, p[1][1], y - 2), "procuring"),
    "others struck": (lambda s, p, y: strike(s, p, y, 0, 2), "procuring"),
    "one line through two": (lambda s, p, y: s.line(p[0][0] - 2, y + 3, p[1][1] + 2, y + 3), "both"),
    "only one struck": (lambda s, p, y: strike(s, p, y, 0), None),
    "all struck": (lambda s, p, y: strike(s, p, y, 0, 1, 2), None),
    "circled": (lambda s, p, y: circle(s, p, y, 1), "procuring"),
    "two circled": (lambda s, p, y: circle(s, p, y, 1, 2), None),
    "framed": (lambda s, p, y: s.box(p[1][0] - 3, y - 4, p[1][1] - p[1][0] + 6, 15), "procuring"),
    "highlighted": (
        lambda s, p, y: s.box(p[1][0] - 3, y - 4, p[1][1] - p[1][0] + 6, 15, Color(1, 1, 0, alpha=0.5)),
        "procuring",
    ),
    "ticked by pen": (
        lambda s, p, y: s.canvas.lines(
            [(p[2][0] - 9, y + 4, p[2][0] - 6, y), (p[2][0] - 6, y, p[2][0], y + 11)]
        ),
        "both",
    ),
}


@pytest.mark.parametrize("how", PEN)
def test_pen_marks_on_the_printed_list(how: str) -> None:
    mark, value = PEN[how]

    assert marked(drawn(mark)) == value


def cross(sheet: Sheet, x: float, y: float) -> None:
    sheet.line(x, y, x + 8, y + 8)
    sheet.line(x, y + 8, x + 8, y)


def letter_x(sheet: Sheet, x: float, y: float) -> None:
    sheet.put(x + 1, y + 1, "X", points=8)


FILLINGS: dict[str, Callable[[Sheet, float, float], None]] = {
    "cross": cross,
    "tick": lambda s, x, y: s.canvas.lines([(x, y + 4, x + 3, y), (x + 3, y, x + 9, y + 10)]),
    "filled": lambda s, x, y: s.box(x + 1.5, y + 1.5, 5, 5, Color(0, 0, 0)),
    "letter": letter_x,
    "overshooting": lambda s, x, y: s.canvas.lines(
        [(x - 3, y - 3, x + 12, y + 12), (x - 3, y + 12, x + 12, y - 3)]
    ),
}


@pytest.mark.parametrize("filling", FILLINGS)
@pytest.mark.parametrize("behind", [False, True])
def test_drawn_boxes_before_or_behind_their_options(filling: str, behind: bool) -> None:
    sheet, x, y = with_type()
    x += 14
    for number, name in enumerate(NAMES):
        end = sheet.put(x, y, name, points=9)
        left = end + 4 if behind else x - 12
        sheet.box(left, y, 8, 8)
        if number == 1:
            FILLINGS[filling](sheet, left, y)
        x = end + 24

    assert marked(sheet) == "procuring"


def test_boxes_that_are_all_empty_mark_nothing() -> None:
    sheet, x, y = with_type()
    for name in NAMES:
        sheet.box(x, y, 8, 8)
        x = sheet.put(x + 12, y, name, points=9) + 12

    assert marked(sheet) is None


def test_a_box_at_a_lines_end_belongs_to_the_option_on_the_next_line() -> None:
    sheet, x, y = with_type()
    places = ((x, y, NAMES[0]), (x + 150, y, NAMES[1]), (x, y - 13, NAMES[2]))
    for left, bottom, name in places:
        sheet.put(left + 12, bottom, name, points=9)
    for left, bottom in ((x, y), (x + 150, y), (x + 270, y)):
        sheet.box(left, bottom, 8, 8)
    cross(sheet, x + 270, y)

    # The third box ends the first line; "both" begins the second without one before it.
    assert marked(sheet) == "both"


def test_round_boxes_are_ticked_by_a_dot() -> None:
    sheet, x, y = with_type()
    for number, name in enumerate(NAMES):
        sheet.canvas.circle(x + 4, y + 4, 4)
        if number == 2:
            sheet.canvas.circle(x + 4, y + 4, 2.2, fill=1)
        x = sheet.put(x + 12, y, name, points=9) + 12

    assert marked(sheet) == "both"


@pytest.mark.parametrize(
    ("rows", "value"),
    [
        (("[ ] Coordinating organization", "[x] Procuring organization", "[ ] Both"), "procuring"),
        (("Coordinating organization", "Procuring organization", "Both   x"), "both"),
        (("Coordinating organization", "Procuring organization", "Both"), None),
        (
            (
                "[x] Coordinating organization (we bring procuring organizations together)",
                "[ ] Procuring organization (we buy ourselves)",
                "[ ] Both",
            ),
            "coordinating",
        ),
    ],
)
def test_options_below_one_another(rows: tuple[str, ...], value: str | None) -> None:
    sheet, y = Sheet(), 720.0
    for label, given in zip(LABELS, VALUES, strict=True):
        sheet.put(75, y, label)
        for line in rows if label == "Participation type" else (given,):
            sheet.put(215, y, line)
            y -= 14
        y -= 10

    assert marked(sheet) == value
