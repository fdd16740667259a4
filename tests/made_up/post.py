"""A desk whose letters really leave, for tests of sending."""

import email
import email.policy
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path

from made_up.letters import AT, new_letter

from secretariat.desk import Desk
from secretariat.send_mail import due_sendings
from storage import journal
from storage.database import Database
from storage.letters import NewLetter, write_letter
from storage.originals import open_originals
from storage.settings import load_settings
from storage.switches import LETTERS, LIVE, set_switch
from storage.tables import Letter


@dataclass
class Clock:
    """A clock that stands until a test moves it."""

    now: datetime = AT

    def __call__(self) -> datetime:
        """Return the moment at which it stands."""
        return self.now


@dataclass
class Post:
    """A desk whose letters leave by ``smtp_url``, with its clock."""

    desk: Desk
    clock: Clock

    def write(self, letter: NewLetter | None = None) -> int:
        """Write a letter, or this one, and return its number."""
        with self.desk.database.write() as session:
            return write_letter(session, letter or new_letter(), self.desk.settings, at=self.clock())

    def row(self, letter_id: int) -> Letter:
        """Return a letter's row."""
        with self.desk.database.read() as session:
            return session.get_one(Letter, letter_id)

    def due(self) -> list[tuple[str, int]]:
        """Return the tries that are due."""
        with self.desk.database.read() as session:
            return due_sendings(session, self.clock())

    def moves(self, letter_id: int) -> list[tuple[str, str | None]]:
        """Return a letter's journal."""
        with self.desk.database.read() as session:
            return [(line.move, line.reason) for line in journal.history(session, f"L-{letter_id}")]

    def outbox(self) -> list[Path]:
        """Return the files of the outbox."""
        return sorted((self.desk.settings.home / "outbox").iterdir())


def post_by(smtp_url: str, database: Database, home: Path) -> Post:
    """Return a desk, letters live, whose letters leave by ``smtp_url``."""
    url = database.engine.url.render_as_string(hide_password=False)
    settings = load_settings(home=home, database_url=url, smtp_url=smtp_url, addresses="cfit@pact.example")
    clock = Clock()
    with database.write() as session:
        set_switch(session, LETTERS, LIVE, by="anna@pact.example", reason="tried", at=AT)
    return Post(Desk(settings, database, open_originals(settings), now=clock), clock)


def parsed(data: bytes) -> EmailMessage:
    """Return a message as a mail program reads it."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def text_of(message: EmailMessage) -> str:
    """Return the plain text of a letter, which is its first part."""
    text = next(message.iter_parts())
    assert isinstance(text, EmailMessage)
    return str(text.get_content())
