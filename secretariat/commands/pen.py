"""The verbs of `cfit held`: one small function each."""

import sys
from dataclasses import dataclass

from pact.errors import PactError
from secretariat.console import print_json, print_table, say
from secretariat.hand import Hand
from secretariat.held import list_held
from secretariat.join_case import join_mail
from secretariat.opening import acting_person, desk_for_command, os_user
from secretariat.read_by_eye import GivenByHand
from secretariat.register_held import register_held
from secretariat.release import answer_held, discard_held, process_again


@dataclass(frozen=True, slots=True)
class Wish:
    """What was typed: the mail, the verb, who and why, and the verb's own options."""

    reference: str
    verb: str
    reason: str
    acting: str | None
    to: str | None
    text: str
    given: GivenByHand
    part: int | None = None


def list_pen(*, as_json: bool) -> None:
    """Print what waits in the holding pen."""
    with desk_for_command() as desk, desk.database.read() as session:
        mails = list_held(session, desk)
    if as_json:
        print_json(mails)
        return
    rows = [
        (
            mail.reference,
            mail.received_on.isoformat(),
            mail.decision_due.isoformat(),
            mail.sender,
            mail.why,
            "; ".join(f"{one.reference} ({one.score:.2f}): {one.why}" for one in mail.likely_cases[:1]),
        )
        for mail in mails
    ]
    print_table(
        ("mail", "received", "decide by", "from", "why it waits", "may belong to"),
        rows,
        empty="The holding pen is empty.",
    )


def let_out(wish: Wish) -> None:
    """Do what was asked with one mail, and say what came of it."""
    with desk_for_command() as desk:
        hand = Hand(acting_person(desk.settings, wish.acting), os_user(), wish.reason)
        if wish.verb == "register":
            registered = register_held(desk, wish.reference, wish.given, hand, part=wish.part)
            say(registered.told)
            if registered.still_waits:
                say(f"{wish.reference} stays in the holding pen until the rest is dealt with.")
        elif wish.verb == "join":
            if wish.to is None:
                raise PactError("Say which application it belongs to: --to CFIT-2026-0001.")
            join_mail(desk, wish.to, wish.reference, hand)
            say(f"{wish.reference} belongs to {wish.to} now.")
        elif wish.verb == "answer":
            text = sys.stdin.read() if wish.text == "-" else wish.text
            letter = answer_held(desk, wish.reference, text, hand)
            say(f"The answer waits as draft L-{letter}: cfit letters send L-{letter}.")
        elif wish.verb == "again":
            process_again(desk, wish.reference, hand)
            say(f"{wish.reference} goes to the worker once more.")
        else:
            discard_held(desk, wish.reference, hand)
            say(f"{wish.reference} is put aside; its bytes stay stored.")
