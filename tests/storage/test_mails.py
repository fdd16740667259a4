from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy.exc import StatementError
from sqlmodel import select

from storage.database import Database
from storage.mails import (
    IncomingMail,
    KeptMail,
    MailState,
    keep_mail,
    mail_by_reference,
    park_mail,
    pending_mails,
    reference_of,
)
from storage.tables import Delivery, Mail

RECEIVED = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
DELIVERY = IncomingMail(
    sha256="ab" * 32,
    size_bytes=2_048,
    envelope_from="mira@waterboard.example",
    envelope_to=("cfit@localhost",),
    received_at=RECEIVED,
    source="smtp",
    peer="192.0.2.7",
)


def test_a_mail_is_kept_with_its_envelope_and_waits_to_be_processed(database: Database) -> None:
    kept = keep_mail(database, delivery=DELIVERY)

    with database.read() as session:
        mail = session.exec(select(Mail)).one()
        assert kept == KeptMail(mail_id=1, was_new=True)
        assert (mail.state, mail.envelope_from, mail.envelope_to) == (
            "received",
            "mira@waterboard.example",
            ["cfit@localhost"],
        )
        assert mail.received_at == RECEIVED
        assert pending_mails(session, 10) == [(1, 0)]


def test_the_same_delivery_again_is_the_same_mail_and_a_row_of_its_own(database: Database) -> None:
    first = keep_mail(database, delivery=DELIVERY)
    again = keep_mail(database, delivery=replace(DELIVERY, peer="192.0.2.8"))

    with database.read() as session:
        deliveries = session.exec(select(Delivery).order_by(Delivery.id)).all()
        assert again == KeptMail(mail_id=first.mail_id, was_new=False)
        assert [(d.mail_id, d.peer, d.was_new) for d in deliveries] == [
            (first.mail_id, "192.0.2.7", True),
            (first.mail_id, "192.0.2.8", False),
        ]


@pytest.mark.parametrize(
    "other",
    [
        replace(DELIVERY, sha256="cd" * 32),
        replace(DELIVERY, envelope_from="else@waterboard.example"),
        replace(DELIVERY, envelope_to=("cfit+x@localhost",)),
    ],
    ids=["bytes", "sender", "recipient"],
)
def test_other_bytes_or_another_envelope_is_another_mail(database: Database, other: IncomingMail) -> None:
    keep_mail(database, delivery=DELIVERY)

    kept = keep_mail(database, delivery=other)

    assert kept.was_new


def test_the_order_of_recipients_makes_no_other_mail() -> None:
    two = replace(DELIVERY, envelope_to=("a@localhost", "b@localhost"))
    turned = replace(DELIVERY, envelope_to=("b@localhost", "a@localhost"))

    assert two.delivery_key == turned.delivery_key


def test_one_delivery_from_many_connections_at_once_is_one_mail(database: Database) -> None:
    with ThreadPoolExecutor(8) as threads:
        kept = list(threads.map(lambda _: keep_mail(database, delivery=DELIVERY), range(24)))

    with database.read() as session:
        assert len({k.mail_id for k in kept}) == 1
        assert sum(k.was_new for k in kept) == 1
        assert len(session.exec(select(Delivery)).all()) == 24


def test_a_time_without_its_zone_is_refused_and_nothing_is_kept(database: Database) -> None:
    naive = replace(DELIVERY, received_at=RECEIVED.replace(tzinfo=None))

    with pytest.raises(StatementError):
        keep_mail(database, delivery=naive)

    with database.read() as session:
        assert session.exec(select(Mail)).all() == []


def test_pending_mail_comes_oldest_first_and_in_portions(database: Database) -> None:
    for letter in "abc":
        keep_mail(database, delivery=replace(DELIVERY, sha256=letter * 64))

    with database.read() as session:
        assert pending_mails(session, 2) == [(1, 0), (2, 0)]


def test_a_parked_mail_is_held_for_a_person_with_the_reason(database: Database) -> None:
    mail_id = keep_mail(database, delivery=DELIVERY).mail_id

    with database.write() as session:
        parked = park_mail(session, mail_id, "The reader stopped three times.")

    with database.read() as session:
        mail = session.get_one(Mail, mail_id)
        assert parked
        assert (mail.state, mail.outcome, mail.why) == ("parked", "held", "The reader stopped three times.")
        assert pending_mails(session, 10) == []


def test_a_processed_mail_cannot_be_parked(database: Database) -> None:
    mail_id = keep_mail(database, delivery=DELIVERY).mail_id
    with database.write() as session:
        session.get_one(Mail, mail_id).state = MailState.DONE

    with database.write() as session:
        parked = park_mail(session, mail_id, "too late")

    assert not parked


@pytest.mark.parametrize(
    ("asked", "found"),
    [("M-1", 1), (" m-1 ", 1), ("M-2", None), ("1", None), ("M-1x", None), ("M-" + "9" * 18, None)],
)
def test_a_mail_is_found_by_its_reference(database: Database, asked: str, found: int | None) -> None:
    keep_mail(database, delivery=DELIVERY)

    with database.read() as session:
        mail = mail_by_reference(session, asked)

    assert (mail.id if mail else None) == found


def test_a_reference_names_the_mail() -> None:
    assert reference_of(7) == "M-7"
