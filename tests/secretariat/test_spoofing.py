"""From the door to the outcome: no spoofed mail registers or joins by itself, and all honest mail does."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from made_up.readers_at_hand import ReadersAtHand
from made_up.senders_on_the_way import (
    GATEWAY,
    HOME,
    NAMES,
    RELAY,
    TOWN,
    Journey,
    honest,
)
from made_up.spoofers_on_the_way import spoofed
from sqlmodel import select

from pact.organisations import folded
from secretariat.desk import Desk
from secretariat.process import process_mail
from storage.database import connect
from storage.mails import IncomingMail, keep_mail
from storage.originals import open_originals
from storage.settings import load_settings
from storage.tables import Application, FindingRow, Letter, Mail, Organisation, Participation

NOW = datetime(2026, 2, 2, 9, 0, tzinfo=UTC)

MadeDesk = Callable[[Journey], Desk]


@pytest.fixture
def desk_for(home: Path, sqlite_template: Path) -> Iterator[MadeDesk]:
    """Yield what makes a desk with the town on record, our relay trusted where the journey says so."""
    opened = []

    def make(journey: Journey) -> Desk:
        home.mkdir(mode=0o700)
        shutil.copy(sqlite_template, home / "cfit.sqlite")
        trust = {"trusted_relays": RELAY, "authserv_id": GATEWAY} if journey.trusts_relay else {}
        settings = load_settings(home=home, addresses=f"cfit@{HOME}", **trust)
        database = connect(settings.database_url)
        opened.append(database)
        with database.write() as session:
            town = Organisation(name="Municipality of Lindenhove", key=folded("Municipality of Lindenhove"))
            session.add(town)
            session.flush()
            assert town.id is not None
            contact = f"marijke@{TOWN}"
            session.add(Participation(organisation_id=town.id, role="procuring", contact_address=contact))
        return Desk(settings, database, open_originals(settings), now=lambda: NOW, names=NAMES)

    yield make
    for database in opened:
        database.close()


def take(desk: Desk, journey: Journey) -> Mail:
    """Keep a mail as the door does, take it through the worker's verbs, and return its row."""
    delivery = IncomingMail(
        sha256=desk.originals.put(journey.raw),
        size_bytes=len(journey.raw),
        envelope_from=journey.mail_from,
        envelope_to=(journey.to,),
        received_at=NOW,
        source=journey.source,
        peer=journey.peer,
        helo=journey.helo,
    )
    kept = keep_mail(desk.database, delivery=delivery)
    process_mail(desk, ReadersAtHand(), kept.mail_id)  # type: ignore[arg-type]
    with desk.database.read() as session:
        return session.get_one(Mail, kept.mail_id)


def applications(desk: Desk) -> list[Application]:
    with desk.database.read() as session:
        return list(session.exec(select(Application)).all())


def letters(desk: Desk) -> list[Letter]:
    with desk.database.read() as session:
        return list(session.exec(select(Letter)).all())


def codes(desk: Desk) -> set[str]:
    with desk.database.read() as session:
        return set(session.exec(select(FindingRow.code)).all())


@pytest.mark.parametrize("name", honest())
def test_honest_mail_registers_by_whatever_way_it_comes(name: str, desk_for: MadeDesk) -> None:
    journey = honest()[name]
    desk = desk_for(journey)

    row = take(desk, journey)

    assert (row.outcome, row.state, len(applications(desk))) == ("registered", "done", 1)
    assert row.sender_verdict in ("pass", "none")
    assert ("sender_not_checked" in codes(desk)) == (row.sender_verdict == "none")


@pytest.mark.parametrize("name", spoofed())
def test_spoofed_mail_is_held_and_nobody_is_written_to(name: str, desk_for: MadeDesk) -> None:
    journey = spoofed()[name]
    desk = desk_for(journey)

    row = take(desk, journey)

    assert (row.state, applications(desk), letters(desk)) == ("held", [], [])
    assert row.why


def test_there_are_enough_of_either() -> None:
    assert (len(honest()) >= 20, len(spoofed()) >= 25) == (True, True)
