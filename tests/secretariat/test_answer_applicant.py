"""Asking how a case stands: answered by itself only to who proves to be of the case."""

from dataclasses import replace

import pytest
from made_up.cases import MadeMail, pact_copy, support_letter, take_in
from made_up.replies import answer, asked, letter, letters, suggested

from intake.sender.verdict import Verdict
from pact.application import State
from pact.documents import DocumentKind
from secretariat.desk import Desk
from secretariat.drafts import write_in_language
from secretariat.hand import Hand
from storage.tables import Application

# The rules are one over both databases; tests/journeys/test_conversations.py goes through them on each.
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

APPLICANT = "marijke@lindenhove.example"


@pytest.mark.parametrize("text", ["STATUS", "Status?", "Is there any news about our application?"])
def test_who_proves_to_be_of_the_case_is_told_how_it_stands(desk: Desk, text: str):
    row = answer(asked(desk), text)

    told = letter(desk, 2)
    body = " ".join(told.body.split())
    assert (row.outcome, row.state, letters(desk)[1:]) == ("status", "done", [("status", "ready")])
    assert "You asked how your application CFIT-2026-0001 stands. We have looked through it" in body
    assert "We are waiting for your answer now." in body
    assert "1. Please tell us the date on which it was signed." in body
    assert "one month later is 28 February 2026, as February has no day 31 (Pact 6.4.2)." in body


def test_who_asks_in_dutch_is_answered_in_dutch(desk: Desk):
    answer(
        asked(desk),
        "Geachte mevrouw, is er al nieuws over onze aanmelding?\n\nMet vriendelijke groet,\nMarijke",
    )

    told = letter(desk, 2)
    assert (told.language, told.subject) == ("nl", "Hoe het staat met uw aanmelding (CFIT-2026-0001)")
    assert "U vroeg hoe het staat met uw aanmelding CFIT-2026-0001." in " ".join(told.body.split())


def test_the_second_question_of_a_day_waits_for_a_person(desk: Desk):
    answer(asked(desk), "STATUS")

    for _ in range(3):
        answer(desk, "STATUS")

    # Asking more often makes no more drafts.
    assert letters(desk)[1:] == [("status", "ready"), ("status", "draft")]


@pytest.mark.parametrize(
    ("sender", "verdict"), [("stranger@elsewhere.example", Verdict.PASS), (APPLICANT, Verdict.NONE)]
)
def test_a_token_without_proof_gets_a_draft_that_says_who_asks(desk: Desk, sender: str, verdict: Verdict):
    row = answer(asked(desk), "STATUS", sender=sender, verdict=verdict)

    draft = letter(desk, 2)
    assert (row.outcome, row.state, draft.state) == ("status", "held", "draft")
    assert draft.why.startswith(f"See who asks before this leaves: {sender}. A reply, with the token of one")


def test_without_token_the_one_open_case_of_an_authenticated_address_gets_a_draft(desk: Desk):
    asked(desk)

    row = take_in(desk, MadeMail(text="STATUS", sender=APPLICANT, verdict=Verdict.PASS))

    assert (row.outcome, row.state, letters(desk)[1:]) == ("status", "held", [("status", "draft")])


def test_without_token_nobody_else_is_drafted_an_answer(desk: Desk):
    asked(desk)

    rows = [
        take_in(desk, MadeMail(text="STATUS", sender=APPLICANT, verdict=Verdict.NONE)),
        take_in(desk, MadeMail(text="STATUS", sender="kim@lindenhove.example", verdict=Verdict.PASS)),
        take_in(desk, MadeMail(text="STATUS", sender=APPLICANT, verdict=Verdict.FAIL)),
    ]

    assert [row.outcome for row in rows] == ["status", "status", "held"]
    assert letters(desk) == [("acknowledgement", "ready")]


def test_with_two_open_cases_no_answer_is_drafted(desk: Desk):
    asked(desk)
    take_in(desk, MadeMail((support_letter(),), verdict=Verdict.PASS))

    take_in(desk, MadeMail(text="STATUS", sender=APPLICANT, verdict=Verdict.PASS))

    assert [kind for kind, _ in letters(desk)] == ["acknowledgement", "acknowledgement"]


def test_a_decision_is_not_told_by_an_answer_but_by_its_letter(desk: Desk):
    asked(desk)
    with desk.database.write() as session:
        session.get_one(Application, 1).state = State.DECLINED.value

    answer(desk, "STATUS")

    assert letters(desk)[1:] == [("status", "draft")]


def test_a_case_that_is_held_is_told_by_a_person(desk: Desk):
    asked(desk)
    with desk.database.write() as session:
        session.get_one(Application, 1).state = State.HELD.value

    answer(desk, "STATUS")

    assert letters(desk)[1:] == [("status", "draft")]


def test_one_who_leaves_without_a_token_is_proposed_on_the_one_case(desk: Desk):
    asked(desk)

    row = take_in(desk, MadeMail(text="We withdraw our application.", sender=APPLICANT))

    assert (row.outcome, row.state, suggested(desk)) == ("withdrawal", "held", ["withdrawal"])


def test_a_question_and_a_report_are_found_by_their_outcome(desk: Desk):
    question = take_in(desk, MadeMail(text="Which criteria apply to laptops?"))
    report = take_in(
        desk,
        MadeMail(
            (replace(pact_copy(), kind=DocumentKind.ANNUAL_REPORT, signatories=()),),
            text="Please find our annual report attached.",
        ),
    )

    assert (question.outcome, question.state) == ("question", "held")
    assert (report.outcome, report.state) == ("report", "held")


def test_a_draft_is_written_again_in_another_language(staffed_desk: Desk, officer: Hand):
    asked(staffed_desk)
    take_in(staffed_desk, MadeMail(text="STATUS", sender=APPLICANT, verdict=Verdict.PASS))

    write_in_language(staffed_desk, "L-2", "fr", officer)

    assert letter(staffed_desk, 2).subject == "Où en est votre demande (CFIT-2026-0001)"
