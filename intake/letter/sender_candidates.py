"""Names that may be a letter's sender, by the places in which they stand: head, text, signature, foot."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from intake.block.dates import read_date
from intake.letter.endorsement_words import NAMED_IN_FULL
from intake.letter.letter_lines import Line, is_like
from intake.letter.letter_parts import LetterParts
from intake.letter.letter_words import (
    CLOSING,
    CONTACT,
    FROM,
    LETTER_TITLE,
    NOT_AN_ORGANISATION,
    OF_THE_SECRETARIAT,
    REFERENCE,
    SALUTATION,
    SUBJECT,
)
from intake.letter.line_likeness import (
    is_unit,
    likeness_to_organisation,
    likeness_to_person,
    likeness_to_title,
)
from intake.letter.names_in_text import names_in
from intake.letter.signed_for import signed_for
from intake.page.plain_text import folded, tidy


class Place(StrEnum):
    """Where a letter names its sender. PATTERN is a sentence that says "we, ...", TEXT any mention."""

    HEAD = "head"
    FROM = "from"
    TEXT = "text"
    PATTERN = "pattern"
    BEHALF = "behalf"
    SIGNED = "signed"
    FOOT = "foot"
    SITE = "site"


_WEIGHTS = {
    Place.HEAD: 2.0,
    Place.FROM: 2.5,
    Place.TEXT: 2.5,
    Place.PATTERN: 2.5,
    Place.BEHALF: 3.0,
    Place.SIGNED: 2.0,
    Place.FOOT: 1.5,
    Place.SITE: 1.0,
}
_RULED_OUT_OF_HEADS = (CONTACT, SALUTATION, CLOSING, SUBJECT, LETTER_TITLE, OF_THE_SECRETARIAT)
_MORE_OF_A_NAME = re.compile(
    r"(?:,? (?:(?:and|of|for|und|für|der|die|des|et|de|du|des|la|en|van|voor|og|for|och|för|y|e|del|della|"
    r"do|da|i|w|z|&) )*(?:[A-ZÀ-ÞŁŚŻŹĆ]"
    r"[\w'’.-]*|sp\. z o\.o\.|e\. ?V\.?|ekonomisk förening|s\.c\.r\.l\.))+"
)
_SITE = re.compile(r"(?:www\.|@|https?://)([\w-]+(?:\.[\w-]+)*)\.[a-z]{2,}")


@dataclass(slots=True)
class Candidate:
    """A name that may be the sender's: the places it was found in, and the lines that show it."""

    value: str
    places: set[Place] = field(default_factory=set)
    lines: tuple[Line, ...] = ()
    prominence: float = 0.0

    @property
    def score(self) -> float:
        """How much speaks for it."""
        known = 1.5 if likeness_to_organisation(self.value) > 1 else 0.0
        no_body = likeness_to_organisation(self.value) < 1
        against = 2.0 if no_body and likeness_to_title(self.value) > 1 else 0.0
        against += 1.0 if likeness_to_person(self.value) > 3 and no_body else 0.0
        against += 1.5 if is_unit(self.value) else 0.0
        return sum(_WEIGHTS[p] for p in self.places) + known + self.prominence - against


Candidates = dict[str, Candidate]
"""By the folded name."""


def candidates_of(parts: LetterParts) -> Candidates:
    """Return by its folded name whatever may be the sender by head, foot, text and "on behalf of"."""
    found: Candidates = {}
    for group in parts.head:
        _propose_head(found, group, parts)
    for line in parts.sent_by:
        propose(found, line.text, Place.FROM, (line,))
    for line in parts.foot:
        text = re.split(r"\s[|·•–—]\s|\s{3,}", line.text)[0]
        # An address may follow behind a comma; a legal form belongs to the name.
        text = text if re.search(r"\d", text) is None else text.split(", ")[0]
        propose(found, text, Place.FOOT, (line.part(text),))
    for _, named in signed_for(parts):
        propose(found, named.text, Place.BEHALF, (named,))
    body = parts.body
    for line in parts.signed:
        if len(line.flat) > 7 and stands_in(line.flat, folded(body)):
            propose(found, _as_the_text_goes_on(line, parts), Place.SIGNED, (line,))
    for name in names_in(body):
        propose(found, name, Place.PATTERN, lines_with(name, parts))
    note_mentions(found, parts)
    return found


def propose(
    found: Candidates, text: str, place: Place, lines: tuple[Line, ...], prominence: float = 0.0
) -> None:
    """Add a name found in a place, unless it cannot be an organisation's. A name in capitals gives way to
    the same in small letters."""
    value = tidy(text).strip(" ,;:–-|·")
    value = re.sub(r"\s*\([^)]*\)$", "", value) if place in (Place.PATTERN, Place.HEAD) else value
    key = folded(value)
    if not 3 <= len(value) <= 120 or NOT_AN_ORGANISATION.match(key) or not value[:1].isalnum():
        return
    of_the_pact = OF_THE_SECRETARIAT.search(key) or NAMED_IN_FULL.search(key)
    if CONTACT.search(key) or of_the_pact or read_date(value) is not None:
        return
    known = found.setdefault(key, Candidate(value))
    known.places.add(place)
    known.prominence = max(known.prominence, prominence)
    if not known.lines:
        known.lines = lines
    if known.value.isupper() and not value.isupper():
        known.value = value  # a letterhead in capitals is a manner of setting


def lines_with(name: str, parts: LetterParts) -> tuple[Line, ...]:
    """Return the line that holds the name, or the two it is broken over."""
    key = folded(name)
    lines = [*(x for p in parts.paragraphs for x in p), *parts.signed, *parts.foot]
    for line in lines:
        if key in line.flat:
            return (line.part(name),)
    for above, below in pairwise(lines):
        if key in f"{above.flat} {below.flat}":
            return (above, below)
    return ()


def stands_in(key: str, text: str) -> bool:
    """Whether the folded name stands in the folded text as whole words."""
    return re.search(rf"(?<!\w){re.escape(key)}(?!\w)", text) is not None


def known_organisations(found: Candidates) -> Iterator[str]:
    """Yield the folded names that a line below a signature may be taken for."""
    for key, one in found.items():
        if one.places & {Place.TEXT, Place.PATTERN, Place.BEHALF, Place.FOOT} or one.prominence > 0.7:
            yield key


def _as_the_text_goes_on(line: Line, parts: LetterParts) -> str:
    """Return the name on a line with the words that follow it wherever the letter's text has it, if they
    stand on another line below the signature: a narrow column breaks a long name."""
    body = parts.body
    if len(folded(body)) != len(body):
        return line.text
    ends = [m.end() for m in re.finditer(rf"(?<!\w){re.escape(line.flat)}(?!\w)", folded(body))]
    more = {match[0] if (match := _MORE_OF_A_NAME.match(body, end)) else "" for end in ends}
    rest = more.pop() if len(more) == 1 else ""
    continued = rest and any(x.flat.startswith(folded(rest).strip(" ,")) for x in parts.signed)
    return line.text + rest if continued else line.text


def _propose_head(found: Candidates, group: Sequence[Line], parts: LetterParts) -> None:
    heights = [x.height for lines in (*parts.paragraphs, *parts.head) for x in lines]
    usual = sorted(heights)[len(heights) // 2]
    for index, line in enumerate(group):
        sent_by = FROM.match(line.text)
        if sent_by:
            _propose_from(found, line, line.text[sent_by.end() :])
            continue
        if _is_no_head(line) or (index and REFERENCE.match(group[index - 1].flat)):
            continue
        prominence = (
            (0.8 if line.height > 1.15 * usual else 0.0)
            + (0.3 if line.is_bold else 0.0)
            + (0.3 if index == 0 else 0.0)
        )
        for text in (line.text, *re.split(r"\s[|·•–—]\s", line.text)[:1]):
            propose(found, text, Place.HEAD, (line.part(text),), prominence)
        below = group[index + 1] if index + 1 < len(group) else None
        if below is not None and not _is_no_head(below) and is_like(line, below):
            propose(found, f"{line.text} {below.text}", Place.HEAD, (line, below), prominence - 0.2)


def _propose_from(found: Candidates, line: Line, text: str) -> None:
    """ "From: Jane Doe (Repair Foundation)", or a name, a comma and the organisation."""
    inside = re.search(r"\(([^)]+)\)", text)
    names = [inside[1]] if inside else re.split(r",\s|\s[-–|]\s", text)[1:]
    for name in names:
        propose(found, name, Place.FROM, (line.part(name),))


def _is_no_head(line: Line) -> bool:
    flat = line.flat
    if any(pattern.search(flat) for pattern in _RULED_OUT_OF_HEADS) or read_date(line.text) is not None:
        return True
    if REFERENCE.match(flat) or (re.search(r"\d", flat) and "," in flat):
        return True
    is_sentence = line.text.endswith((".", ":")) and len(line.text) > 40
    return is_sentence and likeness_to_organisation(line.text) < 1


def note_mentions(found: Candidates, parts: LetterParts) -> None:
    """Add the places in which a candidate comes again: the letter's own text, the foot, its website."""
    body, foot = folded(parts.body), " | ".join(x.flat for x in parts.foot)
    everything = [x.flat for group in parts.head for x in group] + [foot, *(x.flat for x in parts.signed)]
    sites = {site for text in everything for site in _SITE.findall(text)}
    for key, candidate in found.items():
        if stands_in(key, body):
            candidate.places.add(Place.TEXT)
        if stands_in(key, foot):
            candidate.places.add(Place.FOOT)
        if any(_is_site_of(key, site) for site in sites):
            candidate.places.add(Place.SITE)


def _is_site_of(key: str, site: str) -> bool:
    letters = re.sub(r"[^a-z0-9]", "", key)
    label = re.sub(r"[^a-z0-9]", "", site.rpartition(".")[2] if "." in site else site)
    return len(label) > 4 and len(letters) > 4 and (label in letters or letters in label)
