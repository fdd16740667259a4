"""The number that a criterion or section goes by: TS5, A1, 4.2.1, Krav 12, or a clause such as 3.2.1.d."""

import re

_NOT_NUMBERS = ("CO", "PM", "USB", "WPA", "DDR", "HDMI", "IP", "MP", "COVID", "SHA")
_WORD = (
    r"criterion|criteria|criterium|kriterium|crit[eè]re|criterio|krav|kriterie|eis|requirement|exigence|"
    r"requisito|anforderung|vereiste"
)
_LETTERED = re.compile(r"([A-Z]{1,5})-?(\d{1,3}(?:\.\d{1,3}){0,4}[a-z]?)(?![\w-]|[.,]\d)")
_PHASED = re.compile(r"(TS|AC|SC|CPC)\s(\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?)(?![\w-]|[.,]\d)")
_WORDED = re.compile(rf"(?:{_WORD})\s+(?:nr\.?\s*)?\d{{1,3}}(?:\.\d{{1,3}}){{0,3}}(?![\w%])", re.IGNORECASE)
_DOTTED = re.compile(r"(\d{1,3}(?:\.\d{1,3}){1,5})\.?(?=\s|$)")
_PART = re.compile(
    r"(?:paragraph|paragraaf|article|artikel|art[ií]culo|chapter|hoofdstuk|kapitel|chapitre|cap[ií]tulo)"
    r"\s+(\d{1,3})(?!\w)",
    re.IGNORECASE,
)
_LEADING_MARKS = re.compile(r"[\s*_#§>|\"'“„«(\[]{0,10}")


def criterion_number(text: str) -> str:
    """Return the number of a criterion that a text opens with, or nothing: "TS5 Battery life" gives TS5."""
    opening = _opening(text)
    for pattern in (_PHASED, _LETTERED, _WORDED):
        found = pattern.match(opening)
        if found and not (pattern is _LETTERED and found[1] in _NOT_NUMBERS):
            return " ".join(found[0].split())
    return ""


def section_number(text: str) -> str:
    """Return the number that a title or text opens with, one of a criterion or a dotted one such as 4.2."""
    dotted = _DOTTED.match(_opening(text)) or _PART.match(_opening(text))
    return criterion_number(text) or (dotted[1] if dotted else "")


def clause_number(section: str, point: str, item: str) -> str:
    """Return a point of a numbered section as clauses are cited: "3.2", "1", "d" give 3.2.1.d."""
    return ".".join(part for part in (section, point, item) if part)


def without_number(title: str) -> str:
    """Return a title without the number that it opens with."""
    number = section_number(title)
    if not number:
        return title.strip()
    opening = _opening(title)
    return opening[len(number) :].lstrip(" .:-–—") if opening.startswith(number) else title.strip()


def _opening(text: str) -> str:
    head = text[:200]
    marks = _LEADING_MARKS.match(head)
    return head[marks.end() :] if marks else head
