"""What each command is answered, and that nobody is relayed for."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from journeys.running import conversation, door_of, listener_in_thread, mails
from journeys.smtp_dialogue import Dialogue

from intake.smtp.admission import Limits
from storage.database import Database, connect
from storage.settings import Settings, load_settings

MAIL = b"From: Anna <anna@city.example>\r\nSubject: Our copy\r\n\r\nSee the attached document.\r\n"
NOT_OURS = "550 5.7.1 This address does not accept mail here"


@pytest.fixture(scope="module")
def any_listener(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Yield the port of a listener that several tests talk to and none brings mail."""
    home = tmp_path_factory.mktemp("talk")
    settings = load_settings(home=home, database_url=f"sqlite:///{sqlite_template}")
    database = connect(settings.database_url)
    with listener_in_thread(settings, door_of(settings, database)) as port:
        yield port
    database.close()


@pytest.mark.parametrize(
    "path",
    [
        "<victim@other.example>",
        "<victim%other.example@localhost>",
        "<other.example!victim@localhost>",
        '<"victim@other.example"@localhost>',
        "<@localhost:victim@other.example>",
        "<cfit@localhost@other.example>",
        "<postmaster>",
        "victim@other.example",
        "<>",
        "<" + "a" * 900 + "@localhost>",
        "<cfit\x01@localhost>",
    ],
)
def test_every_other_recipient_is_refused_in_the_same_words(any_listener: int, path: str) -> None:
    with Dialogue(any_listener).greet() as client:
        client.say("MAIL FROM:<anna@city.example>")

        assert client.say(f"RCPT TO:{path}") == NOT_OURS
        assert client.say("DATA") == "503 5.5.1 Send RCPT first"


@pytest.mark.parametrize(
    ("command", "reply"),
    [
        ("VRFY cfit", "252 2.5.0 Not verified, but mail to an address of ours is taken"),
        ("VRFY nobody@other.example", "252 2.5.0 Not verified, but mail to an address of ours is taken"),
        ("GET / HTTP/1.1", "500 5.5.2 This command is not known here"),
        ("EXPN staff", "502 5.5.1 Lists are not shown"),
        ("RCPT TO:<cfit@localhost>", "503 5.5.1 Send MAIL first"),
        ("DATA", "503 5.5.1 Send RCPT first"),
        ("MAIL anna@city.example", "501 5.5.4 Syntax: MAIL FROM:<address>"),
        ("MAIL FROM:<@a.example:anna@city.example>", "553 5.1.7 This sender address cannot be read"),
        ("MAIL FROM:<anna@city.example> SIZE=36700161", "552 5.3.4 This mail is larger than we can take"),
        ("MAIL FROM:<anna@city.example> SIZE=" + "9" * 900, "552 5.3.4 This mail is larger than we can take"),
        ("MAIL FROM:<anna@city.example> RET=FULL", "555 5.5.4 A parameter of MAIL is not known here"),
        ("MAIL FROM:<anna@city.example> SIZE=36700160 BODY=8BITMIME SMTPUTF8", "250 2.1.0 Sender taken"),
    ],
)
def test_a_command_is_answered(any_listener: int, command: str, reply: str) -> None:
    with Dialogue(any_listener).greet() as client:
        assert client.say(command) == reply


def test_nothing_is_taken_before_a_greeting(any_listener: int) -> None:
    with Dialogue(any_listener) as client:
        assert client.say("MAIL FROM:<anna@city.example>") == "503 5.5.1 Send EHLO first"


def test_the_greeting_says_the_size_limit_and_no_version(any_listener: int) -> None:
    with Dialogue(any_listener) as client:
        assert client.greeting == "220 localhost ESMTP"
        assert "250-SIZE 36700160" in client.say("EHLO client.example").split("\n")


def test_an_international_domain_is_greeted_from_in_ascii_and_written_to_in_either_form(
    settings: Settings, database: Database
) -> None:
    ours = settings.model_copy(update={"addresses": ("help@bücher.example",)})

    with conversation(ours, database) as client:
        greeting = client.greeting
        replies = [
            client.hand_over(MAIL, "anna@city.example", f"help@{domain}")
            for domain in ("bücher.example", "xn--bcher-kva.example")
        ]

    assert greeting == "220 xn--bcher-kva.example ESMTP"
    assert replies == ["250 2.0.0 Kept"] * 2
    assert [mail.envelope_to for mail in mails(database)] == [["help@bücher.example"]]


def test_a_null_sender_may_write(settings: Settings, database: Database) -> None:
    with conversation(settings, database) as client:
        reply = client.hand_over(MAIL, "", "cfit@localhost")

    assert reply == "250 2.0.0 Kept"
    assert mails(database)[0].envelope_from == ""


def test_commands_sent_ahead_are_answered_in_order(settings: Settings, database: Database) -> None:
    envelope = b"MAIL FROM:<anna@city.example>\r\nRCPT TO:<cfit@localhost>\r\nDATA\r\n"

    with conversation(settings, database) as client:
        client.send(envelope)
        first = [client.hear()[:3] for _ in range(3)]
        client.send(MAIL + b".\r\n" + envelope.replace(b"anna", b"bert"))
        second = [client.hear()[:3] for _ in range(4)]
        client.send(MAIL + b".\r\nQUIT\r\n")
        client.stop_sending()
        last = [client.hear()[:3] for _ in range(2)]

    assert (first, second, last) == (["250", "250", "354"], ["250", "250", "250", "354"], ["250", "221"])
    assert len(mails(database)) == 2


def test_a_client_with_too_many_errors_is_sent_away(settings: Settings, database: Database) -> None:
    with conversation(settings, database, Limits(errors=3)) as client:
        client.say("MAIL FROM:<anna@city.example>")
        replies = [client.say("RCPT TO:<victim@other.example>") for _ in range(3)]

        assert replies == [NOT_OURS] * 3
        assert client.hear() == "421 4.7.0 Too many errors"
        assert client.hear() == ""


def test_more_recipients_than_allowed_are_put_off(settings: Settings, database: Database) -> None:
    with conversation(settings, database, Limits(recipients=2)) as client:
        client.say("MAIL FROM:<anna@city.example>")
        replies = [client.say(f"RCPT TO:<cfit+{n}@localhost>") for n in range(3)]

    assert replies == ["250 2.1.5 Recipient taken"] * 2 + ["452 4.5.3 Too many recipients"]


@pytest.mark.parametrize(
    "ahead",
    [
        b"EHLO client.example\r\nMAIL FROM:<anna@city.example>\r\n",
        b"HELO client.example\r\nNOOP\r\n",
        b"MAIL FROM:<anna@city.example>\r\nRCPT TO:<cfit@localhost>\r\nDATA\r\n" + MAIL + b".\r\n",
    ],
)
def test_what_does_not_wait_for_a_reply_that_it_has_to_wait_for_is_closed(
    settings: Settings, database: Database, ahead: bytes
) -> None:
    with conversation(settings, database) as client:
        client.send(ahead)
        replies = []
        while reply := client.hear():
            replies.append(reply)

    assert replies[-2:] == [
        "554 5.5.0 Commands were sent ahead that have to wait for a reply",
        "421 4.3.2 Closing the connection",
    ]
    assert mails(database) == []


def test_every_reply_but_the_greetings_has_its_enhanced_code(any_listener: int) -> None:
    said = [
        "NOOP",
        "RSET",
        "HELP",
        "VRFY x",
        "EXPN x",
        "AUTH PLAIN x",
        "MAIL",
        "RCPT x",
        "DATA",
        "STARTTLS",
        "X",
    ]
    said += ["STARTTLS", "RSET x", "STARTTLS x", "a" * 3000, "", "QUIT x", "QUIT"]

    with Dialogue(any_listener).greet() as client:
        replies = [client.say(command) for command in said]

    assert [reply for reply in replies if not re.match(r"([245])\d\d \1\.\d\.\d+ \S", reply)] == []


def test_a_line_without_an_end_is_refused_and_closed(any_listener: int) -> None:
    with Dialogue(any_listener).greet() as client:
        client.send(b"NOOP " + b"a" * 200_000)

        assert client.hear() == "500 5.5.2 Line too long"
        assert client.hear() == "421 4.3.2 Closing the connection"
