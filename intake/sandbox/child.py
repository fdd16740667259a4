"""One forked child: it reads the document that it was handed, answers through a pipe, and ends."""

import os
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

from intake.ocr.eyes import Eyes
from intake.sandbox.child_limits import Request
from intake.sandbox.confinement import confine
from intake.sandbox.remote_eyes import EyesWanted, RemoteEyes, WantedEyes

Task = Callable[[bytes, Eyes], bytes]
"""Reads a document, with eyes for what is picture in it, and says what it read."""

ANSWERED = 0
NOT_CONFINED = 1
OUT_OF_MEMORY = 3
TASK_RAISED = 4
EYES_WANTED = 5

_CHUNK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Handed:
    """The descriptors that a child holds: its document, the pipe for its answer, and, where it may have
    pictures read, the socket to ask on."""

    document_fd: int
    answer_fd: int
    eyes_fd: int | None = None

    @property
    def all(self) -> tuple[int, ...]:
        """Every one of them."""
        eyes = () if self.eyes_fd is None else (self.eyes_fd,)
        return (self.document_fd, self.answer_fd, *eyes)


def run_child(task: Task, request: Request, handed: Handed, zygote_pid: int) -> NoReturn:
    """Shut this process in, run the task on the document, write its answer, and end the process."""
    code = NOT_CONFINED
    try:
        confine(request.limits, handed.all, parent_pid=zygote_pid)
        code = TASK_RAISED
        eyes = WantedEyes() if handed.eyes_fd is None else RemoteEyes(handed.eyes_fd)
        answer = task(_read(handed.document_fd, request.limits.document_bytes), eyes)
        _write(handed.answer_fd, answer)
        code = ANSWERED
    except MemoryError:
        code = OUT_OF_MEMORY
    except EyesWanted:
        code = EYES_WANTED
    except BaseException as error:  # noqa: BLE001 - the child's one loop: whatever it was, the parent is told
        _write(handed.answer_fd, _name_of(error))
    finally:
        os._exit(code)


def _read(document_fd: int, most_bytes: int) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while size <= most_bytes:
        piece = os.pread(document_fd, min(_CHUNK_BYTES, most_bytes + 1 - size), size)
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)
        size += len(piece)
    raise MemoryError  # it grew after it was measured


def _write(answer_fd: int, answer: bytes) -> None:
    view = memoryview(answer)
    while view:
        view = view[os.write(answer_fd, view) :]


def _name_of(error: BaseException) -> bytes:
    """Return where our code failed, without a word of the document."""
    frames = traceback.extract_tb(error.__traceback__, limit=50)
    places = [f"{os.path.basename(frame.filename)}:{frame.lineno}" for frame in frames]  # noqa: PTH119
    return f"{type(error).__name__} at {' > '.join(places[-3:])}".encode("ascii", "replace")[:300]
