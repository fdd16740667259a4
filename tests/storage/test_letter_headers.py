"""How a letter leaves: the address that its bounce comes back to, and when it has none."""

import pytest
from made_up.letters import AT, new_letter

from storage.database import Database
from storage.letters import LetterKind, write_letter
from storage.reply_tokens import token_in_address
from storage.settings import Settings
from storage.tables import Letter


def test_a_letter_leaves_from_an_address_that_its_bounce_comes_back_to(
    database: Database, settings: Settings
):
    with database.write() as session:
        number = write_letter(session, new_letter(), settings, at=AT)
        letter = session.get_one(Letter, number)
        session.expunge(letter)

    token = token_in_address(letter.envelope_from or "")
    assert letter.envelope_from == f"cfit+bounce.{token}@localhost"
    assert token != token_in_address(letter.headers["Reply-To"])


@pytest.mark.parametrize(
    ("changes", "comes_back"),
    [
        ({"kind": LetterKind.ACKNOWLEDGEMENT, "automatic": True, "application_id": 1}, True),
        ({"kind": LetterKind.JOINED, "automatic": True}, True),
        ({"kind": LetterKind.ANSWER, "automatic": False}, True),
        ({"kind": LetterKind.STATUS, "automatic": True}, False),
    ],
)
def test_only_what_a_machine_answers_about_no_case_leaves_from_nobody(changes, comes_back: bool):
    assert new_letter(**changes).comes_back == comes_back
