"""The PROXY protocol: from our proxies alone, and from them always."""

import socket
import struct

import pytest
from journeys.running import door_of, listener_in_thread, mails
from journeys.smtp_dialogue import Dialogue

from intake.smtp.admission import Limits
from storage.database import Database
from storage.settings import Settings

MAIL = b"From: Anna <anna@city.example>\r\nSubject: Our copy\r\n\r\nSee the attached document.\r\n"
VERSION_1 = b"PROXY TCP4 192.0.2.7 192.0.2.1 40000 25\r\n"
SIGNATURE = b"\r\n\r\n\x00\r\nQUIT\n"


def version_2(*, family: int = 0x11, command: int = 0x21) -> bytes:
    if family == 0x11:
        addresses = socket.inet_aton("192.0.2.8") + socket.inet_aton("192.0.2.1")
    else:
        addresses = socket.inet_pton(socket.AF_INET6, "2001:db8::8") * 2
    addresses += struct.pack("!HH", 40000, 25)
    return SIGNATURE + bytes([command, family]) + struct.pack("!H", len(addresses)) + addresses


@pytest.fixture
def behind(settings: Settings) -> Settings:
    return settings.model_copy(update={"proxies": ("127.0.0.0/8",)})


@pytest.mark.parametrize(
    ("header", "peer"),
    [
        (VERSION_1, "192.0.2.7"),
        (b"PROXY TCP6 2001:db8::7 2001:db8::1 40000 25\r\n", "2001:db8::7"),
        (b"PROXY UNKNOWN\r\n", "unknown"),
        (version_2(), "192.0.2.8"),
        (version_2(family=0x21), "2001:db8::8"),
        (SIGNATURE + b"\x20\x00\x00\x00", "unknown"),
    ],
)
def test_a_mail_has_the_address_that_the_proxy_names(
    behind: Settings, database: Database, header: bytes, peer: str
) -> None:
    with (
        listener_in_thread(behind, door_of(behind, database)) as port,
        Dialogue(port, first=header).greet() as client,
    ):
        reply = client.hand_over(MAIL, "anna@city.example", "cfit@localhost")

    assert reply == "250 2.0.0 Kept"
    assert [mail.peer for mail in mails(database)] == [peer]


@pytest.mark.parametrize(
    "begin",
    [
        b"EHLO client.example\r\n",
        b"PROXY TCP4 nonsense\r\n",
        SIGNATURE + b"\xff\xff\x00\x00",
        b"\r\n\r\n\x00",
    ],
)
def test_a_proxy_that_names_nobody_is_closed_unanswered(
    behind: Settings, database: Database, begin: bytes
) -> None:
    with (
        listener_in_thread(behind, door_of(behind, database), Limits(proxy_s=1)) as port,
        Dialogue(port, first=begin) as client,
    ):
        assert client.greeting in ("", "421 4.4.2 Too slow, closing the connection")
        assert client.hear() == ""


def test_a_stranger_cannot_name_an_address(settings: Settings, database: Database) -> None:
    with (
        listener_in_thread(settings, door_of(settings, database)) as port,
        Dialogue(port, first=VERSION_1) as client,
    ):
        assert (client.greeting, client.hear()) == (
            "220 localhost ESMTP",
            "500 5.5.2 This command is not known here",
        )


def test_connections_are_counted_by_the_client_behind_the_proxy(behind: Settings, database: Database) -> None:
    limits = Limits(connections_per_client=1)

    with (
        listener_in_thread(behind, door_of(behind, database), limits) as port,
        Dialogue(port, first=VERSION_1),
        Dialogue(port, first=version_2()) as other,
        Dialogue(port, first=VERSION_1) as again,
    ):
        assert other.greeting == "220 localhost ESMTP"
        assert again.greeting == "421 4.7.0 Too many connections, please try again later"
