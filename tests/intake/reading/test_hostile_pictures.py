"""Pictures made to hurt readers: each gives an error or a reading, within its limits, and hurts nobody."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from made_up import hostile_ocr
from made_up.heic_sample import heic_photo
from made_up.hostile_pictures import HOSTILE_PICTURES, HostilePicture

from intake.sandbox.child_limits import MEGABYTE, PICTURE_LIMITS
from intake.sandbox.ocr_process import OcrProcess
from intake.sandbox.reader_pool import ReaderPool

LIMITS = replace(PICTURE_LIMITS, cpu_s=3)
MOST_RESIDENT = 1200 * MEGABYTE


@pytest.fixture(scope="module")
def pool() -> Iterator[ReaderPool]:
    """Yield a pool that gives a picture less time than the product does, and sees nothing on a page."""
    ocr = OcrProcess((sys.executable, "-I", hostile_ocr.__file__, "300"))
    with ReaderPool(1, picture_limits=LIMITS, ocr=ocr) as opened:
        yield opened


@pytest.mark.parametrize("hostile", HOSTILE_PICTURES, ids=lambda hostile: hostile.file_name)
def test_a_hostile_picture_gives_an_error_or_a_reading(pool: ReaderPool, hostile: HostilePicture) -> None:
    zygote_pid = pool.zygote_pid

    document, use = pool.measure(hostile.make())

    error = document.error.code.value if document.error else None
    assert not hostile.errors or error in hostile.errors
    assert use.cpu_s <= LIMITS.cpu_s + 1.5
    assert use.peak_rss_bytes <= MOST_RESIDENT
    assert pool.zygote_pid == zygote_pid


def test_a_heic_whose_decoder_needs_a_thread_is_opened_all_the_same(pool: ReaderPool) -> None:
    document, use = pool.measure(heic_photo().data)

    assert document.error is None
    assert use.peak_rss_bytes <= MOST_RESIDENT


@pytest.mark.shared
def test_the_shared_picture_bomb_is_too_large(pool: ReaderPool, shared: Path) -> None:
    document, use = pool.measure_path(shared / "documents" / "hostile" / "bomb_40000.png")

    assert document.error is not None
    assert document.error.code == "too_large"
    assert use.cpu_s < 2
