"""The listener over real SMTP on loopback: mail is kept, limits hold, and SIGTERM loses nothing."""

import contextlib
import signal
import smtplib
import socket

import pytest
from journeys.running import conversation, deliveries, door_of, listener_in_thread, listener_process, mails
from journeys.smtp_dialogue import Dialogue

from intake.smtp.admission import Limits
from storage.database import Database
from storage.originals_spool import open_originals_with_spool
from storage.settings import Settings

MAIL = b"From: Anna <anna@city.example>\r\nSubject: Our copy\r\n\r\nSee the attached document.\r\n"


def test_mail_to_our_address_is_kept_byte_for_byte(settings: Settings, database: Database) -> None:
    with (
        listener_in_thread(settings, door_of(settings, database)) as port,
        smtplib.SMTP("127.0.0.1", port) as client,
    ):
        refused = client.sendmail("anna@city.example", ["CFIT+x@localhost"], MAIL)

    (mail,) = mails(database)
    assert refused == {}
    assert (mail.envelope_from, mail.envelope_to, mail.source, mail.peer) == (
        "anna@city.example",
        ["cfit+x@localhost"],
        "smtp",
        "127.0.0.1",
    )
    assert open_originals_with_spool(settings, database).get(mail.sha256) == MAIL
    assert [delivery.was_new for delivery in deliveries(database)] == [True]


def test_the_same_delivery_twice_is_one_mail_with_two_deliveries(
    settings: Settings, database: Database
) -> None:
    with listener_in_thread(settings, door_of(settings, database)) as port:
        for _ in range(2):
            with Dialogue(port).greet() as client:
                assert client.hand_over(MAIL, "anna@city.example", "cfit@localhost") == "250 2.0.0 Kept"

    assert len(mails(database)) == 1
    assert [delivery.was_new for delivery in deliveries(database)] == [True, False]


def test_more_connections_than_allowed_are_sent_away_and_one_that_ends_makes_room(
    settings: Settings, database: Database
) -> None:
    limits = Limits(connections_per_client=2)

    with listener_in_thread(settings, door_of(settings, database), limits) as port, Dialogue(port):
        with Dialogue(port) as second, Dialogue(port) as third:
            assert third.greeting == "421 4.7.0 Too many connections, please try again later"
            assert second.say("QUIT") == "221 2.0.0 Bye"
            assert second.hear() == ""
        with Dialogue(port) as fourth:
            assert fourth.greeting == "220 localhost ESMTP"


def test_a_client_that_says_nothing_is_cut(settings: Settings, database: Database) -> None:
    with conversation(settings, database, Limits(idle_s=0.2)) as client:
        assert client.hear() == "421 4.4.2 Too slow, closing the connection"
        assert client.hear() == ""


def test_a_client_that_hears_nothing_is_cut(settings: Settings, database: Database) -> None:
    door = door_of(settings, database)

    with listener_in_thread(settings, door, Limits(idle_s=0.2, connections=1)) as port:
        deaf = socket.create_connection(("127.0.0.1", port))
        with contextlib.suppress(ConnectionError):
            for _ in range(2000):
                deaf.sendall(b"NOOP\r\n" * 1000)
        greeting = ""
        while not greeting.startswith("220"):
            with Dialogue(port) as other:
                greeting = other.greeting
        deaf.close()


def test_a_client_that_trickles_is_cut(settings: Settings, database: Database) -> None:
    limits = Limits(data_grace_s=0.2, data_bytes_per_s=1000)

    with (
        listener_in_thread(settings, door_of(settings, database), limits) as port,
        Dialogue(port).greet() as client,
    ):
        client.begin_data("anna@city.example", "cfit@localhost")
        client.send(b"S")

        assert client.hear() == "421 4.4.2 Too slow, closing the connection"
        assert client.hear() == ""
    assert mails(database) == []


def test_sigterm_lets_a_mail_on_its_way_end_and_then_leaves(settings: Settings, database: Database) -> None:
    with listener_process(settings) as running:
        busy, idle = Dialogue(running.port).greet(), Dialogue(running.port).greet()
        busy.begin_data("anna@city.example", "cfit@localhost")
        busy.send(MAIL[:20])
        running.process.send_signal(signal.SIGTERM)

        assert idle.hear() == "421 4.3.2 Closing the connection"
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", running.port))
        busy.send(MAIL[20:] + b".\r\n")
        assert busy.hear() == "250 2.0.0 Kept"
        assert busy.hear() == "421 4.3.2 Closing the connection"
        assert running.process.wait(60) == 0
        busy.close()
        idle.close()
    assert len(mails(database)) == 1
    assert not (settings.home / "listener.json").exists()
