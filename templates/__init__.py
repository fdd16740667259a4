"""Every letter and page, and the one function that renders them."""

from pathlib import Path, PurePosixPath
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_eval_context, select_autoescape
from jinja2.nodes import EvalContext

from templates.harmless import can_be_greeted, harmless, in_quotes, own_words
from templates.lines import day, wrapped


def render(name: str, /, **values: Any) -> str:
    """Return the template ``name`` (its path below templates/) filled with ``values``.

    A name that the template uses and nobody gave raises jinja2.UndefinedError: no letter leaves
    with a hole in it. In plain text every value is made harmless unless the template says that
    it is our own; lines are wrapped at 72 columns. HTML is escaped.
    """
    text = _ENVIRONMENT.get_template(name).render(values)
    return wrapped(text) if name.endswith(".txt.j2") else text


@pass_eval_context
def _shown(context: EvalContext, value: object) -> object:
    if value is None:
        raise TypeError("a letter has no words for None: the template must say what is missing")
    return value if context.autoescape else harmless(value)


class _Environment(Environment):
    """An environment in which a template names its neighbours: one folder a language."""

    def join_path(self, template: str, parent: str) -> str:
        """Return the path of a template that ``parent`` includes or imports."""
        return str(PurePosixPath(parent).with_name(template))


_ENVIRONMENT = _Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    undefined=StrictUndefined,
    autoescape=select_autoescape(enabled_extensions=("html", "html.j2"), default=False),
    finalize=_shown,
    trim_blocks=True,
    lstrip_blocks=True,
)
_ENVIRONMENT.filters |= {
    "day": day,
    "in_quotes": in_quotes,
    "own_words": own_words,
}
_ENVIRONMENT.tests["can_be_greeted"] = can_be_greeted
