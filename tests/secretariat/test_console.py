"""What is printed: no document steers the terminal, and JSON is JSON in every locale."""

import json
import subprocess
import sys

import pytest

from secretariat.console import plain, print_table


@pytest.mark.parametrize("steering", ["\x1b[31m", "\x07", "\r", "\x9b", "\u202e", "\u2066", "\x00", "\ud800"])
def test_nothing_that_steers_a_terminal_is_printed(steering: str) -> None:
    assert plain(f"a{steering}b").plain.replace("[31m", "") == "ab"


def test_markup_in_a_value_is_text(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(("name",), [("[red]Anna[/red]",)], empty="")

    assert "[red]Anna[/red]" in capsys.readouterr().out


def test_a_cell_is_one_line_of_bounded_length(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(("name", "value"), [("a", "x\ny " + "z" * 5000)], empty="")

    printed = capsys.readouterr().out
    assert "x y" in printed
    assert printed.count("z") < 300


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "latin-1"])
def test_json_is_json_in_every_locale(encoding: str) -> None:
    program = "from secretariat.console import print_json; print_json([{'name': 'Żelazny 😀'}])"
    child = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONIOENCODING": encoding, "PATH": "/usr/bin:/bin"},
        capture_output=True,
        check=True,
    )

    assert json.loads(child.stdout) == {"name": "Żelazny 😀"}
