"""Signature blocks that begin at the foot of one page and end on the next."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from intake.block.extract import Extracted
from intake.block.labels import CORE, LabelField
from intake.page.page import PageView
from pact.documents import FIELD_NAMES, NOT_FOUND, Signatory


def joined_over_pages(views: Sequence[PageView], read: Sequence[Extracted]) -> list[Extracted]:
    """Return what was read on the views, a block that a page's end cuts in two given as one signatory.

    The halves are told by what they ask for: the last block of a page and the first of the next both
    lack labels, no label stands in both, and no other block on these pages lacks any.
    """
    joined = list(read)
    for upper, lower in pairwise(range(len(joined))):
        if views[lower].number == views[upper].number + 1 and _is_cut(joined[upper], joined[lower]):
            joined[upper], joined[lower] = _as_one(joined[upper], joined[lower])
    return joined


def _is_cut(upper: Extracted, lower: Extracted) -> bool:
    if _lacking(upper) != [len(upper.asked) - 1] or _lacking(lower) != [0]:
        return False
    names_somebody = upper.asked[-1] & {LabelField.NAME, LabelField.ORGANISATION}
    return bool(names_somebody) and not upper.asked[-1] & lower.asked[0]


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
