"""Letters that really leave: over SMTP to a server on loopback, or as files."""

import email
import email.policy
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from made_up.letters import APPLICANT, AT, new_letter
from made_up.smtp_sink import LOST, SmtpSink, smtp_sink

from secretariat.desk import Desk
from secretariat.letter_message import message_bytes
from secretariat.outbox import put_into_outbox
from secretariat.send_mail import OUTBOX_LEASE, TRIES, due_sendings, give_up_sending, send_letter, wait_after
from storage import journal
from storage.database import Database
from storage.letters import LetterState, NewLetter, write_letter
from storage.originals import open_originals
from storage.sending import LEASE, claim_letter
from storage.settings import load_settings
from storage.switches import LETTERS, LIVE, set_switch
from storage.tables import Letter


@dataclass
class Clock:
    """A clock that stands until a test moves it."""

    now: datetime = AT

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Post:
    """A desk whose letters leave by ``smtp_url``, with its clock."""

    desk: Desk
    clock: Clock

    def write(self, letter: NewLetter | None = None) -> int:
        with self.desk.database.write() as session:
            return write_letter(session, letter or new_letter(), self.desk.settings, at=self.clock())

    def row(self, letter_id: int) -> Letter:
        with self.desk.database.read() as session:
            return session.get_one(Letter, letter_id)

    def due(self) -> list[tuple[str, int]]:
        with self.desk.database.read() as session:
            return due_sendings(session, self.clock())

    def moves(self, letter_id: int) -> list[tuple[str, str | None]]:
        with self.desk.database.read() as session:
            return [(line.move, line.reason) for line in journal.history(session, f"L-{letter_id}")]

    def outbox(self) -> list[Path]:
        return sorted((self.desk.settings.home / "outbox").iterdir())


PostBy = Callable[[str], Post]


@pytest.fixture
def sink() -> Iterator[SmtpSink]:
    """Yield a mail server on loopback."""
    with smtp_sink() as running:
        yield running


@pytest.fixture
def post_by(database: Database, database_url: str, home: Path) -> PostBy:
    """Return a function that makes a desk, letters live, whose letters leave by an address."""

    def make(smtp_url: str) -> Post:
        settings = load_settings(
            home=home, database_url=database_url, smtp_url=smtp_url, addresses="cfit@pact.example"
        )
        clock = Clock()
        desk = Desk(settings, database, open_originals(settings), now=clock)
        with database.write() as session:
            set_switch(session, LETTERS, LIVE, by="anna@pact.example", at=AT)
        return Post(desk, clock)

    return make


@pytest.fixture
def post(post_by: PostBy, sink: SmtpSink) -> Post:
    """Return a desk whose letters leave to the sink."""
    return post_by(f"smtp://127.0.0.1:{sink.port}")


def parsed(data: bytes) -> EmailMessage:
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_letter_arrives_as_it_was_written(post: Post, sink: SmtpSink):
    letter_id = post.write()
    written = post.row(letter_id)

    send_letter(post.desk, letter_id)

    [taken] = sink.taken
    message = parsed(taken.data)
    assert (taken.sender, taken.recipients) == ("cfit@pact.example", [APPLICANT])
    assert dict(message.items()) == {
        "From": "The Secretariat of the Circular & Fair ICT Pact <cfit@pact.example>",
        "To": APPLICANT,
        "Subject": "We have received your application (CFIT-2026-0001)",
        "Date": "Tue, 12 May 2026 09:30:00 +0000",
        "Message-ID": written.message_id,
        "Reply-To": written.headers["Reply-To"],
        "In-Reply-To": "<mail-1@zilverveen.example>",
        "References": "<mail-1@zilverveen.example>",
        "Auto-Submitted": "auto-replied",
        "X-Auto-Response-Suppress": "All",
        "Content-Type": 'text/plain; charset="utf-8"',
        "Content-Transfer-Encoding": "7bit",
        "MIME-Version": "1.0",
    }
    assert message.get_content() == "Hello,\r\n\r\nThank you.\r\n"


def test_a_letter_that_left_is_sent_and_journalled_once(post: Post, sink: SmtpSink):
    letter_id = post.write()

    for _ in range(3):
        send_letter(post.desk, letter_id)

    row = post.row(letter_id)
    assert len(sink.taken) == 1
    assert (row.state, row.sent_at, row.headers["Reply-To"]) == (LetterState.SENT, AT, "cfit@pact.example")
    assert post.moves(letter_id) == [("send_letter", "It left at try 1.")]
    assert post.due() == []


def test_two_workers_send_one_letter_once(post: Post, sink: SmtpSink):
    letter_id = post.write()
    threads = [threading.Thread(target=send_letter, args=(post.desk, letter_id)) for _ in range(4)]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(sink.taken) == 1


def test_a_draft_does_not_leave(post: Post, sink: SmtpSink):
    letter_id = post.write(new_letter(automatic=False))

    send_letter(post.desk, letter_id)

    assert (sink.taken, post.row(letter_id).state) == ([], LetterState.DRAFT)


def test_names_and_subjects_of_all_languages_arrive(post: Post, sink: SmtpSink):
    subject = "Ærøvig Kommune – Община Ясенов дол " * 4
    letter_id = post.write(new_letter(subject=subject.strip(), body="Kære Søren Kjærbye,\n\nΌλγα\n"))

    send_letter(post.desk, letter_id)

    message = parsed(sink.taken[0].data)
    assert (message["Subject"], message.get_content()) == (
        subject.strip(),
        "Kære Søren Kjærbye,\r\n\r\nΌλγα\r\n",
    )
    assert sink.taken[0].data.isascii()


def test_a_long_thread_arrives_with_its_message_ids_whole(post: Post, sink: SmtpSink):
    thread = tuple(f"<{number}-{'x' * 150}@zilverveen.example>" for number in range(4))
    letter_id = post.write(new_letter(references=thread))

    send_letter(post.desk, letter_id)

    expected = " ".join((*thread, "<mail-1@zilverveen.example>"))
    assert f"References: {expected}\r\n".encode() in sink.taken[0].data


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


def test_a_server_that_is_away_is_tried_again(post_by: PostBy):
    with smtp_sink() as gone:
        url = f"smtp://127.0.0.1:{gone.port}"
    post = post_by(url)
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


def test_a_user_and_a_password_are_given_to_the_server(post_by: PostBy):
    with smtp_sink(password="k@se:1") as sink:
        post = post_by(f"smtp://secretariat:k%40se%3A1@127.0.0.1:{sink.port}")
        letter_id = post.write()

        send_letter(post.desk, letter_id)

    assert (post.row(letter_id).state, len(sink.taken)) == (LetterState.SENT, 1)


def test_a_wrong_password_is_a_setting_to_mend(post_by: PostBy):
    with smtp_sink(password="right") as sink:
        post = post_by(f"smtp://secretariat:wrong@127.0.0.1:{sink.port}")
        letter_id = post.write()

        send_letter(post.desk, letter_id)

    row = post.row(letter_id)
    assert (row.state, sink.taken) == (LetterState.READY, [])
    assert row.why.startswith("The mail server did not let us send: 535 ")
    assert "wrong" not in row.why


def test_an_address_with_letters_of_its_own_language_is_written_to(post: Post, sink: SmtpSink):
    letter_id = post.write(new_letter(to_address="jörg@großmühlenau.example"))

    send_letter(post.desk, letter_id)

    assert post.row(letter_id).why == ""
    [taken] = sink.taken
    assert taken.recipients == ["jörg@xn--gromhlenau-73a36a.example"]
    assert "SMTPUTF8" in [option.upper() for option in taken.options]


def test_a_letter_that_cannot_be_put_into_a_mail_fails_and_says_why(post: Post, sink: SmtpSink):
    letter_id = post.write(new_letter(subject="one\r\nBcc: victim@other.example"))

    send_letter(post.desk, letter_id)

    row = post.row(letter_id)
    assert (row.state, row.why, sink.taken) == (
        LetterState.FAILED,
        "It cannot be put into a mail as it stands: the header Subject would hold a control character.",
        [],
    )


def test_the_outbox_holds_the_whole_message(post_by: PostBy):
    post = post_by("outbox:")
    letter_id = post.write()

    send_letter(post.desk, letter_id)

    [path] = post.outbox()
    message = parsed(path.read_bytes())
    assert path.name.startswith(f"L-{letter_id}-")
    assert path.stat().st_mode & 0o777 == 0o600
    assert (message["To"], message["Message-ID"]) == (APPLICANT, post.row(letter_id).message_id)
    assert post.row(letter_id).state == LetterState.SENT


def test_a_crash_between_writing_and_marking_leaves_one_file(post_by: PostBy):
    post = post_by("outbox:")
    letter_id = post.write()
    with post.desk.database.write() as session:
        letter = claim_letter(session, letter_id, at=AT, lease=OUTBOX_LEASE)
    assert letter is not None
    data = message_bytes(letter, from_name="Old name", from_address="cfit@pact.example", at=AT)
    put_into_outbox(post.desk.settings.home / "outbox", letter, data)

    send_letter(post.desk, letter_id)
    while_another_has_it = post.row(letter_id).state
    post.clock.now += OUTBOX_LEASE
    send_letter(post.desk, letter_id)

    assert while_another_has_it == LetterState.SENDING
    assert (len(post.outbox()), post.row(letter_id).state) == (1, LetterState.SENT)


def test_a_letter_whose_sender_dies_each_time_is_given_up(post: Post, sink: SmtpSink):
    letter_id = post.write()
    for _ in range(TRIES):
        with post.desk.database.write() as session:
            claim_letter(session, letter_id, at=post.clock())
        post.clock.now += LEASE

    send_letter(post.desk, letter_id)

    assert (post.row(letter_id).state, sink.taken) == (LetterState.FAILED, [])


def test_an_outbox_that_cannot_be_written_to_is_tried_again(post_by: PostBy):
    post = post_by("outbox:")
    (post.desk.settings.home / "outbox").write_text("a file where the folder should be")
    letter_id = post.write()

    send_letter(post.desk, letter_id)

    row = post.row(letter_id)
    assert (row.state, row.next_try_at) == (LetterState.READY, AT + timedelta(minutes=1))


def test_giving_up_says_so_once(post: Post):
    letter_id = post.write()

    give_up_sending(post.desk, letter_id, "ValueError")
    give_up_sending(post.desk, letter_id, "ValueError")

    row = post.row(letter_id)
    assert (row.state, row.why) == (LetterState.FAILED, "Sending it failed on our side. ValueError")
    assert post.moves(letter_id) == [("fail_letter", "Sending it failed on our side. ValueError")]


def test_the_password_shows_nowhere(post_by: PostBy):
    post = post_by("smtp://secretariat:hunter2@127.0.0.1:1")
    letter_id = post.write()

    send_letter(post.desk, letter_id)

    assert "hunter2" not in repr(post.desk.settings) + post.row(letter_id).why
    assert "hunter2" not in repr(replace(post.desk))
