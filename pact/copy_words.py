"""The pages of a returned copy as one row of plain words, and where each of them was printed."""

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from pact.documents import BoxPt
from pact.fingerprint import digest
from pact.plain_words import HYPHENS, goes_on, plain_words

WORDS_AT_MOST = 90_000
"""No copy of the Pact has a tenth of them; what has more was made to keep readers busy."""

_LETTERS_AT_MOST = 600_000
_JOINED_WITHOUT = "".join(HYPHENS)
_BULLETS = frozenset("-\u2022\u25e6\u25aa\u2013*\u00b7\u25cf\u25cb\u25a0\uf0b7\u2023\u2013\u2014")
_NUMBER = re.compile(
    r"\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}|[a-z][.)]|[ivx]{2,4}[.)])"
)
_NUMBERED = frozenset(("paragraph", "article", "section", "chapter"))
_SIGNED = re.compile(r"\W*signed\W*", re.IGNORECASE)


class CopyWord(NamedTuple):
    """One word of a copy as it was printed or seen.

    ``line`` counts the lines of its page; ``score`` is 0..1, None where the file itself says the word.
    ``block`` says that it belongs to the signature block: a label, an option, or what was filled in;
    ``apart`` that it was put over or beside the page's text, as a note is.
    """

    text: str
    line: int = 0
    box_pt: BoxPt | None = None
    score: float | None = None
    struck: bool = False
    block: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True)
class CopyPage:
    """The words of one page of a copy in reading order; ``number`` counts from 1, and is 0 where the file
    has no pages."""

    number: int
    words: tuple[CopyWord, ...]

    def lines(self) -> list[list[CopyWord]]:
        """Return the words line by line."""
        return [list(words) for _, words in groupby(self.words, attrgetter("line"))]


@dataclass(frozen=True, slots=True)
class CopyLine:
    """A line of the copy: its page and number there, where among the printed words it begins, and whether
    it is among the first or last lines of its page."""

    page: int
    number: int
    begin: int
    at_edge: bool


@dataclass(slots=True)
class CopyText:
    """Plain words in order with their digests; ``owners`` says which printed word each came from.

    ``numbers`` holds the plain words of clause numbers at line starts, line by line, by the place at which
    they were left out; ``apart`` what was put over or beside the text, by the place it stands at and the
    page; ``page_starts`` the place at which each page begins.
    """

    printed: list[CopyWord] = field(default_factory=list)
    lines: list[CopyLine] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)
    digests: list[int] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)
    numbers: dict[int, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    apart: list[tuple[int, int, tuple[CopyWord, ...]]] = field(default_factory=list)
    page_starts: list[int] = field(default_factory=list)

    def line_index(self, at: int) -> int:
        """Return the index in ``lines`` of the line on which the plain word at this place stands."""
        return bisect_right(self.lines, self.owners[at], key=_begin) - 1

    def line_of(self, at: int) -> CopyLine:
        """Return the line on which the plain word at this place stands."""
        return self.lines[self.line_index(at)]

    def begins_line(self, at: int) -> bool:
        """Whether the plain word is the first of its line, numbers left aside."""
        return at == 0 or self.line_index(at - 1) != self.line_index(at)

    def of_pages(self, indices: Sequence[int]) -> "CopyText":
        """Return the text of these of its pages, in this order."""
        chosen = CopyText(printed=self.printed, lines=self.lines)
        ends = [*self.page_starts[1:], len(self.plain)]
        for index in indices:
            begin, end, start = self.page_starts[index], ends[index], len(chosen.plain)
            chosen.page_starts.append(start)
            chosen.plain += self.plain[begin:end]
            chosen.digests += self.digests[begin:end]
            chosen.owners += self.owners[begin:end]
            shift = start - begin
            chosen.numbers |= {at + shift: n for at, n in self.numbers.items() if begin <= at < end}
            chosen.apart += [(at + shift, page, note) for at, page, note in self.apart if begin <= at <= end]
        return chosen

    def was_seen(self, begin: int, end: int) -> bool:
        """Whether one of the words here, or the word before, was seen on a picture and not said by the
        file."""
        owners = self.owners[max(begin - 1, 0) : max(end, begin + 1)]
        return any(self.printed[owner].score is not None for owner in owners)

    def printed_between(self, begin: int, end: int) -> list[CopyWord]:
        """Return the printed words of these plain words, with what is struck out between them."""
        if begin >= end:
            return []
        owners = self.owners[begin:end]
        if owners == sorted(owners):
            return self.printed[owners[0] : owners[-1] + 1]
        return [self.printed[owner] for owner in dict.fromkeys(owners)]  # pages were put in order


_begin = attrgetter("begin")


def copy_text(pages: Sequence[CopyPage], skipped: Collection[tuple[int, int]] = ()) -> CopyText:
    """Return the text of the pages. ``skipped`` are lines by page number and line, heads and feet; the
    signature block and what is struck out are left out too."""
    return _Reader(set(skipped)).read(pages)


def page_of_text(number: int, text: str, *, score: float | None = None) -> CopyPage:
    """Return a page with the words of a text, line by line; of a text without end only the beginning.

    ``score`` says how well they were read, None that the file itself says them.
    """
    lines = enumerate(text[:_LETTERS_AT_MOST].split("\n"))
    words = (CopyWord(word, index, score=score) for index, line in lines for word in line.split())
    return CopyPage(number, tuple(words))


def as_one_page(parts: Sequence[CopyPage]) -> CopyPage:
    """Return the parts of one page, as where two pages were scanned as one, one behind the other."""
    words: list[CopyWord] = []
    for part in parts:
        first = words[-1].line + 1 if words else 0
        words += [word._replace(line=word.line + first) for word in part.words] if first else part.words
    return CopyPage(parts[0].number, tuple(words))


def line_text(words: Sequence[CopyWord]) -> str:
    """Return a line as it was printed."""
    return " ".join([word.text for word in words])


def box_around(words: Sequence[CopyWord]) -> BoxPt | None:
    """Return the box around the words, None where their places are not known."""
    boxes = [word.box_pt for word in words if word.box_pt is not None]
    if not boxes:
        return None
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return (min(lefts), min(bottoms), max(rights), max(tops))


def signed_line(lines: Sequence[Sequence[CopyWord]]) -> int | None:
    """Return the index of the line at which the signature block begins, None where there is none."""
    for index, words in enumerate(lines):
        if any(word.block for word in words) or says_signed(words):
            return index
    return None


def says_signed(words: Sequence[CopyWord]) -> bool:
    """Whether the line is the one under which people sign."""
    return len(words) == 1 and _SIGNED.fullmatch(words[0].text) is not None


class _Plain(dict[str, tuple[str, ...]]):
    """The plain words of printed words, worked out once."""

    def __missing__(self, printed: str) -> tuple[str, ...]:
        found = self[printed] = plain_words(printed)
        return found


class _Digests(dict[str, int]):
    """The digests of plain words, worked out once."""

    def __missing__(self, word: str) -> int:
        found = self[word] = digest(word)
        return found


class _Reader:
    """Puts printed words into a CopyText, one line after the other."""

    def __init__(self, skipped: set[tuple[int, int]]) -> None:
        self.skipped = skipped
        self.text = CopyText()
        self.begun: tuple[str, int] | None = None
        self.plain = _Plain()

    def read(self, pages: Sequence[CopyPage]) -> CopyText:
        text = self.text
        for page in pages:
            text.page_starts.append(len(text.plain))
            lines = page.lines()
            last = len(lines) - 2
            for index, words in enumerate(lines[: signed_line(lines)]):
                if self.skipped and (page.number, words[0].line) in self.skipped:
                    continue
                if words[0].apart:
                    text.apart.append((len(text.plain), page.number, tuple(words)))
                    continue
                at_edge = page.number > 0 and (index < 2 or index >= last)
                text.lines.append(CopyLine(page.number, words[0].line, len(text.printed), at_edge))
                self._add_line(words)
                text.printed.extend(words)
        self._end_word()
        digests = _Digests()
        text.digests = [digests[word] for word in text.plain]
        return text

    def _add_line(self, words: list[CopyWord]) -> None:
        owner = len(self.text.printed)
        skipped = _numbering(words)
        if skipped:
            self._end_word()
            number = [word for printed in words[:skipped] for word in self.plain[printed.text]]
            place = len(self.text.plain)
            self.text.numbers[place] = (*self.text.numbers.get(place, ()), tuple(number))
            words, owner = words[skipped:], owner + skipped
        standing = [word.text for word in words if not word.struck]
        owners = [at for at, word in enumerate(words, owner) if not word.struck]
        if not standing:
            return
        if self.begun is not None:
            self._go_on(standing, owners)
        if goes_on(standing[-1]):
            self.begun = (standing.pop(), owners.pop())
        self._add(standing, owners)

    def _go_on(self, standing: list[str], owners: list[int]) -> None:
        """Join the word that the line before began to the first of this line."""
        begun, first = self.begun or ("", 0)
        self.begun = None
        if standing[0][:1].isalpha():
            standing[0], owners[0] = begun.rstrip(_JOINED_WITHOUT) + standing[0], first
        else:
            self._add([begun], [first])

    def _end_word(self) -> None:
        if self.begun is not None:
            begun, owner = self.begun
            self.begun = None
            self._add([begun], [owner])

    def _add(self, printed: list[str], owners: list[int]) -> None:
        words = [self.plain[text] for text in printed]
        self.text.plain += [word for several in words for word in several]
        self.text.owners += [owner for several, owner in zip(words, owners, strict=True) for _ in several]


def _numbering(words: Sequence[CopyWord]) -> int:
    """Return how many words at the line's start are a bullet or a clause's number."""
    first = words[0].text
    if first.isalpha() and first.lower() not in _NUMBERED:
        return 0
    count = 1 if first in _BULLETS else 0
    rest = words[count : count + 2]
    if rest and _NUMBER.fullmatch(rest[0].text):
        return count + 1
    if len(rest) == 2 and rest[0].text.lower() in _NUMBERED and rest[1].text.rstrip(".:").isdigit():
        return count + 2
    return count
