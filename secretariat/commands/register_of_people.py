"""`cfit people` and `cfit members`: who may do what here, and who takes part in the Pact."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from pact.application import Role
from secretariat.commands.arguments import Acting, AsJson, Reason

people = typer.Typer(
    help="Who holds which role here.", no_args_is_help=True, epilog="Example: cfit people list"
)
members = typer.Typer(
    help="The register of participants and supporters.",
    no_args_is_help=True,
    epilog="Example: cfit members list",
)

Address = Annotated[str, typer.Argument(help="Mail address of the person.")]


@people.command("add")
def add(
    address: Address,
    role: Annotated[list[Role], typer.Option("--role", help="A role; may be given more than once.")],
    name: Annotated[str, typer.Option("--name", help="Name as shown.")] = "",
    acting: Acting = None,
) -> None:
    """Give a person roles, instead of those held before. The first one must be of the secretariat.

    Example: cfit people add anna@cfit.example --name "Anna Voorbeeld" --role secretariat
    """
    from secretariat.console import say
    from secretariat.opening import desk_for_command, os_user
    from storage.people import add_person

    with desk_for_command() as desk, desk.database.write() as session:
        actor = acting or desk.settings.actor
        person = add_person(
            session,
            address=address,
            name=name or address,
            roles=role,
            actor=actor,
            at=desk.now(),
            os_user=os_user(),
        )
        say(f"{person.name} <{person.address}> is now: {', '.join(person.roles)}.")


@people.command("list")
def list_them(as_json: AsJson = False) -> None:
    """List the people and their roles.

    Example: cfit people list
    """
    from secretariat.console import print_json, print_table
    from secretariat.opening import desk_for_command
    from storage.people import list_people

    with desk_for_command() as desk, desk.database.read() as session:
        found = list_people(session)
    if as_json:
        print_json({"address": one.address, "name": one.name, "roles": one.roles} for one in found)
        return
    rows = [(one.address, one.name, ", ".join(one.roles)) for one in found]
    print_table(
        ("address", "name", "roles"),
        rows,
        empty="Nobody yet. The first: cfit people add ADDRESS --role secretariat.",
    )


@people.command("remove")
def remove(
    address: Address,
    reason: Annotated[str, typer.Option("--reason", help="Why; kept in the journal.")],
    acting: Acting = None,
) -> None:
    """End a person's roles; what they did stays in the journal.

    Example: cfit people remove bert@cfit.example --reason "left the secretariat" --as anna@cfit.example
    """
    from secretariat.console import say
    from secretariat.opening import desk_for_command, os_user
    from storage.people import remove_person

    with desk_for_command() as desk, desk.database.write() as session:
        actor = acting or desk.settings.actor
        person = remove_person(
            session, address=address, actor=actor, reason=reason, at=desk.now(), os_user=os_user()
        )
        say(f"{person.name} <{person.address}> holds no role any more.")


@members.command("import")
def import_members(
    file: Annotated[Path, typer.Argument(help="CSV or XLSX with one organisation a row.", exists=True)],
    write: Annotated[bool, typer.Option("--write", help="Write it; without this only a dry run.")] = False,
    acting: Acting = None,
    as_json: AsJson = False,
) -> None:
    """Bring the register as it stands today: a dry run first, then with --write; may be repeated.

    Columns: organisation, country, kind, role, since, contact name, contact mail, language,
    buyer group; optional: other names (separated by semicolons).

    Example: cfit members import register.xlsx --write --as anna@cfit.example
    """
    from secretariat.console import print_json
    from secretariat.import_members import import_file, print_import
    from secretariat.opening import acting_person, desk_for_command, os_user

    with desk_for_command() as desk:
        person = acting_person(desk.settings, acting) if write else None
        outcome = import_file(desk, file, person=person, os_user=os_user())
    if as_json:
        print_json(outcome.rows)
    else:
        print_import(outcome)
    raise typer.Exit(1 if outcome.has_errors else 0)


@members.command("list")
def list_members(as_json: AsJson = False) -> None:
    """List all who take part in the Pact or support it.

    Example: cfit members list --json
    """
    from secretariat.console import print_json, print_table
    from secretariat.opening import desk_for_command
    from storage.members import list_members as members_now

    with desk_for_command() as desk, desk.database.read() as session:
        found = members_now(session)
    if as_json:
        print_json(found)
        return
    rows = [
        (
            one.organisation,
            one.country,
            one.role,
            one.since.isoformat() if one.since else "",
            one.contact_name,
        )
        for one in found
    ]
    print_table(
        ("organisation", "country", "role", "since", "contact"),
        rows,
        empty="The register is empty: cfit members import FILE brings it as it stands today.",
    )


@members.command("end")
def end(
    organisation: Annotated[str, typer.Argument(help="Name of the organisation, as the register has it.")],
    until: Annotated[
        datetime, typer.Option("--until", formats=["%Y-%m-%d"], metavar="DAY", help="Its last day.")
    ],
    reason: Reason,
    acting: Acting = None,
) -> None:
    """End what an organisation takes part in or supports, at its own wish (6.6.1).

    What the Committee ends is a decision: cfit decide REF end.

    Example: cfit members end "Town of Ashmere" --until 2026-11-20 --reason "M-31" --as anna@cfit.example
    """
    from secretariat.console import say
    from secretariat.end_membership import end_membership
    from secretariat.hand import Hand
    from secretariat.opening import acting_person, desk_for_command, os_user

    with desk_for_command() as desk:
        hand = Hand(acting_person(desk.settings, acting), os_user(), reason)
        say(end_membership(desk, organisation, until.date(), hand))
