"""A document may do to its child what it likes: the worker lives on, and nothing leaves the child."""

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from made_up import hostile_zygote

from intake.sandbox.child_end import ReaderUnavailable
from intake.sandbox.child_limits import MEGABYTE, ChildLimits
from intake.sandbox.reader_pool import ReaderPool
from intake.sandbox.system_calls import can_refuse_calls
from pact.documents import DocumentKind, ReadErrorCode

LIMITS = ChildLimits(memory_bytes=400 * MEGABYTE, cpu_s=1, wall_s=60.0, document_bytes=MEGABYTE)
COMMAND = (sys.executable, "-I", hostile_zygote.__file__)

needs_filter = pytest.mark.skipif(not can_refuse_calls(), reason="no list of system calls for this machine")


@pytest.fixture(scope="module")
def pool() -> Iterator[ReaderPool]:
    """Yield a pool whose children do what their document says."""
    with ReaderPool(2, limits=LIMITS, command=COMMAND) as opened:
        yield opened


def _error(pool: ReaderPool, deed: bytes) -> ReadErrorCode:
    document = pool.read(deed)
    assert document.kind is DocumentKind.OTHER
    assert document.error is not None
    return document.error.code


def _seen(pool: ReaderPool, deed: str) -> str:
    document = pool.read(deed.encode())
    assert document.error is None
    return document.remarks[0].seen


@pytest.mark.parametrize(
    ("deed", "code"),
    [
        (b"loop", ReadErrorCode.TIMEOUT),
        (b"hog", ReadErrorCode.TOO_LARGE),
        (b"hog_in_c", ReadErrorCode.TOO_LARGE),
        (b"abort", ReadErrorCode.DAMAGED),
        (b"segfault", ReadErrorCode.DAMAGED),
        (b"flood", ReadErrorCode.DAMAGED),
        (b"raise now", ReadErrorCode.DAMAGED),
        (b"recurse", ReadErrorCode.DAMAGED),
        (b"silent", ReadErrorCode.DAMAGED),
        (b"lie {}x", ReadErrorCode.DAMAGED),
        (b'lie {"kind": "a poem"}', ReadErrorCode.DAMAGED),
    ],
    ids=lambda value: value.decode() if isinstance(value, bytes) else "",
)
def test_a_child_that_fails_is_an_error_of_its_document_alone(
    pool: ReaderPool, deed: bytes, code: ReadErrorCode
) -> None:
    zygote_pid = pool.zygote_pid

    error = _error(pool, deed)

    assert error == code
    assert _seen(pool, "well and good") == "and good"
    assert pool.zygote_pid == zygote_pid


def test_a_child_that_waits_is_ended_by_the_clock_on_the_wall() -> None:
    with ReaderPool(1, limits=replace(LIMITS, wall_s=0.2), command=COMMAND) as pool:
        document, use = pool.measure(b"sleep")

    assert document.error is not None
    assert document.error.code == ReadErrorCode.TIMEOUT
    assert use.wall_s >= 0.2


@needs_filter
@pytest.mark.parametrize("deed", ["socket", "start", "execute", "thread", "raise_limit"])
def test_a_child_opens_no_socket_and_starts_nothing(pool: ReaderPool, deed: str) -> None:
    seen = _seen(pool, deed)

    assert seen.startswith("refused: ")


@needs_filter
def test_a_child_starts_no_process(pool: ReaderPool) -> None:
    assert _seen(pool, "fork_bomb") == "started 0"


@needs_filter
@pytest.mark.parametrize("deed", ["open", "write", "remove", "rename"])
def test_a_child_touches_no_file(pool: ReaderPool, tmp_path: Path, deed: str) -> None:
    original = tmp_path / "original"
    original.write_bytes(b"signed")
    tmp_path.chmod(0o777)
    original.chmod(0o666)

    seen = _seen(pool, f"{deed} {original}")

    assert seen == "refused: PermissionError"
    assert [path.name for path in tmp_path.iterdir()] == ["original"]
    assert original.read_bytes() == b"signed"


@needs_filter
@pytest.mark.parametrize("whose", ["worker", "zygote"])
def test_a_child_signals_nobody(pool: ReaderPool, whose: str) -> None:
    pid = os.getpid() if whose == "worker" else pool.zygote_pid

    assert _seen(pool, f"kill {pid}") == "refused: PermissionError"


def test_a_child_holds_its_document_and_its_answer_and_nothing_else(pool: ReaderPool) -> None:
    with socket.socket():
        open_in_child = _seen(pool, "descriptors").split()

    assert open_in_child[:3] == ["0", "1", "2"]
    assert len(open_in_child) == 5


def test_a_child_knows_no_secret_and_no_database(pool: ReaderPool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CFIT_SMTP_PASSWORD", "a secret")

    with ReaderPool(1, limits=LIMITS, command=COMMAND) as later:
        assert _seen(later, "loads") == "['LANG', 'OMP_NUM_THREADS', 'OPENBLAS_NUM_THREADS'] []"


def test_what_a_child_used_is_told(pool: ReaderPool) -> None:
    _, use = pool.measure(b"loop")

    assert 0.5 < use.cpu_s <= LIMITS.cpu_s + 1  # the kernel counts the limit by ticks
    assert use.wall_s <= LIMITS.wall_s
    assert MEGABYTE < use.peak_rss_bytes < LIMITS.memory_bytes


@pytest.mark.parametrize(
    ("size", "code"),
    [(0, ReadErrorCode.EMPTY), (MEGABYTE + 1, ReadErrorCode.TOO_LARGE)],
    ids=["empty", "large"],
)
def test_size_is_judged_before_anything_is_read(
    pool: ReaderPool, tmp_path: Path, size: int, code: ReadErrorCode
) -> None:
    path = tmp_path / "document"
    path.write_bytes(b"x" * size)

    assert _error(pool, b"x" * size) == code
    refused = pool.read_path(path).error
    assert refused is not None
    assert refused.code == code


def test_a_sparse_file_of_2_gb_is_too_large_at_once(pool: ReaderPool, tmp_path: Path) -> None:
    path = tmp_path / "sparse.pdf"
    with path.open("wb") as stream:
        stream.truncate(2 << 30)

    document, use = pool.measure_path(path)

    assert document.error is not None
    assert document.error.code == ReadErrorCode.TOO_LARGE
    assert use.cpu_s == 0.0


@pytest.mark.parametrize("kind", ["absent", "folder", "pipe"])
def test_what_is_no_file_is_not_waited_for(pool: ReaderPool, tmp_path: Path, kind: str) -> None:
    path = tmp_path / kind
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)

    document = pool.read_path(path)

    assert document.error is not None
    assert document.error.code == ReadErrorCode.UNSUPPORTED


def test_many_threads_read_at_once_and_each_gets_its_own_document(pool: ReaderPool) -> None:
    seen: dict[int, str] = {}

    def read(number: int) -> None:
        seen[number] = _seen(pool, f"well {number}")

    threads = [threading.Thread(target=read, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert seen == {number: str(number) for number in range(20)}


def test_a_dead_zygote_is_started_again(pool: ReaderPool) -> None:
    before = pool.zygote_pid
    os.kill(before, signal.SIGKILL)

    seen = _seen(pool, "well again")

    assert seen == "again"
    assert pool.zygote_pid != before


def test_a_zygote_killed_while_a_child_reads_costs_one_more_try(pool: ReaderPool) -> None:
    outcome: list[ReadErrorCode] = []
    thread = threading.Thread(target=lambda: outcome.append(_error(pool, b"loop")))
    before = pool.zygote_pid
    thread.start()
    os.kill(before, signal.SIGKILL)
    thread.join()

    assert outcome == [ReadErrorCode.TIMEOUT]


def test_without_a_zygote_the_fault_is_ours_and_not_the_documents() -> None:
    with (
        ReaderPool(1, limits=LIMITS, command=(sys.executable, "-c", "")) as pool,
        pytest.raises(ReaderUnavailable, match=r"No reading process"),
    ):
        pool.read(b"well")


def test_nothing_outlives_a_worker_that_is_killed() -> None:
    program = (
        "import os, sys, threading\n"
        "from intake.sandbox.child_limits import ChildLimits\n"
        "from intake.sandbox.reader_pool import ReaderPool\n"
        f"pool = ReaderPool(1, limits=ChildLimits(wall_s=600.0), command={COMMAND!r})\n"
        "threading.Thread(target=pool.read, args=(b'sleep',), daemon=True).start()\n"
        "pool.read(b'')\n"
        "print(pool.zygote_pid, flush=True)\n"
        "sys.stdin.read()\n"
    )
    worker = subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert worker.stdin is not None
    assert worker.stdout is not None
    with worker.stdin, worker.stdout:
        zygote = os.pidfd_open(int(worker.stdout.readline()))
        worker.kill()
        worker.wait()

    ended = _has_ended(zygote)
    os.close(zygote)
    assert ended


def _has_ended(pid_fd: int) -> bool:
    import select

    poll = select.poll()
    poll.register(pid_fd, select.POLLIN)
    return bool(poll.poll(20_000))


@pytest.mark.parametrize(
    ("deed", "limit"),
    [("loop", "time"), ("hog", "size"), ("segfault", "damaged"), ("lie " + "0" * 20, "damaged")],
    ids=["loop", "hog", "segfault", "lie"],
)
def test_a_mail_that_fells_its_child_is_known_by_its_header(pool: ReaderPool, deed: str, limit: str) -> None:
    raw = hostile_zygote.GOOD_MAIL.replace(b"Hello", deed.encode())

    mail = pool.parse(raw)

    assert mail.limits_hit == (limit,)
    assert (mail.from_address, mail.message_id) == ("nora@agency.example", "<1@agency.example>")
    assert mail.parts == ()


def test_a_mail_beyond_the_size_is_known_by_its_header(pool: ReaderPool) -> None:
    raw = hostile_zygote.GOOD_MAIL + b"x" * LIMITS.document_bytes

    mail = pool.parse(raw)

    assert mail.limits_hit == ("size",)
    assert mail.subject == "Hello"
