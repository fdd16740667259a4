import threading
from datetime import timedelta

import pytest
from made_up.letters import APPLICANT, AT, new_letter

from storage.database import Database
from storage.letters import LetterState, write_letter
from storage.sending import LEASE, claim_letter, due_letters, give_up, mark_failed, mark_sent
from storage.settings import Settings
from storage.switches import LETTERS, LIVE, set_switch
from storage.tables import Letter

OURS = "cfit@localhost"


@pytest.fixture
def ready(database: Database, settings: Settings) -> int:
    """Return the number of a letter that may leave."""
    with database.write() as session:
        set_switch(session, LETTERS, LIVE, by="anna@pact.example", reason="tried", at=AT)
        return write_letter(session, new_letter(), settings, at=AT)


def claim(database: Database, letter_id: int, at=AT):
    with database.write() as session:
        return claim_letter(session, letter_id, at=at)


def row(database: Database, letter_id: int) -> Letter:
    with database.read() as session:
        return session.get_one(Letter, letter_id)


def due(database: Database, at=AT) -> list[tuple[int, int]]:
    with database.read() as session:
        return due_letters(session, at)


def test_a_ready_letter_is_due_for_its_first_try(database: Database, ready: int):
    assert due(database) == [(ready, 1)]


def test_a_draft_is_never_due_nor_claimed(database: Database, settings: Settings):
    with database.write() as session:
        draft = write_letter(session, new_letter(automatic=False), settings, at=AT)

    assert due(database, AT + timedelta(days=365)) == []
    assert claim(database, draft) is None


def test_a_claimed_letter_comes_whole(database: Database, ready: int):
    letter = claim(database, ready)

    assert letter is not None
    assert (letter.letter_id, letter.to_address, letter.subject, letter.body, letter.attempt) == (
        ready,
        APPLICANT,
        "We have received your application (CFIT-2026-0001)",
        "Hello,\n\nThank you.\n",
        1,
    )
    assert (letter.headers, letter.message_id) == (
        row(database, ready).headers,
        row(database, ready).message_id,
    )


def test_one_of_many_claims_it(database: Database, ready: int):
    together, claimed = threading.Barrier(8), []

    def begin() -> None:
        together.wait()
        claimed.append(claim(database, ready))

    threads = [threading.Thread(target=begin) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len([letter for letter in claimed if letter is not None]) == 1


def test_a_dead_senders_letter_is_due_again_when_its_lease_ends(database: Database, ready: int):
    claim(database, ready)

    assert due(database, AT + LEASE - timedelta(seconds=1)) == []
    assert due(database, AT + LEASE) == [(ready, 2)]
    assert claim(database, ready, AT + LEASE) is not None


def test_a_sent_letter_is_sent_and_its_token_gone(database: Database, ready: int):
    letter = claim(database, ready)
    assert letter is not None

    with database.write() as session:
        first = mark_sent(session, letter, plain_reply_to=OURS, at=AT)
        again = mark_sent(session, letter, plain_reply_to=OURS, at=AT + timedelta(hours=1))

    sent = row(database, ready)
    assert (first, again) == (True, False)
    assert (sent.state, sent.sent_at, sent.next_try_at, sent.why) == (LetterState.SENT, AT, None, "")
    assert sent.headers["Reply-To"] == OURS
    assert due(database, AT + timedelta(days=365)) == []


def test_a_letter_not_taken_now_is_due_again_at_its_time(database: Database, ready: int):
    letter = claim(database, ready)
    assert letter is not None

    with database.write() as session:
        mark_failed(session, letter, "451 later", next_try_at=AT + timedelta(minutes=5))

    assert (row(database, ready).state, row(database, ready).why) == (LetterState.READY, "451 later")
    assert due(database, AT + timedelta(minutes=4)) == []
    assert due(database, AT + timedelta(minutes=5)) == [(ready, 2)]


def test_a_letter_refused_for_good_is_tried_no_more(database: Database, ready: int):
    letter = claim(database, ready)
    assert letter is not None

    with database.write() as session:
        mark_failed(session, letter, "550 no such user", next_try_at=None)

    assert (row(database, ready).state, row(database, ready).why) == (LetterState.FAILED, "550 no such user")
    assert due(database, AT + timedelta(days=365)) == []


def test_a_sender_past_its_lease_cannot_fail_what_another_sends(database: Database, ready: int):
    slow = claim(database, ready)
    claim(database, ready, AT + LEASE)
    assert slow is not None

    with database.write() as session:
        assert mark_failed(session, slow, "too late", next_try_at=None) is False

    assert row(database, ready).state == LetterState.SENDING


def test_a_sender_past_its_lease_may_still_say_that_it_left(database: Database, ready: int):
    slow = claim(database, ready)
    quick = claim(database, ready, AT + LEASE)
    assert slow is not None
    assert quick is not None

    with database.write() as session:
        assert mark_sent(session, slow, plain_reply_to=OURS, at=AT) is True
        assert mark_failed(session, quick, "later", next_try_at=AT) is False

    assert row(database, ready).state == LetterState.SENT


def test_giving_up_does_not_touch_a_letter_that_left(database: Database, ready: int):
    letter = claim(database, ready)
    assert letter is not None

    with database.write() as session:
        mark_sent(session, letter, plain_reply_to=OURS, at=AT)
        assert give_up(session, ready, "it broke") is False

    assert row(database, ready).state == LetterState.SENT


def test_giving_up_shows_the_letter_as_failed(database: Database, ready: int):
    claim(database, ready)

    with database.write() as session:
        assert give_up(session, ready, "it broke") is True

    assert (row(database, ready).state, row(database, ready).why) == (LetterState.FAILED, "it broke")


def test_giving_up_counts_as_a_try_so_that_the_next_has_a_number_of_its_own(database: Database, ready: int):
    with database.write() as session:
        give_up(session, ready, "it broke")

    assert row(database, ready).attempts == 1
