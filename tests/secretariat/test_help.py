"""Whoever asks a command for help is shown an example of it."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from secretariat.__main__ import app


def commands_below(command: Any, words: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield every command and group with the words that reach it."""
    yield words, command
    for name, below in getattr(command, "commands", {}).items():
        yield from commands_below(below, (*words, name))


COMMANDS = dict(commands_below(typer.main.get_command(app), ("cfit",)))


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_has_help_with_an_example_of_itself(words: tuple[str, ...]):
    command = COMMANDS[words]
    text = " ".join(f"{command.help or ''} {command.epilog or ''}".split())

    # A setting may stand before the command.
    assert re.search(rf"Example: ([A-Z_]+=\S+ )?{' '.join(words)}\b", text)


def test_help_loads_neither_the_database_nor_a_reader():
    program = (
        "import sys; sys.argv = ['cfit', '--help']\n"
        "from secretariat.__main__ import app\n"
        "try: app()\n"
        "except SystemExit: pass\n"
        "print(*sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    command = [sys.executable, "-c", program]
    child = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parent)

    heavy = {"sqlalchemy", "sqlmodel", "dbos", "alembic", "pypdfium2", "pikepdf", "docx", "reportlab"}

    assert set(child.stderr.split()) & heavy == set()
