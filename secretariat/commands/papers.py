"""`cfit read` and `cfit ingest`: documents and mail from files."""

from typing import Annotated

import typer

from secretariat.commands.arguments import AsJson, Paths


def read(paths: Paths, as_json: AsJson = False) -> None:
    """Read documents and show what was found in them; registers nothing.

    Example: cfit read signed-pact.pdf letter.docx --json
    """
    from secretariat.console import complain, print_json, with_progress
    from secretariat.opening import quiet_logs
    from secretariat.read_files import print_reading, read_files
    from storage.clock import legal_day, utc_now
    from storage.settings import load_settings

    quiet_logs()
    settings = load_settings()
    today = legal_day(utc_now(), settings.timezone)
    unread = 0
    for reading in with_progress(read_files(settings, paths, today), "Reading"):
        unread += reading.document.error is not None
        if as_json:
            print_json([reading.as_json()])
        else:
            print_reading(reading)
    if unread:
        complain(f"{unread} files could not be read.")
        raise typer.Exit(1)


def ingest(
    paths: Paths,
    as_json: AsJson = False,
    no_letters: Annotated[
        bool, typer.Option("--no-letters", help="Write no letter about these mails.")
    ] = False,
    letters: Annotated[
        bool, typer.Option("--letters", help="Write letters also about mail older than seven days.")
    ] = False,
    received: Annotated[
        str | None,
        typer.Option(
            "--received",
            metavar="from-headers|DATE",
            help="When the mail was received: as its headers say, or on that day. Default: now.",
        ),
    ] = None,
) -> None:
    """Take .eml files, mbox files and Maildirs in, through the same door as SMTP, and wait for them.

    Mail older than seven days gets no letter unless asked for: an old mailbox writes to nobody.

    Example: cfit ingest old-mailbox.mbox --received from-headers --no-letters
    """
    from secretariat.console import complain, print_json
    from secretariat.ingest import IngestOrder, LettersWanted, parse_received
    from secretariat.ingest_wait import ingest_and_wait, print_outcome
    from secretariat.opening import desk_for_command

    wanted = LettersWanted.ALWAYS if letters else LettersWanted.AUTO
    order = IngestOrder(
        paths=tuple(paths),
        letters=LettersWanted.NONE if no_letters else wanted,
        received=parse_received(received),
    )
    with desk_for_command() as desk:
        failed = 0
        for outcome in ingest_and_wait(desk, order):
            failed += outcome["outcome"] in ("unreadable", None)
            if as_json:
                print_json([outcome])
            else:
                print_outcome(outcome)
    if failed:
        complain(f"{failed} mails need a person: cfit held.")
        raise typer.Exit(1)
