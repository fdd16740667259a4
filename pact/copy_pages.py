"""Which pages of a file are pages of the Pact, of which edition, in which order, and of how many copies."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pact.copy_words import CopyText
from pact.edition_index import IndexedEdition, indexed
from pact.fingerprint import Edition

_HITS_AT_LEAST = 6
_SHARE_AT_LEAST = 0.3
_COPIES_AT_MOST = 4
_WIDE_GAP = 60
_FITS_AT_LEAST = 60
"""So many threes of words in a row have to be an edition's before a file is laid beside it."""


@dataclass(frozen=True, slots=True)
class PageSpan:
    """A page, and between which places of the edition its words stand; ``hits`` is how many told it."""

    index: int
    low: int
    high: int
    hits: int

    @property
    def middle(self) -> float:
        """The place in the middle of the page."""
        return (self.low + self.high) / 2


@dataclass(slots=True, eq=False)
class OneCopy:
    """The pages of one copy of the Pact, as indices in the order of the edition."""

    spans: list[PageSpan] = field(default_factory=list)

    @property
    def pages(self) -> list[int]:
        """The indices of its pages."""
        return [span.index for span in self.spans]


def best_edition(text: CopyText, editions: Sequence[Edition]) -> IndexedEdition | None:
    """Return the edition that the text fits best, the latest of equals; None where it fits none."""
    ready = [indexed(edition) for edition in sorted(editions, key=lambda e: e.in_force, reverse=True)]
    fits = [(_fit(text, one), -place, one) for place, one in enumerate(ready)]
    best = max(fits, default=None, key=lambda fit: fit[:2])
    return best[2] if best is not None and best[0] >= min(_FITS_AT_LEAST, len(best[2].digests) // 4) else None


def spans_of(text: CopyText, edition: IndexedEdition) -> list[PageSpan]:
    """Return the pages that hold the edition's words, in the order of the file."""
    spans = []
    ends = [*text.page_starts[1:], len(text.digests)]
    for index, (begin, end) in enumerate(zip(text.page_starts, ends, strict=True)):
        words = text.digests[begin:end]
        places = _places(words, edition)
        if len(places) >= _HITS_AT_LEAST or (places and len(places) >= _SHARE_AT_LEAST * len(words)):
            low, high = _main_stretch(sorted(places))
            spans.append(PageSpan(index, low, high + 3, len(places)))
    return spans


def _main_stretch(places: Sequence[int]) -> tuple[int, int]:
    """Return where the page's text begins and ends in the edition: of the stretches without a wide gap
    the one with most words. A clause that was moved onto the page is another, and does not stretch it."""
    cuts = [at for at in range(1, len(places)) if places[at] - places[at - 1] > _WIDE_GAP]
    stretches = [places[begin:end] for begin, end in pairwise([0, *cuts, len(places)])]
    best = max(stretches, key=len)
    return best[0], best[-1]


def copies_of(spans: Sequence[PageSpan]) -> list[OneCopy]:
    """Return the copies of the Pact in the file, each with its pages in the edition's order.

    A page whose words another page has already belongs to a further copy: several organisations sent
    theirs in one file, or a page was scanned twice.
    """
    copies: list[OneCopy] = []
    last: list[OneCopy] = []
    for span in spans:
        # A page is looked for a place beside the page before it first.
        homes = (one for one in (*last, *copies) if not any(_overlap(span, x) > 0.5 for x in one.spans))
        home = next(homes, None) or OneCopy()
        if home not in copies:
            copies.append(home)
        home.spans.append(span)
        last = [home]
    for copy in copies:
        copy.spans.sort(key=lambda span: span.middle)
    return sorted(copies, key=lambda copy: -sum(span.hits for span in copy.spans))[:_COPIES_AT_MOST]


def with_pages_between(pages: Sequence[int], every: Sequence[int]) -> list[int]:
    """Return the pages with those put in that stand between two of them in the file, and are of no copy.

    A page that somebody put in holds no word of the edition; it follows the page it stands behind.
    """
    first, last = min(pages), max(pages)
    own = set(pages)
    strays = [index for index in range(first, last) if index not in own and index not in set(every)]
    ordered = []
    for page in pages:
        ordered.append(page)
        behind = page + 1
        while behind in strays:
            ordered.append(behind)
            behind += 1
    return ordered


def _fit(text: CopyText, edition: IndexedEdition) -> float:
    """Return how many of the edition's threes of words the text has, less where it lacks many."""
    found = len(set(_places(text.digests, edition)))
    return found + found / max(len(edition.triples), 1)


def _places(words: Sequence[int], edition: IndexedEdition) -> list[int]:
    known = edition.triples
    threes = zip(words, words[1:], words[2:], strict=False)
    return [known[three] for three in threes if three in known]


def _overlap(one: PageSpan, other: PageSpan) -> float:
    common = min(one.high, other.high) - max(one.low, other.low)
    return common / max(min(one.high - one.low, other.high - other.low), 1)
