"""Whoever waits at a terminal sees which page of a scan is being looked at."""

import io
from pathlib import Path

from rich.console import Console

from intake.sandbox.eyes_relay import Progress
from secretariat.pages_shown import PagesShown


def _shown(*, terminal: bool) -> str:
    out = io.StringIO()
    with PagesShown(Console(file=out, force_terminal=terminal, width=100)) as shown:
        shown.tell(Path("/home/nora/signed\x1b[31m.pdf"), Progress(3, 16))
        shown._bar.refresh()
        shown.done()
    return out.getvalue()


def test_a_terminal_shows_file_and_page() -> None:
    seen = _shown(terminal=True)

    assert "signed" in seen
    assert ".pdf: page 3 of 16" in seen


def test_a_file_name_does_not_steer_the_terminal() -> None:
    assert "\x1b[31m.pdf" not in _shown(terminal=True)


def test_nothing_is_shown_off_a_terminal() -> None:
    assert _shown(terminal=False) == ""
