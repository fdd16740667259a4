"""The words among which a pen may have chosen: those of the lines that name participation types."""

from collections.abc import Iterable, Iterator, Sequence

from intake.block.options import choices_in, names_options, text_with_owners
from intake.page.page import Segment, Word, lines_of

Run = tuple[Word, ...]
"""Words of one line that a pen would mark as one: an option, or what stands between two."""

_LINES_AT_MOST = 24
_NEXT_LINE = 2.2  # sizes of type from one line to the next of one answer
_GAP = 1.6  # sizes of type between words of different cells
_PARTING = frozenset("/|,;")


def option_runs(words: Sequence[Word]) -> tuple[tuple[Run, ...], ...]:
    """Return the runs of words on each of the option lines."""
    return tuple(tuple(_runs(line)) for line in option_lines(words))


def option_lines(words: Sequence[Word]) -> tuple[tuple[Word, ...], ...]:
    """Return the lines that name options, and those below that go on with them, from the top down.

    Of running text that speaks of the roles over and over, only the lines that name most are taken.
    """
    lines = lines_of(words)
    named = [(names_options(Segment(tuple(line)).text), index) for index, line in enumerate(lines)]
    best = sorted((n for n in named if n[0]), key=lambda n: (-n[0], n[1]))[:_LINES_AT_MOST]
    wanted = {index for _, index in best}
    wanted |= {i + 1 for i in wanted if i + 1 < len(lines) and _goes_on(lines[i], lines[i + 1])}
    return tuple(tuple(lines[index]) for index in sorted(wanted))


def _goes_on(line: Sequence[Word], below: Sequence[Word]) -> bool:
    apart = line[0].middle_y - below[0].middle_y
    begins = below[0].box[0]
    return apart < _NEXT_LINE * line[0].size_pt and line[0].box[0] - 4 <= begins <= line[-1].box[2]


def _runs(line: Sequence[Word]) -> Iterator[Run]:
    text, owners = text_with_owners([Segment(tuple(line))])
    option_of = {
        id(word): number for number, choice in enumerate(choices_in(text, owners)) for word in choice.words
    }
    run: list[Word] = []
    for word in line:
        if run and (_is_apart(run[-1], word) or option_of.get(id(run[-1])) != option_of.get(id(word))):
            yield from _kept(run)
            run = []
        run.append(word)
    yield from _kept(run)


def _is_apart(word: Word, following: Word) -> bool:
    wide = following.box[0] - word.box[2] > _GAP * max(word.size_pt, following.size_pt)
    return wide or following.text in _PARTING or word.text in _PARTING


def _kept(run: Iterable[Word]) -> Iterator[Run]:
    letters = tuple(word for word in run if any(c.isalpha() for c in word.text))
    if letters:
        yield letters
