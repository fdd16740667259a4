"""``cfit``: names the commands; each imports what it needs when it runs."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from pact.errors import PactError, Refusal
from secretariat.commands import cases, letters_out, papers, register_of_people, safekeeping, serving

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
    home: Annotated[
        Path | None, typer.Option("--home", help="Folder of database, originals and outbox (or CFIT_HOME).")
    ] = None,
) -> None:
    """The assistant of the secretariat of the Circular & Fair ICT Pact."""
    if home is not None:
        os.environ["CFIT_HOME"] = str(home)


for command in (
    serving.run,
    serving.work,
    papers.read,
    papers.ingest,
    cases.queue,
    cases.held,
    cases.show,
    cases.correct,
    cases.decide,
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


def main() -> None:
    """Run one command. A rule that forbids it, or a wrong setting, is said in a sentence: exit 1."""
    try:
        app()
    except (PactError, Refusal) as error:
        from secretariat.console import complain

        complain(str(error))
        sys.exit(1)


if __name__ == "__main__":
    main()
