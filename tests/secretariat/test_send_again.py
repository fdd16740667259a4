"""Letters that do not leave at the first try, and those that never will."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from made_up.letters import AT
from made_up.post import Post, parsed, post_by
from made_up.smtp_sink import LOST, SmtpSink, smtp_sink
from sqlmodel import Session

from pact.application import Role
from secretariat.desk import Desk
from secretariat.drafts import send_draft
from secretariat.hand import Hand
from secretariat.send_mail import TRIES, give_up_sending, send_letter, wait_after
from secretariat.worker import letter_job
from storage.database import Database
from storage.letters import LetterState
from storage.people import add_person
from storage.sending import LEASE, claim_letter
from storage.work import Worker, worker_lock


@pytest.fixture
def sink() -> Iterator[SmtpSink]:
    """Yield a mail server on loopback."""
    with smtp_sink() as running:
        yield running


class FailingDatabase(Database):
    """A database that is away the first ``fails`` times that somebody comes to write."""

    fails = 0

    @contextmanager
    def write(self) -> Iterator[Session]:
        self.fails -= 1
        if self.fails >= 0:
            raise OSError("away")
        with super().write() as session:
            yield session


def work(desk: Desk) -> None:
    """Let a worker send what is due, or give it up after three tries."""
    with worker_lock(desk.settings) as place:
        worker = Worker(desk.database, desk.settings, [letter_job(desk)], place, retry_after_s=(0.01, 0.01))
        worker.start()
        try:
            assert worker.run_until_idle(timeout_s=30)
        finally:
            worker.stop()


@pytest.fixture
def post(database: Database, home: Path, sink: SmtpSink) -> Post:
    """Return a desk whose letters leave to the sink."""
    return post_by(f"smtp://127.0.0.1:{sink.port}", database, home)


@pytest.mark.parametrize("command", ["RCPT", "DATA"])
def test_a_letter_refused_for_now_leaves_later(post: Post, sink: SmtpSink, command: str):
    sink.answers[command] = "451 4.7.1 come back later"
    letter_id = post.write()

    send_letter(post.desk, letter_id)
    waiting, due_at_once = post.row(letter_id), post.due()
    sink.answers.clear()
    post.clock.now += timedelta(minutes=1)
    due = post.due()
    send_letter(post.desk, letter_id)

    assert (waiting.state, waiting.next_try_at, due_at_once) == (
        LetterState.READY,
        AT + timedelta(minutes=1),
        [],
    )
    assert waiting.why.endswith("451 4.7.1 come back later")
    assert due == [(f"letter-{letter_id}-2", letter_id)]
    assert (post.row(letter_id).state, len(sink.taken)) == (LetterState.SENT, 1)


@pytest.mark.parametrize(
    ("command", "why"),
    [
        ("RCPT", "The mail server refused the recipient: 550 5.1.1 no such user"),
        ("DATA", "The mail server refused the letter: 550 5.1.1 no such user"),
    ],
)
def test_a_letter_refused_for_good_fails_with_the_servers_words(
    post: Post, sink: SmtpSink, command: str, why: str
):
    sink.answers[command] = "550 5.1.1 no such user"
    letter_id = post.write()

    send_letter(post.desk, letter_id)

    row = post.row(letter_id)
    assert (row.state, row.why, row.next_try_at) == (LetterState.FAILED, why, None)
    assert post.moves(letter_id) == [("fail_letter", why)]
    assert sink.taken == []


def test_a_refusal_of_our_own_address_is_a_setting_to_mend_and_no_fault_of_the_letter(
    post: Post, sink: SmtpSink
):
    sink.answers["MAIL"] = "553 5.7.1 sender not allowed"
    letter_id = post.write()

    send_letter(post.desk, letter_id)

    row = post.row(letter_id)
    assert (row.state, row.why) == (
        LetterState.READY,
        "The mail server did not let us send: 553 5.7.1 sender not allowed",
    )


@pytest.mark.parametrize("command", ["MAIL", "RCPT", "DATA"])
def test_a_connection_lost_midway_is_tried_again(post: Post, sink: SmtpSink, command: str):
    sink.answers[command] = LOST
    letter_id = post.write()

    send_letter(post.desk, letter_id)

    assert post.row(letter_id).state == LetterState.READY
    assert post.row(letter_id).next_try_at == AT + timedelta(minutes=1)


def test_a_letter_sent_twice_for_want_of_an_answer_is_the_same_mail(post: Post, sink: SmtpSink):
    sink.answers["DATA"], sink.keeps_before_it_is_lost = LOST, True
    letter_id = post.write()

    send_letter(post.desk, letter_id)
    sink.answers.clear()
    post.clock.now += timedelta(minutes=1)
    send_letter(post.desk, letter_id)

    first, second = (parsed(taken.data) for taken in sink.taken)
    assert first["Message-ID"] == second["Message-ID"]
    assert first["Reply-To"] == second["Reply-To"]


def test_a_server_that_is_away_is_tried_again(database: Database, home: Path):
    with smtp_sink() as gone:
        url = f"smtp://127.0.0.1:{gone.port}"
    post = post_by(url, database, home)
    letter_id = post.write()

    send_letter(post.desk, letter_id)

    row = post.row(letter_id)
    assert (row.state, row.next_try_at) == (LetterState.READY, AT + timedelta(minutes=1))
    assert row.why.startswith(f"The mail server 127.0.0.1:{gone.port} could not be used: ")


def test_trying_ends_five_days_after_the_first_try():
    waits = [wait_after(attempt) for attempt in range(1, TRIES + 1)]

    known = [wait for wait in waits if wait is not None]
    assert waits[-1] is None
    assert len(known) == TRIES - 1
    assert timedelta(days=5) <= sum(known, timedelta()) < timedelta(days=5, hours=4)
    assert known == sorted(known)


def test_after_the_last_try_the_letter_has_failed(post: Post, sink: SmtpSink):
    sink.answers["RCPT"] = "451 later"
    letter_id = post.write()

    for _ in range(TRIES):
        send_letter(post.desk, letter_id)
        post.clock.now += timedelta(hours=4)

    row = post.row(letter_id)
    assert (row.state, row.attempts) == (LetterState.FAILED, TRIES)
    assert post.due() == []


def test_a_wrong_password_is_a_setting_to_mend(database: Database, home: Path):
    with smtp_sink(password="right") as sink:
        post = post_by(f"smtp://secretariat:wrong@127.0.0.1:{sink.port}", database, home)
        letter_id = post.write()

        send_letter(post.desk, letter_id)

    row = post.row(letter_id)
    assert (row.state, sink.taken) == (LetterState.READY, [])
    assert row.why.startswith("The mail server did not let us send: 535 ")
    assert "wrong" not in row.why


def test_a_letter_whose_sender_dies_each_time_is_given_up(post: Post, sink: SmtpSink):
    letter_id = post.write()
    for _ in range(TRIES):
        with post.desk.database.write() as session:
            claim_letter(session, letter_id, at=post.clock())
        post.clock.now += LEASE

    send_letter(post.desk, letter_id)

    assert (post.row(letter_id).state, sink.taken) == (LetterState.FAILED, [])


def test_giving_up_says_so_once(post: Post):
    letter_id = post.write()

    give_up_sending(post.desk, letter_id, "ValueError")
    give_up_sending(post.desk, letter_id, "ValueError")

    row = post.row(letter_id)
    assert (row.state, row.why) == (LetterState.FAILED, "Sending it failed on our side. ValueError")
    assert post.moves(letter_id) == [("fail_letter", "Sending it failed on our side. ValueError")]


def test_a_letter_given_up_before_anybody_had_it_in_hand_leaves_when_a_person_sends_it(
    post: Post, sink: SmtpSink
):
    officer = Hand("anna@pact.example", "os", "the database is back")
    with post.desk.database.write() as session:
        add_person(session, address=officer.person, name="Anna", roles=[Role.SECRETARIAT], actor=None, at=AT)
    letter_id = post.write()
    failing = FailingDatabase(post.desk.database.engine)
    failing.fails = 3
    work(replace(post.desk, database=failing))
    given_up = post.row(letter_id)

    send_draft(post.desk, f"L-{letter_id}", officer)
    work(post.desk)

    assert given_up.state == LetterState.FAILED
    assert (post.row(letter_id).state, len(sink.taken)) == (LetterState.SENT, 1)
