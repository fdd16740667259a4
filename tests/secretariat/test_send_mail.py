"""Letters that leave by SMTP, to a server on loopback."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from made_up.letters import APPLICANT, AT, new_letter
from made_up.post import Post, parsed, post_by, text_of
from made_up.smtp_sink import SmtpSink, smtp_sink

from secretariat.send_mail import send_letter
from storage.database import Database
from storage.letters import LetterKind, LetterState
from storage.tables import Letter


@pytest.fixture
def sink() -> Iterator[SmtpSink]:
    """Yield a mail server on loopback."""
    with smtp_sink() as running:
        yield running


@pytest.fixture
def post(database: Database, home: Path, sink: SmtpSink) -> Post:
    """Return a desk whose letters leave to the sink."""
    return post_by(f"smtp://127.0.0.1:{sink.port}", database, home)


def test_a_letter_arrives_as_it_was_written(post: Post, sink: SmtpSink):
    letter_id = post.write()
    written = post.row(letter_id)

    send_letter(post.desk, letter_id)

    [taken] = sink.taken
    message = parsed(taken.data)
    assert (taken.sender, taken.recipients) == (written.envelope_from, [APPLICANT])
    assert {name: value for name, value in message.items() if name != "Content-Type"} == {
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
        "MIME-Version": "1.0",
    }
    assert text_of(message) == "Hello,\r\n\r\nThank you.\r\n"


def test_what_a_machine_answers_about_no_case_leaves_with_the_null_sender(post: Post, sink: SmtpSink):
    letter_id = post.write(new_letter(kind=LetterKind.STATUS))
    with post.desk.database.write() as session:
        session.get_one(Letter, letter_id).state = LetterState.READY.value

    send_letter(post.desk, letter_id)

    assert [taken.sender for taken in sink.taken] == ["<>"]


def test_the_tokens_of_a_letter_leave_the_database_with_it(post: Post):
    letter_id = post.write()

    send_letter(post.desk, letter_id)

    row = post.row(letter_id)
    assert (row.envelope_from, row.headers["Reply-To"]) == ("cfit@pact.example", "cfit@pact.example")


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
    assert (message["Subject"], text_of(message)) == (
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


def test_a_user_and_a_password_are_given_to_the_server(database: Database, home: Path):
    with smtp_sink(password="k@se:1") as sink:
        post = post_by(f"smtp://secretariat:k%40se%3A1@127.0.0.1:{sink.port}", database, home)
        letter_id = post.write()

        send_letter(post.desk, letter_id)

    assert (post.row(letter_id).state, len(sink.taken)) == (LetterState.SENT, 1)


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


def test_the_password_shows_nowhere(database: Database, home: Path):
    post = post_by("smtp://secretariat:hunter2@127.0.0.1:1", database, home)
    letter_id = post.write()

    send_letter(post.desk, letter_id)

    assert "hunter2" not in repr(post.desk.settings) + post.row(letter_id).why
    assert "hunter2" not in repr(replace(post.desk))
