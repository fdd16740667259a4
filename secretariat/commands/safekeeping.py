"""`cfit backup`, `restore`, `verify`: keeping what has been entrusted."""

from pathlib import Path
from typing import Annotated

import typer

from secretariat.commands.arguments import AsJson


def backup(
    file: Annotated[Path, typer.Argument(help="The archive to write; must not exist yet.")],
) -> None:
    """Write everything into one archive: database, originals and letters; safe while running.

    Example: cfit backup /backup/cfit-2026-11-21.tar
    """
    from secretariat.backup import write_backup
    from secretariat.console import say
    from secretariat.opening import desk_for_command

    with desk_for_command() as desk:
        say(write_backup(desk, file))


def restore(
    file: Annotated[Path, typer.Argument(help="An archive written by cfit backup.", exists=True)],
) -> None:
    """Bring an archive back into a home and a database that are still empty, and verify it.

    Example: CFIT_HOME=/srv/cfit-new cfit restore /backup/cfit-2026-11-21.tar
    """
    from secretariat.backup import restore_backup
    from secretariat.console import say
    from secretariat.opening import quiet_logs
    from storage.settings import load_settings

    quiet_logs()
    say(restore_backup(load_settings(), file))


def verify(as_json: AsJson = False) -> None:
    """Check that every original is whole and present and that the journal's chain holds.

    Example: cfit verify
    """
    from secretariat.console import print_json, say
    from secretariat.opening import desk_for_command
    from secretariat.verify import verify_all

    with desk_for_command() as desk:
        outcome = verify_all(desk)
    if as_json:
        print_json([outcome])
    else:
        for problem in outcome.problems:
            say(problem)
        say(outcome.summary)
    raise typer.Exit(1 if outcome.problems else 0)
