"""Documents made to hurt readers: each gives an error or a reading, within its limits, and hurts nobody."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from made_up.hostile import HOSTILE, Hostile, sparse_file

from intake.reading.read_file import read_file
from intake.reading.reading_json import from_json, to_json
from intake.reading.sniff import sniff
from intake.sandbox.child_limits import ChildLimits
from intake.sandbox.reader_pool import ReaderPool

LIMITS = ChildLimits()


@pytest.fixture(scope="module")
def pool() -> Iterator[ReaderPool]:
    """Yield a pool with the limits of the product."""
    with ReaderPool(1, limits=LIMITS) as opened:
        yield opened


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.file_name)
def test_a_hostile_document_gives_an_error_or_a_reading(pool: ReaderPool, hostile: Hostile) -> None:
    zygote_pid = pool.zygote_pid

    document, use = pool.measure(hostile.make())

    error = document.error.code.value if document.error else None
    allowed = {*hostile.errors, None} if hostile.may_be_read or not hostile.errors else set(hostile.errors)
    assert error in allowed
    assert use.cpu_s <= LIMITS.cpu_s + 1.5
    assert use.peak_rss_bytes <= LIMITS.memory_bytes
    assert pool.zygote_pid == zygote_pid


def test_a_sparse_file_that_begins_as_pdf_is_too_large(pool: ReaderPool, tmp_path: Path) -> None:
    document = pool.read_path(sparse_file(tmp_path / "sparse.pdf"))

    assert document.error is not None
    assert document.error.code == "too_large"


@pytest.mark.shared
@pytest.mark.slow
def test_every_hostile_document_of_the_shared_folder_leaves_the_worker_alive(
    pool: ReaderPool, shared: Path
) -> None:
    paths = sorted((shared / "documents" / "hostile").iterdir())
    zygote_pid = pool.zygote_pid

    used = [pool.measure_path(path)[1] for path in paths]

    assert len(used) >= 16
    assert max(use.cpu_s for use in used) <= LIMITS.cpu_s + 1.5
    assert max(use.peak_rss_bytes for use in used) <= LIMITS.memory_bytes
    assert pool.zygote_pid == zygote_pid


@pytest.mark.shared
@pytest.mark.slow
def test_a_child_that_can_open_nothing_reads_what_a_free_process_reads(
    pool: ReaderPool, shared: Path
) -> None:
    # Pages that are pictures are seen by eyes that a free process has not.
    every = sorted((shared / "documents" / "docs").iterdir())
    paths = [path for path in every if path.stat().st_size and not re.search("scan|photo", path.name)]

    for path in paths:
        data = path.read_bytes()
        free = from_json(json.dumps(to_json(read_file(data, sniff(data)))).encode())

        assert pool.read(data) == free, path.name

    assert len(paths) >= 80
