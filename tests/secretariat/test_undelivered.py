"""Letters that a mail server refuses at once: told on the case as a bounce is, with the server's words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_up.cases import MadeMail, pact_copy, take_in
from made_up.post import Post, post_by
from made_up.smtp_sink import SmtpSink, smtp_sink
from sqlmodel import select

from pact.application import Role
from secretariat.drafts import discard_draft, list_letters
from secretariat.hand import Hand
from secretariat.send_mail import send_letter
from storage.database import Database
from storage.people import add_person
from storage.tables import FindingRow

OFFICER = "anna@secretariat.example"


@pytest.fixture
def sink() -> Iterator[SmtpSink]:
    """Yield a mail server on loopback."""
    with smtp_sink() as running:
        yield running


@pytest.fixture
def post(database: Database, home: Path, sink: SmtpSink) -> Post:
    """Return a desk with one application, whose acknowledgement leaves to the sink."""
    made = post_by(f"smtp://127.0.0.1:{sink.port}", database, home)
    take_in(made.desk, MadeMail((pact_copy(),), to=("cfit@pact.example",)))
    with database.write() as session:
        add_person(
            session, address=OFFICER, name="Anna", roles=[Role.SECRETARIAT], actor=None, at=made.clock()
        )
    return made


def told(post: Post) -> list[tuple[str, str, bool]]:
    with post.desk.database.read() as session:
        rows = session.exec(select(FindingRow).where(FindingRow.code == "letter_undelivered")).all()
    return [(row.code, row.seen, row.settled_at is None) for row in rows]


def test_a_recipient_refused_for_good_is_told_on_the_case_and_settled_by_a_person(post: Post, sink: SmtpSink):
    sink.answers["RCPT"] = "550 5.1.1 no such user"

    send_letter(post.desk, 1)
    row, stands = post.row(1), told(post)
    discard_draft(post.desk, "L-1", Hand(OFFICER, "os", "told by telephone"))

    words = "The mail server refused the recipient: 550 5.1.1 no such user"
    assert (row.state, row.undeliverable, row.why) == ("failed", "permanent", words)
    seen = f"L-1 to marijke@lindenhove.example: {words}"
    assert (stands, told(post)) == (
        [("letter_undelivered", seen, True)],
        [("letter_undelivered", seen, False)],
    )


def test_a_letter_that_is_tried_again_says_how_often_and_when_next(post: Post, sink: SmtpSink):
    sink.answers["RCPT"] = "450 4.2.1 try later"

    send_letter(post.desk, 1)

    with post.desk.database.read() as session:
        [shown] = list_letters(session)
    assert (shown.state, told(post)) == ("ready", [])
    assert shown.why == (
        "Not taken yet after 1 try, the next at 2026-05-12 09:31 UTC. "
        "The mail server refused the recipient: 450 4.2.1 try later"
    )


def test_a_letter_refused_for_its_text_says_nothing_of_its_address(post: Post, sink: SmtpSink):
    sink.answers["DATA"] = "554 5.6.0 not like this"

    send_letter(post.desk, 1)

    assert (post.row(1).state, post.row(1).undeliverable) == ("failed", None)
    assert len(told(post)) == 1
