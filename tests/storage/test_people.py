import threading
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from pact.application import Role
from pact.errors import PactError
from storage import journal
from storage.database import Database
from storage.people import add_person, list_people, person_by_address, remove_person, require
from storage.tables import Person

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
ANNA = "anna@secretariat.example"
BEA = "bea@committee.example"


def add(
    database: Database, address: str, *roles: Role, actor: str | None = ANNA, name: str = "Somebody"
) -> Person:
    with database.write() as session:
        return add_person(session, address=address, name=name, roles=roles, actor=actor, at=AT)


def remove(database: Database, address: str, actor: str | None = ANNA) -> Person:
    with database.write() as session:
        return remove_person(session, address=address, actor=actor, reason="left", at=AT)


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(PactError) as refused:
        act()
    return str(refused.value)


def at_once(*acts: Callable[[], object]) -> list[str]:
    """Do all of it side by side and return what was refused."""
    together, refused = threading.Barrier(len(acts)), []

    def begin(act: Callable[[], object]) -> None:
        together.wait()
        try:
            act()
        except PactError as error:
            refused.append(str(error))

    threads = [threading.Thread(target=begin, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return refused


@pytest.fixture
def anna(database: Database) -> Person:
    """Return the first person: of the Secretariat, added by nobody."""
    return add(database, ANNA, Role.SECRETARIAT, actor=None, name="Anna Example")


def test_the_first_person_needs_nobody_to_add_them(database: Database, anna: Person) -> None:
    with database.read() as session:
        assert [(p.address, p.name, p.roles) for p in list_people(session)] == [
            (ANNA, "Anna Example", ["secretariat"])
        ]


def test_the_first_person_must_be_of_the_secretariat(database: Database) -> None:
    said = refusal(lambda: add(database, BEA, Role.COMMITTEE, actor=None))

    assert said == "The first person must be of the Secretariat: add --role secretariat."


def test_a_person_may_have_several_roles(database: Database, anna: Person) -> None:
    bea = add(database, BEA, Role.COMMITTEE, Role.CHAIR, Role.COMMITTEE)

    assert bea.roles == ["chair", "committee"]


def test_addresses_are_kept_in_small_letters_and_found_in_any(database: Database, anna: Person) -> None:
    add(database, "  Bea@Committee.Example ", Role.COMMITTEE)

    with database.read() as session:
        found = person_by_address(session, "BEA@committee.example")
        assert found is not None
        assert found.address == BEA


def test_adding_a_person_again_gives_the_roles_said_last(database: Database, anna: Person) -> None:
    first = add(database, BEA, Role.COMMITTEE)
    second = add(database, BEA, Role.WORKING_GROUP_MEMBER, name="Bea Example")

    assert (second.id, second.name, second.roles) == (first.id, "Bea Example", ["working_group_member"])


def test_a_removed_person_keeps_the_row_and_loses_the_roles(database: Database, anna: Person) -> None:
    bea = add(database, BEA, Role.COMMITTEE)
    remove(database, BEA)

    with database.read() as session:
        row = session.get_one(Person, bea.id)
        assert (row.address, row.removed_at) == (BEA, AT)
        assert person_by_address(session, BEA) is None
        assert [p.address for p in list_people(session)] == [ANNA]
        assert [p.address for p in list_people(session, removed_too=True)] == [ANNA, BEA]


def test_a_removed_person_may_come_back_in_the_same_row(database: Database, anna: Person) -> None:
    first = add(database, BEA, Role.COMMITTEE)
    remove(database, BEA)

    again = add(database, BEA, Role.CHAIR)

    assert (again.id, again.roles, again.removed_at) == (first.id, ["chair"], None)


def test_every_change_is_journalled_under_the_persons_number(database: Database, anna: Person) -> None:
    bea = add(database, BEA, Role.COMMITTEE)
    remove(database, BEA)

    with database.read() as session:
        lines = [(line.move, line.actor, line.reason) for line in journal.history(session, f"P-{bea.id}")]
        first = journal.history(session, f"P-{anna.id}")[0]
    assert lines == [("add_person", ANNA, f"{BEA} is committee"), ("remove_person", ANNA, "left")]
    assert (first.actor, first.reason) == (ANNA, f"{ANNA} is secretariat")


def test_the_account_on_the_machine_is_journalled_with_the_person(database: Database) -> None:
    with database.write() as session:
        anna = add_person(
            session,
            address=ANNA,
            name="Anna",
            roles=[Role.SECRETARIAT],
            actor=None,
            at=AT,
            os_user="annas-account",
        )
        add_person(session, address=BEA, name="Bea", roles=[Role.SECRETARIAT], actor=ANNA, at=AT)
        remove_person(session, address=ANNA, actor=BEA, reason="left", at=AT, os_user="beas-account")

    with database.read() as session:
        actors = [line.actor for line in journal.history(session, f"P-{anna.id}")]
    assert actors == [f"{ANNA} (as annas-account)", f"{BEA} (as beas-account)"]


def test_of_two_who_would_be_the_first_at_once_one_is(database: Database) -> None:
    refused = at_once(
        lambda: add(database, ANNA, Role.SECRETARIAT, actor=None),
        lambda: add(database, BEA, Role.SECRETARIAT, actor=None),
    )

    with database.read() as session:
        assert len(list_people(session)) == 1
    assert refused == ["Say on whose behalf: --as ADDRESS, or the setting CFIT_ACTOR."]


def test_of_two_who_remove_each_other_at_once_one_stays(database: Database, anna: Person) -> None:
    add(database, BEA, Role.SECRETARIAT)

    refused = at_once(lambda: remove(database, ANNA, actor=BEA), lambda: remove(database, BEA, actor=ANNA))

    with database.read() as session:
        assert len(list_people(session)) == 1
    assert len(refused) == 1


def test_only_the_secretariat_changes_the_people(database: Database, anna: Person) -> None:
    add(database, BEA, Role.COMMITTEE)

    by_bea = refusal(lambda: add(database, "carl@x.example", Role.COMMITTEE, actor=BEA))
    by_nobody = refusal(lambda: remove(database, BEA, actor=None))
    by_a_stranger = refusal(lambda: remove(database, BEA, actor="mallory@x.example"))

    assert by_bea == f"{BEA} is committee; this takes secretariat."
    assert by_nobody == "Say on whose behalf: --as ADDRESS, or the setting CFIT_ACTOR."
    assert by_a_stranger == (
        "mallory@x.example is not known here: the Secretariat adds people with `cfit people add`."
    )


def test_the_last_of_the_secretariat_can_neither_leave_nor_be_changed(
    database: Database, anna: Person
) -> None:
    expected = (
        f"{ANNA} is the last of the Secretariat: add somebody else to it first, "
        "or nobody could add people any more."
    )

    left = refusal(lambda: remove(database, ANNA))
    changed = refusal(lambda: add(database, ANNA, Role.COMMITTEE))

    assert (left, changed) == (expected, expected)


def test_with_a_second_one_the_first_of_the_secretariat_may_leave(database: Database, anna: Person) -> None:
    add(database, BEA, Role.SECRETARIAT)

    remove(database, ANNA, actor=BEA)

    with database.read() as session:
        assert [p.address for p in list_people(session)] == [BEA]


def test_a_person_needs_a_role(database: Database, anna: Person) -> None:
    said = refusal(lambda: add(database, BEA))

    assert said == (
        f"Say which role {BEA} has: one of secretariat, committee, chair, working_group_chair, "
        "working_group_member, coordinator."
    )


@pytest.mark.parametrize("address", ["", "bea", "@x.example", "bea@", "a@b@c", "bea example@x.example"])
def test_what_is_no_address_is_refused(database: Database, anna: Person, address: str) -> None:
    said = refusal(lambda: add(database, address, Role.COMMITTEE))

    assert said == f"{address!r} is not a mail address, such as anna@example.org."


def test_nobody_is_removed_who_is_not_there(database: Database, anna: Person) -> None:
    said = refusal(lambda: remove(database, BEA))

    assert said == f"{BEA} is not known here: the Secretariat adds people with `cfit people add`."


@pytest.mark.parametrize("roles", [Role.COMMITTEE, {Role.COMMITTEE, Role.SECRETARIAT}])
def test_one_of_the_roles_asked_for_is_enough(
    database: Database, anna: Person, roles: Role | set[Role]
) -> None:
    add(database, BEA, Role.COMMITTEE, Role.CHAIR)

    with database.read() as session:
        assert require(session, BEA, roles).address == BEA


def test_a_role_that_is_lacking_is_named(database: Database, anna: Person) -> None:
    with database.read() as session:
        said = refusal(lambda: require(session, ANNA, {Role.COMMITTEE, Role.CHAIR}))

    assert said == f"{ANNA} is secretariat; this takes chair or committee."
