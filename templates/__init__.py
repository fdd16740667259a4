"""Every letter and page, and the one function that renders them."""

from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context, select_autoescape
from jinja2.runtime import Context

from templates import language_words
from templates.harmless import OwnWords, can_be_greeted, own_words
from templates.lines import heading, wrapped


def render(name: str, /, **values: Any) -> str:
    """Return the template ``name`` (its path below templates/) filled with ``values``.

    A name that the template uses and nobody gave raises jinja2.UndefinedError: no letter leaves
    with a hole in it. In plain text every value is made harmless unless the template says that
    it is our own; lines are wrapped at 72 columns. HTML is escaped.
    """
    text = _ENVIRONMENT.get_template(name).render(values)
    return wrapped(text) if name.endswith(".txt.j2") else text


@pass_context
def _shown(context: Context, value: object) -> object:
    if context.eval_ctx.autoescape:
        return language_words.present(value)
    return language_words.shown(value, context["words"])


@pass_context
def _day(context: Context, value: date | str) -> OwnWords:
    return language_words.day(value, context["words"])


@pass_context
def _in_quotes(context: Context, value: str) -> OwnWords:
    return language_words.quoted(value, context["words"])


_ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    undefined=StrictUndefined,
    autoescape=select_autoescape(enabled_extensions=("html", "html.j2"), default=False),
    finalize=_shown,
    keep_trailing_newline=True,
    trim_blocks=True,
    lstrip_blocks=True,
)
_ENVIRONMENT.filters |= {"day": _day, "heading": heading, "in_quotes": _in_quotes, "own_words": own_words}
_ENVIRONMENT.globals["say"] = language_words.say
_ENVIRONMENT.tests["can_be_greeted"] = can_be_greeted
