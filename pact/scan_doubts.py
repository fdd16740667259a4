"""How sure it is that a gap in a scanned copy is a change, and not how its picture was read."""

from collections.abc import Sequence

from pact.copy_words import CopyText, CopyWord
from pact.documents import BoxPt
from pact.second_reading import NOT_READ_AGAIN, Said, SecondReading
from pact.word_alignment import Gap

SURE = 0.8
_SPECK_SCORE = 0.4
_SPECK_TWICE = 0.7  # where another reading saw something else
_WELL_READ = 0.9
_DOUBTFUL = 0.5
_UNREAD = 0.3
_TAKEN_OUT = 0.9
_READ_TWICE = 0.9
_WORD_WIDE = 1.6
_LINE_HIGH = 2.6


def certainty(gap: Gap, text: CopyText, second: SecondReading = NOT_READ_AGAIN) -> float:
    """Return how sure it is, 0..1, that the copy itself differs here: 1 where the file says its words.

    What was read twice is as sure as two readings agree.
    """
    if not text.was_seen(gap.begin, gap.end):
        return 1.0
    first = _of_first_reading(gap, text)
    said = second.says(gap, text)
    if said is Said.COPY:
        return max(first, _READ_TWICE)
    return first if said is Said.NOTHING else min(first, _DOUBTFUL)


def is_speck(gap: Gap, text: CopyText, second: SecondReading = NOT_READ_AGAIN) -> bool:
    """Whether what was put in is dust, a stamp or a stroke of the pen that OCR took for words."""
    words = text.printed_between(gap.begin, gap.end)
    seen = [word.score for word in words if word.score is not None]
    most = _SPECK_TWICE if second.says(gap, text) is Said.OTHERWISE else _SPECK_SCORE
    return gap.low == gap.high and bool(seen) and len(seen) == len(words) and max(seen) < most


def _of_first_reading(gap: Gap, text: CopyText) -> float:
    put_in, taken = gap.end - gap.begin, gap.high - gap.low
    if not put_in:
        return _UNREAD if _has_hole(gap, text) else _TAKEN_OUT
    scores = _scores(text.printed_between(gap.begin, gap.end))
    read = sum(scores) / len(scores)
    if put_in == taken == 1 and read < _WELL_READ:
        return min(read, _DOUBTFUL)
    return read


def _scores(words: Sequence[CopyWord]) -> list[float]:
    return [1.0 if word.score is None else word.score for word in words] or [0.0]


def _has_hole(gap: Gap, text: CopyText) -> bool:
    """Whether the paper has room between the words around the gap for what OCR may have passed over."""
    if not 0 < gap.begin < len(text.owners):
        return False
    before = text.printed[text.owners[gap.begin - 1]].box_pt
    behind = text.printed[text.owners[gap.begin]].box_pt
    return before is not None and behind is not None and _is_wide(before, behind)


def _is_wide(before: BoxPt, behind: BoxPt) -> bool:
    height = max(before[3] - before[1], behind[3] - behind[1], 1.0)
    drop = (before[1] + before[3] - behind[1] - behind[3]) / 2
    if abs(drop) < height / 2:
        return behind[0] - before[2] > _WORD_WIDE * height
    return drop > _LINE_HIGH * height
