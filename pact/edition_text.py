"""The text of an edition taken apart into its clauses, numbered as the Pact numbers them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from pact.clauses import INTRO
from pact.errors import PactError
from pact.fingerprint import Edition, EditionClause, digest, seal
from pact.plain_words import HYPHENS, goes_on, plain_words

TITLE = "title"
"""The number by which the Pact's own title goes."""

_CLAUSES_AT_LEAST = 12
_HEADING_WORDS_AT_MOST = 9
_BULLET = re.compile(r"^\s*[-\u2022\u25e6\u25aa\u2013*]\s+(?=\S)")
_PARAGRAPH = re.compile(
    r"^\s*(?:paragraph|article|section|chapter)\s+(\d{1,2})\s*[-\u2013\u2014:.]?\s*", re.IGNORECASE
)
_SECTION = re.compile(r"^\s*(\d{1,2})\.(\d{1,2})\.?\s+(?=[^\W\d])")
_POINT = re.compile(r"^\s*(\d{1,2})[.)]\s+(?=\S)")
_ITEM = re.compile(r"^\s*\(?([a-z])[.)]\s+(?=\S)")
_NOTE = re.compile(r"^\s*(\d{1,2})[.)]?\s+(?=\S)")
_SIGNED = re.compile(r"^\W*signed\W*$", re.IGNORECASE)
_MARKED_WORD = re.compile("[^\\W\\d_]{3}[.,;:)]*[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+\\W*$")
_GLUED_MARK = re.compile(r"^([^\W\d_]{4,})(\d)$")


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of the official text; ``ends_page`` says that the next stands on another page."""

    text: str
    ends_page: bool = False


@dataclass(slots=True)
class _Draft:
    """A clause while its lines are being read."""

    number: str
    lines: list[str] = field(default_factory=list)
    floats: bool = False


def edition_of(
    lines: Sequence[TextLine], name: str, in_force: date, *, wrapped: bool, with_words: bool
) -> Edition:
    """Return the edition with this text.

    ``wrapped`` says that a paragraph takes several lines, as on a page; ``with_words`` that the edition's
    words are kept beside their digests. PactError when the text is not numbered as the Pact is.
    """
    drafts = list(_drafts(lines, wrapped=wrapped))
    numbers = [draft.number for draft in drafts if draft.number[:1].isdigit()]
    if len(numbers) < _CLAUSES_AT_LEAST:
        raise PactError(
            f"Only {len(numbers)} numbered clauses were found in the text; that is no edition of the Pact."
        )
    twice = sorted({number for number in numbers if numbers.count(number) > 1})
    if twice:
        raise PactError(f"The text has clause {twice[0]} twice; it cannot be told which is meant.")
    marks = iter(range(1, 100))
    clauses = tuple(_clause(draft, marks, with_words=with_words) for draft in drafts)
    return Edition(name, in_force, tuple(clause for clause in clauses if clause.digests))


def printed_words(lines: Iterable[str]) -> Iterator[str]:
    """Yield the printed words of the lines, those that a line's end cut in two made one."""
    begun = ""
    for line in lines:
        words = line.split()
        if begun and words:
            words[0] = begun.rstrip("".join(HYPHENS)) + words[0] if words[0][0].isalpha() else words[0]
        begun = words.pop() if words and goes_on(words[-1]) else ""
        yield from words
    if begun:
        yield begun


def _drafts(lines: Sequence[TextLine], *, wrapped: bool) -> Iterator[_Draft]:
    """Yield the clauses in order, up to the line above the signature block."""
    reader = _Numbering()
    draft: _Draft | None = None
    for index, line in enumerate(lines):
        if _SIGNED.match(line.text):
            break
        if not line.text.strip():
            continue
        after = next((x.text for x in lines[index + 1 :] if x.text.strip()), "")
        number, text = reader.number_of(line.text, after)
        if number is None and draft is not None and draft.floats and not wrapped:
            number = reader.intro
        if number is not None and (draft is None or number != draft.number):
            if draft is not None:
                yield draft
            draft = _Draft(number, floats=reader.in_note)
        if draft is not None:
            draft.lines.append(text)
        if line.ends_page and reader.in_note and draft is not None:
            yield draft
            draft, reader.in_note = _Draft(reader.intro), False
    if draft is not None:
        yield draft


@dataclass(slots=True)
class _Numbering:
    """Where in the numbering the reading stands."""

    intro: str = ""
    paragraph: int = 0
    section: str = ""
    point: int = 0
    item: str = ""
    notes: int = 0
    in_note: bool = False

    def number_of(self, line: str, after: str) -> tuple[str | None, str]:
        """Return the number of the clause that the line begins, None where it goes on with the one
        before, and the line without it."""
        line = _BULLET.sub("", line)
        if (found := _PARAGRAPH.match(line)) and int(found[1]) == self.paragraph + 1:
            self.paragraph, self.section, self.point, self.item = int(found[1]), found[1], 0, ""
            self.in_note = False
            return self.section, line[found.end() :]
        if not self.paragraph:
            return self._in_intro(line, after)
        if (found := _SECTION.match(line)) and int(found[1]) == self.paragraph:
            self.section, self.point, self.item = f"{found[1]}.{found[2]}", 0, ""
            return self.section, line[found.end() :]
        if (found := _POINT.match(line)) and int(found[1]) == self.point + 1:
            self.point, self.item = self.point + 1, ""
            return f"{self.section}.{self.point}", line[found.end() :]
        if (found := _ITEM.match(line)) and self.point and found[1] == chr(ord(self.item or "`") + 1):
            self.item = found[1]
            return f"{self.section}.{self.point}.{self.item}", line[found.end() :]
        return None, line

    def _in_intro(self, line: str, after: str) -> tuple[str | None, str]:
        if not self.intro:
            self.intro = INTRO
            return TITLE, line
        found = _NOTE.match(line)
        if found and int(found[1]) == self.notes + 1:
            self.notes, self.in_note = self.notes + 1, True
            return f"{INTRO}, note {self.notes}", line[found.end() :]
        if _is_heading(line, after):
            self.intro, self.in_note = f"{INTRO}, {' '.join(line.split())}", False
            return self.intro, line
        return (None if self.in_note else self.intro), line


def _is_heading(line: str, after: str) -> bool:
    """A short line without a full stop, above a longer one: a heading of the introduction."""
    words = line.split()
    ends = line.rstrip()[-1:]
    return (
        len(words) <= _HEADING_WORDS_AT_MOST
        and words[0][:1].isupper()
        and (ends.isalnum() or ends == ")")
        and len(after) > len(line)
        and after.lstrip()[:1] in after.lstrip()[:1].upper() + "("
    )


def _clause(draft: _Draft, marks: Iterator[int], *, with_words: bool) -> EditionClause:
    plain: list[str] = []
    shown: list[str] = []
    notes: list[int] = []
    for printed in printed_words(draft.lines):
        words = list(plain_words(printed))
        marked = bool(_MARKED_WORD.search(printed))
        glued = _GLUED_MARK.match(words[-1]) if words else None
        if marked or (glued and draft.number.startswith(INTRO)):
            mark = next(marks)
            if glued and int(glued[2]) == mark:
                words[-1] = glued[1]
            notes.append(len(plain) + len(words))
        plain += words
        shown += [printed, *[""] * (len(words) - 1)] if words else []
    kept = tuple(shown) if with_words else ()
    return EditionClause(
        draft.number, tuple(map(digest, plain)), seal(plain), kept, tuple(notes), draft.floats
    )
