"""Small mail in the spool: found wherever it lies, moved once, and never in neither place."""

from collections.abc import Callable

import pytest

from storage.clock import utc_now
from storage.database import Database
from storage.mails import IncomingMail, keep_mails
from storage.original_names import OriginalDamaged, OriginalMissing, sha256_of
from storage.originals_folder import FolderOriginals
from storage.originals_spool import SpoolingOriginals, open_originals_with_spool
from storage.settings import Settings
from storage.tables import SpooledOriginal

MAIL = b"From: mira@waterboard.example\r\n\r\nOur signed copy.\r\n"


@pytest.fixture
def originals(settings: Settings, database: Database) -> SpoolingOriginals:
    return open_originals_with_spool(settings, database)


def arrived(data: bytes, sender: str = "mira@waterboard.example") -> IncomingMail:
    return IncomingMail(
        sha256=sha256_of(data),
        size_bytes=len(data),
        spooled=data,
        envelope_from=sender,
        envelope_to=("cfit@localhost",),
        received_at=utc_now(),
        source="smtp",
    )


def damage(database: Database) -> None:
    with database.write() as session:
        row = session.get_one(SpooledOriginal, sha256_of(MAIL))
        row.data = b"something else"


def test_a_spooled_mail_is_an_original_like_any_other(
    originals: SpoolingOriginals, database: Database
) -> None:
    name = sha256_of(MAIL)
    keep_mails(database, [arrived(MAIL)])

    assert (originals.get(name), originals.has(name), originals.is_settled()) == (MAIL, True, False)
    assert (list(originals.names()), list(originals.problems())) == ([name], [])
    assert list(originals.lasting.names()) == []


def test_settling_moves_it_to_its_one_lasting_home(originals: SpoolingOriginals, database: Database) -> None:
    many = [MAIL + b"%d\r\n" % number for number in range(60)]
    keep_mails(database, [arrived(data) for data in many])

    moved = (originals.settle(), originals.settle())

    assert (moved, originals.is_settled()) == ((60, 0), True)
    assert sorted(originals.names()) == sorted(originals.lasting.names()) == sorted(map(sha256_of, many))
    assert [originals.get(sha256_of(data)) for data in many] == many


def test_a_mover_that_was_killed_before_it_cleared_the_spool_is_followed_by_one_that_does(
    originals: SpoolingOriginals, database: Database
) -> None:
    keep_mails(database, [arrived(MAIL)])
    originals.lasting.put(MAIL)

    assert list(originals.names()) == [sha256_of(MAIL)]
    assert (originals.settle(), originals.is_settled()) == (1, True)
    assert originals.get(sha256_of(MAIL)) == MAIL


def test_the_same_bytes_from_several_senders_are_spooled_once(
    originals: SpoolingOriginals, database: Database
) -> None:
    kept = keep_mails(database, [arrived(MAIL), arrived(MAIL, "joris@city.example"), arrived(MAIL)])

    assert [one.was_new for one in kept] == [True, True, False]
    assert kept[0].mail_id == kept[2].mail_id != kept[1].mail_id
    assert originals.settle() == 1


def test_what_moves_while_it_is_asked_for_is_found(settings: Settings, database: Database) -> None:
    class Moving(FolderOriginals):
        """Originals to which another process moves what is spooled, just when it was not found here."""

        before_missing: Callable[[], int] = staticmethod(lambda: 0)

        def get(self, sha256: str) -> bytes:
            try:
                return super().get(sha256)
            except OriginalMissing:
                self.before_missing()
                raise

    lasting = Moving(settings.home / "originals")
    originals = SpoolingOriginals(database, lasting)
    lasting.before_missing = originals.settle
    keep_mails(database, [arrived(MAIL)])

    assert originals.get(sha256_of(MAIL)) == MAIL


def test_what_was_discarded_is_in_neither_place(originals: SpoolingOriginals, database: Database) -> None:
    keep_mails(database, [arrived(MAIL)])
    originals.lasting.put(MAIL)

    originals.discard(sha256_of(MAIL))

    assert (originals.has(sha256_of(MAIL)), list(originals.names())) == (False, [])
    with pytest.raises(OriginalMissing):
        originals.get(sha256_of(MAIL))


def test_damage_in_the_spool_is_seen_and_stays_there(
    originals: SpoolingOriginals, database: Database
) -> None:
    keep_mails(database, [arrived(MAIL), arrived(MAIL + b"Another.")])
    damage(database)

    assert (originals.settle(), originals.settle()) == (1, 0)

    with pytest.raises(OriginalDamaged):
        originals.get(sha256_of(MAIL))
    assert len(list(originals.problems())) == 1
