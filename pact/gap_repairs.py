"""Gaps that are only how a page was set or read: other spaces, lost ligatures, note marks, page numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pact.copy_words import CopyText
from pact.edition_index import IndexedEdition
from pact.fingerprint import digest
from pact.misread_words import is_like, is_weighty, may_be_misread, misread, with_figure
from pact.plain_words import LOST_GLYPH
from pact.scan_doubts import is_speck
from pact.second_reading import NOT_READ_AGAIN, SecondReading
from pact.slips import slips_in
from pact.word_alignment import Gap

_LETTERS_AT_MOST = 60
_WORDS_AT_MOST = 6
_GUESSES_AT_MOST = 120_000
_MISREAD_AT_MOST = 4
_PART_READ = range(1, 4)
_STRAY_LETTERS = 3
_STRAY_REACH = 80
_NUMBER_LETTERS = 6
_LIGATURES = ("fi", "fl", "ff", "ffi", "ffl", "ti", "tt", "ft", "th", "fj")


@dataclass(slots=True)
class Repairs:
    """What explains the gaps: the edition's words behind other letters, by their place in the edition.

    ``open`` are the gaps that nothing explains. ``guesses`` is how many more are tried: nobody shall keep
    the reader busy.
    """

    words: dict[int, str] = field(default_factory=dict)
    open: list[Gap] = field(default_factory=list)
    guesses: int = _GUESSES_AT_MOST

    def digest(self, word: str) -> int:
        """Return the word's digest, and count the guess."""
        self.guesses -= 1
        return digest(word)


def repaired(
    gaps: Sequence[Gap], edition: IndexedEdition, text: CopyText, second: SecondReading = NOT_READ_AGAIN
) -> Repairs:
    """Return what explains the gaps, and the gaps that are left.

    Where words were seen and not said by the file, letters may have been misread too, and a ``second``
    reading may have the edition's words.
    """
    repairs = Repairs()
    known = _Vocabulary(text)
    standing = [gap for gap in gaps if not _is_page_setting(gap, edition, text, second)]
    strays = [gap for gap in standing if _is_stray(gap, text)]
    explained: set[Gap] = set()
    left_over: list[Gap] = []
    for gap in standing:
        wanted = edition.digests[gap.low : gap.high]
        rest = _read_again(gap, edition, text, second, repairs)
        if rest is not None:
            explained.add(gap)
            left_over += [rest] if rest.low < rest.high else []
            continue
        if not 0 < len(wanted) <= _WORDS_AT_MOST:
            continue
        marked = _is_marked(gap, edition)
        for found, stray in _readings(gap, strays, text, marked=marked):
            words = _explained(found, wanted, repairs)
            if words is not None:
                repairs.words.update(zip(range(gap.low, gap.high), words, strict=True))
                explained |= {gap, stray or gap}
                strays = [other for other in strays if other != stray]
                break
        else:
            words = _misread(gap, wanted, text, known, repairs)
            if words is not None:
                repairs.words.update(zip(range(gap.low, gap.high), words, strict=True))
                explained.add(gap)
    repairs.open = sorted([*(gap for gap in standing if gap not in explained), *left_over])
    slips = slips_in(repairs.open, repairs.words, gaps, edition, text, second)
    repairs.words.update(slips)
    repairs.open = [gap for gap in repairs.open if not gap.low < gap.high or gap.low not in slips]
    return repairs


def _read_again(
    gap: Gap, edition: IndexedEdition, text: CopyText, second: SecondReading, repairs: Repairs
) -> Gap | None:
    """Return what is left of the gap where a second reading has the edition's words in it, and keep these:
    nothing, or what is missing before or behind them. None where it has other words.

    Where a clause begins, or a page ends, a figure that was seen is the clause's number or the page's.
    """
    wanted = edition.digests[gap.low : gap.high]
    count = len(wanted)
    cuts = [(0, count), *((count - k, count) for k in _PART_READ), *((0, k) for k in _PART_READ)]
    if not count and edition.begins_clause(gap.low) and any(map(str.isdigit, second.between(gap, text))):
        return Gap(gap.low, gap.low, gap.begin, gap.begin)
    for letters in second.between(gap, text):
        for begin, end in cuts if len(letters) <= _LETTERS_AT_MOST else ():
            if begin < 0 or end > count or (begin == end and letters):
                continue
            words = _respaced(letters, wanted[begin:end], repairs)
            if words is not None:
                repairs.words.update(zip(range(gap.low + begin, gap.low + end), words, strict=True))
                low, high = (gap.low, gap.low + begin) if begin else (gap.low + end, gap.high)
                return Gap(low, high, gap.begin, gap.begin)
    return None


def _is_page_setting(gap: Gap, edition: IndexedEdition, text: CopyText, second: SecondReading) -> bool:
    """Whether what was put in is a clause's number or bullet, the mark of a note, or a speck."""
    if gap.low < gap.high:
        return False
    if is_speck(gap, text, second):
        return True
    words = text.plain[gap.begin : gap.end]
    if edition.begins_clause(gap.low) and all(_is_number(word) for word in words):
        return True
    return _is_marked(gap, edition) and len(words) == 1 and words[0].isdigit()


def _is_marked(gap: Gap, edition: IndexedEdition) -> bool:
    """Whether the gap ends where the raised mark of a note stands."""
    clause = edition.clause_at(max(gap.high - 1, 0))
    return gap.high in {edition.starts[clause] + place for place in edition.clause(clause).notes}


def _is_number(word: str) -> bool:
    plain = word.replace(".", "")
    return (len(word) <= _NUMBER_LETTERS and (plain.isdigit() or len(plain) == 1)) or word == "paragraph"


def _is_stray(gap: Gap, text: CopyText) -> bool:
    """A raised or lowered letter or figure (CO2, 14th) may come out a line later than its word."""
    return gap.low == gap.high and gap.end - gap.begin == 1 and len(text.plain[gap.begin]) <= _STRAY_LETTERS


def _readings(
    gap: Gap, strays: Sequence[Gap], text: CopyText, *, marked: bool
) -> Iterator[tuple[list[str], Gap | None]]:
    """Yield the words that may be meant by what stands in the gap, the likeliest first."""
    found = text.plain[gap.begin : gap.end]
    if found:
        yield found, None
    if found and marked:
        yield [*found[:-1], found[-1].rstrip("0123456789")], None
    for numbers in _numbers_in(gap, text):
        yield numbers, None
    if found:
        for stray in strays:
            if abs(stray.begin - gap.end) <= _STRAY_REACH:
                yield [*found, text.plain[stray.begin]], stray


def _numbers_in(gap: Gap, text: CopyText) -> Iterator[list[str]]:
    """Yield the gap's words with what was taken for a clause's number at a line's start, but may be a
    figure of the sentence."""
    words: list[str] = []
    for at in range(gap.begin, gap.end + 1):
        for number in text.numbers.get(at, ()):
            words = [*words, *number]
            yield [*words, *text.plain[at : gap.end]]
        words += text.plain[at : min(at + 1, gap.end)]


def _explained(found: Sequence[str], wanted: Sequence[int], repairs: Repairs) -> list[str] | None:
    """Return the edition's words when what was found is the same letters, otherwise set; else None."""
    if sum(map(len, found)) > _LETTERS_AT_MOST or repairs.guesses <= 0:
        return None
    if LOST_GLYPH in "".join(found):
        return _with_glyphs(found, wanted, repairs)
    return _respaced("".join(found), wanted, repairs) or _with_ligatures(found, wanted, repairs)


def _misread(
    gap: Gap, wanted: Sequence[int], text: CopyText, known: "_Vocabulary", repairs: Repairs
) -> list[str] | None:
    """Return the edition's words when each may have been read on a picture as what was found.

    That they are the edition's is not certain yet: the seal of their clause tells.
    """
    if not 0 < len(wanted) == gap.end - gap.begin <= _MISREAD_AT_MOST or repairs.guesses <= 0:
        return None
    words = []
    for at, value in zip(range(gap.begin, gap.end), wanted, strict=True):
        word, score = text.plain[at], text.printed[text.owners[at]].score
        if score is None:
            return None
        guesses = [*with_figure(word)]
        if may_be_misread(word, score):
            likely = (other for other in known.words_of(value) if is_like(word, other))
            guesses += [guess for guess in (*likely, *misread(word)) if not is_weighty(guess)]
        words.append(_first_of(value, (word, *guesses), repairs))
    return _whole(words)


class _Vocabulary:
    """The copy's own words by their digest, gathered when they are first asked for."""

    def __init__(self, text: CopyText) -> None:
        self._text = text
        self._words: dict[int, list[str]] | None = None

    def words_of(self, value: int) -> list[str]:
        if self._words is None:
            self._words = {}
            for word, own in dict(zip(self._text.plain, self._text.digests, strict=True)).items():
                self._words.setdefault(own, []).append(word)
        return self._words.get(value, [])


def _respaced(letters: str, wanted: Sequence[int], repairs: Repairs) -> list[str] | None:
    """Return the letters cut into words of these digests, or None."""
    ways: dict[int, list[str]] = {0: []}
    for index, value in enumerate(wanted):
        last = index == len(wanted) - 1
        further: dict[int, list[str]] = {}
        for begin, words in ways.items():
            for end in [len(letters)] if last else range(begin + 1, len(letters)):
                if repairs.digest(letters[begin:end]) == value:
                    further[end] = [*words, letters[begin:end]]
        ways = further
    return ways.get(len(letters))


def _with_glyphs(found: Sequence[str], wanted: Sequence[int], repairs: Repairs) -> list[str] | None:
    """Return the words with ligatures in the place of letters that the file does not name."""
    if len(found) != len(wanted):
        return None
    words = []
    for word, value in zip(found, wanted, strict=True):
        guesses = (word.replace(LOST_GLYPH, letters) for letters in _LIGATURES)
        words.append(_first_of(value, guesses if LOST_GLYPH in word else (word,), repairs))
    return _whole(words)


def _with_ligatures(found: Sequence[str], wanted: Sequence[int], repairs: Repairs) -> list[str] | None:
    """Return the words with ligatures that came out as nothing at all."""
    if len(found) != len(wanted):
        return None
    words = []
    for word, value in zip(found, wanted, strict=True):
        places = range(len(word) + 1) if len(word) > 1 else ()
        guesses = (word[:at] + letters + word[at:] for at in places for letters in _LIGATURES[:5])
        words.append(_first_of(value, (word, *guesses), repairs))
    return _whole(words)


def _first_of(value: int, guesses: Iterator[str] | tuple[str, ...], repairs: Repairs) -> str | None:
    return next((guess for guess in guesses if repairs.digest(guess) == value), None)


def _whole(words: list[str | None]) -> list[str] | None:
    told = [word for word in words if word is not None]
    return told if len(told) == len(words) else None
