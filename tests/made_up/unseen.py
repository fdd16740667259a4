"""The families of the set "unseen": papers as organisations all over Europe might send them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from made_up.labels import MadeDocument
from made_up.unseen_docx import docx_copy
from made_up.unseen_drawn import LAYOUTS, draw_around, draw_block, draw_side_by_side
from made_up.unseen_forms import filled_form, typed_over
from made_up.unseen_fpdf import fpdf_copy
from made_up.unseen_letters import support_letter
from made_up.unseen_papers import copy_in_company, other_paper, yearly_paper
from made_up.unseen_pen import FACES, MARKS, Page, alphabet_of
from made_up.unseen_services import write_record
from made_up.unseen_signing import (
    Signing,
    draw_printed,
    draw_signing,
    signed_label,
)
from made_up.unseen_typst import typst_copy, typst_pair

UNSEEN = "unseen"
Maker = Callable[[Random], MadeDocument]


def drawn_copy(rng: Random) -> MadeDocument:
    """Return a copy by reportlab with one block."""
    page, layout = _page(rng), rng.choice(tuple(LAYOUTS))
    signing = draw_signing(rng, MARKS, alphabet_of(page.face), ("picture", "vector", "typed", ""))
    page.write_pact(rng)
    _draw(page, [signing], layout, rng)
    return MadeDocument("pact.pdf", page.finish(), signed_label([signing], "drawn", layout))


def signed_by_service(rng: Random) -> MadeDocument:
    """Return a copy with the stamp of a signing service in its block, and mostly with its record behind."""
    page, layout = _page(rng), rng.choice(("ledger", "rule_and_caption", "caption_above", "numbered"))
    signing = draw_signing(rng, MARKS, alphabet_of(page.face), ("service",))
    assert signing.who
    page.write_pact(rng)
    _draw(page, [signing], layout, rng)
    if rng.random() < 0.7:
        page.turn()
        write_record(page, signing.who)
    return MadeDocument("pact_signed.pdf", page.finish(), signed_label([signing], "service", layout))


def untouched(rng: Random) -> MadeDocument:
    """Return a copy that nobody filled in: the text with an empty block."""
    page, layout = _page(rng), rng.choice(tuple(LAYOUTS))
    page.write_pact(rng)
    _draw(page, [Signing(mark=rng.choice(("box_tick", "none")))], layout, rng)
    return MadeDocument("pact.pdf", page.finish(), signed_label([Signing()], "untouched", layout))


def broken_over_pages(rng: Random) -> MadeDocument:
    """Return a copy whose block begins at the foot of one page and ends on the next."""
    page, layout = (
        _page(rng),
        rng.choice(("ledger", "rule_and_caption", "caption_above", "dotted", "numbered")),
    )
    signing = draw_signing(rng, MARKS, alphabet_of(page.face), ("picture", "vector"))
    page.write_pact(rng)
    _draw(page, [signing], layout, rng, near_foot=True)
    return MadeDocument("pact.pdf", page.finish(), signed_label([signing], "broken", layout))


def several_signatories(rng: Random) -> MadeDocument:
    """Return a copy that two or three people signed."""
    page, layout = _page(rng), rng.choice(("ledger", "rule_and_caption", "caption_above", "inside_cells"))
    signings = _together(rng, rng.choice((2, 2, 3)), alphabet_of(page.face))
    page.write_pact(rng)
    beside = len(signings) == 2 and layout in ("rule_and_caption", "caption_above") and rng.random() < 0.6
    _draw(page, signings, layout, rng, beside=beside)
    name = f"{layout}_beside" if beside else layout
    return MadeDocument("pact.pdf", page.finish(), signed_label(signings, "several", name))


def _page(rng: Random) -> Page:
    page = Page(
        rng.choice(tuple(FACES)), rng.choice((9.5, 10.5, 11)), rng.choice(((595.3, 841.9), (612, 792)))
    )
    page.foot = rng.choice(("", "{page}", "Circular & Fair ICT Pact – page {page}"))
    return page


def _draw(page: Page, signings: Sequence[Signing], layout: str, rng: Random, **how: bool) -> None:
    printed = draw_printed(rng, alphabet_of(page.face), short=how.get("beside", False))
    if rng.random() < 0.4 and not how.get("near_foot"):
        page.turn()
    draw_around(page, printed, rng, near_foot=how.get("near_foot", False))
    if how.get("beside"):
        draw_side_by_side(page, signings, printed, layout)
    else:
        for signing in signings:
            draw_block(page, signing, printed, layout)
            page.y -= 12
    if printed.below:
        page.write(printed.below, size=8)


def _together(rng: Random, count: int, alphabet: str) -> list[Signing]:
    """Return blocks of people of one organisation, marked in one way."""
    first = draw_signing(rng, MARKS, alphabet, ("picture", "vector"))
    assert first.who
    found = [first]
    while len(found) < count:
        other = draw_signing(rng, (first.mark,), alphabet, ("picture", "vector", ""))
        assert other.who
        if other.who.name not in [each.who.name for each in found if each.who]:
            found.append(_of(other, first.who.organisation))
    return found


def _of(signing: Signing, organisation: str) -> Signing:
    assert signing.who
    return replace(signing, who=replace(signing.who, organisation=organisation))


UNSEEN_FAMILIES: tuple[Maker, ...] = (
    drawn_copy,
    support_letter,
    typst_copy,
    fpdf_copy,
    docx_copy,
    typed_over,
    filled_form,
    signed_by_service,
    untouched,
    support_letter,
    several_signatories,
    support_letter,
    yearly_paper,
    typst_pair,
    other_paper,
    copy_in_company,
    broken_over_pages,
)
"""Makers by turns; a family that stands here several times is met more often."""
