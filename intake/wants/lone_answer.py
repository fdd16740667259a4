"""Answers that are a day, a role or a yes and hardly more: what people write who were asked for that."""

import re
from datetime import date

from intake.block.dates import read_date
from intake.block.options import option_named
from intake.page.plain_text import folded
from intake.wants.between_courtesies import between_courtesies, without_politeness
from intake.wants.correction_words import OTHER_DAY
from intake.wants.corrections import Correction

_MOST_WORDS = 10
_MOST_BESIDE = 2
"""Words beside the day that say nothing more: "On 4 May 2026." "Sorry: 4 May 2026"."""

_SIGNED = re.compile(
    r"\b(?:sign(?:ed|e|es|ee|ert|erte)?|ondertekend|getekend|unterzeichnet|unterschrieben|unterzeichneten|"
    r"underskre\w+|undertegne\w*|firm(?:ado|ada|o|amos|aron))\b"
)
_DENIED = re.compile(
    r"\?|\b(?:not|never|no|niet|geen|nooit|nicht|kein\w*|nie|pas|jamais|ne|ikke|ikkje|aldri|nunca|before|after|voor|"
    r"na|vor|nach|avant|apres|antes|despues|until|tot|bis|jusqu\w*|hasta|will|zal|wird|sera)\b"
)
_MOST_WORDS_OF_ROLE = 2
_LONGEST_YES = 120
_SURE_YES = (
    r"yes|ja|jawel|jazeker|inderdaad|oui|si|jo|correct|confirmed|akkoord|klopt|dat klopt|stimmt|genau|"
    r"korrekt|richtig|exact|d'accord|correcto|confirmado|riktig|bekreftet|bekreftes|all correct|alles klopt"
)
_YES = re.compile(
    rf"(?:{_SURE_YES})(?: (?:{_SURE_YES}))?"
    r"|(?:(?:yes|ja|oui|si) )?(?:"
    r"(?:that|this|it|everything|all of (?:it|this|that)|the above|all) (?:is|are) (?:all )?"
    r"(?:correct|right|fine)"
    r"|(?:i|we)(?: hereby)? confirm(?: (?:this|that|it|all of this|the above))?"
    r"|(?:dat|dit|het|alles) (?:klopt|is juist|is correct|is goed)"
    r"|(?:wij|ik)(?: bevestigen| bevestig)(?: (?:dit|dat))?"
    r"|(?:das|es|alles)(?: ist)? (?:stimmt|richtig|korrekt|so richtig)(?: so)?"
    r"|(?:wir bestatigen|ich bestatige)(?: (?:das|dies))?|hiermit bestatigt"
    r"|(?:c'est|tout est) (?:correct|exact|juste|bien cela)|(?:je confirme|nous confirmons)"
    r"|(?:det|alt) (?:stemmer|er riktig)|(?:jeg|vi) bekrefter(?: (?:dette|det))?"
    r"|(?:es|todo es|todo esta|esta) (?:correcto|bien)|(?:confirmo|confirmamos))"
)
_WORD = re.compile(r"\d[\d./-]*\w{0,2}|[^\W\d_]+")


def lone_date(own_text: str, on: date) -> Correction | None:
    """Return the day that an answer consists of, as a correction of the date; None where it says more.

    It is no later than ``on``, the day on which the answer came, and either nearly alone or said to
    be the day of signing.
    """
    said = " ".join(between_courtesies(own_text).split())
    words = _WORD.findall(said)
    flat = folded(said)
    if not words or len(words) > _MOST_WORDS or _DENIED.search(flat) or OTHER_DAY.search(flat):
        return None
    read = read_date(said)
    if read is None or read.value is None or not read.sure or read.value > on:
        return None
    if len(words) - _words_of_day(words) > _MOST_BESIDE and not _SIGNED.search(flat):
        return None
    return Correction("date", read.value.isoformat(), said, sure=True)


def lone_role(own_text: str) -> Correction | None:
    """Return the role that an answer consists of, as a correction; None where it says more, or denies."""
    said = " ".join(without_politeness(between_courtesies(own_text)).split())
    words = _WORD.findall(said)
    role = option_named(said) if 0 < len(words) <= _MOST_WORDS_OF_ROLE else None
    if role is None or _DENIED.search(folded(said)):
        return None
    return Correction("participation_type", role.value, said, sure=True)


def lone_yes(own_text: str) -> str:
    """Return the words of an answer that is a yes and no more; "" where it says anything else."""
    said = " ".join(without_politeness(between_courtesies(own_text)).split())
    flat = re.sub(r"[\s,.;!]+", " ", folded(said[:_LONGEST_YES])).strip()
    return said if len(said) < _LONGEST_YES and _YES.fullmatch(flat) else ""


def _words_of_day(words: list[str]) -> int:
    """Return how many words write the day: one of digits alone, or two and the name of a month."""
    with_digits = sum(word[0].isdigit() for word in words)
    return with_digits if with_digits == 1 else with_digits + 1
