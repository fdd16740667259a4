"""Days as people write them: many forms, each with the ISO day it stands for."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from made_up.people import DEVELOPMENT

FIRST_DAY = date(2021, 6, 14)
LAST_DAY = date(2025, 12, 31)

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "no": "januar februar mars april mai juni juli august september oktober november desember",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada "
    "grudnia",
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta "
    "syyskuuta lokakuuta marraskuuta joulukuuta",
    "hu": "január február március április május június július augusztus szeptember október november december",
    "el": "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου "
    "Νοεμβρίου Δεκεμβρίου",
}
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
PLACES = ("Utrecht", "Zilverveen", "Lisboa", "Brønsted", "Saint-Rémy", "The Hague", "Großmühlenau")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A day, the words it is written in, and whether those words leave two readings."""

    iso: str
    text: str
    style: str
    is_ambiguous: bool = False


def write_date(rng: Random, set_name: str, language: str = "en") -> WrittenDate:
    """Return a day in one of the styles of the set; styles in a tongue go with that tongue."""
    development = set_name == DEVELOPMENT
    own = [s for s in (DEVELOPMENT_STYLES if development else HELD_OUT_STYLES) if _fits(s, language)]
    # A style in the signatory's own tongue is what that signatory would most likely write.
    native = [s for s in own if s.startswith(f"{language}_")]
    style = rng.choice(native) if native and rng.random() < 0.4 else rng.choice(own)
    return written_in(style, rng)


def written_in(style: str, rng: Random) -> WrittenDate:
    """Return a random day written in ``style``, a key of STYLES."""
    day = FIRST_DAY + timedelta(days=rng.randrange((LAST_DAY - FIRST_DAY).days))
    if style in NEEDS_DAY_ABOVE_12 and day.day <= 12:
        day = day.replace(day=day.day + 13)
    if style in AMBIGUOUS_STYLES:
        day = _ambiguous(day)
    text = STYLES[style](day)
    if "{place}" in text:
        text = text.format(place=rng.choice(PLACES))
    return WrittenDate(day.isoformat(), text, style, style in AMBIGUOUS_STYLES)


def ordinal(number: int) -> str:
    """Return 1st, 2nd, 3rd, 4th ... 11th, 12th, 13th ... 21st."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{({1: 'st', 2: 'nd', 3: 'rd'}).get(number % 10, 'th')}"


def _month(day: date, language: str = "en") -> str:
    return MONTHS[language].split()[day.month - 1]


def _fits(style: str, language: str) -> bool:
    tongue = style.split("_", maxsplit=1)[0]
    return tongue not in MONTHS or tongue in ("en", language)


def _ambiguous(day: date) -> date:
    # Years after the first leave no help from the day on which the Pact began.
    day = day.replace(day=1 + day.day % 12, year=max(day.year, FIRST_DAY.year + 1))
    return day if day.day != day.month else day.replace(day=day.day % 12 + 1)


def _in(language: str, pattern: str) -> Callable[[date], str]:
    return lambda day: pattern.format(d=day.day, m=_month(day, language), y=day.year)


STYLES: dict[str, Callable[[date], str]] = {
    "en_long": _in("en", "{d} {m} {y}"),
    "en_us": _in("en", "{m} {d}, {y}"),
    "en_ordinal": lambda d: f"{ordinal(d.day)} {_month(d)} {d.year}",
    "en_ordinal_of": lambda d: f"{ordinal(d.day)} of {_month(d)}, {d.year}",
    "en_us_ordinal": lambda d: f"{_month(d)} {ordinal(d.day)}, {d.year}",
    "en_short": lambda d: f"{d.day:02} {_month(d)[:3]} {d.year}",
    "en_short_dashes": lambda d: f"{d.day:02}-{_month(d)[:3].upper()}-{d.year}",
    "en_weekday": lambda d: f"{WEEKDAYS[d.weekday()]}, {d.day} {_month(d)} {d.year}",
    "en_place": lambda d: "{place}, " + f"{d.day} {_month(d)} {d.year}",
    "en_done_at": lambda d: "Done at {place} on " + f"{d.day} {_month(d)} {d.year}",
    "en_place_dashes": lambda d: "{place}, " + f"{d:%d-%m-%Y}",
    "iso": lambda d: d.isoformat(),
    "iso_slashes": lambda d: f"{d:%Y/%m/%d}",
    "dashes": lambda d: f"{d:%d-%m-%Y}",
    "slashes": lambda d: f"{d:%d/%m/%Y}",
    "slashes_spaced": lambda d: f"{d:%d / %m / %Y}",
    "dots": lambda d: f"{d:%d.%m.%Y}",
    "dots_bare": lambda d: f"{d.day}.{d.month}.{d.year}",
    "dots_spaced": lambda d: f"{d.day}. {d.month}. {d.year}",
    "us_slashes": lambda d: f"{d:%m/%d/%Y}",
    "ambiguous_slashes": lambda d: f"{d:%d/%m/%Y}",
    "ambiguous_bare": lambda d: f"{d.day}/{d.month}/{d.year}",
    "nl_long": _in("nl", "{d} {m} {y}"),
    "nl_place": lambda d: "{place}, " + f"{d.day} {_month(d, 'nl')} {d.year}",
    "de_long": _in("de", "{d}. {m} {y}"),
    "de_place": lambda d: "{place}, den " + f"{d.day}. {_month(d, 'de')} {d.year}",
    "fr_long": lambda d: f"le {'1er' if d.day == 1 else d.day} {_month(d, 'fr')} {d.year}",
    "fr_done_at": lambda d: "Fait à {place}, le " + f"{d.day} {_month(d, 'fr')} {d.year}",
    "no_long": _in("no", "{d}. {m} {y}"),
    "sv_long": _in("sv", "den {d} {m} {y}"),
    "sv_bare": _in("sv", "{d} {m} {y}"),
    "da_long": _in("da", "{d}. {m} {y}"),
    "es_long": _in("es", "{d} de {m} de {y}"),
    "pt_long": _in("pt", "{d} de {m} de {y}"),
    "it_long": _in("it", "{d} {m} {y}"),
    "pl_long": _in("pl", "{d} {m} {y} r."),
    "cs_long": _in("cs", "{d}. {m} {y}"),
    "fi_long": _in("fi", "{d}. {m} {y}"),
    "hu_long": _in("hu", "{y}. {m} {d}."),
    "el_long": _in("el", "{d} {m} {y}"),
}
NEEDS_DAY_ABOVE_12 = {"dashes", "slashes", "slashes_spaced", "us_slashes", "en_place_dashes"}
AMBIGUOUS_STYLES = {"ambiguous_slashes", "ambiguous_bare"}
HELD_OUT_ONLY = {
    "en_ordinal_of",
    "en_short_dashes",
    "en_done_at",
    "iso_slashes",
    "slashes_spaced",
    "dots_spaced",
    "nl_place",
    "fr_done_at",
    "sv_long",
    "it_long",
    "pt_long",
    "cs_long",
    "hu_long",
}
DEVELOPMENT_STYLES = tuple(s for s in STYLES if s not in HELD_OUT_ONLY)
HELD_OUT_STYLES = tuple(STYLES)
