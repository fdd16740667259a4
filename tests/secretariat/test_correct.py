"""Correcting by hand: the value, its reason, and the findings that fall away or come up."""

from dataclasses import replace
from datetime import date

import pytest
from made_up.cases import MadeMail, block, pact_copy, take_in, without_date
from sqlmodel import select

from pact.application import Move
from pact.committee import Decision
from pact.documents import Remark, SignatureKind
from pact.errors import PactError
from secretariat.correct import Correction, correct
from secretariat.decide import Order, decide
from secretariat.desk import Desk
from secretariat.hand import Hand
from storage import journal
from storage.applications import fields_of
from storage.tables import Application

REFERENCE = "CFIT-2026-0001"


def application(desk: Desk) -> Application:
    with desk.database.read() as session:
        return session.exec(select(Application)).one()


def approve(desk: Desk, reference: str, hand: Hand) -> None:
    decide(desk, Order(reference, Move.TO_COMMITTEE), hand)
    decision = Decision(Move.APPROVE, date(2026, 2, 1), votes="7 for")
    decide(desk, Order(reference, Move.APPROVE, decision), hand)


def test_a_date_given_by_hand_settles_what_was_asked_and_makes_the_application_ready(
    staffed_desk: Desk, officer: Hand
) -> None:
    take_in(staffed_desk, MadeMail((without_date(pact_copy()),)))

    standing = correct(staffed_desk, REFERENCE, Correction("date", "2026-01-20"), officer)

    with staffed_desk.database.read() as session:
        row = next(one for one in fields_of(session, application(staffed_desk)) if one.name == "date")
    assert [found.code for found in standing] == ["sender_not_checked"]
    assert (row.value, row.method, row.sure) == ("2026-01-20", "person", True)
    assert application(staffed_desk).state == "ready"


def test_a_doubt_of_the_reader_is_settled_by_a_person(staffed_desk: Desk, officer: Hand) -> None:
    read = replace(pact_copy(block(role=None)), remarks=(Remark("contradictory_marks", "two ticks"),))
    take_in(staffed_desk, MadeMail((read,)))

    standing = correct(staffed_desk, REFERENCE, Correction("participation_type", "procuring"), officer)

    assert [found.code for found in standing] == ["sender_not_checked"]
    assert application(staffed_desk).participation_type == "procuring"


def test_a_correction_may_raise_a_new_finding(staffed_desk: Desk, officer: Hand) -> None:
    take_in(staffed_desk, MadeMail((pact_copy(),)))

    standing = correct(staffed_desk, REFERENCE, Correction("date", "2026-03-01"), officer)

    assert {found.code for found in standing} == {"sender_not_checked", "date_in_future"}


def test_a_question_that_comes_up_takes_back_that_the_application_is_ready(
    staffed_desk: Desk, officer: Hand
) -> None:
    take_in(staffed_desk, MadeMail((pact_copy(),)))
    correct(staffed_desk, REFERENCE, Correction("date", "2026-03-01"), officer)
    reopened = application(staffed_desk).state

    correct(staffed_desk, REFERENCE, Correction("date", "2026-01-20"), officer)

    with staffed_desk.database.read() as session:
        moves = [line.move for line in journal.history(session, REFERENCE)]
    assert (reopened, application(staffed_desk).state) == ("received", "ready")
    assert moves == ["register", "mark_ready", "correct", "reopen", "correct", "mark_ready"]


def test_a_question_that_stood_already_takes_nothing_back(staffed_desk: Desk, officer: Hand) -> None:
    take_in(staffed_desk, MadeMail((without_date(pact_copy()),)))
    decide(staffed_desk, Order(REFERENCE, Move.MARK_READY), officer)

    correct(staffed_desk, REFERENCE, Correction("title", "Head of Purchasing"), officer)

    assert application(staffed_desk).state == "ready"


@pytest.mark.parametrize("written", ["2026-01-20", "20260120", "2026-W04-2"])
def test_a_day_is_kept_in_one_form_however_it_was_given(
    staffed_desk: Desk, officer: Hand, written: str
) -> None:
    take_in(staffed_desk, MadeMail((without_date(pact_copy()),)))

    correct(staffed_desk, REFERENCE, Correction("date", written), officer)

    with staffed_desk.database.read() as session:
        row = next(one for one in fields_of(session, application(staffed_desk)) if one.name == "date")
    assert row.value == "2026-01-20"


def test_the_name_of_an_applicant_or_participant_brings_up_what_the_register_knows(
    staffed_desk: Desk, officer: Hand
) -> None:
    take_in(staffed_desk, MadeMail((pact_copy(block("Town of Ashmere")),), sender="a@ashmere.example"))
    approve(staffed_desk, REFERENCE, officer)
    take_in(staffed_desk, MadeMail((pact_copy(block("Twn of Aschmer")),), sender="a@ashmere.example"))

    standing = correct(staffed_desk, "CFIT-2026-0002", Correction("organisation", "Town of Ashmere"), officer)

    assert {found.code for found in standing} == {
        "already_applied",
        "already_participant",
        "sender_not_checked",
    }


def test_a_corrected_name_is_compared_anew_with_those_it_resembles(staffed_desk: Desk, officer: Hand) -> None:
    take_in(staffed_desk, MadeMail((pact_copy(block("Stadt Müllenbach")),), sender="a@muellenbach.example"))
    take_in(staffed_desk, MadeMail((pact_copy(block("Town of Ashmere")),), sender="a@ashmere.example"))

    resembling = correct(
        staffed_desk, "CFIT-2026-0002", Correction("organisation", "Stadt Mühlenbach"), officer
    )
    settled = correct(staffed_desk, "CFIT-2026-0002", Correction("organisation", "Town of Ashmere"), officer)

    assert "resembles_another" in {found.code for found in resembling}
    assert "resembles_another" not in {found.code for found in settled}


def test_another_name_is_another_organisation_or_one_that_is_known(staffed_desk: Desk, officer: Hand) -> None:
    take_in(staffed_desk, MadeMail((pact_copy(),)))

    correct(staffed_desk, REFERENCE, Correction("organisation", "Town of Ashmere"), officer)
    assert application(staffed_desk).organisation_id == 2

    correct(staffed_desk, REFERENCE, Correction("organisation", "MUNICIPALITY OF LINDENHOVE"), officer)
    assert application(staffed_desk).organisation_id == 1


def test_what_was_corrected_by_whom_and_why_is_journalled(staffed_desk: Desk, officer: Hand) -> None:
    take_in(staffed_desk, MadeMail((without_date(pact_copy()),)))
    correct(staffed_desk, REFERENCE, Correction("date", "2026-01-20"), officer)

    with staffed_desk.database.read() as session:
        line = next(one for one in journal.history(session, REFERENCE) if one.move == "correct")
    assert line.actor == "anna@secretariat.example (as os-account)"
    assert line.reason == "date: not read -> 2026-01-20. looked at it"


def test_a_signature_that_a_person_saw_is_asked_for_no_more(staffed_desk: Desk, officer: Hand) -> None:
    take_in(staffed_desk, MadeMail((pact_copy(block(signature=SignatureKind.NONE)),)))

    standing = correct(staffed_desk, REFERENCE, Correction("signature", "drawn"), officer)

    assert [found.code for found in standing] == ["sender_not_checked"]
    assert application(staffed_desk).state == "ready"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("date", "14 June 2021"),
        ("participation_type", "observer"),
        ("colour", "green"),
        ("signature", "not_looked_at"),
        ("name", "  "),
    ],
)
def test_a_value_that_the_field_cannot_hold_is_refused(
    staffed_desk: Desk, officer: Hand, field: str, value: str
) -> None:
    take_in(staffed_desk, MadeMail((pact_copy(),)))

    with pytest.raises(PactError):
        correct(staffed_desk, REFERENCE, Correction(field, value), officer)


def test_only_the_secretariat_corrects(staffed_desk: Desk) -> None:
    take_in(staffed_desk, MadeMail((pact_copy(),)))

    with pytest.raises(PactError):
        correct(
            staffed_desk,
            REFERENCE,
            Correction("date", "2026-01-20"),
            Hand("carl@committee.example", "os", "no"),
        )
