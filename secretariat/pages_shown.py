"""Which page of which file is being looked at, shown to whoever waits at a terminal."""

from pathlib import Path
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from intake.sandbox.eyes_relay import Progress as Reached
from secretariat.console import plain


class PagesShown:
    """A line on standard error while files are read, gone afterwards; silent off a terminal.

    A document with text is read before it could be shown; one of pictures takes seconds a page.
    """

    def __init__(self, console: Console | None = None) -> None:
        console = console or Console(stderr=True)
        columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
        self._bar = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
        self._line = self._bar.add_task("Reading", total=None)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, _: object, __: TracebackType | None) -> None:
        self._bar.stop()

    def tell(self, path: Path, reached: Reached) -> None:
        """Show that this page of the file is being looked at."""
        words = f"{plain(path.name)}: page {reached.page} of {reached.pages}"
        self._bar.update(self._line, description=words, completed=reached.page - 1, total=reached.pages)

    def done(self) -> None:
        """Show that the next file is looked at."""
        self._bar.update(self._line, description="Reading", completed=0, total=None)
