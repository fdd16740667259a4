"""The OCR process may die, hang or grow: a picture at most goes unread, and nothing gets out of it."""

import os
import select
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest
from made_up import hostile_ocr
from made_up.hostile_ocr import DIE, FLOOD, GROW, HANG, RAISE, SLOW, WELL, WHO, WORK

from intake.ocr.eyes import EyesClosedError, Reader
from intake.sandbox.eye_frames import MOST_ANSWER_BYTES, PictureHead, words_from_wire
from intake.sandbox.ocr_process import Answered, OcrFailed, OcrNotStarted, OcrProcess
from intake.sandbox.system_calls import can_refuse_calls

COMMAND = (sys.executable, "-I", hostile_ocr.__file__, "300")

needs_filter = pytest.mark.skipif(not can_refuse_calls(), reason="no list of system calls for this machine")


@pytest.fixture(scope="module")
def ocr() -> Iterator[OcrProcess]:
    """Yield an OCR process that does what its pictures say."""
    opened = OcrProcess(COMMAND)
    yield opened
    opened.end()


def _asked(ocr: OcrProcess, deed: int, reader: Reader = Reader.SCENE, languages: str = "eng") -> Answered:
    return ocr.read(PictureHead(reader, languages, 2, 3, 1), bytearray([deed] * 6))


def _said(ocr: OcrProcess, deed: int) -> str:
    return words_from_wire(_asked(ocr, deed).words)[0].text


def _has_ended(pid: int) -> bool:
    try:
        descriptor = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    ended = bool(poll.poll(20_000))
    os.close(descriptor)
    return ended


def test_it_is_started_at_the_first_picture() -> None:
    ocr = OcrProcess(COMMAND)
    before = ocr.pid

    said = _said(ocr, WELL)

    assert before is None
    assert said == "(2, 3) 0"
    assert ocr.pid is not None
    ocr.end()


@needs_filter
@pytest.mark.parametrize("deed", ["OPEN", "SOCKET", "EXECUTE", "FORK", "THREAD", "KILL"])
def test_a_picture_that_takes_it_over_opens_sends_and_starts_nothing(ocr: OcrProcess, deed: str) -> None:
    assert _said(ocr, getattr(hostile_ocr, deed)).startswith("refused: ")


def test_it_knows_no_secret_and_is_nobody(ocr: OcrProcess, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CFIT_SMTP_PASSWORD", "a secret")
    user = 65534 if os.geteuid() == 0 else os.geteuid()
    names = ["LANG", "OMP_NUM_THREADS", "OMP_THREAD_LIMIT", "OPENBLAS_NUM_THREADS", "ORT_DISABLE_TELEMETRY"]

    later = OcrProcess(COMMAND)

    assert _said(later, WHO) == f"{user} {names} ['eng']"
    later.end()


def test_an_engine_that_raises_leaves_its_picture_unread(ocr: OcrProcess) -> None:
    pid = ocr.pid

    answered = _asked(ocr, RAISE)

    assert not answered.head.has_words
    assert _said(ocr, WELL) == "(2, 3) 0"
    assert ocr.pid == (pid or ocr.pid)


def test_a_picture_over_which_it_dies_twice_is_given_up_and_nothing_else(ocr: OcrProcess) -> None:
    with pytest.raises(OcrFailed):
        _asked(ocr, DIE)

    assert _said(ocr, WELL) == "(2, 3) 0"


def test_a_picture_over_which_it_hangs_is_given_up_after_its_time() -> None:
    ocr = OcrProcess(COMMAND, picture_s=1.0)
    began = time.monotonic()

    with pytest.raises(OcrFailed):
        _asked(ocr, HANG)

    assert time.monotonic() - began > 2.0
    assert _said(ocr, WELL) == "(2, 3) 0"
    ocr.end()


def test_one_that_has_grown_is_replaced(ocr: OcrProcess) -> None:
    grown = _asked(ocr, GROW)
    before = ocr.pid

    assert grown.head.peak_rss_bytes > 1_300_000_000
    assert _said(ocr, WELL) == "(2, 3) 0"
    assert ocr.pid != before


def test_an_answer_is_cut_to_what_may_be_sent(ocr: OcrProcess) -> None:
    answered = _asked(ocr, FLOOD)

    assert answered.head.size_bytes <= MOST_ANSWER_BYTES
    assert len(words_from_wire(answered.words)) == 2500


def test_what_one_picture_took_is_told(ocr: OcrProcess) -> None:
    _asked(ocr, WELL)

    assert 0 <= _asked(ocr, WELL).cpu_s < 5


def test_a_language_that_is_not_there_closes_the_eyes_and_starts_nothing() -> None:
    ocr = OcrProcess(COMMAND)

    with pytest.raises(EyesClosedError):
        _asked(ocr, WELL, Reader.PRINT, "tlh")

    assert ocr.pid is None


def test_further_languages_are_loaded_by_a_new_process_that_keeps_the_old_ones() -> None:
    ocr = OcrProcess(COMMAND)

    first = words_from_wire(_asked(ocr, WHO).words)[0].text
    both = words_from_wire(_asked(ocr, WHO, Reader.PRINT, "deu+tlh+eng").words)[0].text
    pid = ocr.pid
    _asked(ocr, WHO, Reader.PRINT, "eng")

    assert first.endswith("['eng']")
    assert both.endswith("['eng', 'deu+eng']")
    assert ocr.pid == pid
    ocr.end()


def test_one_that_cannot_start_closes_the_eyes() -> None:
    ocr = OcrProcess((sys.executable, "-c", ""))

    with pytest.raises(OcrNotStarted):
        _asked(ocr, WELL)


def test_it_ends_by_itself_when_nobody_asks() -> None:
    ocr = OcrProcess((*COMMAND[:-1], "1"))
    ocr.start()
    first = ocr.pid
    assert first is not None

    ended = _has_ended(first)

    assert ended
    assert _said(ocr, WELL) == "(2, 3) 0"
    assert ocr.pid != first
    ocr.end()


def test_pictures_are_read_in_the_order_in_which_they_came(ocr: OcrProcess) -> None:
    order: list[int] = []
    ocr.start()

    def ask(number: int) -> None:
        _asked(ocr, SLOW)
        order.append(number)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
        time.sleep(0.02)  # so that they have asked one after the other
    for thread in threads:
        thread.join()

    assert order == sorted(order)


def test_who_waits_when_it_is_ended_is_told_at_once() -> None:
    ocr = OcrProcess(COMMAND)
    ocr.start()
    told: list[str] = []

    def ask() -> None:
        try:
            _asked(ocr, HANG)
        except EyesClosedError as closed:
            told.append(type(closed).__name__)

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    time.sleep(0.3)
    ocr.end()
    for thread in threads:
        thread.join(timeout=10)

    assert told == ["EyesClosedError"] * 3
    assert ocr.pid is None


def test_a_picture_that_nobody_wants_any_more_is_not_read(ocr: OcrProcess) -> None:
    with pytest.raises(EyesClosedError):
        ocr.read(PictureHead(Reader.SCENE, "eng", 1, 1, 1), bytearray(1), is_wanted=lambda: False)


def test_it_ends_in_the_middle_of_a_picture_when_its_worker_is_killed() -> None:
    program = (
        "import sys, threading\n"
        "from intake.ocr.eyes import Reader\n"
        "from intake.sandbox.eye_frames import PictureHead\n"
        "from intake.sandbox.ocr_process import OcrProcess\n"
        f"ocr = OcrProcess({COMMAND!r})\n"
        "starter = threading.Thread(target=ocr.start)\n"  # it outlives the thread that started it
        "starter.start(); starter.join()\n"
        f"work = lambda: ocr.read(PictureHead(Reader.SCENE, 'eng', 1, 1, 1), bytearray([{WORK}]))\n"
        "threading.Thread(target=work, daemon=True).start()\n"
        "print(ocr.pid, file=sys.stderr, flush=True)\n"
        "sys.stdin.read()\n"
    )
    worker = subprocess.Popen(
        [sys.executable, "-c", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert worker.stdin is not None
    assert worker.stderr is not None
    with worker.stdin, worker.stderr:
        seeing = int(worker.stderr.readline())
        worker.kill()
        worker.wait()

    assert _has_ended(seeing)
