"""What documents are read against may change while the worker runs; what is being read is read to its end."""

import os
import select
import sys
import threading
from pathlib import Path

from made_up import hostile_zygote

from intake.reading.material import ReadingMaterial
from intake.sandbox.child_limits import MEGABYTE, ChildLimits
from intake.sandbox.reader_pool import ReaderPool
from intake.signing.trust_material import TrustMaterial
from pact.documents import ReadErrorCode

LIMITS = ChildLimits(memory_bytes=400 * MEGABYTE, cpu_s=1, wall_s=60.0, document_bytes=MEGABYTE)
COMMAND = (sys.executable, "-I", hostile_zygote.__file__)


def test_children_read_against_the_material_that_the_pool_was_given_last() -> None:
    first, later = (ReadingMaterial(trust=TrustMaterial(source=said)) for said in ("roots", "lists"))
    with ReaderPool(1, limits=LIMITS, command=COMMAND, material=first) as pool:
        before, pid = _seen(pool, "material"), pool.zygote_pid
        pool.use_material(ReadingMaterial(trust=TrustMaterial(source="roots")))
        unchanged = pool.zygote_pid

        pool.use_material(later)

        assert (before, unchanged) == ("roots", pid)
        assert _seen(pool, "material") == "lists"
        assert pool.material == later


def test_what_is_being_read_is_read_to_its_end_when_the_material_changes() -> None:
    outcome: list[ReadErrorCode] = []
    later = ReadingMaterial(trust=TrustMaterial(source="lists"))
    with ReaderPool(2, limits=LIMITS, command=COMMAND) as pool:
        thread = threading.Thread(target=lambda: outcome.append(_error(pool, b"loop")))
        retired = os.pidfd_open(pool.zygote_pid)
        thread.start()
        while not _has_child(pool.zygote_pid):
            threading.Event().wait(0.01)

        pool.use_material(later)

        assert _seen(pool, "material") == "lists"
        thread.join()
        assert outcome == [ReadErrorCode.TIMEOUT]  # by its own limit, not by the change
        assert _has_ended(retired)
    os.close(retired)


def _error(pool: ReaderPool, deed: bytes) -> ReadErrorCode:
    document = pool.read(deed)
    assert document.error is not None
    return document.error.code


def _seen(pool: ReaderPool, deed: str) -> str:
    document = pool.read(deed.encode())
    assert document.error is None
    return document.remarks[0].seen


def _has_child(pid: int) -> bool:
    return bool(Path(f"/proc/{pid}/task/{pid}/children").read_text())


def _has_ended(pid_fd: int) -> bool:
    poll = select.poll()
    poll.register(pid_fd, select.POLLIN)
    return bool(poll.poll(20_000))
