"""`cfit pact`: the editions of the Pact that returned copies are compared with."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from secretariat.commands.arguments import Acting, AsJson, Reason

pact = typer.Typer(
    help="The editions of the Pact that copies are compared with.",
    no_args_is_help=True,
    epilog="Example: cfit pact list",
)

OfficialFile = Annotated[
    Path, typer.Argument(help="The official text: PDF, Word document or plain text.", exists=True)
]
Name = Annotated[str, typer.Option("--edition", metavar="NAME", help="What it is called, such as 2021.")]
InForce = Annotated[
    datetime, typer.Option("--in-force", formats=["%Y-%m-%d"], metavar="DATE", help="Its first day.")
]


@pact.command("adopt")
def adopt(
    file: OfficialFile,
    edition: Name,
    in_force: InForce,
    reason: Annotated[str, typer.Option("--reason", help="Why; kept in the journal.")] = "official text",
    acting: Acting = None,
) -> None:
    """Take the secretariat's official file as an edition: missing words are shown from then on.

    Several editions live side by side (6.5); a copy is compared with the one that it fits best.

    Example: cfit pact adopt pact-2021.pdf --edition 2021 --in-force 2021-06-14 --as anna@cfit.example
    """
    from secretariat.adopt_edition import adopt_edition, edition_in
    from secretariat.console import say
    from secretariat.hand import Hand
    from secretariat.opening import acting_person, desk_for_command, os_user
    from secretariat.readers import open_readers

    with desk_for_command() as desk:
        hand = Hand(acting_person(desk.settings, acting), os_user(), reason)
        with open_readers(desk.settings) as readers:
            found = edition_in(readers, file, edition, in_force.date(), with_words=True)
        for sentence in adopt_edition(desk, found, file, hand).says:
            say(sentence)


@pact.command("drop")
def drop(
    edition: Annotated[str, typer.Argument(help="Name of the edition.")],
    reason: Reason,
    acting: Acting = None,
) -> None:
    """Take an adopted edition out of use, such as one adopted from the wrong file; its file is kept.

    Example: cfit pact drop 2027 --reason "it was the draft" --as anna@cfit.example
    """
    from secretariat.adopt_edition import take_out_of_use
    from secretariat.console import say
    from secretariat.hand import Hand
    from secretariat.opening import acting_person, desk_for_command, os_user

    with desk_for_command() as desk:
        hand = Hand(acting_person(desk.settings, acting), os_user(), reason)
        say(take_out_of_use(desk, edition, hand))


@pact.command("list")
def list_editions(as_json: AsJson = False) -> None:
    """List the editions that copies are compared with.

    Example: cfit pact list --json
    """
    from secretariat.console import print_json, print_table
    from secretariat.editions_shown import listed_editions
    from secretariat.opening import desk_for_command

    with desk_for_command() as desk, desk.database.read() as session:
        found = listed_editions(session)
    if as_json:
        print_json(found)
        return
    rows = [(one.edition, one.in_force, str(one.clauses), one.known_by, one.adopted) for one in found]
    print_table(("edition", "in force from", "clauses", "known by", "adopted"), rows, empty="None.")


@pact.command("show")
def show(
    edition: Annotated[str, typer.Argument(help="Name of the edition.")], as_json: AsJson = False
) -> None:
    """Show an edition clause by clause; its words, where it was adopted from the official file.

    Example: cfit pact show 2021
    """
    from secretariat.console import print_json, print_table
    from secretariat.editions_shown import shown_clauses
    from secretariat.opening import desk_for_command

    with desk_for_command() as desk, desk.database.read() as session:
        found = shown_clauses(session, edition)
    if as_json:
        print_json(found)
        return
    rows = [(one.clause, str(one.words), one.text) for one in found]
    print_table(("clause", "words", "text"), rows, empty="It has no clauses.")


@pact.command("fingerprint")
def fingerprint(file: OfficialFile, edition: Name, in_force: InForce) -> None:
    """Print the fingerprint of an official text as JSON, without its words; keeps nothing.

    So the files of intake/wording/ are made.

    Example: cfit pact fingerprint pact-2021.txt --edition 2021 --in-force 2021-06-14
    """
    import sys

    from intake.wording.edition_json import edition_text
    from secretariat.adopt_edition import edition_in
    from secretariat.opening import quiet_logs
    from secretariat.readers import open_readers
    from storage.settings import load_settings

    quiet_logs()
    with open_readers(load_settings()) as readers:
        found = edition_in(readers, file, edition, in_force.date(), with_words=False)
    sys.stdout.write(edition_text(found))
