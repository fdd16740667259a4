"""``cfit``: names the commands; each imports what it needs when it runs."""

import io
import os
import sys
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from pact.errors import PactError, Refusal
from secretariat.commands import (
    asking,
    case_papers,
    cases,
    letters_out,
    library,
    pact_editions,
    papers,
    register_of_people,
    safekeeping,
    serving,
    trusting,
)


@dataclass
class Manner:
    """How a run is to speak of its own faults: in a sentence, or with the trace."""

    trace: bool = False


app = typer.Typer(
    name="cfit",
    help="The assistant of the secretariat of the Circular & Fair ICT Pact.",
    epilog="Example: cfit demo",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def cfit(
    ctx: typer.Context,
    home: Annotated[
        Path | None, typer.Option("--home", help="Folder of database, originals and outbox (or CFIT_HOME).")
    ] = None,
    trace: Annotated[bool, typer.Option("--trace", help="Show where a fault of ours happened.")] = False,
) -> None:
    """The assistant of the secretariat of the Circular & Fair ICT Pact."""
    if home is not None:
        os.environ["CFIT_HOME"] = str(home)
    if isinstance(ctx.obj, Manner):
        ctx.obj.trace = trace


for command in (
    serving.run,
    serving.work,
    papers.read,
    papers.reread,
    papers.ingest,
    cases.queue,
    cases.held,
    cases.show,
    cases.correct,
    case_papers.join,
    case_papers.split,
    cases.decide,
    asking.ask,
    safekeeping.backup,
    safekeeping.restore,
    safekeeping.verify,
    serving.doctor,
    serving.demo,
):
    app.command()(command)
app.add_typer(letters_out.app, name="letters")
app.add_typer(register_of_people.people, name="people")
app.add_typer(register_of_people.members, name="members")
app.add_typer(trusting.trust, name="trust")
app.add_typer(pact_editions.pact, name="pact")
library.library.add_typer(asking.glossary, name="glossary")
library.library.command()(asking.gaps)
library.library.command()(asking.evaluate)
app.add_typer(library.library, name="library")


def main() -> None:
    """Run one command. What goes wrong is said in a sentence: exit 1; a trace only when asked for."""
    manner = Manner()
    for stream in (sys.stdout, sys.stderr):
        # Names in every script are printed, also where the terminal knows no more than ASCII.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        app(obj=manner)
    except (PactError, Refusal) as error:
        _end_with(str(error))
    except BrokenPipeError:
        # Whoever read us has seen enough: `| head`. Python would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:
        if manner.trace:
            raise
        _end_with(_fault(error))


def _fault(error: Exception) -> str:
    if type(error).__name__ == "OperationalError":
        return (
            "The database is busy or away; nothing half done is kept. Try again in a moment, or: cfit doctor."
        )
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__} at {Path(place.filename).name}:{place.lineno}"
    return (
        f"This is a fault of ours, not of yours ({where}); nothing half done is kept. More: cfit --trace ..."
    )


def _end_with(sentence: str) -> None:
    from secretariat.console import complain

    complain(sentence)
    sys.exit(1)


if __name__ == "__main__":
    main()
