"""The words of the letters: one file a language, filled with values that are made harmless."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from pact.findings import CODES
from templates.harmless import OwnWords, harmless, own_words

ENGLISH = "en"
"""The language of a letter where no other is known to be its reader's."""

_FOLDER = Path(__file__).parent / "mail" / "words"

LANGUAGES = (ENGLISH, *sorted({path.stem for path in _FOLDER.glob("*.toml")} - {ENGLISH}))
"""The languages that letters can be written in, English first: two-letter codes, "no" for bokmål."""


@cache
def words_of(language: str) -> dict[str, Any]:
    """Return the words of a language as its file holds them. KeyError when there is no such file."""
    if language not in LANGUAGES:
        raise KeyError(language)
    return tomllib.loads((_FOLDER / f"{language}.toml").read_text("utf-8"))


def language_name(language: str) -> str:
    """Return the English name of a language of the letters."""
    return str(words_of(language)["name"])


def offer_of(language: str) -> str:
    """Return the line that offers a language, in that language."""
    return str(words_of(language)["offer"])


def asked_in(language: str, code: str, english: str) -> str:
    """Return what the finding ``code`` asks of the applicant; ``english`` where it is not translated.

    A letter with an English sentence in it is better than no letter.
    """
    return str(words_of(language)["asks"].get(code, english))


def asks_without_words(language: str) -> list[str]:
    """Return the codes of findings whose question to the applicant is not translated yet."""
    asking = [code for code, row in CODES.items() if row.ask_applicant]
    return [] if language == ENGLISH else [code for code in asking if code not in words_of(language)["asks"]]


def day(value: date | str, words: dict[str, Any]) -> OwnWords:
    """Return a day as the language writes it, "14 June 2021"; a text may be an ISO 8601 day.

    Any other text comes back in quotation marks: it is shown as it was read.
    """
    try:
        value = date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return quoted(str(value), words)
    dates = words["dates"]
    form = dates["first_day" if value.day == 1 else "day"]
    return own_words(form.format(day=value.day, month=dates["months"][value.month - 1], year=value.year))


def quoted(value: str, words: dict[str, Any]) -> OwnWords:
    """Return a harmless value between quotation marks that it cannot close by itself."""
    return OwnWords('"' + shown(value, words).replace('"', "'") + '"')


def shown(value: object, words: dict[str, Any]) -> str:
    """Return any value as a letter shows it: a day in words, a text made harmless. TypeError for None."""
    if isinstance(value, date):
        return day(value, words)
    return harmless(present(value), **words["left_out"])


def present(value: object) -> object:
    """Return the value. TypeError for None: what is missing, a template has to say."""
    if value is None:
        raise TypeError("a letter has no words for None: the template must say what is missing")
    return value


@pass_context
def say(context: Context, text: str, /, **values: object) -> OwnWords:
    """Return a text of the words with its {braces} filled: from ``values``, else from the letter's own.

    A name that neither has raises jinja2.UndefinedError: no letter leaves with a hole in it.
    """
    words = context["words"]
    names = [name for _, name, _, _ in Formatter().parse(text) if name]
    known = {name: values.get(name, context.resolve(name)) for name in names}
    # An undefined value raises where it becomes a text.
    return OwnWords(text.format(**{name: shown(value, words) for name, value in known.items()}))
