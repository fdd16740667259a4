"""One forked child: it reads the document that it was handed, answers through a pipe, and ends."""

import os
import traceback
from collections.abc import Callable
from typing import NoReturn

from intake.sandbox.child_limits import Request
from intake.sandbox.confinement import confine

Task = Callable[[bytes], bytes]

ANSWERED = 0
NOT_CONFINED = 1
OUT_OF_MEMORY = 3
TASK_RAISED = 4

_CHUNK_BYTES = 1 << 20


def run_child(task: Task, request: Request, document_fd: int, answer_fd: int, zygote_pid: int) -> NoReturn:
    """Shut this process in, run the task on the document, write its answer, and end the process."""
    code = NOT_CONFINED
    try:
        confine(request.limits, zygote_pid, keep=(document_fd, answer_fd))
        code = TASK_RAISED
        _write(answer_fd, task(_read(document_fd, request.limits.document_bytes)))
        code = ANSWERED
    except MemoryError:
        code = OUT_OF_MEMORY
    except BaseException as error:  # noqa: BLE001 - the child's one loop: whatever it was, the parent is told
        _write(answer_fd, _name_of(error))
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
