"""`cfit trust`: whose certificates are trusted, and the EU trusted lists."""

from pathlib import Path
from typing import Annotated

import typer

from secretariat.commands.arguments import Acting, AsJson

trust = typer.Typer(
    help="Whose certificates are trusted for signatures.",
    no_args_is_help=True,
    epilog="Example: cfit trust show",
)


@trust.command("update")
def update(
    file: Annotated[
        Path, typer.Argument(help="A trusted list (XML), or a folder or zip of them.", exists=True)
    ],
    signer: Annotated[
        list[Path] | None,
        typer.Option(
            "--signer", help="Certificate that the list of the lists is signed with, where it is new."
        ),
    ] = None,
    acting: Acting = None,
) -> None:
    """Take a copy of the EU trusted lists as those in use, instead of those held before.

    Put the list of the lists (eu-lotl.xml) beside the countries' lists: it names who may sign them.

    Example: cfit trust update trusted-lists.zip --as anna@cfit.example
    """
    from secretariat.console import say
    from secretariat.opening import desk_for_command, os_user
    from secretariat.trust_shown import print_trust, shown_lists
    from secretariat.trust_update import update_trust

    with desk_for_command() as desk:
        by = acting or desk.settings.actor or os_user()
        store = update_trust(desk, file, by=by, signers=signer or ())
        print_trust(shown_lists(store, desk.now()))
        if desk.settings.trust_roots is not None:
            say("They are kept, and not in use: CFIT_TRUST_ROOTS is set, and comes first.")
        say("What runs already takes them up when it is started again: cfit run, cfit work.")


@trust.command("show")
def show(as_json: AsJson = False) -> None:
    """Show whose certificates are trusted, and of when the lists are.

    Example: cfit trust show
    """
    from secretariat.console import print_json
    from secretariat.opening import desk_for_command
    from secretariat.trust_shown import print_trust, show_trust

    with desk_for_command() as desk:
        shown = show_trust(desk)
    if as_json:
        print_json([shown])
    else:
        print_trust(shown)
