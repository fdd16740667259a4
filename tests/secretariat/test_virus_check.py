"""With a scanner nothing is opened that it did not call clean; without one that is said."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from random import Random

import pytest
from made_up.clamd_stand_in import VIRUS, StandIn, clamd
from made_up.mails import OURS, Attachment, build_mail
from made_up.people import DEVELOPMENT
from made_up.signed_copies import drawn
from sqlmodel import select

from intake.door import Door, Envelope, accept
from intake.malware.clamd import Clamd
from intake.sandbox.reader_pool import ReaderPool
from secretariat.crops import crops_of_case
from secretariat.desk import Desk
from secretariat.dossier import MailDossier, dossier
from secretariat.health_checks import CHECKS, Health
from secretariat.process import process_mail
from secretariat.reread import reread
from storage.tables import Application, Document, Mail

# The databases differ in nothing that matters here.
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

AT = datetime(2026, 2, 2, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def readers() -> Iterator[ReaderPool]:
    """Yield readers whose children open what they are given."""
    with ReaderPool(readers=1) as pool:
        yield pool


@pytest.fixture(scope="module")
def copy() -> bytes:
    """Return the bytes of a signed copy."""
    return drawn("reportlab")(Random(7), DEVELOPMENT).data


@pytest.fixture
def server() -> Iterator[StandIn]:
    """Yield a scanner that answers."""
    with clamd() as running:
        yield running


def scanned_by(desk: Desk, server: StandIn) -> Desk:
    return replace(desk, scanner=Clamd(server.place, timeout_s=20, wait=lambda _: None))


def taken_in(desk: Desk, readers: ReaderPool, files: list[Attachment], text: str = "See attached.") -> Mail:
    raw = build_mail(text=text, attachments=files)
    envelope = Envelope("w.vanderkooij@zilverveen.example", (OURS,), AT, "smtp")
    kept = accept(Door(desk.database, desk.originals), raw, envelope)
    process_mail(desk, readers, kept.mail_id)
    return row_of(desk, kept.mail_id)


def row_of(desk: Desk, mail_id: int) -> Mail:
    with desk.database.read() as session:
        return session.get_one(Mail, mail_id)


def documents(desk: Desk) -> list[Document]:
    with desk.database.read() as session:
        return list(session.exec(select(Document).order_by(Document.part)).all())


def test_a_mail_that_the_scanner_calls_clean_registers_and_says_so(
    desk: Desk, readers: ReaderPool, server: StandIn, copy: bytes
) -> None:
    row = taken_in(scanned_by(desk, server), readers, [Attachment("pact.pdf", copy)])

    assert (row.outcome, row.virus_check) == ("registered", "clean")
    assert [one.virus_check for one in documents(desk)] == ["clean"]
    assert len(server.scanned) == 2
    assert server.scanned[1] == copy


@pytest.mark.parametrize("where", ["in the file", "in a file beside it", "in the text"])
def test_nothing_of_a_mail_with_a_virus_is_opened_registered_or_shown(
    desk: Desk, readers: ReaderPool, server: StandIn, copy: bytes, where: str
) -> None:
    files = [Attachment("pact.pdf", copy + (VIRUS if where == "in the file" else b""))]
    if where == "in a file beside it":
        files.append(Attachment("note.txt", VIRUS, "text/plain"))
    desk = scanned_by(desk, server)

    row = taken_in(desk, readers, files, VIRUS.decode() if where == "in the text" else "See attached.")

    assert (row.outcome, row.state, row.virus_check) == ("unreadable", "held", "infected")
    assert row.why.startswith("The virus scanner found Made-Up.Virus in ")
    assert row.why.endswith(": nothing of this mail was opened.")
    assert all(one.reading["error"]["message"] == row.why for one in documents(desk))
    with desk.database.read() as session:
        assert session.exec(select(Application)).all() == []
    reference = f"M-{row.id}"
    assert list(crops_of_case(desk, readers, reference)) == []
    if where == "in the file":
        problems = [one.problem for one in reread(desk, readers, reference)]
        assert problems == ["The virus scanner found something in it: it is not opened."]


def test_a_scanner_that_is_away_holds_the_mail_unopened_until_it_answers(
    desk: Desk, readers: ReaderPool, server: StandIn, copy: bytes
) -> None:
    server.faults = ["closes_at_once"] * 3
    watched = scanned_by(desk, server)

    row = taken_in(watched, readers, [Attachment("pact.pdf", copy)])

    assert (row.outcome, row.state, row.virus_check) == ("unreadable", "held", "unchecked")
    assert "have it processed again once the scanner answers" in row.why
    assert documents(desk)[0].reading["error"]["message"] == row.why
    row.state, row.round = "received", 1
    with desk.database.write() as session:
        for one in session.exec(select(Document)).all():
            session.delete(one)
        session.merge(row)
    process_mail(watched, readers, row.id or 0)
    assert row_of(desk, row.id or 0).outcome == "registered"


def test_without_a_scanner_the_dossier_says_that_nothing_was_checked(
    desk: Desk, readers: ReaderPool, copy: bytes
) -> None:
    row = taken_in(desk, readers, [Attachment("pact.pdf", copy)])

    with desk.database.read() as session:
        shown = dossier(session, desk, f"M-{row.id}", history=False)
    assert (row.outcome, row.virus_check) == ("registered", "unchecked")
    assert isinstance(shown, MailDossier)
    assert [one.virus_check for one in shown.documents] == ["not virus-checked"]


def test_doctor_says_whether_a_scanner_is_set_and_answers(desk: Desk, server: StandIn) -> None:
    found = {}
    for name, examined in (("none", desk), ("set", scanned_by(desk, server))):
        with desk.database.read() as session:
            results = [result for check in CHECKS for result in check(session, examined)]
        found[name] = next(one for one in results if one.name == "virus scanner")

    assert found["none"].health is Health.NOTE
    assert (found["set"].health, found["set"].says) == (Health.GOOD, "ClamAV 0.0 made up.")
