"""Who sent an application, beside all whom the register knows."""

from made_up.cases import MadeMail, block, pact_copy, take_in
from sqlmodel import select

from secretariat.desk import Desk
from secretariat.hand import Hand
from secretariat.read_by_eye import GivenByHand
from secretariat.register_held import register_held
from storage.tables import FindingRow, Organisation, Participation


def on_record(desk: Desk, name: str, address: str) -> None:
    with desk.database.write() as session:
        organisation = Organisation(name=name, key=name.casefold())
        session.add(organisation)
        session.flush()
        assert organisation.id is not None
        row = Participation(organisation_id=organisation.id, role="procuring", contact_address=address)
        session.add(row)


def seen(desk: Desk) -> list[tuple[str, str]]:
    with desk.database.read() as session:
        rows = session.exec(select(FindingRow).where(FindingRow.code.startswith("sender_"))).all()  # type: ignore[attr-defined]
    return [
        (row.code, row.seen)
        for row in rows
        if row.code not in ("sender_not_checked", "sender_unlike_organisation")
    ]


def test_a_domain_like_a_participant_s_registers_nothing_by_itself(desk: Desk) -> None:
    on_record(desk, "Municipality of Lindenhove", "marijke@lindenhove.example")

    row = take_in(desk, MadeMail((pact_copy(),), sender="marijke@lindenh0ve.example"))

    assert (row.outcome, row.state) == ("held", "held")
    assert row.why == (
        "Its sender may be made to look like another. "
        "lindenh0ve.example is not lindenhove.example: it is written with letters that look alike."
    )


def test_what_a_person_registers_in_spite_of_it_still_shows_why(staffed_desk: Desk, officer: Hand) -> None:
    on_record(staffed_desk, "Municipality of Lindenhove", "marijke@lindenhove.example")
    take_in(staffed_desk, MadeMail((pact_copy(),), sender="marijke@lindenh0ve.example"))

    register_held(staffed_desk, "M-1", GivenByHand(), officer)

    assert [code for code, _ in seen(staffed_desk)] == ["sender_domain_resembles"]


def test_a_participant_that_writes_from_elsewhere_is_told(desk: Desk) -> None:
    on_record(desk, "Municipality of Lindenhove", "marijke@shared-service.example")

    take_in(desk, MadeMail((pact_copy(),)))

    assert [code for code, _ in seen(desk)] == ["sender_new_to_organisation"]


def test_a_sender_that_bears_our_name_or_our_address_registers_nothing_by_itself(desk: Desk) -> None:
    rows = [
        take_in(desk, MadeMail((pact_copy(),), name="CFIT Secretariat")),
        take_in(desk, MadeMail((pact_copy(),), sender="cfit@localhost")),
    ]

    assert [row.outcome for row in rows] == ["held", "held"]


def test_what_a_mail_merely_claimed_makes_no_domain_known(desk: Desk) -> None:
    take_in(desk, MadeMail((pact_copy(),), sender="x@evil-sender.example"))
    take_in(desk, MadeMail((pact_copy(block("Town of Ashmere")),), sender="x@evilsender.example"))

    assert seen(desk) == []
