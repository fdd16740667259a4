"""Options that many commands share, each written once."""

from pathlib import Path
from typing import Annotated

import typer

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON lines on standard output, nothing else.")]
Acting = Annotated[
    str | None,
    typer.Option("--as", metavar="PERSON", help="Mail address of the person who acts (or CFIT_ACTOR)."),
]
Reason = Annotated[str, typer.Option("--reason", help="Why; kept in the journal.")]
Paths = Annotated[list[Path], typer.Argument(help="Files or folders.", show_default=False)]
