"""`cfit letters`: drafts that wait for a person, and letting letters leave by themselves."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secretariat.commands.arguments import Acting, AsJson, Reason

if TYPE_CHECKING:
    from secretariat.desk import Desk
    from secretariat.hand import Hand

app = typer.Typer(
    help="Letters: what waits and why, sending a draft, going live.",
    epilog="Example: cfit letters",
    invoke_without_command=True,
)

Number = Annotated[str, typer.Argument(help="Number of the letter, such as L-12.")]


@app.callback()
def letters(
    ctx: typer.Context,
    every: Annotated[bool, typer.Option("--all", help="Also those that left or were put away.")] = False,
    as_json: AsJson = False,
) -> None:
    """List the letters that wait, or do something with one.

    Example: cfit letters

    Example: cfit letters show L-12
    """
    if ctx.invoked_subcommand is not None:
        return
    from secretariat.console import print_json, print_table
    from secretariat.drafts import WAITING, list_letters
    from secretariat.opening import desk_for_command
    from storage.letters import LetterState

    with desk_for_command() as desk, desk.database.read() as session:
        found = list_letters(session, tuple(LetterState) if every else WAITING)
    if as_json:
        print_json(found)
        return
    rows = [(one.reference, one.state, one.to_address, one.subject, one.why) for one in found]
    print_table(("letter", "state", "to", "subject", "why"), rows, empty="No letter waits.")


@app.command()
def show(
    number: Number,
    html: Annotated[
        Path | None, typer.Option("--html", help="File to write the letter's HTML page to.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show one letter as its reader will see it, and why it is in that language.

    Example: cfit letters show L-12

    Example: cfit letters show L-12 --html letter.html
    """
    from secretariat.console import heading, print_json, say
    from secretariat.drafts import show_letter
    from secretariat.opening import desk_for_command

    with desk_for_command() as desk, desk.database.write() as session:
        letter = show_letter(session, number)
    if html is not None:
        from templates.letter_page import html_twin

        html.write_text(html_twin(letter.subject, letter.body, letter.language), encoding="utf-8")
    if as_json:
        print_json([letter])
        return
    heading(f"{letter.reference} to {letter.to_address}: {letter.state}")
    if letter.why:
        say(letter.why)
    if letter.language_reason:
        say(letter.language_reason)
    if html is not None:
        say(f"The page is written to {html}.")
    say(f"\nSubject: {letter.subject}\n\n{letter.body}")


@app.command()
def send(number: Number, reason: Reason = "read and found right", acting: Acting = None) -> None:
    """Let a draft leave, or one more try be made of a letter that failed.

    Example: cfit letters send L-12 --as anna@cfit.example
    """
    from secretariat.drafts import send_draft

    with _hand(acting, reason) as (desk, hand):
        send_draft(desk, number, hand)
    _say(f"{number} is on its way; the worker sends it.")


@app.command()
def edit(
    number: Number,
    reason: Reason,
    body: Annotated[
        str | None, typer.Option("--body", help="File with the new text; - reads standard input.")
    ] = None,
    language: Annotated[
        str | None, typer.Option("--language", help="Write it again in: en, nl, de, fr, no or es.")
    ] = None,
    subject: Annotated[str | None, typer.Option("--subject", help="New subject; default: as it is.")] = None,
    acting: Acting = None,
) -> None:
    """Give a draft another text, or write it again in another language.

    Example: cfit letters edit L-12 --body letter.txt --reason "name corrected" --as anna@cfit.example

    Example: cfit letters edit L-12 --language nl --reason "they write Dutch" --as anna@cfit.example
    """
    from secretariat.drafts import edit_draft, show_letter, write_in_language

    if (body is None) == (language is None) or (language is not None and subject is not None):
        raise typer.BadParameter("Give either --body, with or without --subject, or --language.")
    if body is None:
        assert language is not None
        with _hand(acting, reason) as (desk, hand):
            write_in_language(desk, number, language.lower(), hand)
        _say(f"{number} is written in another language and still a draft.")
        return
    text = sys.stdin.read() if body == "-" else Path(body).read_text(encoding="utf-8")
    with _hand(acting, reason) as (desk, hand):
        with desk.database.write() as session:
            kept = show_letter(session, number).subject
        edit_draft(desk, number, subject=subject or kept, body=text, hand=hand)
    _say(f"{number} is changed and still a draft.")


@app.command()
def discard(number: Number, reason: Reason, acting: Acting = None) -> None:
    """Put a draft away that shall not leave; it stays in the database.

    Example: cfit letters discard L-12 --reason "answered by telephone" --as anna@cfit.example
    """
    from secretariat.drafts import discard_draft

    with _hand(acting, reason) as (desk, hand):
        discard_draft(desk, number, hand)
    _say(f"{number} is put away.")


@app.command("go-live")
def go_live(
    reason: Reason = "the texts were read and found right",
    acting: Acting = None,
) -> None:
    """Let acknowledgements leave by themselves from now on; the drafts that wait stay drafts.

    Example: cfit letters go-live --as anna@cfit.example
    """
    from secretariat.drafts import go_live as switch_on

    with _hand(acting, reason) as (desk, hand):
        waiting = switch_on(desk, hand)
    _say(f"Acknowledgements leave by themselves from now on. {waiting} drafts wait for a person.")


@app.command()
def hold(reason: Reason, acting: Acting = None) -> None:
    """Let no further letter leave by itself: each is a draft again until `cfit letters go-live`.

    Example: cfit letters hold --reason "the texts are being changed" --as anna@cfit.example
    """
    from secretariat.drafts import hold_letters

    with _hand(acting, reason) as (desk, hand):
        leaving = hold_letters(desk, hand)
    _say(f"Letters are drafts from now on. {leaving} are on their way already and still leave.")


@contextmanager
def _hand(acting: str | None, reason: str) -> "Iterator[tuple[Desk, Hand]]":
    from secretariat.hand import Hand
    from secretariat.opening import acting_person, desk_for_command, os_user

    with desk_for_command() as desk:
        yield desk, Hand(acting_person(desk.settings, acting), os_user(), reason)


def _say(text: str) -> None:
    from secretariat.console import say

    say(text)
