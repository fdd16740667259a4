"""Letters of Support: free text from which organisation, name, title, date and endorsement are read
(2.2.2)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from intake.block.dates import DayOrder, read_date
from intake.block.extract import Extracted, is_blank
from intake.block.read_surely import is_read_dimly
from intake.letter.letter_lines import Line, SignedBy, letter_lines, looks_like_person, signed_by
from intake.letter.letter_words import (
    ADDRESSED,
    BODY_NAMES,
    CLOSING,
    CONTACT,
    ENDORSES,
    LETTER_TITLE,
    NOT_AN_ORGANISATION,
    ORGANISATION,
    REFUSES,
    SALUTATION,
    TITLE,
    WISHES,
)
from intake.page.page import PageView
from intake.page.plain_text import folded, tidy
from pact.documents import NOT_FOUND, Field, Remark, Signatory

_OF_THE_PACT = re.compile(r"pa[ck]t|cfit|ambiti|circular|doel|ziele")
_OUTRIGHT = re.compile(r"endorse|onderschrij|souscri|teilen|stiller")


@dataclass(frozen=True, slots=True)
class LetterRead:
    """What a Letter of Support says."""

    signatories: tuple[Signatory, ...]
    endorses: Field
    remarks: tuple[Remark, ...] = ()


def letter_read(
    texts: Sequence[str], views: Sequence[PageView], labelled: Sequence[Extracted], order: DayOrder | None
) -> LetterRead:
    """Return what the letter says. Labels are believed where it has them; the rest is read from its
    lines."""
    lines = [line for view in views for line in letter_lines(view)]
    body = tidy(" ".join(_running_text(_between_greeting_and_closing(lines))))
    date, doubt = _date(lines, order)
    remarks = [Remark("ambiguous_date", doubt, date.page)] if doubt and date.value is None else []
    found = [s for e in labelled for s in e.signatories if not is_blank(s)]
    signed = signed_by(lines)
    organisation = _organisation(lines, body, {folded(s.name.value) for s in signed if s.name.value})
    if found:
        signatories = tuple(_completed(s, organisation, date) for s in found)
        remarks += [r for e in labelled for r in e.remarks]
    else:
        signatories = tuple(_signatory(s, organisation, date, body) for s in signed)
    return LetterRead(
        signatories or (Signatory(organisation=organisation, date=date),),
        _endorsement(body, lines),
        tuple(remarks),
    )


def _between_greeting_and_closing(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the letter's own sentences: from behind the greeting, or the subject, up to the closing
    words."""
    first = 0
    for index, line in enumerate(lines):
        flat = folded(line.text)
        if len(flat) < 90 and (SALUTATION.match(flat) or LETTER_TITLE.search(flat)):
            first = index + 1
        elif first and len(flat) > 60:
            break
    ends = [
        i
        for i, line in enumerate(lines)
        if i > first and CLOSING.match(folded(line.text)) and len(line.text) < 140
    ]
    return lines[first : ends[-1] if ends else len(lines)]


def _running_text(lines: Sequence[Line]) -> list[str]:
    """Return the lines with words joined again that a line's end parted."""
    texts: list[str] = []
    for line in lines:
        if texts and re.search(r"[a-zà-þ][-‐\u00ad]$", texts[-1]) and line.text[:1].islower():
            texts[-1] = texts[-1][:-1] + line.text
        else:
            texts.append(line.text)
    return texts


def _completed(signatory: Signatory, organisation: Field, date: Field) -> Signatory:
    return replace(
        signatory,
        organisation=signatory.organisation if signatory.organisation.value else organisation,
        date=signatory.date if signatory.date.value or signatory.date.method else date,
    )


def _signatory(signed: SignedBy, organisation: Field, date: Field, body: str) -> Signatory:
    if signed.organisation.value and not organisation.value:
        again = folded(body).count(folded(signed.organisation.value)) > 1
        organisation = replace(signed.organisation, sure=signed.organisation.sure or again)
    return Signatory(organisation, signed.name, signed.title, NOT_FOUND, date, signed.signature)


def _organisation(lines: Sequence[Line], body: str, people: set[str]) -> Field:
    """Return the sender: what the body calls itself, or the letterhead, or the line under the name.

    What two of these places agree on is sure.
    """
    candidates: dict[str, list[str]] = {}
    for pattern in BODY_NAMES:
        for match in pattern.finditer(body):
            _propose(candidates, match["o"], "body")
    head = [line.text for line in _letterhead(lines)]
    for text in (*head, " ".join(head)):
        _propose(candidates, text, "head")
    for text in _over_two_lines(lines, body):
        _propose(candidates, text, "head")
    for line in _after_closing(lines):
        flat = folded(line.text)
        if flat in candidates or (ORGANISATION.search(flat) and not TITLE.search(flat)):
            _propose(candidates, line.text, "signature")
        elif (_lines_with(flat, lines) > 1 or not looks_like_person(line.text)) and not TITLE.search(flat):
            _propose(candidates, re.split(r"\s[|·•]\s", line.text)[0], "foot")
    candidates = {key: found for key, found in candidates.items() if key not in people}
    if not candidates:
        return NOT_FOUND
    best = max(candidates, key=lambda key: _weight(key, candidates[key][1:], lines))
    best = _whole_name(best, candidates, lines)
    places, own_lines = set(candidates[best][1:]), _lines_with(best, lines)
    sure = len(places) > 1 or own_lines > 1
    return _evidence(candidates[best][0], lines, 0.96 if sure else 0.7, sure=sure)


def _whole_name(key: str, candidates: dict[str, list[str]], lines: Sequence[Line]) -> str:
    """A name found in part, cut at a comma or a line's end, is given whole where the whole stands as
    often."""
    longer = [
        k for k in candidates if key in k and k != key and _lines_with(k, lines) >= _lines_with(key, lines)
    ]
    return max(longer, key=len, default=key)


def _weight(key: str, places: Sequence[str], lines: Sequence[Line]) -> tuple[float, int]:
    """How much speaks for a candidate: the places it was found in, and how often it comes again."""
    weights = {"body": 3.0, "signature": 2.0, "head": 2.0, "foot": 0.5}
    again = 1.5 * min(_lines_with(key, lines) - 1, 3)
    known = 1.5 if ORGANISATION.search(key) else 0.0
    return sum(weights[p] for p in set(places)) + max(again, 0.0) + known, len(key)


def _lines_with(key: str, lines: Sequence[Line]) -> int:
    """Return how many lines hold the name; one that runs over two lines counts for the pair."""
    texts = [folded(line.text) for line in lines]
    inside = sum(key in text for text in texts)
    pairs = pairwise(texts)
    return inside + sum(key in f"{a} {b}" and key not in a and key not in b for a, b in pairs)


def _propose(candidates: dict[str, list[str]], text: str, place: str) -> None:
    value = (
        re.sub(r"^(?:[Tt]he|[Dd]e|[Hh]et|[Dd]ie|[Dd]er|[Ll]a|[Ll]e)\s+(?=[A-ZÀ-Þ])", "", tidy(text))
        if place == "body"
        else tidy(text)
    )
    value = re.sub(r"\s*\([^)]*\)$", "", value).strip(" ,;:–-")
    if place == "body":
        value = re.split(r"\s(?:is|are|was|has|have|wishes|would|will|and (?:we|i|its|our))\s", value)[0]
    key = folded(value)
    if not 3 <= len(value) <= 100 or NOT_AN_ORGANISATION.match(key) or not value[:1].isalnum():
        return
    if place != "signature" and (CONTACT.search(key) or read_date(value)):
        return
    candidates.setdefault(key, [value]).append(place)


def _over_two_lines(lines: Sequence[Line], body: str) -> list[str]:
    """Return the pairs of short lines that the body writes in one: a long name broken in head or foot."""
    flat = folded(body)
    own = set(map(id, _between_greeting_and_closing(lines)))
    outside = [line.text for line in lines if id(line) not in own]
    short = [text for text in outside if len(text) < 90 and not re.search(r"[.!?:]", text)]
    pairs = [f"{a} {b}" for a, b in pairwise(short) if len(a) + len(b) < 120]
    return [pair for pair in pairs if folded(pair) in flat and not read_date(pair)]


def _letterhead(lines: Sequence[Line]) -> list[Line]:
    """Return the first lines of the letter and those in larger type, up to the date or salutation."""
    head = []
    for line in lines[:6]:
        flat = folded(line.text)
        if read_date(line.text) or len(line.text) > 90 or CLOSING.match(flat) or ADDRESSED.match(flat):
            break
        if not CONTACT.search(flat) and not re.search(r"\d", flat) and "pact" not in flat:
            head.append(line)
    return head[:2]


def _after_closing(lines: Sequence[Line]) -> list[Line]:
    last = max(
        (i for i, line in enumerate(lines) if CLOSING.match(folded(line.text))), default=len(lines) - 6
    )
    return [line for line in lines[max(last, 0) + 1 :] if len(line.text) < 100]


def _date(lines: Sequence[Line], order: DayOrder | None) -> tuple[Field, str]:
    """Return the letter's own date: a short line that is little more than a date; never one inside a
    sentence."""
    for line in lines:
        text = re.sub(
            r"^(?:date|datum|dato|data|fecha|päiväys|ημερομηνία)\s*:\s*", "", line.text, flags=re.IGNORECASE
        )
        letters = len(re.findall(r"[^\W\d_]{2,}", text))
        read = read_date(text, order) if len(text) < 70 and letters <= 7 else None
        if read is None or re.search(
            r"\b(?:from|until|since|between|invoice|reference|ref|your letter)\b", text.lower()
        ):
            continue
        value = read.value.isoformat() if read.value else None
        sure = read.sure and not is_read_dimly(line.raw.words)
        confidence = 0.97 if sure else (0.5 if value else 0.0)
        return Field(value, confidence, sure, line.page, line.box_pt, line.method), read.doubt
    return NOT_FOUND, ""


def _endorsement(body: str, lines: Sequence[Line]) -> Field:
    """Return the sentence that endorses the Pact; none where the letter refuses."""
    sentences = re.split(r"(?<=[.!?])\s+(?=[A-ZÀ-ÞΑ-Ω])", body)
    endorsing = []
    for sentence in sentences:
        flat = folded(sentence)
        if REFUSES.search(flat):
            return NOT_FOUND
        if ENDORSES.search(WISHES.sub(" ", flat)) and _OF_THE_PACT.search(flat) and len(sentence) > 25:
            endorsing.append(sentence)
    outright = [s for s in endorsing if _OUTRIGHT.search(folded(s))]
    best = next(iter(outright or endorsing), "")
    if not best:
        return NOT_FOUND
    return _evidence(best, lines, 0.95, sure=True)


def _evidence(value: str, lines: Sequence[Line], confidence: float, *, sure: bool) -> Field:
    """Return the field with the page and box of the line that holds it, or begins it."""
    key = folded(value)
    line = next((x for x in lines if key in folded(x.text)), None)
    line = line or next((x for x in lines if len(x.text) > 12 and folded(x.text)[-20:] in key), None)
    if line is None:
        sure = sure and not any(is_read_dimly(x.raw.words) for x in lines)
        return Field(value, confidence, sure, None, None, lines[0].method if lines else None)
    sure = sure and not is_read_dimly(line.raw.words)
    return Field(value, confidence, sure, line.page, line.box_pt, line.method)
