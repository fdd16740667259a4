from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from made_up.letters import AT, new_letter

from pact.application import State
from pact.errors import PactError
from secretariat.desk import Desk
from secretariat.drafts import (
    discard_draft,
    edit_draft,
    go_live,
    hold_letters,
    list_letters,
    send_draft,
    show_letter,
)
from secretariat.hand import Hand
from secretariat.send_mail import send_letter
from storage import journal
from storage.letters import LetterState, write_letter
from storage.switches import letters_are_live
from storage.tables import Application, FindingRow, Letter

CHAIR = Hand("carl@committee.example", "os-account", "asked to")

UNFIT_TEXTS = [
    ("", "text"),
    ("subject", " \n "),
    ("one\nBcc: victim@other.example", "text"),
    ("one\x00", "text"),
    ("one\u2028two", "text"),
    ("subject", "bell \x07"),
    ("s" * 201, "text"),
    ("subject", "t" * 20_001),
]


@pytest.fixture
def draft(staffed_desk: Desk) -> str:
    """Return the reference of a letter that waits, written while nobody had let letters go live."""
    return write(staffed_desk)


def write(desk: Desk, number: int = 1, **changes) -> str:
    with desk.database.write() as session:
        return f"L-{write_letter(session, new_letter(number, **changes), desk.settings, at=AT)}"


def row(desk: Desk, reference: str) -> Letter:
    with desk.database.read() as session:
        return session.get_one(Letter, int(reference[2:]))


def moves(desk: Desk, subject: str) -> list[tuple[str, str | None, str | None]]:
    with desk.database.read() as session:
        return [(line.move, line.actor, line.reason) for line in journal.history(session, subject)]


def test_what_waits_is_listed_with_its_reason(staffed_desk: Desk, draft: str):
    with staffed_desk.database.read() as session:
        [shown] = list_letters(session)

    assert (shown.reference, shown.state, shown.why, shown.application) == (
        draft,
        LetterState.DRAFT,
        "Letters do not leave by themselves yet: `cfit letters go-live` lets them.",
        None,
    )


def test_a_letter_is_shown_as_its_reader_will_see_it(staffed_desk: Desk, draft: str):
    with staffed_desk.database.read() as session:
        shown = show_letter(session, draft)

    assert (shown.to_address, shown.subject, shown.body) == (
        "sjoerd@zilverveen.example",
        "We have received your application (CFIT-2026-0001)",
        "Hello,\n\nThank you.\n",
    )


def test_a_person_sends_a_draft(staffed_desk: Desk, officer: Hand, draft: str):
    send_draft(staffed_desk, draft, officer)
    released = row(staffed_desk, draft)
    send_letter(staffed_desk, int(draft[2:]))

    assert (released.state, released.why, released.released_by) == (LetterState.READY, "", 1)
    assert row(staffed_desk, draft).state == LetterState.SENT
    assert moves(staffed_desk, draft) == [
        ("release_letter", "anna@secretariat.example (as os-account)", "looked at it"),
        ("send_letter", "worker", "It left at try 1."),
    ]


def test_a_letter_is_released_once(staffed_desk: Desk, officer: Hand, draft: str):
    send_draft(staffed_desk, draft, officer)

    with pytest.raises(
        PactError, match="is ready, and this needs a letter that is draft or bounced or failed"
    ):
        send_draft(staffed_desk, draft, officer)


def test_a_letter_released_by_a_person_does_not_use_up_the_hours_limit(staffed_desk: Desk, officer: Hand):
    go_live(staffed_desk, officer)
    first = [write(staffed_desk, number) for number in range(1, 31)]
    waiting = write(staffed_desk, 31)
    send_draft(staffed_desk, waiting, officer)
    discard_all(staffed_desk, first[:1])

    assert row(staffed_desk, write(staffed_desk, 32)).state == LetterState.READY


def discard_all(desk: Desk, references: list[str]) -> None:
    with desk.database.write() as session:
        for reference in references:
            letter = session.get_one(Letter, int(reference[2:]))
            letter.state = LetterState.DISCARDED.value
            session.add(letter)


def test_a_failed_letter_is_tried_once_more(staffed_desk: Desk, officer: Hand, draft: str):
    with staffed_desk.database.write() as session:
        letter = session.get_one(Letter, int(draft[2:]))
        letter.state, letter.attempts = LetterState.FAILED.value, 37
        session.add(letter)

    send_draft(staffed_desk, draft, officer)
    send_letter(staffed_desk, int(draft[2:]))

    assert row(staffed_desk, draft).state == LetterState.SENT


def test_sending_a_letter_that_asks_makes_the_applicant_the_one_awaited(staffed_desk: Desk, officer: Hand):
    application_id = an_application(staffed_desk, asks=True)
    draft = write(staffed_desk, application_id=application_id)

    send_draft(staffed_desk, draft, officer)

    assert state_of(staffed_desk, application_id) == State.WAITING_FOR_APPLICANT


def test_sending_a_letter_that_asks_nothing_leaves_the_application_alone(staffed_desk: Desk, officer: Hand):
    application_id = an_application(staffed_desk, asks=False)
    draft = write(staffed_desk, application_id=application_id)

    send_draft(staffed_desk, draft, officer)

    assert state_of(staffed_desk, application_id) == State.RECEIVED


def an_application(desk: Desk, *, asks: bool) -> int:
    application = Application(
        reference="CFIT-2026-0001",
        kind="participation",
        state=State.RECEIVED.value,
        received_at=AT,
        received_on=date(2026, 5, 12),
        decision_due=date(2026, 6, 12),
        applicant_address="sjoerd@zilverveen.example",
    )
    with desk.database.write() as session:
        session.add(application)
        session.flush()
        code = "missing_date" if asks else "sender_not_checked"
        session.add(
            FindingRow(application_id=application.id, code=code, severity="ask", seen="seen", found_at=AT)
        )
        assert application.id is not None
        return application.id


def state_of(desk: Desk, application_id: int) -> str:
    with desk.database.read() as session:
        return session.get_one(Application, application_id).state


def test_an_edited_draft_keeps_its_identity(staffed_desk: Desk, officer: Hand, draft: str):
    before = row(staffed_desk, draft)

    edit_draft(staffed_desk, draft, subject="Welcome!", body="Dear Sjoerd,\r\n\r\nHello.\r\n", hand=officer)

    after = row(staffed_desk, draft)
    assert (after.subject, after.body) == ("Welcome!", "Dear Sjoerd,\n\nHello.\n")
    assert (after.key, after.message_id, after.state) == (before.key, before.message_id, LetterState.DRAFT)
    assert [move for move, _, _ in moves(staffed_desk, draft)] == ["edit_letter"]


def test_a_text_that_cannot_stand_in_a_mail_is_refused(staffed_desk: Desk, officer: Hand, draft: str):
    for subject, body in UNFIT_TEXTS:
        with pytest.raises(PactError):
            edit_draft(staffed_desk, draft, subject=subject, body=body, hand=officer)

    assert row(staffed_desk, draft).body == "Hello,\n\nThank you.\n"


def test_a_discarded_letter_never_leaves(staffed_desk: Desk, officer: Hand, draft: str):
    discard_draft(staffed_desk, draft, officer)

    with pytest.raises(PactError):
        send_draft(staffed_desk, draft, officer)
    assert (row(staffed_desk, draft).state, row(staffed_desk, draft).why) == (
        LetterState.DISCARDED,
        "looked at it",
    )


def discard(desk: Desk, reference: str, hand: Hand) -> None:
    discard_draft(desk, reference, hand)


def edit(desk: Desk, reference: str, hand: Hand) -> None:
    edit_draft(desk, reference, subject="subject", body="text", hand=hand)


@pytest.mark.parametrize("verb", [send_draft, discard, edit])
def test_only_the_secretariat_handles_letters_and_says_why(
    staffed_desk: Desk, officer: Hand, draft: str, verb: Callable[[Desk, str, Hand], None]
):
    for hand in (CHAIR, replace(officer, person="nobody@else.example"), replace(officer, reason=" ")):
        with pytest.raises(PactError):
            verb(staffed_desk, draft, hand)

    assert row(staffed_desk, draft).state == LetterState.DRAFT
    assert moves(staffed_desk, draft) == []


def test_going_live_lets_later_letters_leave_and_holds_the_earlier(
    staffed_desk: Desk, officer: Hand, draft: str
):
    waiting = go_live(staffed_desk, officer)
    later = write(staffed_desk, 2)

    assert waiting == 1
    assert (row(staffed_desk, draft).state, row(staffed_desk, later).state) == (
        LetterState.DRAFT,
        LetterState.READY,
    )


def test_going_live_is_journalled_once(staffed_desk: Desk, officer: Hand):
    go_live(staffed_desk, officer)
    go_live(staffed_desk, officer)

    assert moves(staffed_desk, "switch:letters") == [
        ("switch", "anna@secretariat.example (as os-account)", "letters set to live: looked at it")
    ]


def test_letters_can_be_held_again_and_live_again(staffed_desk: Desk, officer: Hand):
    go_live(staffed_desk, officer)
    on_its_way = write(staffed_desk)

    leaving = hold_letters(staffed_desk, officer)
    held = write(staffed_desk, 2)
    go_live(staffed_desk, officer)

    assert leaving == 1
    assert (row(staffed_desk, on_its_way).state, row(staffed_desk, held).state) == (
        LetterState.READY,
        LetterState.DRAFT,
    )
    assert row(staffed_desk, write(staffed_desk, 3)).state == LetterState.READY
    assert [reason for _, _, reason in moves(staffed_desk, "switch:letters")] == [
        "letters set to live: looked at it",
        "letters set to hold: looked at it",
        "letters set to live: looked at it",
    ]


def test_letters_that_are_held_are_not_held_again(staffed_desk: Desk, officer: Hand):
    with pytest.raises(PactError, match="held already"):
        hold_letters(staffed_desk, officer)


def test_only_the_secretariat_lets_letters_go_live(staffed_desk: Desk):
    with pytest.raises(PactError):
        go_live(staffed_desk, CHAIR)
    with pytest.raises(PactError):
        hold_letters(staffed_desk, CHAIR)

    with staffed_desk.database.read() as session:
        assert not letters_are_live(session)
