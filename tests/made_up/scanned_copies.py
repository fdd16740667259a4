"""Made-up scans and photos of signed copies, each with its label; the same seed gives the same bytes.

``scanned(set_name, seed, count)`` is the way in, for the sets DEVELOPMENT and HELD_OUT, which share no
scanner, camera, pen, hand, layout or face. What they are for is said in signed_copies. Documents are made
one by one as they are asked for: a run of thousands needs no more memory than one.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

from made_up.copy_sources import (
    PRINT_DPI,
    Source,
    behind_its_text,
    other_printed_paper,
    printed_copy,
    printed_letter,
    set_copy,
    text_pages,
    with_struck_clause,
)
from made_up.filled_forms import Manner, Paper, filled_form
from made_up.form_layouts import DATE, NAME, ORGANISATION, TITLE
from made_up.labels import MadeDocument
from made_up.not_documents import no_document
from made_up.pact_text import whole_pact
from made_up.people import DEVELOPMENT, HELD_OUT
from made_up.person_cards import copied_card
from made_up.scan_captures import (
    Captured,
    as_layered_pdf,
    as_pdf,
    as_photo,
    as_picture,
    as_screenshot,
    as_shrunk_photo,
    as_small_photo,
    as_tiff,
    as_turned_pdf,
    as_two_up,
    behind_text,
    made_of,
)
from made_up.text_layers import TEXT_LAYERS
from made_up.yearly_papers import yearly_paper

Maker = Callable[[Random, str], MadeDocument]
Capture = Callable[[Paper, Random, str], Captured]
ALL_BY_HAND = (ORGANISATION, NAME, TITLE, DATE)


def scanned(set_name: str, seed: int, count: int) -> Iterator[MadeDocument]:
    """Yield ``count`` documents of a set, families by turns; document n does not depend on ``count``."""
    assert set_name in (DEVELOPMENT, HELD_OUT), set_name
    for number in range(count):
        rng = Random(f"scanned-{set_name}-{seed}-{number}")
        made = SCAN_FAMILIES[number % len(SCAN_FAMILIES)][1](rng, set_name)
        yield replace(made, file_name=f"{number:04}-{made.file_name}")


def form_filled(*manners: Manner, side_by_side: bool = False, with_text: bool = True) -> Source:
    """Return a source of forms, each filled in as one of the manners says; two side by side if asked.

    ``with_text`` false: forms that stand behind the pact's own pages.
    """

    def filled(rng: Random, set_name: str) -> Paper:
        chosen = manners if side_by_side else (rng.choice(manners),)
        return filled_form(
            rng, set_name, chosen, dpi=PRINT_DPI, side_by_side=side_by_side, with_text=with_text
        )

    return filled


def family(name: str, source: Source, capture: Capture) -> tuple[str, Maker]:
    """Return the family's name and its maker: what is on the paper, and how it became a file."""

    def make(rng: Random, set_name: str) -> MadeDocument:
        paper = source(rng, set_name)
        return made_of(paper, capture(paper, rng, set_name), name)

    return name, make


def behind_digital_text(paper: Paper, rng: Random, set_name: str) -> Captured:
    """Scan the signature page alone, and send it behind the text as it was."""
    text = text_pages(rng, set_name, whole_pact(), size=rng.choice((10, 11)))
    return behind_text(text, paper, rng, set_name)


def any_layer(paper: Paper, rng: Random, set_name: str) -> Captured:
    """Scan with a text layer of any kind."""
    return as_layered_pdf(rng.choice(TEXT_LAYERS), paper, rng, set_name)


TYPED_MANNERS = (
    Manner(),
    Manner(),
    Manner(signature="pen_and_stamp"),
    Manner(signature="none"),
    Manner(signature="typed"),
)
TYPED = form_filled(*TYPED_MANNERS)
PEN_MANNERS = (
    Manner(mark="pen"),
    Manner(mark="pen"),
    Manner(mark="pen", by_hand=(DATE,)),
    Manner(mark="pen", signature="pen_and_stamp"),
    Manner(mark="pen", signature="none"),
)
PEN_MARKED = form_filled(*PEN_MANNERS)
LAST_PAGE = form_filled(*PEN_MANNERS, with_text=False)
HAND_FILLED = form_filled(
    Manner(by_hand=ALL_BY_HAND, mark="pen"),
    Manner(by_hand=ALL_BY_HAND, mark="pen"),
    Manner(by_hand=(NAME, TITLE, DATE), mark="pen"),
    Manner(by_hand=ALL_BY_HAND, mark="pen", signature="none"),
)
HAND_DATED = form_filled(Manner(by_hand=(DATE,)), Manner(by_hand=(NAME, DATE)))
GAPS = form_filled(
    Manner(blank=(DATE,), mark="pen"),
    Manner(blank=(TITLE,)),
    Manner(blank=(ORGANISATION, DATE), mark="none"),
    Manner(by_hand=(NAME, DATE), blank=(TITLE,), mark="pen"),
)
UNMARKED = form_filled(Manner(mark="none"), Manner(mark="contradictory"), Manner(mark="contradictory"))
BLANK = form_filled(
    Manner(blank=ALL_BY_HAND, mark="none", signature="none"),
    Manner(blank=ALL_BY_HAND, mark="none", signature="none"),
    Manner(blank=ALL_BY_HAND, mark="none"),
)
TWO_BLOCKS = form_filled(Manner(), Manner(), side_by_side=True)

NOTED = form_filled(Manner(note=True), Manner(mark="pen", note=True))
WITH_LAST_PAGES = behind_its_text(LAST_PAGE, size=11, last=2)
TWO_PAGES = behind_its_text(LAST_PAGE, size=11, last=1)
SHORT_COPY = behind_its_text(LAST_PAGE, size=9)
ALTERED_COPY = behind_its_text(LAST_PAGE, size=9, altered=True)
STRUCK_COPY = with_struck_clause(SHORT_COPY)
WHOLE_COPY = behind_its_text(form_filled(*TYPED_MANNERS, with_text=False), size=14.2)

SCAN_FAMILIES: tuple[tuple[str, Maker], ...] = (
    family("scan_typed", printed_copy, as_pdf),
    family("scan_form", TYPED, as_pdf),
    family("scan_pen_marked", PEN_MARKED, as_pdf),
    family("photo_typed", printed_copy, as_photo),
    family("scan_hand_filled", HAND_FILLED, as_pdf),
    family("scan_set", set_copy, as_pdf),
    family("scan_hand_dated", HAND_DATED, as_pdf),
    family("photo_form", TYPED, as_photo),
    family("scan_turned", PEN_MARKED, as_turned_pdf),
    ("no_document", no_document),
    family("scan_pen_marked", PEN_MARKED, as_pdf),
    family("scan_gaps", GAPS, as_pdf),
    family("photo_pen_marked", PEN_MARKED, as_photo),
    family("scan_text_layer", TYPED, any_layer),
    family("scan_form", TYPED, as_pdf),
    family("scan_unmarked", UNMARKED, as_pdf),
    family("scan_picture", TYPED, as_picture),
    family("scan_behind_text", LAST_PAGE, behind_digital_text),
    family("scan_blank", BLANK, as_pdf),
    family("photo_hand_filled", HAND_FILLED, as_photo),
    family("scan_altered_copy", ALTERED_COPY, as_pdf),
    family("scan_two_blocks", TWO_BLOCKS, as_pdf),
    family("scan_tiff", WITH_LAST_PAGES, as_tiff),
    family("photo_shrunk", PEN_MARKED, as_shrunk_photo),
    family("scan_two_up", TWO_PAGES, as_two_up),
    family("photo_set", set_copy, as_photo),
    family("scan_note", NOTED, as_pdf),
    family("scan_letter", printed_letter, as_pdf),
    family("photo_gaps", GAPS, as_photo),
    family("scan_hand_filled", HAND_FILLED, as_pdf),
    family("scan_unaltered_copy", SHORT_COPY, as_pdf),
    family("photo_too_small", TYPED, as_small_photo),
    family("scan_other_paper", other_printed_paper, as_pdf),
    family("screenshot", TYPED, as_screenshot),
    family("scan_identity_card", copied_card, as_pdf),
    family("scan_yearly_paper", yearly_paper, as_pdf),
    family("photo_blank", BLANK, as_photo),
    ("no_document", no_document),
    family("scan_whole_copy", WHOLE_COPY, as_pdf),
    family("photo_letter", printed_letter, as_photo),
    family("scan_typed", printed_copy, as_pdf),
    family("photo_other_paper", other_printed_paper, as_photo),
    family("photo_yearly_paper", yearly_paper, as_photo),
    family("scan_struck_clause", STRUCK_COPY, as_pdf),
    family("photo_unmarked", UNMARKED, as_photo),
)
"""Families by turns; one that stands here several times is met more often."""


def family_names() -> tuple[str, ...]:
    """Return the names of all families, each once."""
    return tuple(dict.fromkeys(name for name, _ in SCAN_FAMILIES))


def scanned_family(name: str, set_name: str, seed: int, count: int) -> Iterator[MadeDocument]:
    """Yield ``count`` documents of one family; they are others than ``scanned`` yields."""
    make = dict(SCAN_FAMILIES)[name]
    for number in range(count):
        made = make(Random(f"{name}-{set_name}-{seed}-{number}"), set_name)
        yield replace(made, file_name=f"{number:04}-{made.file_name}")
