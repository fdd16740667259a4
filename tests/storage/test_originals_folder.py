import os
import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from storage.clock import utc_now
from storage.originals_folder import FolderOriginals

MAIL = b"Subject: our signed copy\r\n\r\n" * 50


@pytest.fixture
def originals(tmp_path: Path) -> FolderOriginals:
    return FolderOriginals(tmp_path / "originals")


def path_of(originals: FolderOriginals, name: str) -> Path:
    return originals.root / name[:2] / name


def test_only_the_owner_may_read(originals: FolderOriginals) -> None:
    path = path_of(originals, originals.put(MAIL))

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in (originals.root, path.parent)] == [0o700, 0o700]


def test_nothing_is_left_beside_what_was_put(originals: FolderOriginals) -> None:
    path = path_of(originals, originals.put(MAIL))

    assert [found for found in originals.root.rglob("*") if found.is_file()] == [path]


def test_a_damaged_file_of_the_same_length_is_replaced(originals: FolderOriginals) -> None:
    name = originals.put(MAIL)
    path_of(originals, name).write_bytes(b"x" * len(MAIL))

    originals.put(MAIL)

    assert originals.get(name) == MAIL


def test_many_may_put_the_same_at_once(originals: FolderOriginals) -> None:
    with ThreadPoolExecutor(8) as threads:
        names = set(threads.map(lambda _: originals.put(MAIL), range(32)))

    assert names == set(originals.names())
    assert list(originals.problems()) == []
    assert list((originals.root / "unfinished").iterdir()) == []


def test_bytes_and_folders_are_synced_before_put_returns(
    originals: FolderOriginals, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []
    real = os.fsync

    def fsync(descriptor: int) -> None:
        synced.append(str(Path(f"/proc/self/fd/{descriptor}").readlink().relative_to(originals.root)))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    name = originals.put(MAIL)

    bytes_written, shard_made, linked = synced
    assert (shard_made, linked) == (".", name[:2])
    assert bytes_written.startswith("unfinished/")


def test_a_full_disk_leaves_nothing_and_is_said(
    originals: FolderOriginals, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        originals.put(MAIL)

    assert list(originals.names()) == []
    assert list((originals.root / "unfinished").iterdir()) == []


def test_only_what_was_long_left_unfinished_is_swept(originals: FolderOriginals) -> None:
    old, young = originals.root / "unfinished" / "old", originals.root / "unfinished" / "young"
    old.write_bytes(b"half a m")
    young.write_bytes(b"half a m")
    now = utc_now()
    two_days_ago = (now - timedelta(days=2)).timestamp()
    os.utime(old, (two_days_ago, two_days_ago))

    removed = originals.sweep_unfinished(before=now - timedelta(days=1))

    assert (removed, old.exists(), young.exists()) == (1, False, True)


def test_what_lies_about_is_not_taken_for_an_original(originals: FolderOriginals) -> None:
    name = originals.put(MAIL)
    (originals.root / name[:2] / "notes.txt").write_text("mine")

    assert list(originals.names()) == [name]
