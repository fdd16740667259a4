"""A child that meets a picture may have it read, within its document's share and nothing beyond."""

import sys
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from made_up import hostile_ocr, hostile_zygote
from made_up.hostile_ocr import DIE, HANG, RAISE, SLOW

from intake.sandbox.child_end import ReaderUnavailable
from intake.sandbox.child_limits import MEGABYTE, ChildLimits
from intake.sandbox.eyes_relay import Progress
from intake.sandbox.ocr_process import OcrProcess
from intake.sandbox.reader_pool import ReaderPool
from intake.sandbox.system_calls import can_refuse_calls
from pact.documents import ReadErrorCode

LIMITS = ChildLimits(memory_bytes=400 * MEGABYTE, cpu_s=1, wall_s=30.0, document_bytes=MEGABYTE)
COMMAND = (sys.executable, "-I", hostile_zygote.__file__)
needs_filter = pytest.mark.skipif(not can_refuse_calls(), reason="no list of system calls for this machine")
OCR = (sys.executable, "-I", hostile_ocr.__file__, "300")


@pytest.fixture(scope="module")
def pool() -> Iterator[ReaderPool]:
    """Yield a pool whose children and whose OCR process do what their document says."""
    with _opened() as opened:
        yield opened


def _opened(picture_limits: ChildLimits = LIMITS) -> ReaderPool:
    return ReaderPool(
        2,
        limits=LIMITS,
        picture_limits=picture_limits,
        command=COMMAND,
        ocr=OcrProcess(OCR, picture_s=1.0),
    )


def _seen(pool: ReaderPool, deed: str) -> str:
    document = pool.read(deed.encode())
    assert document.error is None
    return document.remarks[0].seen


def test_a_child_that_meets_a_picture_has_it_read(pool: ReaderPool) -> None:
    assert _seen(pool, "see 0") == "(2,3)0:1"


def test_a_document_without_pictures_starts_no_ocr() -> None:
    ocr = OcrProcess(OCR)

    with ReaderPool(1, limits=LIMITS, command=COMMAND, ocr=ocr) as pool:
        assert _seen(pool, "well and good") == "and good"

    assert ocr.pid is None


def test_a_child_without_pictures_holds_no_socket(pool: ReaderPool) -> None:
    assert len(_seen(pool, "descriptors").split()) == 5


@needs_filter
@pytest.mark.parametrize("deed", ["socket", "start", "execute", "raise_limit", "open /etc/hostname"])
def test_a_child_with_pictures_opens_nothing_either(pool: ReaderPool, deed: str) -> None:
    assert _seen(pool, f"as_picture {deed}").startswith("refused: ")


@needs_filter
def test_a_child_with_pictures_starts_threads_and_no_process() -> None:
    with _opened(replace(LIMITS, threads=True)) as pool:
        assert _seen(pool, "as_picture thread") == "done: None"
        assert _seen(pool, "as_picture fork_bomb") == "started 0"
        assert _seen(pool, "as_picture execute").startswith("refused: ")
        assert _seen(pool, "thread").startswith("refused: ")


def test_what_the_ocr_process_used_is_told_beside_what_the_child_used(pool: ReaderPool) -> None:
    pool.read(f"see {SLOW}".encode())

    _, use = pool.measure(b"see 0 20")
    _, without = pool.measure(b"well")

    assert use.ocr_peak_rss_bytes > MEGABYTE
    assert 0 <= use.ocr_cpu_s < 5
    assert (without.ocr_cpu_s, without.ocr_peak_rss_bytes) == (0.0, 0)


def test_every_page_is_told_to_whoever_waits(pool: ReaderPool) -> None:
    told: list[Progress] = []

    pool.read(b"turn 3", told.append)

    assert told == [Progress(1, 3), Progress(2, 3), Progress(3, 3)]


def test_pages_that_cannot_be_are_told_to_nobody(pool: ReaderPool) -> None:
    told: list[Progress] = []
    page_nine_of_two = "01000000" + "00000009" + "00000002"

    seen = pool.read(f"speak {page_nine_of_two}".encode(), told.append).remarks[0].seen

    assert seen == "(2,3)0:1"
    assert told == [Progress(1, 1)]


def test_whoever_waits_may_end_the_reading(pool: ReaderPool) -> None:
    class Enough(Exception):
        """The person has gone."""

    def tell(progress: Progress) -> None:
        if progress.page == 2:
            raise Enough

    with pytest.raises(Enough):
        pool.read(b"turn 3", tell)

    assert _seen(pool, "see 0") == "(2,3)0:1"


@pytest.mark.parametrize(
    ("deed", "seen"),
    [(RAISE, "closed:3"), (DIE, "closed:8")],
    ids=["an engine raises", "the process dies"],
)
def test_pictures_that_cannot_be_read_are_given_up_one_by_one(pool: ReaderPool, deed: int, seen: str) -> None:
    times = seen.partition(":")[2]

    assert _seen(pool, f"see {deed} {times}") == seen
    assert _seen(pool, "see 0") == "(2,3)0:1"


def test_a_document_over_which_it_died_three_times_costs_no_further_process() -> None:
    ocr = OcrProcess(OCR)
    with ReaderPool(1, limits=LIMITS, command=COMMAND, ocr=ocr) as pool:
        assert _seen(pool, f"see {DIE} 3") == "closed:3"
        assert ocr.pid is None

        assert _seen(pool, f"see {DIE} 200") == "closed:200"


def test_a_document_has_its_share_of_pictures_and_no_more(pool: ReaderPool) -> None:
    assert _seen(pool, "see 0 450") == "(2,3)0:400 closed:50"


@pytest.mark.parametrize(
    "words",
    [
        "ff" * 12,
        "02000300" + "ffffffff" + "ffffffff",
        "020003ff" + "00000001" + "00000001",
        "02090300" + "00000001" + "00000001",
    ],
    ids=["nonsense", "a picture without end", "languages without end", "no such reader"],
)
def test_a_child_that_asks_what_nobody_may_is_not_heard_again(pool: ReaderPool, words: str) -> None:
    assert _seen(pool, f"speak {words}") == "closed:1"
    assert _seen(pool, "see 0") == "(2,3)0:1"


def test_a_child_that_stalls_in_the_middle_of_a_question_is_ended_by_its_clock() -> None:
    with _opened(replace(LIMITS, wall_s=0.5)) as pool:
        document, use = pool.measure(b"stall")

        assert document.error is not None
        assert document.error.code == ReadErrorCode.TIMEOUT
        assert use.wall_s < 5
        assert _seen(pool, "well and good") == "and good"


def test_documents_with_text_are_read_while_pictures_hold_every_place(pool: ReaderPool) -> None:
    waiting = [threading.Thread(target=pool.read, args=(f"see {SLOW} 10".encode(),)) for _ in range(3)]
    for thread in waiting:
        thread.start()

    seen = _seen(pool, "well and good")

    still_waiting = [thread.is_alive() for thread in waiting]
    for thread in waiting:
        thread.join()
    assert seen == "and good"
    assert still_waiting == [True, True, True]


def test_a_pool_that_is_closed_lets_nobody_wait() -> None:
    pool = _opened()
    outcome: list[str] = []

    def read() -> None:
        try:
            pool.read(f"see {HANG}".encode())
        except ReaderUnavailable as unavailable:
            outcome.append(str(unavailable))

    threads = [threading.Thread(target=read) for _ in range(2)]
    for thread in threads:
        thread.start()
    while pool._ocr.pid is None:
        threading.Event().wait(0.01)
    pool.close()
    for thread in threads:
        thread.join(timeout=20)

    assert outcome == ["Reading was ended."] * 2
