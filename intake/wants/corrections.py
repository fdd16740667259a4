"""Corrections that a reply names: "Date: 14 June 2021", "our name should read X"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from intake.block.dates import read_date
from intake.block.labels import LabelField, label_at_start
from intake.block.options import is_option_in_full, option_named
from intake.page.plain_text import folded
from intake.wants.correction_words import (
    DATE,
    IS,
    NOT_THIS,
    ORGANISATION_NAMED,
    OTHER_DAY,
    PARTICIPATES,
    RIGHT,
    SHOULD,
    SIGNATORY_NAMED,
    SIGNED_ON,
    TITLE_NAMED,
    UNCHANGED,
    WE_ARE_ONE,
)
from intake.wants.own_sentences import own_sentences
from intake.wants.said import leaves_open

MOST_CORRECTIONS = 20
"""More than these no reply names; what follows is left to a person."""

TEXT_UNCHANGED = "text_unchanged"
"""The field of the sentence that the text was signed as it stands; its value is "yes"."""

_FIELDS = {
    LabelField.ORGANISATION: "organisation",
    LabelField.NAME: "name",
    LabelField.TITLE: "title",
    LabelField.PARTICIPATION_TYPE: "participation_type",
    LabelField.DATE: "date",
}
_NAMED = ((ORGANISATION_NAMED, "organisation"), (SIGNATORY_NAMED, "name"), (TITLE_NAMED, "title"))
_LONGEST_VALUE = 150
_WORDS_OF_A_NAME = 9
_LONGEST_SENTENCE = 400
_TIME_OF_DAY = re.compile(r"\b\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:uhr|h|am|pm|[+-]\d{4})?\b", re.IGNORECASE)
_MAIL_HEADER = re.compile(
    r"(?:from|to|subject|sent|van|aan|onderwerp|verzonden|von|an|betreff|gesendet|de|a|objet|envoye|fra|til|emne|sendt|"
    r"para|asunto|enviado)\s?:"
)
_RIGHT_DATE = re.compile(rf"(?<!\w){RIGHT}(?!\w)")
_HONORIFIC = re.compile(
    r"^(?:Frau|Herrn?|Mr|Mrs|Ms|Mme|M\.|Mevr|Dhr|Mevrouw|Meneer|De heer|Sra?|Doña|Don)\.?\s+"
)
_QUOTES = " \t\"“”„«»'’‘:–—-"


@dataclass(frozen=True, slots=True)
class Correction:
    """What a field should say, in the sentence or line that says so.

    ``field`` is organisation, name, title, participation_type, date or TEXT_UNCHANGED; ``value`` is a
    day in ISO 8601 for a date, a word of ParticipationType for a participation type, else as written.
    ``sure`` false means that a person decides.
    """

    field: str
    value: str
    sentence: str
    sure: bool


def corrections_in(own_text: str) -> tuple[Correction, ...]:
    """Return what a reply says should be read instead, in its order, at most MOST_CORRECTIONS.

    A field for which it names two values is sure for neither.
    """
    found: dict[tuple[str, str], Correction] = {}
    for one in _all_in(own_text):
        known = found.get((one.field, one.value))
        if known is None or (one.sure and not known.sure):
            found[one.field, one.value] = one
        if len(found) == MOST_CORRECTIONS:
            break
    values = [one.field for one in found.values()]
    return tuple(one if values.count(one.field) == 1 else replace(one, sure=False) for one in found.values())


def _all_in(own_text: str) -> Iterator[Correction]:
    sentences = [one for one in own_sentences(own_text) if len(one) <= _LONGEST_SENTENCE]
    quotes_headers = sum(_MAIL_HEADER.match(folded(one)) is not None for one in sentences) >= 2
    before = ""
    for sentence in sentences:
        labelled = [] if quotes_headers else list(_by_label(sentence))
        yield from labelled or _by_sentence(sentence, before)
        before = sentence


def _by_label(line: str) -> Iterator[Correction]:
    """A line that is a label and its value: "Date: 14 June 2021", "Naam organisatie: ..."."""
    label = label_at_start(line)
    if label is None or not label.closed or label.field not in _FIELDS:
        return
    value = line[label.end :].strip()
    field = _FIELDS[label.field]
    if field == "date" and not _TIME_OF_DAY.search(value):
        yield from _dated(value, line, sure=len(value.split()) <= 8)
    elif field == "participation_type":
        yield from _typed(value, line, sure=True)
    elif field in ("organisation", "name", "title"):
        yield from _worded(field, value, line, sure=True)


def _by_sentence(sentence: str, before: str) -> Iterator[Correction]:
    flat = _in_place(sentence)
    if UNCHANGED.search(flat):
        yield Correction(TEXT_UNCHANGED, "yes", sentence, sure=not leaves_open(sentence))
        return
    said = _without_the_wrong_value(sentence, flat)
    flat = _in_place(said)
    yield from _date_said(said, flat, sentence)
    yield from _type_said(said, flat, sentence)
    yield from _name_said(said, flat, sentence, _in_place(before))


def _date_said(said: str, flat: str, sentence: str) -> Iterator[Correction]:
    if OTHER_DAY.search(flat) or not re.search(r"\d", flat):
        return
    should, named = SHOULD.search(flat) or SIGNED_ON.search(flat), DATE.search(flat)
    if should is not None:
        # "Moet 14 juni 2021 zijn" holds the day between the parts of its verb.
        yield from _dated(said[should.start() :], sentence, sure=True)
    elif named is not None and (verb := IS.search(flat, named.end())):
        yield from _dated(said[verb.end() :], sentence, sure=True)
    elif named is not None and _RIGHT_DATE.search(flat):
        yield from _dated(said[named.end() :], sentence, sure=True)


def _type_said(said: str, flat: str, sentence: str) -> Iterator[Correction]:
    named = is_option_in_full(said) and (PARTICIPATES.search(flat) or SHOULD.search(flat))
    if named or WE_ARE_ONE.search(flat):
        yield from _typed(said, sentence, sure=not _NOT.search(flat))


def _name_said(said: str, flat: str, sentence: str, before: str) -> Iterator[Correction]:
    for pattern, field in _NAMED:
        named = pattern.search(flat)
        verb = (SHOULD.search(flat, named.end()) or IS.search(flat, named.end())) if named else None
        if verb is None:
            continue
        if field == "title" or _begins_a_name(said[verb.end() :]):
            yield from _worded(field, said[verb.end() :], sentence, sure=True)
        return
    should = SHOULD.search(flat)
    named_before = next((field for pattern, field in _NAMED if pattern.search(before)), None)
    if should is not None and named_before is not None and read_date(said) is None:
        yield from _worded(named_before, said[should.end() :], sentence, sure=True)


def _dated(value: str, sentence: str, *, sure: bool) -> Iterator[Correction]:
    read = read_date(value)
    if read is not None and read.value is not None:
        is_sure = sure and read.sure and not leaves_open(sentence)
        yield Correction("date", read.value.isoformat(), sentence, is_sure)


def _typed(value: str, sentence: str, *, sure: bool) -> Iterator[Correction]:
    option = option_named(value)
    if option is not None:
        yield Correction("participation_type", option.value, sentence, sure and not leaves_open(sentence))


def _worded(field: str, value: str, sentence: str, *, sure: bool) -> Iterator[Correction]:
    """A name or title as written: what stands in quotes, else the rest of the sentence."""
    value = _without_the_wrong_value(value, _in_place(value)).strip()
    quoted = re.match(r"[:\s]*[\"“„«]\s*([^\"“”„«»\n]{2,150}?)\s*[\"”“»]", value)
    value = (quoted[1] if quoted else value.rstrip(" .;,!")).strip(_QUOTES)
    value = _HONORIFIC.sub("", value) if field == "name" else value
    if not 1 < len(value) <= _LONGEST_VALUE:
        return
    words = value.split()
    is_plain = quoted is not None or (
        len(words) <= _WORDS_OF_A_NAME and (words[0][:1].isupper() or field == "title") and "," not in value
    )
    yield Correction(field, " ".join(words), sentence, sure and is_plain and not leaves_open(sentence))


def _begins_a_name(value: str) -> bool:
    # "Our name is spelled wrong" names no name: those begin with a capital, a figure or a quote.
    begun = value.lstrip(" :")[:1]
    return begun.isupper() or begun.isdigit() or begun in _QUOTES.strip()


_NOT = re.compile(r"\b(?:not|niet|geen|nicht|kein\w*|ne|pas|ikke|ikkje|no|non)\b")


def _without_the_wrong_value(text: str, flat: str) -> str:
    """Return the text without the value that it calls wrong: "14 June 2021, not 2012"."""
    wrong = NOT_THIS.search(flat)
    return text if wrong is None else text[: wrong.start()] + " " + text[wrong.end() :]


class _InPlace(dict[int, str]):
    """Folds letter by letter, so that a place in the folded text is the same place in the text."""

    def __missing__(self, code: int) -> str:
        flat = folded(chr(code))
        self[code] = flat[:1] or (" " if chr(code).isspace() else chr(code))
        return self[code]


_PLACES = _InPlace()


def _in_place(text: str) -> str:
    return text.translate(_PLACES)
