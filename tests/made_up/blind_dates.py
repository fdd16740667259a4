"""Ways of writing a day that the set BLIND alone has."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from made_up.written_dates import FIRST_DAY, LAST_DAY, MONTHS, WrittenDate, ordinal

ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
WEEKDAYS = {
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "nl": ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
    "fr": ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    "de": ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
}
PLACES = {
    "nl": ("Brussel", "Oosterwierde", "'s-Hertogenbosch"),
    "fr": ("Bruxelles", "Lyon", "Valserine"),
    "de": ("Berlin", "Hohenrieth", "Wien"),
    "it": ("Roma", "Rocca San Telmo"),
    "es": ("Madrid", "Robledal"),
    "en": ("Marlowe Haven", "Dublin", "Geneva"),
}
DUTCH_SHORT = ["jan.", "feb.", "mrt.", "apr.", "mei", "jun.", "jul.", "aug.", "sept.", "okt.", "nov.", "dec."]


def blind_date(rng: Random, language: str = "en", *, only: tuple[str, ...] = ()) -> WrittenDate:
    """Return a day in one of BLIND_STYLES that goes with the language, or in one of ``only``."""
    fitting = only or tuple(name for name in BLIND_STYLES if _tongue(name) in ("", "en", language))
    own = tuple(name for name in fitting if _tongue(name) == language != "en")
    style = rng.choice(own) if own and rng.random() < 0.5 else rng.choice(fitting)
    day = FIRST_DAY + timedelta(days=rng.randrange((LAST_DAY - FIRST_DAY).days))
    if style in LATE_IN_THE_MONTH:
        # A day above 25 cannot be taken for a month, nor for one of the years since the beginning.
        day = day.replace(day=26 + day.day % 3)
    if style in TWO_READINGS:
        day = day.replace(day=1 + day.day % 12, year=max(day.year, FIRST_DAY.year + 1))
        day = day if day.day != day.month else day.replace(day=day.day % 12 + 1)
    text = BLIND_STYLES[style](day).replace("{place}", rng.choice(PLACES.get(_tongue(style), PLACES["en"])))
    return WrittenDate(day.isoformat(), text, f"blind_{style}", style in TWO_READINGS)


def _tongue(style: str) -> str:
    head = style.partition("_")[0]
    return head if head in MONTHS else ""


def _month(day: date, language: str = "en") -> str:
    return MONTHS[language].split()[day.month - 1]


def _weekday(day: date, language: str) -> str:
    return WEEKDAYS[language][day.weekday()]


BLIND_STYLES: dict[str, Callable[[date], str]] = {
    "en_weekday_ordinal": lambda d: f"{_weekday(d, 'en')} {ordinal(d.day)} {_month(d)} {d.year}",
    "en_weekday_us": lambda d: f"{_weekday(d, 'en')}, {_month(d)} {d.day}, {d.year}",
    "en_weekday_short": lambda d: f"{_weekday(d, 'en')[:3]} {d.day} {_month(d)[:3]} {d.year}",
    "en_day_of": lambda d: f"this {ordinal(d.day)} day of {_month(d)} {d.year}",
    "en_comma": lambda d: f"{d.day} {_month(d)}, {d.year}",
    "en_year_first": lambda d: f"{d.year} {_month(d)} {d.day}",
    "en_joined": lambda d: f"{d.day:02}{_month(d)[:3].upper()}{d.year}",
    "en_slashed_month": lambda d: f"{d.day:02}/{_month(d)[:3]}/{d.year}",
    "en_full_stop": lambda d: f"{d.day} {_month(d)[:3]}{'' if d.month == 5 else '.'} {d.year}",
    "en_place_on": lambda d: "{place}, on " + f"{_month(d)} {d.day}, {d.year}",
    "en_apostrophe": lambda d: f"{d.day} {_month(d)} '{d:%y}",
    "en_with_time": lambda d: f"{d.day} {_month(d)} {d.year}, 15:20",
    "short_year_dashes": lambda d: f"{d:%d-%m-%y}",
    "short_year_dots": lambda d: f"{d:%d.%m.%y}",
    "short_year_slashes": lambda d: f"{d.day}/{d.month}/{d:%y}",
    "roman_dots": lambda d: f"{d.day}.{ROMAN[d.month - 1]}.{d.year}",
    "roman_spaced": lambda d: f"{d.day} {ROMAN[d.month - 1]} {d.year}",
    "barred": lambda d: f"{d:%d | %m | %Y}",
    "en_dashes_long": lambda d: f"{d:%d–%m–%Y}",
    "year_dots": lambda d: f"{d:%Y.%m.%d}",
    "ambiguous_dashes": lambda d: f"{d:%d-%m-%Y}",
    "nl_weekday": lambda d: f"{_weekday(d, 'nl')} {d.day} {_month(d, 'nl')} {d.year}",
    "nl_done_at": lambda d: "{place}, " + f"{d.day:02} {DUTCH_SHORT[d.month - 1]} {d.year}",
    "nl_aldus": lambda d: "Opgemaakt te {place} op " + f"{d.day} {_month(d, 'nl')} {d.year}",
    "fr_weekday": lambda d: f"{_weekday(d, 'fr')} {d.day} {_month(d, 'fr')} {d.year}",
    "fr_place": lambda d: "{place}, le " + f"{d.day} {_month(d, 'fr')} {d.year}",
    "de_weekday": lambda d: f"{_weekday(d, 'de')}, {d.day}. {_month(d, 'de')} {d.year}",
    "de_place_digits": lambda d: "{place}, " + f"{d:%d.%m.%Y}",
    "it_place": lambda d: "{place}, lì " + f"{d.day} {_month(d, 'it')} {d.year}",
    "es_place": lambda d: "En {place}, a " + f"{d.day} de {_month(d, 'es')} de {d.year}",
    "pl_bare_r": lambda d: f"{d:%d.%m.%Y} r.",
    "pl_dnia": lambda d: f"dnia {d.day} {_month(d, 'pl')} {d.year}",
    "da_den": lambda d: f"den {d.day}. {_month(d, 'da')} {d.year}",
    "pt_em": lambda d: f"em {d.day} de {_month(d, 'pt')} de {d.year}",
    "el_digits": lambda d: f"{d.day}/{d.month}/{d.year}",
}
LATE_IN_THE_MONTH = {
    "short_year_dashes",
    "short_year_dots",
    "short_year_slashes",
    "barred",
    "en_dashes_long",
    "de_place_digits",
    "pl_bare_r",
    "el_digits",
}
TWO_READINGS = {"ambiguous_dashes"}
