"""Signature blocks that begin at the foot of one page and end on the next."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from intake.block.dates import DayOrder
from intake.block.extract import Extracted, signatories_on
from intake.block.labels import CORE, LabelField
from intake.page.page import PageView
from pact.documents import FIELD_NAMES, NOT_FOUND, Signatory


def read_over_pages(views: Sequence[PageView], order: DayOrder | None = None) -> list[Extracted]:
    """Return what is read on the views, a block that a page's end cuts in two given as one signatory.

    The halves are told by what they ask for: the last block of a page and the first of the next both
    lack labels, no label stands in both, and no other block on these pages lacks any, but for the last of
    the lower page. Of one half so
    little may be left that it is no block by itself: a signature alone, an organisation alone.
    ``order`` is what the document shows of day and month.
    """
    read = [signatories_on(view, order) for view in views]
    for upper, lower in pairwise(range(len(read))):
        if views[lower].number != views[upper].number + 1:
            continue
        if _begins_cut(read[lower]) and not _lacking(read[upper]):
            read[upper] = _with_begin(read[upper], views[upper], order, CORE - read[lower].asked[0])
        elif _lacking(read[upper]) == [len(read[upper].asked) - 1] and not _lacking(read[lower]):
            read[lower] = _with_end(read[lower], views[lower], order, CORE - read[upper].asked[-1])
        if _is_cut(read[upper], read[lower]):
            read[upper], read[lower] = _as_one(read[upper], read[lower])
    return read


def _with_begin(
    page: Extracted, view: PageView, order: DayOrder | None, missing: frozenset[LabelField]
) -> Extracted:
    """Return the page with the begin of a block at its foot that asks for what is missing, if it has one."""
    found = signatories_on(view, order, cut_off=missing)
    return found if found.asked == (*page.asked, missing) else page


def _with_end(
    page: Extracted, view: PageView, order: DayOrder | None, missing: frozenset[LabelField]
) -> Extracted:
    """Return the page with the end of a block at its head that asks for what is missing, if it has one."""
    found = signatories_on(view, order, cut_off=missing)
    return found if found.asked == (missing, *page.asked) else page


def _is_cut(upper: Extracted, lower: Extracted) -> bool:
    if _lacking(upper) != [len(upper.asked) - 1] or not _begins_cut(lower):
        return False
    names_somebody = upper.asked[-1] & {LabelField.NAME, LabelField.ORGANISATION}
    both = upper.asked[-1] & lower.asked[0]
    # "Signed:" over the block is its heading, and asks for nothing.
    is_headed = both == {LabelField.SIGNATURE} and upper.asked[-1] | lower.asked[0] == CORE
    return bool(names_somebody) and (not both or is_headed)


def _begins_cut(page: Extracted) -> bool:
    """Whether the first of the page's blocks lacks labels, and only the last besides, cut in its turn."""
    lacking = _lacking(page)
    return lacking[:1] == [0] and set(lacking) <= {0, len(page.asked) - 1}


def _lacking(page: Extracted) -> list[int]:
    """Return which of the page's blocks do not ask for everything."""
    return [index for index, asked in enumerate(page.asked) if asked != CORE]


def _as_one(upper: Extracted, lower: Extracted) -> tuple[Extracted, Extracted]:
    whole = _completed(upper.signatories[-1], lower.signatories[0], by=lower.asked[0])
    asked = upper.asked[-1] | lower.asked[0]
    return (
        replace(upper, signatories=(*upper.signatories[:-1], whole), asked=(*upper.asked[:-1], asked)),
        replace(lower, signatories=lower.signatories[1:], asked=lower.asked[1:]),
    )


def _completed(upper: Signatory, lower: Signatory, *, by: frozenset[LabelField]) -> Signatory:
    """Return the signatory with those fields from the lower half that it gives."""
    given = {name: getattr(lower, name) for name in FIELD_NAMES}
    fields = {name: field for name, field in given.items() if field != NOT_FOUND}
    whole = replace(upper, **fields)
    return replace(whole, signature=lower.signature) if LabelField.SIGNATURE in by else whole
