"""`cfit queue`, `show`, `decide` and `held`: triage and decision without Slack."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pact.application import ApplicationKind, Move, State
from pact.documents import ParticipationType, SignatureKind
from secretariat.commands.arguments import Acting, AsJson, Reason

Reference = Annotated[str, typer.Argument(help="Reference, such as CFIT-2026-0001.")]
Day = datetime
DAY_FORMATS = ["%Y-%m-%d"]


class FieldName(StrEnum):
    """The fields of a signature block."""

    ORGANISATION = "organisation"
    NAME = "name"
    TITLE = "title"
    PARTICIPATION_TYPE = "participation_type"
    DATE = "date"
    SIGNATURE = "signature"


class AskedFor(StrEnum):
    """What a held mail can be registered as."""

    PARTICIPATION = "participation"
    SUPPORT = "support"


class PenVerb(StrEnum):
    """What can be done with a mail in the holding pen."""

    REGISTER = "register"
    JOIN = "join"
    ANSWER = "answer"
    DISCARD = "discard"
    AGAIN = "again"


def queue(as_json: AsJson = False) -> None:
    """List the open applications: what is due or doubtful first, each with its reason.

    Example: cfit queue
    """
    from secretariat.console import print_json
    from secretariat.opening import desk_for_command
    from secretariat.queue_print import print_queue
    from secretariat.queue_view import queue as queue_lines

    with desk_for_command() as desk, desk.database.read() as session:
        lines = queue_lines(session, desk)
    if as_json:
        print_json(lines)
    else:
        print_queue(lines)


def show(
    reference: Reference,
    history: Annotated[bool, typer.Option("--history", help="Also every move, with who and why.")] = False,
    crops: Annotated[
        Path | None,
        typer.Option(
            "--crops", metavar="FOLDER", help="Also write a picture of each place that has to be judged."
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show one application, or one mail of the holding pen, with its evidence.

    Example: cfit show CFIT-2026-0001 --history

    Example: cfit show CFIT-2026-0001 --crops ./crops
    """
    from secretariat.console import complain, print_json
    from secretariat.crops import write_crops
    from secretariat.dossier import dossier
    from secretariat.dossier_print import print_dossier
    from secretariat.opening import desk_for_command

    with desk_for_command() as desk:
        with desk.database.read() as session:
            shown = dossier(session, desk, reference, history=history)
        for file in write_crops(desk, reference, crops) if crops else ():
            complain(f"Written: {file}")
    if as_json:
        print_json([shown])
    else:
        print_dossier(shown)


def decide(
    reference: Reference,
    move: Annotated[Move, typer.Argument(help="What to do with it.")],
    reason: Reason,
    decided_on: Annotated[
        Day | None,
        typer.Option("--decided-on", formats=DAY_FORMATS, help="Day of the Committee's decision."),
    ] = None,
    votes: Annotated[str, typer.Option("--votes", help='Votes as counted, e.g. "7 for, 1 abstained".')] = "",
    minutes: Annotated[str, typer.Option("--minutes", help="Where the minutes record it.")] = "",
    acting: Acting = None,
) -> None:
    """Move an application on. Approving and declining need the Committee's recorded decision.

    Example: cfit decide CFIT-2026-0001 to_committee --reason "complete" --as anna@cfit.example

    Example: cfit decide CFIT-2026-0001 approve --decided-on 2026-11-20 --votes "7 for"
    --reason "6.4.2 a, b and c met" --as anna@cfit.example
    """
    from pact.committee import Decision
    from secretariat.console import say
    from secretariat.decide import Order
    from secretariat.decide import decide as carry_out
    from secretariat.hand import Hand
    from secretariat.opening import acting_person, desk_for_command, os_user

    day = decided_on.date() if decided_on else None
    decision = Decision(move, day, votes, minutes) if day or votes or minutes else None
    with desk_for_command() as desk:
        hand = Hand(acting_person(desk.settings, acting), os_user(), reason)
        application = carry_out(desk, Order(reference, move, decision), hand)
        say(f"{application.reference} is now {State(application.state).words}.")


def correct(
    reference: Reference,
    field: Annotated[FieldName, typer.Argument(help="Which field of the signature block.")],
    value: Annotated[str, typer.Argument(help="What it should say; a date as 2021-06-14.")],
    reason: Reason,
    block: Annotated[int, typer.Option("--block", min=1, help="Which signature block, from 1.")] = 1,
    acting: Acting = None,
) -> None:
    """Put a value in place of what was read; the checks are made anew.

    Example: cfit correct CFIT-2026-0004 date 2026-03-14 --reason "told by telephone" --as anna@cfit.example
    """
    from secretariat.console import say
    from secretariat.correct import Correction
    from secretariat.correct import correct as put_right
    from secretariat.dossier_print import print_findings
    from secretariat.hand import Hand
    from secretariat.opening import acting_person, desk_for_command, os_user

    with desk_for_command() as desk:
        hand = Hand(acting_person(desk.settings, acting), os_user(), reason)
        standing = put_right(desk, reference, Correction(field.value, value, block - 1), hand)
    say(f"{reference} says {value} now.")
    print_findings(standing)


def held(
    reference: Annotated[str | None, typer.Argument(help="A mail in the pen, such as M-17.")] = None,
    verb: Annotated[PenVerb | None, typer.Argument(help="What to do with it.")] = None,
    reason: Annotated[str, typer.Option("--reason", help="Why; kept in the journal.")] = "",
    to: Annotated[str | None, typer.Option("--to", help="join: the application it belongs to.")] = None,
    text: Annotated[str, typer.Option("--text", help="answer: the text; - reads standard input.")] = "",
    kind: Annotated[
        AskedFor | None,
        typer.Option("--kind", help="register: what it asks for; support says that it endorses the Pact."),
    ] = None,
    organisation: Annotated[str | None, typer.Option("--organisation", help="register: its name.")] = None,
    name: Annotated[str | None, typer.Option("--name", help="register: who signed.")] = None,
    title: Annotated[str | None, typer.Option("--title", help="register: their title.")] = None,
    role: Annotated[ParticipationType | None, typer.Option("--type", help="register: the role.")] = None,
    signed_on: Annotated[
        Day | None, typer.Option("--date", formats=DAY_FORMATS, help="register: day of signing.")
    ] = None,
    signature: Annotated[
        SignatureKind | None,
        typer.Option("--signature", help="register: how it is signed; unsaid means nobody has looked."),
    ] = None,
    part: Annotated[
        int | None, typer.Option("--part", min=1, help="register: which paper of the mail, from 1.")
    ] = None,
    acting: Acting = None,
    as_json: AsJson = False,
) -> None:
    """List the mail that waits for a person, or let one mail out of the holding pen.

    Example: cfit held

    Example: cfit held M-17 register --organisation "Gemeente Voorbeeld" --kind participation
    --type procuring --signature drawn --part 1 --reason "photo read by eye" --as anna@cfit.example

    Example: cfit held M-18 discard --reason "advertising" --as anna@cfit.example

    Example: cfit held M-19 again --reason "the reader has been mended" --as anna@cfit.example
    """
    from secretariat.commands import pen
    from secretariat.read_by_eye import GivenByHand

    if reference is None:
        pen.list_pen(as_json=as_json)
        return
    if verb is None:
        show(reference, as_json=as_json)
        return
    given = GivenByHand(
        kind=ApplicationKind(kind) if kind else None,
        organisation=organisation,
        name=name,
        title=title,
        participation_type=role,
        signed_on=signed_on.date() if signed_on else None,
        signature=signature,
    )
    pen.let_out(pen.Wish(reference, verb.value, reason, acting, to, text, given, part))
