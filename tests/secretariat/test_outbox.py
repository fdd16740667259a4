"""Letters that leave as files."""

from datetime import timedelta
from pathlib import Path

import pytest
from made_up.letters import APPLICANT, AT
from made_up.post import Post, parsed, post_by

from secretariat.letter_message import message_bytes
from secretariat.outbox import put_into_outbox
from secretariat.send_mail import OUTBOX_LEASE, send_letter
from storage.database import Database
from storage.letters import LetterState
from storage.sending import claim_letter


@pytest.fixture
def post(database: Database, home: Path) -> Post:
    """Return a desk whose letters leave as files."""
    return post_by("outbox:", database, home)


def test_the_outbox_holds_the_whole_message(post: Post):
    letter_id = post.write()

    send_letter(post.desk, letter_id)

    [path] = post.outbox()
    message = parsed(path.read_bytes())
    assert path.name.startswith(f"L-{letter_id}-")
    assert path.stat().st_mode & 0o777 == 0o600
    assert (message["To"], message["Message-ID"]) == (APPLICANT, post.row(letter_id).message_id)
    assert post.row(letter_id).state == LetterState.SENT


def test_a_crash_between_writing_and_marking_leaves_one_file(post: Post):
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


def test_an_outbox_that_cannot_be_written_to_is_tried_again(post: Post):
    (post.desk.settings.home / "outbox").write_text("a file where the folder should be")
    letter_id = post.write()

    send_letter(post.desk, letter_id)

    row = post.row(letter_id)
    assert (row.state, row.next_try_at) == (LetterState.READY, AT + timedelta(minutes=1))
