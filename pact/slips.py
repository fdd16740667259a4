"""Slips of the OCR that no list of look-alikes knows: a streak through a letter, a hole, a blot.

The edition's own word is looked for among all that lie a letter away from what either reading saw, and the
seal of its clause has to say that it was found: forty bits do not agree by chance. Whether the copy has that
word is another question. Where all readings saw the same whole word, it stands on the paper and is
a change; a word in splinters, or one of several below each other, is damaged print.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from string import ascii_lowercase

from pact.copy_words import CopyText
from pact.edition_index import IndexedEdition
from pact.fingerprint import digest, seal
from pact.misread_words import misread
from pact.second_reading import Said, SecondReading
from pact.word_alignment import Gap

_GAPS_OF_ONE = 5
_WORDS_PUT_IN = 3
_LETTERS = range(1, 21)
_COMBINATIONS_AT_MOST = 2000
_IN_COLUMN = 3
_ENDINGS = ".,;:()"


def slips_in(
    open_gaps: Sequence[Gap],
    known: Mapping[int, str],
    gaps: Sequence[Gap],
    edition: IndexedEdition,
    text: CopyText,
    second: SecondReading,
) -> dict[int, str]:
    """Return the edition's words in those of the open gaps that are slips, by their place in the edition.

    ``known`` are the words that other explanations found, ``gaps`` all gaps there were.
    """
    found: dict[int, str] = {}
    by_clause: dict[int, list[Gap]] = {}
    for gap in open_gaps:
        if gap.low < gap.high:
            by_clause.setdefault(edition.clause_at(gap.low), []).append(gap)
    for clause, own in by_clause.items():
        if len(own) <= _GAPS_OF_ONE and all(_may_slip(gap, gaps, text, second) for gap in own):
            words = _clause_words(clause, gaps, known, edition, text)
            found |= _sealed(clause, own, words, edition, (text, second))
    return found


def _may_slip(gap: Gap, gaps: Sequence[Gap], text: CopyText, second: SecondReading) -> bool:
    """Whether what was read for one word of the edition may be damaged print."""
    if gap.high - gap.low != 1 or gap.end - gap.begin > _WORDS_PUT_IN:
        return False
    if second.says(gap, text) is Said.NOTHING:
        return False
    if not second.is_unanimous(gap, text):
        return True
    printed = "".join(word.text for word in text.printed_between(gap.begin, gap.end)).strip(_ENDINGS)
    in_splinters = gap.end - gap.begin > 1 or not printed.isalpha()
    return in_splinters or second.on_streak(gap, text) or _is_in_column(gap, gaps, text)


def _is_in_column(gap: Gap, gaps: Sequence[Gap], text: CopyText) -> bool:
    """Whether other words that were read otherwise stand above and below it, as along a streak or a fold."""
    place = _place_of(gap, text)
    if place is None:
        return False
    others = (_place_of(other, text) for other in gaps if other != gap)
    found = {
        line for page, line, left, right in filter(None, others)
        if page == place[0] and line != place[1] and left < place[3] and place[2] < right
    }  # fmt: skip
    return len(found) >= _IN_COLUMN


def _place_of(gap: Gap, text: CopyText) -> tuple[int, int, float, float] | None:
    """Return page, line, left and right of the words that stand in the gap."""
    words = [word for word in text.printed_between(gap.begin, gap.end) if word.box_pt is not None]
    if not words or len(words) > _WORDS_PUT_IN:
        return None
    boxes = [word.box_pt for word in words if word.box_pt is not None]
    line = text.line_of(gap.begin)
    return line.page, line.number, min(box[0] for box in boxes), max(box[2] for box in boxes)


def _clause_words(
    clause: int, gaps: Sequence[Gap], known: Mapping[int, str], edition: IndexedEdition, text: CopyText
) -> list[str | None]:
    """Return the words of the clause as the copy has them, None where it has others."""
    start, end = edition.starts[clause], edition.end_of(clause)
    words: list[str | None] = [None] * (end - start)
    low, begin = 0, 0
    for gap in (*gaps, Gap(len(edition.digests), 0, len(text.plain), 0)):
        first, last = max(low, start), min(gap.low, end)
        if first < last:
            words[first - start : last - start] = text.plain[begin + first - low : begin + last - low]
        low, begin = gap.high, gap.end
    for at in range(start, end):
        words[at - start] = known.get(at, words[at - start])
    return words


def _sealed(
    clause: int,
    own: Sequence[Gap],
    words: list[str | None],
    edition: IndexedEdition,
    readings: tuple[CopyText, SecondReading],
) -> dict[int, str]:
    """Return the words for the gaps with which the clause has its seal; none where no choice of them does."""
    start = edition.starts[clause]
    if words.count(None) != len(own):
        return {}
    choices = [list(_candidates(gap, edition.digests[gap.low], *readings)) for gap in own]
    ways = 1
    for several in choices:
        ways *= len(several)
    for chosen in product(*choices) if 0 < ways <= _COMBINATIONS_AT_MOST else ():
        whole = list(words)
        for gap, word in zip(own, chosen, strict=True):
            whole[gap.low - start] = word
        if seal(word or "" for word in whole) == edition.clause(clause).seal:
            return {gap.low: word for gap, word in zip(own, chosen, strict=True)}
    return {}


def _candidates(gap: Gap, wanted: int, text: CopyText, second: SecondReading) -> Iterator[str]:
    """Yield the words with the wanted digest that lie a letter away from what was read in the gap."""
    seen = ("".join(text.plain[gap.begin : gap.end]), *second.between(gap, text))
    told = {one for letters in seen if len(letters) in _LETTERS for one in _near(letters)}
    yield from sorted(word for word in told if word and digest(word) == wanted)


def _near(letters: str) -> Iterator[str]:
    """Yield what lies a letter away, and what looks alike."""
    yield from misread(letters)
    for at in range(len(letters) + 1):
        head, tail = letters[:at], letters[at:]
        yield head + tail[1:]
        for letter in ascii_lowercase:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]
