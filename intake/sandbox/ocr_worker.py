"""The process that sees: it is handed pixels, answers with words, and can do nothing else.

Started afresh by intake/sandbox/ocr_process.py with an empty environment. It loads its engines, shuts
itself in as reading children are, and serves one picture after the other until it is hung up on or long
unused.
"""

import fcntl
import os
import resource
import socket
import struct
import sys
from pathlib import Path
from typing import NoReturn

import numpy as np

from intake.ocr.eyes import Eyes
from intake.sandbox.child_limits import MEGABYTE, ChildLimits
from intake.sandbox.confinement import confine
from intake.sandbox.eye_frames import (
    AnswerHead,
    FrameError,
    PictureHead,
    filled,
    taken_question,
    words_to_wire,
)

LIMITS = ChildLimits(memory_bytes=3072 * MEGABYTE, cpu_s=3600)
"""For its whole life; it is replaced long before it has used so much."""

READY = b"R"
_IDLE_S = 300


def run_worker(arguments: list[str], eyes: Eyes, *, idle_s: int = _IDLE_S) -> NoReturn:
    """Shut this process in and serve on the descriptors that the command line names, until nothing is
    asked for ``idle_s``."""
    socket_fd, lifeline_fd = (int(argument) for argument in arguments[:2])
    threads = len(list(Path("/proc/self/task").iterdir()))
    if threads > 1:  # the kernel's filter would hold for one of them
        sys.exit(f"The OCR process must have one thread to be shut in, not {threads}.")
    _end_with_other_side_of(lifeline_fd)
    with socket.socket(fileno=os.dup(socket_fd)) as channel:
        # Reading ends with an error after that time: unused, it gives its memory back.
        channel.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack("@ll", idle_s, 0))
    confine(LIMITS, (socket_fd, lifeline_fd), parent_pid=None)
    os.write(socket_fd, READY)
    try:
        while _serve(socket_fd, eyes):
            continue
    except (FrameError, OSError):
        os._exit(1)
    os._exit(0)


def _end_with_other_side_of(lifeline_fd: int) -> None:
    """Have the kernel end this process when the other side of the pipe closes: even in the middle of a
    picture. The signal at the parent's death would come when the thread ends that started us."""
    fcntl.fcntl(lifeline_fd, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(lifeline_fd, fcntl.F_SETFL, os.O_ASYNC | os.O_NONBLOCK)


def _serve(socket_fd: int, eyes: Eyes) -> bool:
    """Answer one question; false when nobody asks any more."""

    def receive(view: memoryview) -> int:
        return os.readv(socket_fd, [view])

    question = taken_question(receive)
    if not isinstance(question, PictureHead):
        return False
    pixels = np.frombuffer(filled(question.size_bytes, receive), dtype=np.uint8)
    words = _words(eyes, question, pixels)
    used = resource.getrusage(resource.RUSAGE_SELF)
    head = AnswerHead(
        has_words=words is not None,
        cpu_s=used.ru_utime + used.ru_stime,
        peak_rss_bytes=used.ru_maxrss << 10,
        size_bytes=len(words or b""),
    )
    view = memoryview(head.to_wire() + (words or b""))
    while view:
        view = view[os.write(socket_fd, view) :]
    return True


def _words(eyes: Eyes, head: PictureHead, pixels: np.ndarray[tuple[int], np.dtype[np.uint8]]) -> bytes | None:
    """Return the words as they are sent; None when this picture cannot be read."""
    shape = (head.height, head.width) if head.channels == 1 else (head.height, head.width, head.channels)
    try:
        return words_to_wire(eyes.read(pixels.reshape(shape), head.reader, head.languages))
    except Exception:  # noqa: BLE001 - the process's one loop: whatever an engine raises, the page goes unread
        return None


if __name__ == "__main__":
    from intake.ocr.engines import LocalEyes

    local = LocalEyes()
    local.load(sys.argv[3:])
    run_worker(sys.argv[1:], local)
