"""Out of the holding pen: register, join, answer, discard; each by a person, with a reason."""

from datetime import date

import pytest
from made_up.cases import RECEIVED_AT, MadeMail, pact_copy, take_in
from sqlmodel import select

from pact.application import ApplicationKind
from pact.documents import DocumentAsRead, ParticipationType, Remark
from pact.errors import PactError
from secretariat.desk import Desk
from secretariat.hand import Hand
from secretariat.held import list_held
from secretariat.release import (
    GivenByHand,
    answer_held,
    discard_held,
    join_held,
    register_held,
)
from storage import journal
from storage.applications import fields_of
from storage.tables import Application, ApplicationMail, Letter, Mail

PHOTO = DocumentAsRead(remarks=(Remark("no_text_layer", "page 1"),), pages=1)
READ_BY_EYE = GivenByHand(
    kind=ApplicationKind.PARTICIPATION,
    organisation="Town of Ashmere",
    name="Petra Oak",
    title="Head of Procurement",
    participation_type=ParticipationType.PROCURING,
    signed_on=date(2026, 1, 20),
)


def pen(desk: Desk) -> list[str]:
    with desk.database.read() as session:
        return [mail.reference for mail in list_held(session, desk)]


def test_the_clock_runs_in_the_holding_pen_too(staffed_desk: Desk) -> None:
    take_in(staffed_desk, MadeMail((PHOTO,)))

    with staffed_desk.database.read() as session:
        (mail,) = list_held(session, staffed_desk)
    assert (mail.received_on, mail.decision_due) == (date(2026, 1, 31), date(2026, 2, 28))


def test_a_paper_read_by_eye_is_registered_with_its_receipt_and_values_of_a_person(
    staffed_desk: Desk, officer: Hand
) -> None:
    take_in(staffed_desk, MadeMail((PHOTO,)))

    reference = register_held(staffed_desk, "M-1", READ_BY_EYE, officer)

    with staffed_desk.database.read() as session:
        application = session.exec(select(Application)).one()
        fields = {row.name: (row.value, row.method) for row in fields_of(session, application)}
        letter = session.exec(select(Letter)).one()
    assert (reference, application.received_at) == ("CFIT-2026-0001", RECEIVED_AT)
    assert fields["organisation"] == ("Town of Ashmere", "person")
    assert fields["date"] == ("2026-01-20", "person")
    assert letter.kind == "acknowledgement"
    assert pen(staffed_desk) == []


def test_nothing_is_registered_by_hand_without_saying_what_it_is(staffed_desk: Desk, officer: Hand) -> None:
    take_in(staffed_desk, MadeMail((PHOTO,)))

    with pytest.raises(PactError, match="--organisation"):
        register_held(staffed_desk, "M-1", GivenByHand(), officer)

    assert pen(staffed_desk) == ["M-1"]


def test_joining_lets_the_mail_and_its_papers_belong_to_the_application(
    staffed_desk: Desk, officer: Hand
) -> None:
    take_in(staffed_desk, MadeMail((pact_copy(),)))
    take_in(staffed_desk, MadeMail((PHOTO,)))

    join_held(staffed_desk, "M-2", "CFIT-2026-0001", officer)

    with staffed_desk.database.read() as session:
        links = session.exec(select(ApplicationMail).order_by(ApplicationMail.mail_id)).all()  # type: ignore[arg-type]
        kinds = session.exec(select(Letter.kind).order_by(Letter.id)).all()  # type: ignore[arg-type]
    assert [(link.mail_id, link.part_played) for link in links] == [(1, "opened"), (2, "joined")]
    assert kinds == ["acknowledgement", "joined"]


def test_an_answer_is_a_draft_until_a_person_sends_it(staffed_desk: Desk, officer: Hand) -> None:
    take_in(staffed_desk, MadeMail(text="May a hospital sign?"))

    answer_held(staffed_desk, "M-1", "Yes, as a procuring organisation.", officer)

    with staffed_desk.database.read() as session:
        letter = session.exec(select(Letter)).one()
    assert (letter.kind, letter.state, letter.automatic) == ("answer", "draft", False)
    assert pen(staffed_desk) == []


def test_what_is_discarded_stays_stored_with_the_reason(staffed_desk: Desk, officer: Hand) -> None:
    take_in(staffed_desk, MadeMail(text="Cheap laptops!"))

    discard_held(staffed_desk, "M-1", officer)

    with staffed_desk.database.read() as session:
        row = session.exec(select(Mail)).one()
        lines = journal.history(session, "M-1")
    assert (row.state, staffed_desk.originals.has(row.sha256)) == ("discarded", True)
    assert [(line.move, line.reason) for line in lines][-1] == ("discard", "looked at it")


def test_a_mail_leaves_the_pen_once(staffed_desk: Desk, officer: Hand) -> None:
    take_in(staffed_desk, MadeMail(text="Cheap laptops!"))
    discard_held(staffed_desk, "M-1", officer)

    with pytest.raises(PactError, match="not in the holding pen"):
        register_held(staffed_desk, "M-1", READ_BY_EYE, officer)


@pytest.mark.parametrize("person", ["carl@committee.example", "stranger@elsewhere.example"])
def test_only_the_secretariat_empties_the_pen(staffed_desk: Desk, person: str) -> None:
    take_in(staffed_desk, MadeMail(text="Cheap laptops!"))

    with pytest.raises(PactError):
        discard_held(staffed_desk, "M-1", Hand(person, "os", "no"))

    assert pen(staffed_desk) == ["M-1"]
