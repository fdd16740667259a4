"""`cfit join` and `split`: which mail and which signature blocks belong to a case."""

from typing import Annotated

import typer

from secretariat.commands.arguments import Acting, Reason

Reference = Annotated[str, typer.Argument(help="Reference, such as CFIT-2026-0001.")]


def join(
    reference: Reference,
    mail: Annotated[str, typer.Argument(help="The mail that lies beside it, or waits in the pen: M-17.")],
    reason: Reason,
    aside: Annotated[
        bool, typer.Option("--aside", help="It does not belong there; its application papers wait again.")
    ] = False,
    acting: Acting = None,
) -> None:
    """Take a further copy, a reply or other mail into a case, or put it aside. No field changes.

    Example: cfit join CFIT-2026-0001 M-7 --reason "the same copy, scanned" --as anna@cfit.example

    Example: cfit join CFIT-2026-0001 M-7 --aside --reason "another town" --as anna@cfit.example
    """
    from secretariat.console import say
    from secretariat.hand import Hand
    from secretariat.join_case import join_mail, put_aside
    from secretariat.opening import acting_person, desk_for_command, os_user

    with desk_for_command() as desk:
        hand = Hand(acting_person(desk.settings, acting), os_user(), reason)
        if not aside:
            join_mail(desk, reference, mail, hand)
            say(f"{mail} belongs to {reference} now; its fields are as they were.")
            return
        waits = put_aside(desk, reference, mail, hand)
    say(f"{mail} does not belong to {reference}.")
    if waits:
        say(f"It waits in the holding pen: cfit held {mail} register, join, answer or discard.")


def split(
    reference: Reference,
    block: Annotated[
        list[int], typer.Option("--block", min=2, help="Which signature block, from 2; may be repeated.")
    ],
    reason: Reason,
    acting: Acting = None,
) -> None:
    """Give the signature blocks of another organisation an application of their own (6.4.1).

    Example: cfit split CFIT-2026-0001 --block 2 --reason "two towns on one page" --as anna@cfit.example
    """
    from secretariat.console import say
    from secretariat.hand import Hand
    from secretariat.opening import acting_person, desk_for_command, os_user
    from secretariat.split import split_off

    with desk_for_command() as desk:
        hand = Hand(acting_person(desk.settings, acting), os_user(), reason)
        opened = split_off(desk, reference, [one - 1 for one in block], hand)
    say(f"{opened} is open now, with the same day of receipt as {reference}. A letter waits as a draft.")
