"""What the sender of a mail wrote: its text without the mails it quotes, its signature and device lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import quotequail

from intake.mail.quote_words import (
    DEVICE_LINES,
    FIELD_NAMES,
    FORWARD_LINES,
    FORWARD_SUBJECT,
    REPLY_SUBJECT,
    WROTE,
)

LONGEST_LINE = 200
"""Characters of a line that may introduce a quotation; the library's expressions cost their cube."""

_MOST_LINES = 1_500
_LONGEST_INTRODUCTION = 3  # lines
_DEEPEST_FORWARD = 2
_LONGEST_SIGNATURE = 12  # lines below two hyphens whose space was lost

_MAY_INTRODUCE = frozenset(":：>_*-")  # what the last line of an introduction ends with
_QUOTED = re.compile(r"\s{0,3}[>|]")
_FORWARD = re.compile(rf"[\s>*_-]*(?:{FORWARD_LINES})[\s:*_-]*", re.IGNORECASE)
_WROTE = re.compile(WROTE, re.IGNORECASE)
_FOR_LIBRARY = re.compile(r"-{3,}[ \w]{6,30}-{3,}$|_{32}$|\d{4}/")  # what it alone knows; asking costs time
_BEGINNING = re.compile(r"[\s>*-]*(?:on|op|am|le|el|em|den|il|pe|dnia|w dniu|\d{1,4})\b", re.IGNORECASE)
_A_MOMENT = re.compile(r"\d{1,2}[:.h]\d\d|@|\d{4}")
_REPLY_SUBJECT = re.compile(rf"\s*{REPLY_SUBJECT}", re.IGNORECASE)
_FORWARD_SUBJECT = re.compile(rf"\s*{FORWARD_SUBJECT}", re.IGNORECASE)
_DELIMITER = re.compile(r"(?:--|—|_{2,5})[ \t]*")


@dataclass(frozen=True, slots=True)
class _Quotation:
    """Lines that introduce another mail: the first, the one after the last, and what they introduce."""

    start: int
    end: int
    forwards: bool


@dataclass(frozen=True, slots=True)
class _Said:
    """What the subject says that the mail does to another; neither where it says nothing."""

    forwards: bool
    answers: bool


def own_text(text: str, subject: str = "") -> str:
    """Return what the sender wrote, or the whole text where nothing of it is surely somebody else's.

    A forwarded mail is not cut away: whoever forwards it, as an assistant does with an application,
    sends what it says. Its own quotations are. Nothing but a quotation gives "".
    """
    said = _Said(_FORWARD_SUBJECT.match(subject) is not None, _REPLY_SUBJECT.match(subject) is not None)
    lines = [line.rstrip() for line in text.split("\n")[:_MOST_LINES]]
    own = "\n".join(_own_lines(lines, said, _DEEPEST_FORWARD))
    return re.sub(r"\n{3,}", "\n\n", own).strip()


def without_quotations(text: str) -> str:
    """Return the text up to the first mail that it quotes, with its signature."""
    lines = text.split("\n")[:_MOST_LINES]
    quotation = _first_quotation(lines)
    kept = lines[: quotation.start] if quotation else lines
    return "\n".join(line for line in kept if not _QUOTED.match(line))


def _own_lines(lines: list[str], said: _Said, depth: int, *, is_rest: bool = False) -> list[str]:
    """Return the sender's own lines; ``depth`` mails passed on, one in the other, are taken for theirs."""
    quotation = _first_quotation(lines)
    if quotation is None:
        return _unsigned(lines, is_rest=is_rest)
    above, below = _unsigned(lines[: quotation.start], is_rest=is_rest), lines[quotation.end :]
    has_fields = _is_field(next(filter(None, below), ""))
    # Where nothing was written above an unquoted mail, it was passed on, unless the subject says answered.
    is_bare = not (any(above) or is_rest or said.answers)
    passes_on = quotation.forwards or (has_fields and said.forwards) or is_bare
    if _is_quoted(below) and not quotation.forwards:
        return [*above, "", *_own_lines(_after_quoted(below), said, depth, is_rest=any(above))]
    if passes_on and depth:
        return [*above, "", *_own_lines(_without_fields(_unquoted(below)), said, depth - 1)]
    return above


def _first_quotation(lines: list[str]) -> _Quotation | None:
    for at, line in enumerate(lines):
        if line and (line[-1] in _MAY_INTRODUCE or ":" in line or "：" in line):
            found = _quotation_at(lines, at)
            if found is not None:
                return found
    return None


def _quotation_at(lines: list[str], at: int) -> _Quotation | None:
    """Return the quotation whose introduction ends with that line, or whose printed head begins there."""
    line = lines[at]
    if _is_field(line) and _is_head_of_mail(lines, at):
        return _Quotation(at, at, forwards=False)
    if line[-1:] not in _MAY_INTRODUCE:
        return None
    if _FORWARD.fullmatch(line):
        return _Quotation(at, at + 1, forwards=True)
    starts = [start for start in _starts(lines, at) if _introduces(lines[start : at + 1])]
    dated = [start for start in starts if _A_MOMENT.search(" ".join(lines[start : at + 1]))]
    if dated:
        begun = [start for start in dated if _BEGINNING.match(lines[start])]
        return _Quotation(begun[-1] if begun else dated[0], at + 1, forwards=False)
    is_marked = _is_quoted(lines[at + 1 :]) or line.strip("* ")[:1] in "-_"
    return _Quotation(at, at + 1, forwards=False) if at in starts and is_marked else None


def _starts(lines: list[str], at: int) -> Iterator[int]:
    """Yield where an introduction that ends with that line may begin, nearest first."""
    for start in range(at, max(at - _LONGEST_INTRODUCTION, -1), -1):
        if not lines[start] or len(lines[start]) > LONGEST_LINE:
            return
        yield start


def _introduces(intro: list[str]) -> bool:
    """Whether these lines say who wrote what follows, or that an older mail follows."""
    joined = " ".join(line.strip(" >*") for line in intro)
    if joined.endswith((":", "：", "--")) and _WROTE.search(joined):
        return True
    line = intro[0].strip(" *")
    if len(intro) > 1 or not _FOR_LIBRARY.match(line):
        return False
    return len(quotequail.quote(line, quote_intro_line=True)) > 1


def _is_quoted(lines: list[str]) -> bool:
    return _QUOTED.match(next(filter(None, lines), "")) is not None


def _is_head_of_mail(lines: list[str], at: int) -> bool:
    """Whether three fields of a mail's head stand together; two are as likely a letter's own."""
    block = [line for line in lines[at : at + 8] if line][:5]
    return sum(_is_field(line) for line in block) >= 3


def _without_fields(lines: list[str]) -> list[str]:
    """Return what stands below a printed head, whose fields may be folded, or stand apart from each other."""
    at = 0
    while at < len(lines):
        end = next((end for end in range(at, len(lines)) if not lines[end]), len(lines))
        fields = [place for place in range(at, end) if _is_field(lines[place])]
        if end > at and not fields:
            return lines[at:]
        if len(fields) > 1:
            return lines[fields[-1] + 1 :]
        at = end + 1
    return []


def _unquoted(lines: list[str]) -> list[str]:
    """Return the lines of a forwarded mail, without the sign that some programs set before each."""
    return [re.sub(r"^\s?>\s?", "", line) for line in lines]


def _after_quoted(lines: list[str]) -> list[str]:
    """Return what stands below a quotation, where people answer who were taught to answer below."""
    at = 0
    while at < len(lines) and (not lines[at] or _QUOTED.match(lines[at])):
        at += 1
    return lines[at:]


def _unsigned(lines: list[str], *, is_rest: bool) -> list[str]:
    """Return the lines without quoted ones, without what stands below the signature's hyphens (RFC 3676, 4.3)
    and without what a device adds."""
    kept: list[str] = []
    for at, line in enumerate(lines):
        if (
            line[:1] in "-—_"
            and _DELIMITER.fullmatch(line)
            and _is_near_end(lines, at)
            and (is_rest or any(kept))
        ):
            break
        if not line or not (_QUOTED.match(line) or line.lower().lstrip().startswith(DEVICE_LINES)):
            kept.append(line)
    return kept


def _is_near_end(lines: list[str], at: int) -> bool:
    return len(list(filter(None, lines[at + 1 :]))) <= _LONGEST_SIGNATURE


def _is_field(line: str) -> bool:
    """Whether it is a field of a mail's head, as programs print it above what they quote."""
    name, colon, _ = line.partition(":" if ":" in line else "：")
    return bool(colon) and name.strip(" \t>*").lower() in FIELD_NAMES
