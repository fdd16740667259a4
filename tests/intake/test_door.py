"""The door under faults: a full disk, a locked database, a client that vanishes."""

import resource
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from journeys.running import (
    conversation,
    deliveries,
    door_of,
    listener_in_thread,
    listener_process,
    mails,
)
from journeys.smtp_dialogue import Dialogue
from sqlalchemy import event, text

from intake.door import Arrival, Envelope, accept, accept_all
from storage.clock import utc_now
from storage.database import Database
from storage.mails import KeptMail
from storage.originals_spool import open_originals_with_spool
from storage.settings import Settings

MAIL = b"From: Anna <anna@city.example>\r\nSubject: Our copy\r\n\r\nSee the attached document.\r\n"
LARGE = MAIL + b"a\r\n" * 50_000
"""Too large for the row: its bytes get a file of their own."""

OUR_FAULT = "451 4.3.0 A fault on our side, please try again later"
NO_SPACE = "452 4.3.1 No room for this mail at present, please try again later"
KEPT = "250 2.0.0 Kept"
LOCK = {"sqlite": "BEGIN IMMEDIATE", "postgresql": "LOCK TABLE mail IN ACCESS EXCLUSIVE MODE"}
PATIENCE = {"sqlite": "PRAGMA busy_timeout=100", "postgresql": "SET lock_timeout='100ms'"}


def be_impatient(database: Database) -> None:
    @event.listens_for(database.engine, "checkout")
    def _wait_shortly(connection: object, *_: object) -> None:
        connection.cursor().execute(PATIENCE[database.dialect])  # type: ignore[attr-defined]
        connection.commit()  # type: ignore[attr-defined]


def hand_over(client: Dialogue, data: bytes = MAIL) -> str:
    return client.hand_over(data, "anna@city.example", "cfit@localhost")


def test_the_bytes_are_kept_before_the_row(settings: Settings, database: Database) -> None:
    door = door_of(settings, database)
    envelope = Envelope("anna@city.example", ("cfit@localhost",), received_at=utc_now(), source="file")

    first, again = accept(door, MAIL, envelope), accept(door, MAIL, envelope)

    assert (first.was_new, again.was_new, again.mail_id) == (True, False, first.mail_id)
    assert door.originals.get(mails(database)[0].sha256) == MAIL


def test_a_mail_to_other_addresses_of_ours_is_another_mail(settings: Settings, database: Database) -> None:
    door = door_of(settings, database)

    kept = [
        accept(door, MAIL, Envelope("anna@city.example", (ours,), received_at=utc_now(), source="file"))
        for ours in ("cfit@localhost", "cfit+token@localhost")
    ]

    assert [each.was_new for each in kept] == [True, True]
    assert list(door.originals.names()) == [mails(database)[0].sha256]


def test_a_locked_database_puts_mail_off_and_then_takes_it_once(
    settings: Settings, database: Database
) -> None:
    with conversation(settings, database) as client:
        assert hand_over(client, MAIL + b"warm\r\n") == KEPT
        be_impatient(database)
        with database.engine.connect() as other:
            other.execute(text(LOCK[database.dialect]))
            while_locked = hand_over(client)
            other.rollback()
        afterwards = hand_over(client)

    assert (while_locked, afterwards) == (OUR_FAULT, KEPT)
    assert [delivery.was_new for delivery in deliveries(database)] == [True, True]


def test_our_fault_is_temporary_and_tells_nothing_of_the_inside(
    settings: Settings, database: Database
) -> None:
    originals = Path(settings.originals_url)

    with conversation(settings, database) as client:
        originals.rename(originals.with_name("elsewhere"))
        originals.write_text("not a folder")
        without_a_folder = hand_over(client, LARGE)
        originals.unlink()
        originals.with_name("elsewhere").rename(originals)
        afterwards = hand_over(client, LARGE)

    assert (without_a_folder, afterwards) == (OUR_FAULT, KEPT)
    assert len(mails(database)) == 1


def test_a_file_system_that_takes_no_more_puts_mail_off(settings: Settings, database: Database) -> None:
    large = MAIL + b"a\r\n" * 2_000_000
    unlimited = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)

    with listener_process(settings) as running, Dialogue(running.port).greet() as client:
        resource.prlimit(running.process.pid, resource.RLIMIT_FSIZE, (4_000_000, unlimited[1]))
        large_while_full, small_while_full = hand_over(client, large), hand_over(client)
        resource.prlimit(running.process.pid, resource.RLIMIT_FSIZE, unlimited)
        large_afterwards = hand_over(client, large)

    assert (large_while_full, small_while_full, large_afterwards) == (NO_SPACE, KEPT, KEPT)
    assert [mail.size_bytes for mail in mails(database)] == [len(MAIL), len(large)]
    assert list(open_originals_with_spool(settings, database).problems()) == []


@pytest.mark.parametrize("ending", ["close", "reset", "stop_sending"])
def test_a_client_that_vanishes_during_data_leaves_nothing(
    settings: Settings, database: Database, ending: str
) -> None:
    with conversation(settings, database) as client:
        client.begin_data("anna@city.example", "cfit@localhost")
        client.send(MAIL + b".")
        getattr(client, ending)()

    assert mails(database) == []
    assert list(open_originals_with_spool(settings, database).names()) == []


@pytest.mark.parametrize("ending", ["close", "reset"])
def test_a_client_that_vanishes_after_its_mail_leaves_one_whole_mail(
    settings: Settings, database: Database, ending: str
) -> None:
    door = door_of(settings, database)
    begun, may_go_on = threading.Event(), threading.Event()

    def slow_keep(arrivals: Sequence[Arrival]) -> list[KeptMail | Exception]:
        begun.set()
        assert may_go_on.wait(60)
        return accept_all(door, arrivals)

    with listener_in_thread(settings, door, keep_all=slow_keep) as port:
        vanishing = Dialogue(port).greet()
        vanishing.begin_data("anna@city.example", "cfit@localhost")
        vanishing.send(MAIL + b".\r\n")
        assert begun.wait(60)
        getattr(vanishing, ending)()
        may_go_on.set()
        with Dialogue(port).greet() as again:
            reply = hand_over(again)

    assert reply == KEPT
    assert len(mails(database)) == 1
    assert [delivery.was_new for delivery in deliveries(database)] == [True, False]
    assert door.originals.get(mails(database)[0].sha256) == MAIL


def test_a_client_that_only_stops_sending_still_hears_its_250(settings: Settings, database: Database) -> None:
    with conversation(settings, database) as client:
        client.begin_data("anna@city.example", "cfit@localhost")
        client.send(MAIL + b".\r\n")
        client.stop_sending()

        assert client.hear() == KEPT
        assert client.hear() == ""


def test_a_client_that_has_stopped_sending_before_its_data_begins_is_not_waited_for(
    settings: Settings, database: Database
) -> None:
    door = door_of(settings, database)
    may_go_on = threading.Event()

    def slow_keep(arrivals: Sequence[Arrival]) -> list[KeptMail | Exception]:
        assert may_go_on.wait(60)
        return accept_all(door, arrivals)

    with (
        listener_in_thread(settings, door, keep_all=slow_keep) as port,
        Dialogue(port).greet() as client,
        Dialogue(port) as other,
    ):
        client.begin_data("anna@city.example", "cfit@localhost")
        client.send(MAIL + b".\r\nMAIL FROM:<>\r\nRCPT TO:<cfit@localhost>\r\nDATA\r\n")
        client.stop_sending()
        # Once another client is answered, the end of this one has been seen too.
        for _ in range(3):
            other.say("NOOP")
        may_go_on.set()
        heard = []
        while reply := client.hear():
            heard.append(reply[:3])

    assert heard == ["250", "250", "250", "354"]
    assert len(mails(database)) == 1
