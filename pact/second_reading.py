"""Lines of a scanned copy read a second time: what that says where the first reading differs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from rapidfuzz.distance import Levenshtein

from pact.copy_words import CopyPage, CopyText, CopyWord, copy_text
from pact.word_alignment import Gap

_LINES_OF_ONE = 14
_LINES_AT_MOST = 90
_ANCHOR_WORDS, _ANCHOR_LETTERS = 3, 4
_LETTERS_BETWEEN = 600
_NEAR_PT = 1.5
_LONG = 24  # letters: more than one word
_MOSTLY = 0.8


class Said(Enum):
    """What the second reading makes of a place at which copy and edition differ."""

    NOTHING = auto()  # nobody looked there again
    COPY = auto()
    OTHERWISE = auto()


@dataclass(frozen=True, slots=True)
class LinesAgain:
    """The words that a second reading saw from one line of a page to another, both included; ``streaks_pt``
    is where upright streaks go through these lines, in points of the file."""

    page: int
    first: int
    last: int
    words: tuple[CopyWord, ...] = ()
    streaks_pt: tuple[float, ...] = ()


class SecondReading:
    """All that was read a second time. One that holds nothing says nothing."""

    def __init__(self, parts: Iterable[LinesAgain] = ()) -> None:
        self._parts = [(part, copy_text([CopyPage(part.page, part.words)])) for part in parts]

    def between(self, gap: Gap, text: CopyText) -> list[str]:
        """Return the letters that it saw in the gap, between the words before and behind it; several where
        those words stand there more than once. Spaces are left out: engines part words as they like."""
        before, behind = _anchors(gap, text)
        found: dict[str, None] = {}
        for part, again in self._around(gap, text):
            row = "".join(again.plain)
            found |= dict.fromkeys((_letters_beside(gap, part, text, row),))
            found |= dict.fromkeys(_letters_between(before, behind, row))
        return list(found)

    def is_unanimous(self, gap: Gap, text: CopyText) -> bool:
        """Whether every reading saw in the gap what the first one saw."""
        first = "".join(text.plain[gap.begin : gap.end])
        return all(
            _letters_beside(gap, part, text, "".join(again.plain)) == first
            for part, again in self._around(gap, text)
        )

    def on_streak(self, gap: Gap, text: CopyText) -> bool:
        """Whether a streak that the scanner drew goes through the words of the gap."""
        boxes = [word.box_pt for word in text.printed_between(gap.begin, gap.end) if word.box_pt]
        streaks = [x for part, _ in self._around(gap, text) for x in part.streaks_pt]
        return any(box[0] - _NEAR_PT <= x <= box[2] + _NEAR_PT for box in boxes for x in streaks)

    def says(self, gap: Gap, text: CopyText) -> Said:
        """Return whether each further reading saw what the first reading saw in the gap."""
        around = list(self._around(gap, text))
        if not around:
            return Said.NOTHING
        first = "".join(text.plain[gap.begin : gap.end])
        before, behind = _anchors(gap, text)
        for part, again in around:
            row = "".join(again.plain)
            seen = (_letters_beside(gap, part, text, row), *_letters_between(before, behind, row))
            if not any(_is_same(first, letters) for letters in seen):
                return Said.OTHERWISE
        return Said.COPY

    def _around(self, gap: Gap, text: CopyText) -> Iterator[tuple[LinesAgain, CopyText]]:
        """Yield the second readings of the lines on which the gap stands."""
        place = _lines_around(gap, text)
        for part, again in self._parts if place is not None else ():
            page, first, last = place or (0, 0, 0)
            if part.page == page and part.first <= first and last <= part.last:
                yield part, again


NOT_READ_AGAIN = SecondReading()


def lines_to_read_again(gaps: Sequence[Gap], text: CopyText) -> list[LinesAgain]:
    """Return the lines around the gaps, without words, where these were seen and not said by the file.

    Lines that touch are one stretch. Of a copy that differs nearly everywhere only the first are told.
    """
    told: list[tuple[int, int, int]] = []
    for gap in gaps:
        place = _lines_around(gap, text) if text.was_seen(gap.begin, gap.end) else None
        if place is not None and place[2] - place[1] < _LINES_OF_ONE:
            told.append(place)
    joined: list[LinesAgain] = []
    for page, first, last in sorted(told):
        if joined and joined[-1].page == page and first <= joined[-1].last + 1:
            joined[-1] = LinesAgain(page, joined[-1].first, max(last, joined[-1].last))
        else:
            joined.append(LinesAgain(page, first, last))
    kept, lines = [], 0
    for part in joined:
        lines += part.last - part.first + 1
        if lines > _LINES_AT_MOST:
            break
        kept.append(part)
    return kept


def _lines_around(gap: Gap, text: CopyText) -> tuple[int, int, int] | None:
    """Return the page and its lines from the word before the gap to the one behind it, as far as they stand
    on the page of the gap itself; None where the gap parts two pages."""
    if not text.owners:
        return None
    last = len(text.owners) - 1
    lines = [text.line_of(min(max(at, 0), last)) for at in (gap.begin - 1, gap.end)]
    if lines[0].page != lines[1].page:
        if gap.begin == gap.end:
            return None
        own = (gap.begin, gap.end - 1)
        own_pages = {text.line_of(at).page for at in own}
        if len(own_pages) > 1:
            return None
        page = own_pages.pop()
        lines = [line for line in (*lines, *map(text.line_of, own)) if line.page == page]
    numbers = [line.number for line in lines]
    return lines[0].page, min(numbers), max(numbers)


def _anchors(gap: Gap, text: CopyText) -> tuple[str, str]:
    """Return the letters of the words before and behind the gap, as far as they stand on its page."""
    last = len(text.owners)
    page = text.line_of(min(gap.begin, last - 1)).page
    before, behind = "", ""
    for at in range(gap.begin - 1, max(gap.begin - 1 - _ANCHOR_WORDS, -1), -1):
        if len(before) < _ANCHOR_LETTERS and text.line_of(at).page == page:
            before = text.plain[at] + before
    for at in range(gap.end, min(gap.end + _ANCHOR_WORDS, last)):
        if len(behind) < _ANCHOR_LETTERS and text.line_of(at).page == page:
            behind += text.plain[at]
    return before, behind


def _letters_beside(gap: Gap, part: LinesAgain, text: CopyText, row: str) -> str:
    """Return the letters of the row that lie beside the gap, where its lines and the row are laid side by
    side letter by letter."""
    begin, end = gap.begin, gap.end
    while begin > 0 and _is_on(part, text, begin - 1):
        begin -= 1
    while end < len(text.owners) and _is_on(part, text, end):
        end += 1
    first = "".join(text.plain[begin:end])
    left = len("".join(text.plain[begin : gap.begin]))
    right = left + len("".join(text.plain[gap.begin : gap.end]))
    start, stop = 0, len(row)
    for code in Levenshtein.opcodes(first, row):
        if code.src_start < left <= code.src_end:
            start = min(code.dest_start + left - code.src_start, code.dest_end)
        if code.src_start <= right < code.src_end:
            stop = min(code.dest_start + right - code.src_start, code.dest_end)
    return row[start : max(start, stop)]


def _is_on(part: LinesAgain, text: CopyText, at: int) -> bool:
    line = text.line_of(at)
    return line.page == part.page and part.first <= line.number <= part.last


def _letters_between(before: str, behind: str, row: str) -> Iterator[str]:
    """Yield what stands between the two in the row, the shortest for each place of the first."""
    begin = row.find(before) if before or behind else -1
    while begin >= 0:
        start = begin + len(before)
        if not before:  # the gap begins its page: what is there stands at the row's very beginning
            start, begin = 0, len(row)
        end = row.find(behind, start) if behind else len(row)
        if 0 <= end - start <= _LETTERS_BETWEEN:
            yield row[start:end]
        begin = row.find(before, begin + 1)


def _is_same(first: str, second: str) -> bool:
    """Whether both saw the same letters; of a longer stretch most of them, for any reading has its slips."""
    if max(len(first), len(second)) < _LONG:
        return first == second
    return Levenshtein.normalized_similarity(first, second) >= _MOSTLY
