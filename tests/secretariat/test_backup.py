"""Backup and restore: all of it, from either database into either, and never over anything."""

import tarfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from made_up.cases import MadeMail, pact_copy, take_in
from sqlmodel import select

from pact.application import Move
from pact.errors import PactError
from secretariat.backup import restore_backup, write_backup
from secretariat.decide import Order, decide
from secretariat.desk import Desk, open_desk
from secretariat.hand import Hand
from secretariat.verify import verify_all
from storage.counters import next_reference
from storage.dump import our_tables
from storage.originals_folder import FolderOriginals
from storage.settings import Settings, load_settings
from storage.tables import Mail

OFFICER = "anna@secretariat.example"


@pytest.fixture
def filled_desk(staffed_desk: Desk) -> Desk:
    take_in(staffed_desk, MadeMail((pact_copy(),)))
    take_in(staffed_desk, MadeMail(text="May a hospital sign?"))
    decide(staffed_desk, Order("CFIT-2026-0001", Move.TO_COMMITTEE), Hand(OFFICER, "os", "complete"))
    outbox = staffed_desk.settings.home / "outbox"
    outbox.mkdir(parents=True)
    (outbox / "L-1.eml").write_bytes(b"a letter")
    return staffed_desk


@pytest.fixture
def empty_settings(tmp_path: Path, empty_database_url: str) -> Settings:
    url = empty_database_url
    if url.startswith("sqlite"):
        url = f"sqlite:///{tmp_path / 'restored' / 'cfit.sqlite'}"
    return load_settings(home=tmp_path / "restored", database_url=url)


def rows(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    with desk.database.read() as session:
        return {
            table.name: [tuple(row) for row in session.execute(table.select().order_by(*table.primary_key))]
            for table in our_tables()
        }


def damage_one_original(desk: Desk) -> str:
    with desk.database.read() as session:
        name = session.get_one(Mail, 1).sha256
    (path,) = (desk.settings.home / "originals").rglob(f"{name}*")
    path.chmod(0o600)
    path.write_bytes(b"something else")
    return name


class BusyOriginals(FolderOriginals):
    """Originals to which another comes whenever somebody has looked at all of them."""

    def names(self) -> Iterator[str]:
        yield from super().names()
        self.put(b"a mail that came in between")


def test_a_backup_brings_everything_back_from_either_database_to_either(
    filled_desk: Desk, empty_settings: Settings, tmp_path: Path
) -> None:
    archive = tmp_path / "backup.tar"
    write_backup(filled_desk, archive)

    restore_backup(empty_settings, archive)

    restored = open_desk(empty_settings)
    assert rows(restored) == rows(filled_desk)
    assert set(restored.originals.names()) == set(filled_desk.originals.names())
    assert (empty_settings.home / "outbox" / "L-1.eml").read_bytes() == b"a letter"
    assert verify_all(restored).problems == ()
    restored.database.close()


def test_numbering_goes_on_after_a_restore(
    filled_desk: Desk, empty_settings: Settings, tmp_path: Path
) -> None:
    archive = tmp_path / "backup.tar"
    write_backup(filled_desk, archive)
    restore_backup(empty_settings, archive)

    restored = replace(open_desk(empty_settings), now=filled_desk.now)
    row = take_in(restored, MadeMail(text="Another one."))
    with restored.database.write() as session:
        reference = next_reference(session, 2026)

    assert (row.id, reference) == (3, "CFIT-2026-0002")
    restored.database.close()


def test_a_restore_overwrites_nothing(filled_desk: Desk, tmp_path: Path) -> None:
    archive = tmp_path / "backup.tar"
    write_backup(filled_desk, archive)

    with pytest.raises(PactError, match="overwrites nothing"):
        restore_backup(filled_desk.settings, archive)

    with filled_desk.database.read() as session:
        assert len(session.exec(select(Mail.id)).all()) == 2


def test_a_backup_never_overwrites_another(filled_desk: Desk, tmp_path: Path) -> None:
    archive = tmp_path / "backup.tar"
    archive.write_bytes(b"the one before")

    with pytest.raises(PactError, match="exists already"):
        write_backup(filled_desk, archive)

    assert archive.read_bytes() == b"the one before"


def test_a_backup_is_readable_by_its_owner_alone(filled_desk: Desk, tmp_path: Path) -> None:
    archive = tmp_path / "backup.tar"

    write_backup(filled_desk, archive)

    assert archive.stat().st_mode & 0o777 == 0o600


def test_a_cut_backup_is_refused_with_a_sentence(
    filled_desk: Desk, empty_settings: Settings, tmp_path: Path
) -> None:
    archive = tmp_path / "backup.tar"
    write_backup(filled_desk, archive)
    archive.write_bytes(archive.read_bytes()[:2000])

    with pytest.raises(PactError, match="not a whole backup"):
        restore_backup(empty_settings, archive)


def test_a_damaged_original_is_named_by_verify(filled_desk: Desk) -> None:
    name = damage_one_original(filled_desk)

    problems = verify_all(filled_desk).problems

    assert problems == (f"The original {name} is damaged: restore it from a backup.",)


def test_an_archive_holds_no_path_that_leads_outside(filled_desk: Desk, tmp_path: Path) -> None:
    archive = tmp_path / "backup.tar"

    write_backup(filled_desk, archive)

    with tarfile.open(archive) as opened:
        assert all(not name.startswith("/") and ".." not in name for name in opened.getnames())


def test_a_mail_that_repeats_one_with_a_higher_number_comes_back(
    filled_desk: Desk, empty_settings: Settings, tmp_path: Path
) -> None:
    with filled_desk.database.write() as session:
        session.get_one(Mail, 1).same_as_mail_id = 2
    archive = tmp_path / "backup.tar"
    write_backup(filled_desk, archive)

    restore_backup(empty_settings, archive)

    restored = open_desk(empty_settings)
    assert rows(restored) == rows(filled_desk)
    restored.database.close()


def test_a_backup_whose_rows_do_not_fit_together_is_refused_with_a_sentence(
    filled_desk: Desk, empty_settings: Settings, tmp_path: Path
) -> None:
    archive = tmp_path / "backup.tar"
    write_backup(filled_desk, archive)
    archive.write_bytes(archive.read_bytes().replace(b'"mail_id": 1', b'"mail_id": 7'))

    with pytest.raises(PactError) as refused:
        restore_backup(empty_settings, archive)

    assert str(refused.value) == (
        f"{archive} is not a whole backup of this product (the rows of delivery do not fit together)."
    )


def test_a_damaged_original_is_left_out_and_counted(filled_desk: Desk, tmp_path: Path) -> None:
    damage_one_original(filled_desk)

    said = write_backup(filled_desk, tmp_path / "backup.tar")

    assert said.endswith("1 originals are damaged and were left out: cfit verify.")


def test_an_original_that_arrives_while_the_backup_is_written_is_no_damaged_one(
    filled_desk: Desk, tmp_path: Path
) -> None:
    busy = replace(filled_desk, originals=BusyOriginals(filled_desk.settings.home / "originals"))

    said = write_backup(busy, tmp_path / "backup.tar")

    assert "damaged" not in said


def test_a_backup_into_a_folder_that_is_not_there_is_refused_with_a_sentence(
    filled_desk: Desk, tmp_path: Path
) -> None:
    archive = tmp_path / "no" / "backup.tar"

    with pytest.raises(PactError) as refused:
        write_backup(filled_desk, archive)

    assert str(refused.value) == f"No backup was written to {archive}: No such file or directory."


def test_what_a_killed_backup_left_behind_is_in_nobodys_way(filled_desk: Desk, tmp_path: Path) -> None:
    archive = tmp_path / "backup.tar"
    (tmp_path / "backup.tar.partial").write_bytes(b"cut short")

    write_backup(filled_desk, archive)

    assert sorted(path.name for path in tmp_path.glob("backup*")) == ["backup.tar", "backup.tar.partial"]
