"""Taking in files through the door: times, letters, repetitions, and what is said of the rest."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from journeys.running import deliveries, mails

from pact.errors import PactError
from secretariat.desk import Desk
from secretariat.ingest import IngestOrder, LettersWanted, ReceivedWhen, ingest_paths, parse_received
from storage.database import Database
from storage.originals import open_originals
from storage.settings import Settings

NOW = datetime(2026, 3, 31, 9, 0, tzinfo=UTC)


def mail_of(at: datetime) -> bytes:
    stamp = at.strftime("%a, %d %b %Y %H:%M:%S +0000")
    return f"From: anna@city.example\nTo: cfit@localhost\nDate: {stamp}\n\nhello\n".encode()


@pytest.fixture
def desk(settings: Settings, database: Database) -> Desk:
    return Desk(settings, database, open_originals(settings), now=lambda: NOW)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "copy.eml"
    path.write_bytes(mail_of(NOW - timedelta(days=8)))
    return path


def test_a_file_is_kept_as_it_is_with_the_envelope_it_tells(desk: Desk, file: Path) -> None:
    (ingested,) = ingest_paths(desk, IngestOrder((file,)))

    (mail,) = mails(desk.database)
    assert ingested.kept is not None
    assert (ingested.kept.mail_id, ingested.kept.was_new) == (mail.id, True)
    assert (mail.envelope_from, mail.envelope_to, mail.source) == (
        "anna@city.example",
        ["cfit@localhost"],
        "file",
    )
    assert desk.originals.get(mail.sha256) == file.read_bytes()


def test_the_same_file_again_is_the_same_mail(desk: Desk, file: Path) -> None:
    twice = list(ingest_paths(desk, IngestOrder((file, file))))

    assert [each.kept.was_new for each in twice if each.kept] == [True, False]
    assert (len(mails(desk.database)), len(deliveries(desk.database))) == (1, 2)


@pytest.mark.parametrize(
    ("age_days", "wanted", "letters"),
    [
        (7, LettersWanted.AUTO, "auto"),
        (8, LettersWanted.AUTO, "none"),
        (8, LettersWanted.ALWAYS, "auto"),
        (1, LettersWanted.NONE, "none"),
        (-30, LettersWanted.AUTO, "auto"),
    ],
)
def test_old_mail_gets_no_letter_unless_asked_for(
    desk: Desk, file: Path, age_days: int, wanted: LettersWanted, letters: str
) -> None:
    file.write_bytes(mail_of(NOW - timedelta(days=age_days)))

    list(ingest_paths(desk, IngestOrder((file,), letters=wanted)))

    assert mails(desk.database)[0].letters == letters


@pytest.mark.parametrize(
    ("received", "received_at"),
    [
        (ReceivedWhen.NOW, NOW),
        (ReceivedWhen.FROM_HEADERS, NOW - timedelta(days=8)),
        (date(2026, 3, 30), datetime(2026, 3, 30, 10, 0, tzinfo=UTC)),
        (date(2026, 3, 31), NOW),
    ],
)
def test_mail_counts_as_received_when_the_order_says(
    desk: Desk, file: Path, received: ReceivedWhen | date, received_at: datetime
) -> None:
    list(ingest_paths(desk, IngestOrder((file,), received=received)))

    assert mails(desk.database)[0].received_at == received_at


def test_a_date_header_from_the_future_does_not_move_the_clock(desk: Desk, file: Path) -> None:
    file.write_bytes(mail_of(NOW + timedelta(days=30)))

    list(ingest_paths(desk, IngestOrder((file,), received=ReceivedWhen.FROM_HEADERS)))

    assert mails(desk.database)[0].received_at == NOW


def test_a_mail_that_is_too_large_is_told_and_the_others_are_kept(desk: Desk, file: Path) -> None:
    small = Desk(
        desk.settings.model_copy(update={"max_mail_bytes": 200}), desk.database, desk.originals, now=desk.now
    )
    large = file.with_name("a.eml")
    large.write_bytes(b"x" * 201)

    ingested = list(ingest_paths(small, IngestOrder((large, file))))

    assert [each.kept is not None for each in ingested] == [False, True]
    assert ingested[0].problem == "Larger than CFIT_MAX_MAIL_BYTES allows (200 bytes): not taken in."


def test_an_outlook_item_is_kept_for_a_person(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "copy.msg"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest")

    list(ingest_paths(desk, IngestOrder((path,))))

    assert desk.originals.get(mails(desk.database)[0].sha256) == path.read_bytes()


@pytest.mark.parametrize(
    "order",
    [
        IngestOrder((Path("nothing.eml"),)),
        IngestOrder((Path(__file__),), received=date(2026, 4, 1)),
    ],
)
def test_an_order_that_cannot_be_meant_takes_nothing_in(desk: Desk, order: IngestOrder) -> None:
    with pytest.raises(PactError):
        list(ingest_paths(desk, order))

    assert mails(desk.database) == []


def test_received_takes_a_word_or_a_day() -> None:
    assert [parse_received(text) for text in (None, "from-headers", "2026-03-31")] == [
        ReceivedWhen.NOW,
        ReceivedWhen.FROM_HEADERS,
        date(2026, 3, 31),
    ]
    with pytest.raises(PactError, match="--received takes from-headers or a day such as 2026-03-31"):
        parse_received("yesterday")


def test_the_time_of_the_250_is_now_whenever_the_mail_was_received(desk: Desk, file: Path) -> None:
    list(ingest_paths(desk, IngestOrder((file,), received=date(2026, 3, 1))))

    (delivery,) = deliveries(desk.database)
    assert delivery.at == NOW
    assert mails(desk.database)[0].received_at < NOW
