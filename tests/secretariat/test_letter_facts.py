"""A draft is written again in another language from what it was written from."""

from dataclasses import replace
from datetime import date

import pytest
from made_up.letters import AT, new_letter
from made_up.readings import ZILVERVEEN, signed_pact

from pact.application import ApplicationKind, Move, State
from pact.errors import PactError
from secretariat.desk import Desk
from secretariat.drafts import edit_draft, show_letter, write_in_language
from secretariat.hand import Hand
from secretariat.letter_facts import LetterFacts, kept_facts, written_again
from secretariat.letter_texts import (
    Acknowledgement,
    Answer,
    DecisionTold,
    JoinedDocument,
    LetterFoot,
    acknowledgement_text,
)
from secretariat.send_mail import send_letter
from secretariat.what_was_read import Request, what_was_read
from storage import journal
from storage.letters import LetterKind, write_letter
from storage.tables import Application, Letter

FOOT = LetterFoot("", "cfit@pact.example", "")
DAY = date(2026, 5, 12)
ASKED = Acknowledgement(
    reference="CFIT-2026-0001",
    kind=ApplicationKind.PARTICIPATION,
    applicant_name="Sjoerd 't Hoen",
    received_on=DAY,
    decision_due=date(2026, 6, 12),
    read=what_was_read([("pact.pdf", signed_pact(ZILVERVEEN))]),
    requests=(
        Request("missing_date", "Please tell us the date on which it was signed."),
        Request("of_tomorrow", "Please."),
    ),
    foot=FOOT,
)
ALL_KINDS = [
    (LetterKind.ACKNOWLEDGEMENT, ASKED),
    (LetterKind.JOINED, JoinedDocument("M-1", "Ada", DAY, ASKED.read, FOOT)),
    (LetterKind.ANSWER, Answer("M-1", "Ada", "Yes.", FOOT)),
    (
        LetterKind.DECISION,
        DecisionTold("CFIT-2026-0001", ApplicationKind.SUPPORT, Move.DECLINE, "Ada", "Zilverveen", DAY, FOOT),
    ),
]


def draft_of(desk: Desk, application_id: int | None = None) -> str:
    text = acknowledgement_text(ASKED)
    letter = new_letter(
        subject=text.subject,
        body=text.body,
        application_id=application_id,
        facts=kept_facts(LetterKind.ACKNOWLEDGEMENT, ASKED),
    )
    with desk.database.write() as session:
        return f"L-{write_letter(session, letter, desk.settings, at=AT)}"


def row(desk: Desk, reference: str) -> Letter:
    with desk.database.read() as session:
        return session.get_one(Letter, int(reference[2:]))


@pytest.mark.parametrize(("kind", "facts"), ALL_KINDS)
def test_every_kind_of_letter_can_be_written_again(kind: LetterKind, facts: LetterFacts):
    kept = kept_facts(kind, facts)

    english, dutch = written_again(kind, kept, "en"), written_again(kind, kept, "nl")

    assert english.body != dutch.body
    assert "Met vriendelijke groet," in dutch.body.splitlines()


def test_a_draft_in_another_language_says_the_same_and_stays_the_same_letter(
    staffed_desk: Desk, officer: Hand
):
    reference = draft_of(staffed_desk)
    before = row(staffed_desk, reference)

    write_in_language(staffed_desk, reference, "nl", officer)

    after, dutch = row(staffed_desk, reference), acknowledgement_text(ASKED, "nl")
    assert (after.subject, after.body, after.language) == (dutch.subject, dutch.body, "nl")
    assert (after.key, after.message_id, after.state) == (before.key, before.message_id, "draft")
    assert after.language_reason == "Dutch: anna@secretariat.example (as os-account) chose it."
    with staffed_desk.database.read() as session:
        assert [line.move for line in journal.history(session, reference)] == ["translate_letter"]


def test_the_later_letters_of_its_case_follow_it(staffed_desk: Desk, officer: Hand):
    application = Application(
        reference="CFIT-2026-0001",
        kind="participation",
        state=State.RECEIVED.value,
        received_at=AT,
        received_on=DAY,
        decision_due=date(2026, 6, 12),
    )
    with staffed_desk.database.write() as session:
        session.add(application)
        session.flush()
        number = application.id

    write_in_language(staffed_desk, draft_of(staffed_desk, number), "fr", officer)

    with staffed_desk.database.read() as session:
        assert session.get_one(Application, number).language == "fr"


def test_a_text_that_a_person_changed_is_never_written_over(staffed_desk: Desk, officer: Hand):
    reference = draft_of(staffed_desk)
    edit_draft(staffed_desk, reference, subject="Hello", body="My own words.", hand=officer)

    with pytest.raises(PactError, match="--body"):
        write_in_language(staffed_desk, reference, "nl", officer)

    assert row(staffed_desk, reference).body == "My own words.\n"


def test_a_language_without_letters_is_refused_with_those_there_are(staffed_desk: Desk, officer: Hand):
    with pytest.raises(PactError, match=r"'sv'.*nl \(Dutch\)"):
        write_in_language(staffed_desk, draft_of(staffed_desk), "sv", officer)


def test_only_the_secretariat_chooses_a_language(staffed_desk: Desk, officer: Hand):
    reference = draft_of(staffed_desk)

    with pytest.raises(PactError):
        write_in_language(staffed_desk, reference, "nl", replace(officer, person="carl@committee.example"))

    assert row(staffed_desk, reference).language == "en"


def test_facts_of_an_earlier_release_are_refused_with_a_sentence():
    with pytest.raises(PactError, match="earlier release"):
        written_again(LetterKind.ANSWER, {"text": "Yes."}, "nl")


def test_what_a_letter_was_written_from_is_forgotten_once_it_left(staffed_desk: Desk, officer: Hand):
    reference = draft_of(staffed_desk)
    with staffed_desk.database.write() as session:
        letter = session.get_one(Letter, int(reference[2:]))
        letter.state = "ready"
        session.add(letter)

    send_letter(staffed_desk, int(reference[2:]))

    assert (row(staffed_desk, reference).state, row(staffed_desk, reference).facts) == ("sent", {})
    with staffed_desk.database.read() as session:
        assert show_letter(session, reference).body == acknowledgement_text(ASKED).body
