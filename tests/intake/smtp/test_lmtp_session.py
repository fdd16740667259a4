"""LMTP through a socket: greeting, a reply for each recipient, and who may open it."""

import socket
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from journeys.running import door_of, listener_in_thread, mails
from journeys.smtp_dialogue import Dialogue

from intake.smtp.admission import Limits
from storage.database import Database
from storage.originals_spool import open_originals_with_spool
from storage.settings import Settings

MAIL = b"From: Anna <anna@city.example>\r\nSubject: Our copy\r\n\r\nSee the attached document.\r\n"
KEPT = "250 2.0.0 Kept"


@pytest.fixture
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("lmtp") / "lmtp"


@contextmanager
def delivery(
    settings: Settings, database: Database, path: Path, limits: Limits | None = None
) -> Iterator[Dialogue]:
    """Run a listener with a socket and yield a conversation over it."""
    with_socket = settings.model_copy(update={"lmtp_socket": path})
    with listener_in_thread(with_socket, door_of(settings, database), limits), Dialogue(path) as client:
        yield client


def test_each_recipient_that_was_taken_has_a_reply_and_the_mail_is_one(
    settings: Settings, database: Database, path: Path
) -> None:
    with delivery(settings, database, path) as client:
        greeting = client.greeting
        lines = client.say("LHLO relay.example").split("\n")
        begun = client.begin_data(
            "anna@city.example", "cfit+a@localhost", "x@other.example", "cfit@localhost"
        )
        client.send(MAIL + b".\r\n")
        replies = [client.hear(), client.hear()]
        last = client.say("QUIT")

    (mail,) = mails(database)
    assert (greeting, lines[0], last) == ("220 localhost LMTP", "250-localhost", "221 2.0.0 Bye")
    assert (begun[:3], replies) == ("354", [KEPT, KEPT])
    assert (mail.source, mail.peer, mail.helo) == ("lmtp", "local", "relay.example")
    assert mail.envelope_to == ["cfit+a@localhost", "cfit@localhost"]
    assert open_originals_with_spool(settings, database).get(mail.sha256) == MAIL


def test_a_refused_mail_is_refused_for_each_recipient_and_counts_as_one_error(
    settings: Settings, database: Database, path: Path
) -> None:
    with delivery(settings, database, path, Limits(errors=2, hops=1)) as client:
        client.say("LHLO relay.example")
        client.begin_data("anna@city.example", "cfit@localhost", "cfit@localhost")
        client.send(b"Received: x\r\n" * 2 + MAIL + b".\r\n")

        circles = "554 5.4.6 This mail has passed too many servers: it goes round in circles"
        assert [client.hear(), client.hear()] == [circles, circles]
        assert client.hand_over(MAIL, "anna@city.example", "cfit@localhost") == KEPT


@pytest.mark.parametrize("command", ["EHLO relay.example", "HELO relay.example", "STARTTLS"])
def test_what_begins_smtp_does_not_begin_lmtp(
    settings: Settings, database: Database, path: Path, command: str
) -> None:
    with delivery(settings, database, path) as client:
        assert client.say(command) == "500 5.5.1 This is LMTP: begin with LHLO"


def test_only_owner_and_group_may_open_the_socket_and_it_goes_with_the_listener(
    settings: Settings, database: Database, path: Path
) -> None:
    with delivery(settings, database, path):
        mode = path.stat().st_mode

    assert (stat.S_ISSOCK(mode), stat.S_IMODE(mode)) == (True, 0o660)
    assert not path.exists()


def test_a_socket_that_a_killed_listener_left_is_taken_over_and_another_file_is_not(
    settings: Settings, database: Database, path: Path
) -> None:
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(str(path))

    with delivery(settings, database, path) as client:
        greeting = client.greeting
    path.write_text("somebody's file")
    with pytest.raises(OSError, match="Address already in use"), delivery(settings, database, path):
        pass

    assert greeting == "220 localhost LMTP"
    assert path.read_text() == "somebody's file"
