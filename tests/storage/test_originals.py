"""What holds of originals wherever they are kept: in a folder or in a bucket."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import obstore
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from obstore.store import LocalStore, MemoryStore

from storage.clock import utc_now
from storage.originals import (
    OriginalDamaged,
    OriginalMissing,
    Originals,
    open_originals,
    sha256_of,
)
from storage.originals_bucket import BucketOriginals
from storage.originals_folder import FolderOriginals
from storage.settings import load_settings

MAIL = b"From: mira@waterboard.example\r\n\r\nOur signed copy.\r\n"
ABSENT = "0" * 64


def in_folder(root: Path) -> tuple[Originals, Callable[[str, bytes], None]]:
    def overwrite(name: str, data: bytes) -> None:
        (root / name[:2] / name).write_bytes(data)

    return FolderOriginals(root), overwrite


def in_memory(_root: Path) -> tuple[Originals, Callable[[str, bytes], None]]:
    store = MemoryStore()
    return BucketOriginals(store), lambda name, data: obstore.put(store, name, data) and None


def in_local_store(root: Path) -> tuple[Originals, Callable[[str, bytes], None]]:
    store = LocalStore(root, mkdir=True)
    return BucketOriginals(store), lambda name, data: obstore.put(store, name, data) and None


@pytest.fixture(params=[in_folder, in_memory, in_local_store])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Originals, Callable[[str, bytes], None]]:
    """Return originals, and a way to write wrong bytes under a name behind their back."""
    made: tuple[Originals, Callable[[str, bytes], None]] = request.param(tmp_path / "originals")
    return made


@pytest.fixture
def originals(place: tuple[Originals, Callable[[str, bytes], None]]) -> Originals:
    return place[0]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.binary(max_size=4096))
def test_bytes_come_back_as_they_were_put_under_their_sha256(originals: Originals, data: bytes) -> None:
    name = originals.put(data)

    assert name == sha256_of(data)
    assert originals.get(name) == data
    assert originals.has(name)


def test_the_same_bytes_twice_are_kept_once(originals: Originals) -> None:
    first = originals.put(MAIL)
    second = originals.put(MAIL)

    assert first == second
    assert list(originals.names()) == [first]


def test_every_name_is_listed(originals: Originals) -> None:
    names = {originals.put(bytes([number]) * 10) for number in range(40)}

    assert set(originals.names()) == names


def test_what_was_never_put_is_missing(originals: Originals) -> None:
    with pytest.raises(OriginalMissing) as missing:
        originals.get(ABSENT)

    assert str(missing.value) == f"The original {ABSENT} is missing: restore it from a backup."
    assert not originals.has(ABSENT)


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "0" * 63, "0" * 63 + "/"])
def test_nothing_but_a_sha256_names_an_original(originals: Originals, name: str) -> None:
    with pytest.raises(OriginalMissing):
        originals.get(name)

    originals.discard(name)

    assert not originals.has(name)


def test_damage_shows_when_it_is_read(place: tuple[Originals, Callable[[str, bytes], None]]) -> None:
    originals, overwrite = place
    name = originals.put(MAIL)
    overwrite(name, MAIL.replace(b"signed", b"SIGNED"))

    with pytest.raises(OriginalDamaged) as damaged:
        originals.get(name)

    assert str(damaged.value) == f"The original {name} is damaged: restore it from a backup."
    assert list(originals.problems()) == [str(damaged.value)]


def test_putting_the_bytes_again_heals_what_was_cut_short(
    place: tuple[Originals, Callable[[str, bytes], None]],
) -> None:
    originals, overwrite = place
    name = originals.put(MAIL)
    overwrite(name, MAIL[:10])

    originals.put(MAIL)

    assert originals.get(name) == MAIL


def test_sound_originals_have_no_problems(originals: Originals) -> None:
    originals.put(MAIL)
    originals.put(b"")

    assert list(originals.problems()) == []


def test_what_is_discarded_is_gone_and_discarding_it_again_is_no_error(originals: Originals) -> None:
    name = originals.put(MAIL)

    originals.discard(name)
    originals.discard(name)

    assert (originals.has(name), list(originals.names())) == (False, [])


def test_sweeping_leaves_every_original_that_is_whole(originals: Originals) -> None:
    name = originals.put(b"whole")

    removed = originals.sweep_unfinished(before=utc_now() + timedelta(days=1))

    assert (removed, list(originals.names())) == (0, [name])


def test_the_setting_says_where_originals_lie(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_REGION", "eu-west-1")
    inside = open_originals(load_settings(home=home))
    outside = open_originals(load_settings(home=home, originals_url=f"file://{home}/else"))
    bucket = open_originals(
        load_settings(home=home, originals_url="s3://cfit/pact", https_proxy="http://proxy.example:3128")
    )

    assert isinstance(inside, FolderOriginals)
    assert isinstance(outside, FolderOriginals)
    assert isinstance(bucket, BucketOriginals)
    assert (inside.root, outside.root) == (home / "originals", home / "else")
    assert bucket.store.prefix == "pact"
    assert bucket.store.client_options == {"proxy_url": "http://proxy.example:3128"}
