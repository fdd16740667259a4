"""Further mail of a case: taken in by a person, or put aside; nothing is lost either way."""

from datetime import date

import pytest
from made_up.cases import MadeMail, pact_copy, support_letter, take_in
from sqlmodel import select

from pact.application import Move
from pact.documents import DocumentAsRead, Remark
from pact.errors import PactError
from secretariat.decide import Order, decide
from secretariat.desk import Desk
from secretariat.hand import Hand
from secretariat.held import list_held
from secretariat.join_case import join_mail, put_aside
from secretariat.read_by_eye import GivenByHand
from secretariat.register_held import register_held
from secretariat.release import discard_held
from storage import journal
from storage.tables import Application, ApplicationMail, Document, Letter, Mail, Suggestion

REFERENCE = "CFIT-2026-0001"
PHOTO = DocumentAsRead(remarks=(Remark("page_not_read", "page 1"),), pages=1)


def pen(desk: Desk) -> list[str]:
    with desk.database.read() as session:
        return [mail.reference for mail in list_held(session, desk)]


def parts(desk: Desk) -> list[tuple[int, str]]:
    with desk.database.read() as session:
        rows = session.exec(select(ApplicationMail).order_by(ApplicationMail.mail_id)).all()  # type: ignore[arg-type]
    return [(row.mail_id, row.part_played) for row in rows]


def suggestions(desk: Desk) -> list[str]:
    with desk.database.read() as session:
        return [one.state for one in session.exec(select(Suggestion).order_by(Suggestion.id))]  # type: ignore[arg-type]


def last_line(desk: Desk, subject: str) -> tuple[str, str | None, str | None]:
    with desk.database.read() as session:
        line = journal.history(session, subject)[-1]
    return line.move, line.actor, line.reason


def reply(desk: Desk) -> Mail:
    """Take a reply to the first letter in: it waits in the pen, suggested for its case."""
    with desk.database.read() as session:
        message_id = session.exec(select(Letter.message_id).where(Letter.id == 1)).one()
    return take_in(desk, MadeMail(text="The date is 14 June.", in_reply_to=(message_id,)))


def test_a_mail_of_the_pen_and_its_papers_come_to_belong_to_the_application(
    staffed_desk: Desk, officer: Hand
) -> None:
    take_in(staffed_desk, MadeMail((pact_copy(),)))
    take_in(staffed_desk, MadeMail((PHOTO,)))

    join_mail(staffed_desk, REFERENCE, "M-2", officer)

    with staffed_desk.database.read() as session:
        kinds = session.exec(select(Letter.kind).order_by(Letter.id)).all()  # type: ignore[arg-type]
        owners = session.exec(select(Document.application_id)).all()
    assert parts(staffed_desk) == [(1, "opened"), (2, "joined")]
    assert (kinds, owners) == (["acknowledgement", "joined"], [1, 1])
    assert pen(staffed_desk) == []
    assert last_line(staffed_desk, "M-2") == ("join", officer.actor, f"To {REFERENCE}. looked at it")
    assert last_line(staffed_desk, REFERENCE) == ("join", officer.actor, "M-2. looked at it")


def test_a_second_copy_is_taken_in_where_it_lies(staffed_desk: Desk, officer: Hand) -> None:
    take_in(staffed_desk, MadeMail((pact_copy(),)))
    take_in(staffed_desk, MadeMail((pact_copy(),)))

    join_mail(staffed_desk, REFERENCE, "M-2", officer)

    assert suggestions(staffed_desk) == ["taken"]
    assert parts(staffed_desk) == [(1, "opened"), (2, "joined")]


def test_a_reply_joined_plays_its_part_and_leaves_the_pen(staffed_desk: Desk, officer: Hand) -> None:
    take_in(staffed_desk, MadeMail((pact_copy(),)))
    reply(staffed_desk)

    join_mail(staffed_desk, REFERENCE, "M-2", officer)

    assert suggestions(staffed_desk) == ["taken"]
    assert parts(staffed_desk) == [(1, "opened"), (2, "joined")]
    assert pen(staffed_desk) == []


def test_a_mail_joined_elsewhere_is_put_aside_where_it_was_suggested(
    staffed_desk: Desk, officer: Hand
) -> None:
    take_in(staffed_desk, MadeMail((pact_copy(),)))
    take_in(staffed_desk, MadeMail((support_letter(),), sender="info@repair-forward.example"))
    reply(staffed_desk)

    join_mail(staffed_desk, "CFIT-2026-0002", "M-3", officer)

    assert suggestions(staffed_desk) == ["put_aside"]
    assert ("put_aside", officer.actor, "M-3. looked at it") == last_line(staffed_desk, REFERENCE)
    assert {(3, "put_aside"), (3, "joined")} <= set(parts(staffed_desk))


def test_a_copy_put_aside_waits_in_the_pen_again_and_can_open_its_own_application(
    staffed_desk: Desk, officer: Hand
) -> None:
    take_in(staffed_desk, MadeMail((pact_copy(),)))
    take_in(staffed_desk, MadeMail((pact_copy(),)))

    waits = put_aside(staffed_desk, REFERENCE, "M-2", officer)
    again = pen(staffed_desk)
    registered = register_held(staffed_desk, "M-2", GivenByHand(), officer)

    assert (waits, again) == (True, ["M-2"])
    assert registered.references == ("CFIT-2026-0002",)
    assert suggestions(staffed_desk) == ["put_aside"]
    assert parts(staffed_desk) == [(1, "opened"), (2, "put_aside"), (2, "opened")]


def test_a_reply_put_aside_stays_in_the_pen(staffed_desk: Desk, officer: Hand) -> None:
    take_in(staffed_desk, MadeMail((pact_copy(),)))
    reply(staffed_desk)

    assert put_aside(staffed_desk, REFERENCE, "M-2", officer)

    assert pen(staffed_desk) == ["M-2"]
    assert last_line(staffed_desk, REFERENCE) == ("put_aside", officer.actor, "M-2. looked at it")
    assert last_line(staffed_desk, "M-2") == (
        "put_aside",
        officer.actor,
        f"{REFERENCE}. looked at it",
    )


def test_what_is_discarded_is_put_aside_where_it_was_suggested(staffed_desk: Desk, officer: Hand) -> None:
    take_in(staffed_desk, MadeMail((pact_copy(),)))
    reply(staffed_desk)

    discard_held(staffed_desk, "M-2", officer)

    assert suggestions(staffed_desk) == ["put_aside"]
    assert parts(staffed_desk) == [(1, "opened"), (2, "put_aside")]


def test_nothing_joins_an_application_that_is_decided(staffed_desk: Desk, officer: Hand) -> None:
    take_in(staffed_desk, MadeMail((pact_copy(),)))
    take_in(staffed_desk, MadeMail((PHOTO,)))
    decide(staffed_desk, Order(REFERENCE, Move.WITHDRAW), officer)

    with pytest.raises(PactError, match="is withdrawn"):
        join_mail(staffed_desk, REFERENCE, "M-2", officer)

    assert pen(staffed_desk) == ["M-2"]


def test_a_mail_that_lies_elsewhere_is_neither_joined_nor_put_aside(
    staffed_desk: Desk, officer: Hand
) -> None:
    take_in(staffed_desk, MadeMail((pact_copy(),)))
    take_in(staffed_desk, MadeMail((support_letter(),), sender="info@repair-forward.example"))

    for verb in (join_mail, put_aside):
        with pytest.raises(PactError, match="beside"):
            verb(staffed_desk, REFERENCE, "M-2", officer)


@pytest.mark.parametrize("person", ["carl@committee.example", "stranger@elsewhere.example"])
def test_only_the_secretariat_judges_further_papers(staffed_desk: Desk, person: str) -> None:
    take_in(staffed_desk, MadeMail((pact_copy(),)))
    take_in(staffed_desk, MadeMail((pact_copy(),)))

    for verb in (join_mail, put_aside):
        with pytest.raises(PactError):
            verb(staffed_desk, REFERENCE, "M-2", Hand(person, "os", "no"))

    assert suggestions(staffed_desk) == ["open"]


def test_the_clock_keeps_its_day_whatever_joins(staffed_desk: Desk, officer: Hand) -> None:
    take_in(staffed_desk, MadeMail((pact_copy(),)))
    take_in(staffed_desk, MadeMail((pact_copy(),)))

    join_mail(staffed_desk, REFERENCE, "M-2", officer)

    with staffed_desk.database.read() as session:
        assert session.exec(select(Application)).one().received_on == date(2026, 1, 31)
