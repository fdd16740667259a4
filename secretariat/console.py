"""Talking to a person at a terminal: tables that fit, sentences on stderr, JSON lines when asked."""

import dataclasses
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from enum import Enum
from typing import Any, TypeVar

from rich.console import Console
from rich.progress import track
from rich.table import Table
from rich.text import Text

Value = TypeVar("Value")

STEERING = dict.fromkeys(
    (
        *range(0x0A),
        *range(0x0B, 0x20),
        *range(0x7F, 0xA0),
        *(0x061C, 0x200E, 0x200F),
        *range(0x2028, 0x202F),
        *range(0x2066, 0x206A),
        *range(0xD800, 0xE000),
    )
)
"""Controls, marks that turn the direction of writing, halves of characters: what comes from a
document may not steer the terminal on which it is shown."""

LONGEST_CELL = 300


def print_json(values: Iterable[Any]) -> None:
    """Print one JSON object a line; dataclasses and mappings alike."""
    knows_all = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    for value in values:
        plain = dataclasses.asdict(value) if dataclasses.is_dataclass(value) else value  # type: ignore[arg-type]
        sys.stdout.write(json.dumps(plain, ensure_ascii=not knows_all, default=_as_json) + "\n")
    sys.stdout.flush()


def print_table(
    headings: Sequence[str], rows: Iterable[Sequence[str]], *, empty: str, whole: int = 1
) -> None:
    """Print a table as wide as the terminal, or the sentence ``empty`` when there are no rows.

    The first ``whole`` columns are never broken: references have to be copied.
    """
    rows = list(rows)
    if not rows:
        say(empty)
        return
    table = Table(box=None, pad_edge=False, header_style="bold", collapse_padding=True, padding=(0, 2, 0, 0))
    for place, heading in enumerate(headings):
        table.add_column(heading, overflow="fold", no_wrap=place < whole)
    for row in rows:
        table.add_row(*(_cell(cell) for cell in row))
    _console().print(table)


def with_progress(values: Iterable[Value], words: str, total: int | None = None) -> Iterator[Value]:
    """Yield the values while a bar on standard error shows how far it is; silent off a terminal."""
    console = Console(stderr=True)
    yield from track(
        values,
        description=words,
        total=total,
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )


def say(text: str) -> None:
    """Print a sentence on standard output."""
    _console().print(plain(text), soft_wrap=True)


def complain(text: str) -> None:
    """Print a sentence on standard error."""
    Console(stderr=True, highlight=False).print(plain(text), soft_wrap=True)


def heading(text: str) -> None:
    """Print a heading."""
    _console().print(Text(_one_line(text).translate(STEERING), style="bold"), soft_wrap=True)


def plain(text: str) -> Text:
    """Return text without control characters and without markup."""
    return Text(text.translate(STEERING))


def _cell(text: str) -> Text:
    return plain(_one_line(text))


def _one_line(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= LONGEST_CELL else one_line[: LONGEST_CELL - 1] + "…"


def _console() -> Console:
    return Console(highlight=False)


def _as_json(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, set | frozenset | tuple):
        return sorted(value)
    return str(value)
