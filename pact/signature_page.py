"""What stands on the signature page, and beside the Pact's text, that is neither Pact nor signature
block."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from pact.copy_words import CopyPage, CopyWord, box_around, line_text, says_signed, signed_line
from pact.documents import Alteration, Change
from pact.reservations import makes_reservation, may_limit

SIGNATURE_PAGE = "signature page"
"""The clause by which goes what was written around the signature."""

ACCOMPANYING_PAGE = "accompanying page"
"""The clause by which goes what stands in a covering letter or an annex of the same file."""

HEADS_AND_FEET = "heads and feet"
"""The clause by which goes what stands above or below the text of page after page."""

OUTSIDE_THE_TEXT = frozenset((SIGNATURE_PAGE, ACCOMPANYING_PAGE, HEADS_AND_FEET))

_DOUBTFUL = 0.6
_WORDS_SHOWN = 80


def written_around(
    pages: Sequence[CopyPage], skipped: Collection[tuple[int, int]] = ()
) -> Iterator[Alteration]:
    """Yield what was put around the signature block that makes a reservation, or may be one.

    Labels, options and what was filled in are no addition, unless their words are a reservation; nor
    are a place, a stamp or a service's number.
    """
    for page in pages:
        lines = page.lines()
        begin = signed_line(lines)
        if begin is None:
            continue
        kept = (line for line in lines[begin:] if (page.number, line[0].line) not in skipped)
        yield from _written(page.number, [line for line in kept if not says_signed(line)])


def reservations_in(pages: Sequence[CopyPage]) -> Iterator[Alteration]:
    """Yield the reservations in pages that are not the Pact's: a covering letter, an annex."""
    for page in pages:
        for one in _written(page.number, page.lines()):
            if one.sure:
                yield replace(one, clause=ACCOMPANYING_PAGE)


def _written(number: int, lines: Sequence[list[CopyWord]]) -> Iterator[Alteration]:
    """Yield the reservations among the lines, each with the lines that go on with its sentence.

    What was written beside the block goes on in the next line, past the block's own words.
    """
    runs = [list(run) for line in lines for _, run in groupby(line, key=attrgetter("block"))]
    of_block = [[run] for run in runs if run[0].block]
    for passage in (*of_block, *_passages([run for run in runs if not run[0].block])):
        words = [word for run in passage for word in run]
        text = line_text(words)
        reserves = makes_reservation(text)
        if reserves or (not words[0].block and may_limit(text)):
            yield Alteration(
                SIGNATURE_PAGE, Change.ADDED, None, line_text(words[:_WORDS_SHOWN]), number or None,
                box_around(words), sure=reserves, confidence=1.0 if reserves else _DOUBTFUL,
            )  # fmt: skip


def _passages(lines: Sequence[list[CopyWord]]) -> Iterator[list[list[CopyWord]]]:
    """Yield lines that follow each other as one, up to a full stop."""
    passage: list[list[CopyWord]] = []
    for line in lines:
        passage.append(line)
        if line[-1].text[-1:] in ".!?":
            yield passage
            passage = []
    if passage:
        yield passage
