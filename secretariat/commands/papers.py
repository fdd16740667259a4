"""`cfit read`, `reread` and `ingest`: documents and mail from files, and from what is stored."""

from pathlib import Path
from typing import Annotated

import typer

from secretariat.commands.arguments import AsJson, Paths


def read(
    paths: Paths,
    as_json: AsJson = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Also write a page of HTML that shows what was read where.")
    ] = False,
    explain_in: Annotated[
        Path, typer.Option("--in", metavar="FOLDER", help="Where the pages of --explain go.")
    ] = Path("explained"),
) -> None:
    """Read documents and show what was found in them; registers nothing.

    Example: cfit read signed-pact.pdf letter.docx --json

    Example: cfit read --explain scan.pdf
    """
    from secretariat.console import complain, print_json
    from secretariat.opening import quiet_logs
    from secretariat.pages_shown import PagesShown
    from secretariat.read_files import print_reading, read_files
    from storage.clock import legal_day, utc_now
    from storage.settings import load_settings

    quiet_logs()
    settings = load_settings()
    today = legal_day(utc_now(), settings.timezone)
    unread = 0
    folder = explain_in if explain else None
    with PagesShown() as shown:
        for reading in read_files(settings, paths, today, explain_in=folder, tell=shown.tell):
            shown.done()
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


def reread(
    reference: Annotated[
        str | None,
        typer.Argument(help="An application or a mail, such as CFIT-2026-0001 or M-12; default: all."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Read stored documents again and show what would differ; changes nothing.

    Ends with 1 when something differs or cannot be read again.

    Example: cfit reread CFIT-2026-0001
    """
    from secretariat.console import complain, print_json, with_progress
    from secretariat.opening import desk_for_command
    from secretariat.readers import open_readers
    from secretariat.reread import documents_to_reread, print_rereading, reread

    with desk_for_command() as desk, open_readers(desk.settings) as readers:
        total = len(documents_to_reread(desk, reference))
        differing = 0
        for reading in with_progress(reread(desk, readers, reference), "Reading again", total):
            differing += bool(reading.differences or reading.problem)
            if as_json:
                print_json([reading.as_json()])
            else:
                print_rereading(reading)
    if differing:
        complain(f"{differing} of {total} documents differ or could not be read again; nothing was changed.")
        raise typer.Exit(1)
