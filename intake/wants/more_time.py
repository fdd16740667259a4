"""Until when a mail asks to be given time: a day that it names, or so many weeks from today."""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from intake.block.dates import read_date
from intake.block.months import MONTHS
from intake.page.plain_text import folded
from intake.wants.own_sentences import own_sentences
from intake.wants.said import said_in
from intake.wants.want import Want

LATEST = timedelta(days=366)
"""A day farther off is no wish for time that anybody grants unasked."""

_MONTH = "|".join(sorted((re.escape(name) for name in MONTHS if len(name) > 2), key=len, reverse=True))
_UNTIL = (
    r"(?:until|till|to|by|before|tot(?: en met)?|t/m|voor|uiterlijk|bis(?: zum| zur)?|zum|jusqu'?(?: au|"
    r" a| en| a la)?|au plus tard le|"
    r"au|til|innen|fram til|hasta(?: el)?|al|antes del|al mas tardar el|senast|entro il|fino al|do)"
)
_END = (
    r"(?:(?:the )?end of|eind(?:e)?(?: van)?|ende|fin(?: de| d')?|la fin (?:de|du mois de)|slutten av|"
    r"utgangen av|slutten|(?:a )?final(?:es)? de|fin de|"
    r"slutet av|slutningen af|fine(?: di)?|konca)"
)
_THIS_MONTH = (
    r"(?:the|this|next|de|deze|volgende|des|dieses|nachsten|du|ce|maneden|denne maneden|neste|"
    r"del|este|proximo)? ?(?:month|maand|monats?|mois|maned\w*|manad\w*|mes)"
)
_DAY_AND_MONTH = re.compile(
    rf"(?<!\w)(?P<until>{_UNTIL} )?(?:the |den |dem |le |el |il |der )?(?:(?P<d>\d{{1,2}})(?:st|nd|rd|"
    rf"th|er|e|ste|de)?\.? ?(?:of |de |van |di )?(?P<m>{_MONTH})|"
    rf"(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?|"
    rf"(?P<d3>\d{{1,2}})[./](?P<m3>\d{{1,2}})\.?)(?![\w/]|\.\d)"
)
_END_OF = re.compile(
    rf"(?<!\w)(?P<until>{_UNTIL} )?{_END} ?(?:(?P<m>{_MONTH})|"
    rf"(?P<this>{_THIS_MONTH}))(?!\w)"
)
_FULL = re.compile(
    rf"(?<!\w)(?P<until>{_UNTIL} )?(?:the |den |dem |le |el |il |"
    rf"der )?(?P<day>\d{{1,4}}[^,;:?!]{{2,22}}?\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}}|"
    rf"\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}})(?!\d)"
)

_COUNTS = {
    1: "a an one een één ein eine einen einer un une uno una en ei et ett jeden",
    2: "two twee zwei deux to dos två tva due dwa couple paar",
    3: "three drie drei trois tre tres trzy",
    4: "four vier quatre fire cuatro fyra quattro cztery",
    5: "five vijf fünf cinq fem cinco cinque",
    6: "six zes sechs seks seis sei",
    8: "eight acht huit åtte ocho otto",
    10: "ten tien zehn dix ti diez tio dieci",
    14: "fourteen veertien vierzehn quatorze fjorten catorce quindici",
}
_COUNT_OF = {folded(word): number for number, words in _COUNTS.items() for word in words.split()}
_UNIT_DAYS = {
    "day dag tag jour dia giorn": 1,
    "week weke woche semaine uke veke semana veck uge settiman tydz tygod": 7,
    "month maand monat mois maned manad mes mese miesi": 0,
}
_UNIT_OF = {stem: days for stems, days in _UNIT_DAYS.items() for stem in stems.split()}
_COUNT = "|".join(sorted(_COUNT_OF, key=len, reverse=True))
_UNIT = "|".join(_UNIT_OF)
_SPAN = re.compile(rf"(?<!\w)(?P<count>\d{{1,2}}|{_COUNT})(?: \w+){{0,2}}? (?P<unit>{_UNIT})\w{{0,4}}(?!\w)")


def asked_until(own_text: str, today: date) -> date | None:
    """Return the day until which a mail asks for time, None where it names none or more than one.

    A day without a year is the next one of that name; weeks are counted from today. Only sentences
    that ask for time are looked at, and the one behind each.
    """
    asking = _asking(own_sentences(own_text))
    for near in asking:
        days = _days_named(near, today)
        if days:
            return days.pop() if len(days) == 1 else None
    for near in asking:
        spans = {_after(today, match) for match in _SPAN.finditer(near)}
        if spans:
            return spans.pop() if len(spans) == 1 else None
    return None


def _asking(sentences: Sequence[str]) -> list[str]:
    """Return the sentences that ask for time, folded, then those that directly follow one."""
    asking = {one.sentence for one in said_in(sentences) if one.want is Want.MORE_TIME}
    places = [place for place, sentence in enumerate(sentences) if sentence in asking]
    behind = [place + 1 for place in places if place + 1 < len(sentences)]
    return [folded(sentences[place]) for place in dict.fromkeys((*places, *behind))]


def _days_named(flat: str, today: date) -> set[date]:
    """Return the days that a sentence names; those behind "until" alone where there are such."""
    found: list[tuple[date, bool]] = []
    rest = flat
    for match in _FULL.finditer(flat):
        read = read_date(match["day"])
        if read is not None and read.value is not None:
            found.append((read.value, match["until"] is not None))
            rest = rest.replace(match[0], " ; ")
    for match in _END_OF.finditer(rest):
        found.append((_end_of_month(match["m"], today), match["until"] is not None))
    for match in _DAY_AND_MONTH.finditer(_END_OF.sub(" ; ", rest)):
        day = _next_of_name(match, today)
        if day is not None:
            found.append((day, match["until"] is not None))
    found = [(day, until) for day, until in found if today <= day <= today + LATEST]
    return {day for day, until in found if until} or {day for day, _ in found}


def _next_of_name(match: re.Match[str], today: date) -> date | None:
    name = match["m"] or match["m2"]
    month = MONTHS[name] if name else int(match["m3"])
    day = int(match["d"] or match["d2"] or match["d3"])
    for year in (today.year, today.year + 1):
        if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] and date(year, month, day) >= today:
            return date(year, month, day)
    return None


def _end_of_month(name: str | None, today: date) -> date:
    month = MONTHS[name] if name else today.month
    year = today.year if month >= today.month else today.year + 1
    return date(year, month, monthrange(year, month)[1])


def _after(today: date, match: re.Match[str]) -> date:
    count = int(match["count"]) if match["count"].isdigit() else _COUNT_OF[match["count"]]
    days = _UNIT_OF[match["unit"]]
    if days:
        return today + timedelta(days=count * days)
    month = today.month - 1 + count
    year, month = today.year + month // 12, month % 12 + 1
    return date(year, month, min(today.day, monthrange(year, month)[1]))
