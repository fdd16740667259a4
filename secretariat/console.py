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

CONTROLS = {code: None for code in (*range(0x20), 0x7F, *range(0x80, 0xA0)) if code not in (0x0A,)}
"""What comes from documents may not steer the terminal it is shown on."""


def print_json(values: Iterable[Any]) -> None:
    """Print one JSON object a line; dataclasses and mappings alike."""
    for value in values:
        plain = dataclasses.asdict(value) if dataclasses.is_dataclass(value) else value  # type: ignore[arg-type]
        sys.stdout.write(json.dumps(plain, ensure_ascii=False, default=_as_json) + "\n")
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
        table.add_row(*(plain(cell) for cell in row))
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
    _console().print(Text(text.translate(CONTROLS), style="bold"), soft_wrap=True)


def plain(text: str) -> Text:
    """Return text without control characters and without markup."""
    return Text(text.translate(CONTROLS))


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
