"""The worker's hold on its OCR process: started at the first picture, asked in turn, replaced if it fails."""

import os
import socket
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass

import structlog

from intake.ocr.eyes import EyesClosedError, Reader
from intake.ocr.languages import language_files, languages_known
from intake.sandbox.child_limits import MEGABYTE
from intake.sandbox.eye_frames import AnswerHead, FrameError, PictureHead, filled, taken_answer
from intake.sandbox.ocr_worker import READY

log = structlog.get_logger(__name__)

OCR_WORKER: tuple[str, ...] = (sys.executable, "-I", "-m", "intake.sandbox.ocr_worker")
"""The command that starts it: isolated, so that no variable and no folder at hand adds code."""

_ENVIRONMENT = {
    "LANG": "C.UTF-8",
    "OMP_NUM_THREADS": "1",
    "OMP_THREAD_LIMIT": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "ORT_DISABLE_TELEMETRY": "1",
}
_START_S = 120.0
_PICTURE_S = 90.0
_TRIES = 2
_MOST_PEAK_BYTES = 1200 * MEGABYTE
_MOST_CPU_S = 1800.0
_MOST_COMBINATIONS = 4
_ALWAYS = "eng"


class OcrNotStarted(EyesClosedError):
    """The process did not start: no further page will fare better."""


class OcrFailed(EyesClosedError):
    """The process died, or took too long, twice over one picture."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What the OCR process answered: its head, the words as they came, and the processor time they took."""

    head: AnswerHead
    words: bytes
    cpu_s: float


class OcrProcess:
    """At most one OCR process, for any number of threads: one picture at a time, first come first served."""

    def __init__(self, command: Sequence[str] = OCR_WORKER, *, picture_s: float = _PICTURE_S) -> None:
        self._command = command
        self._picture_s = picture_s
        self._turn = _Turn()
        self._running: _Running | None = None
        self._combinations: list[str] = [_ALWAYS]

    @property
    def pid(self) -> int | None:
        """The number of the process that runs at this moment, if one does."""
        running = self._running
        return running.process.pid if running else None

    def start(self) -> None:
        """Start the process unless it runs. OcrNotStarted when that fails."""
        with self._turn.taken():
            self._started(_ALWAYS)

    def read(
        self, head: PictureHead, pixels: bytearray, *, is_wanted: Callable[[], bool] = lambda: True
    ) -> Answered:
        """Return what is said of a picture. EyesClosedError when it cannot be read, or is not wanted any
        more when its turn comes.

        A picture over which the process dies, or takes too long, is tried once more with a new one;
        then it is OcrFailed.
        """
        combination = _ALWAYS
        if head.reader is Reader.PRINT:
            combination = languages_known(head.languages, language_files())
            if not combination:
                raise EyesClosedError(f"tesseract has nothing for {head.languages}")
        with self._turn.taken():
            for _ in range(_TRIES):
                if not is_wanted():
                    raise EyesClosedError("nobody waits for this picture")
                running = self._started(combination)
                try:
                    return running.read(head, pixels, self._picture_s)
                except (OSError, FrameError) as problem:
                    log.warning("ocr.failed", problem=type(problem).__name__, status=running.process.poll())
                    self._drop()
                except BaseException:
                    self._drop()  # it is in the middle of a picture that nobody wants any more
                    raise
        raise OcrFailed("the OCR process failed twice over this picture")

    def end(self) -> None:
        """End the process; whoever waits for it or its turn is told at once."""
        self._turn.close()
        self._drop()

    def _started(self, combination: str) -> "_Running":
        """Return a process that has these languages and is not worn out, and start one if need be."""
        has_languages = combination in self._combinations
        if self._running is not None and not (self._running.is_fit and has_languages):
            self._drop()
        if not has_languages:
            self._combinations = [_ALWAYS, *self._combinations[1:][2 - _MOST_COMBINATIONS :], combination]
        if self._turn.is_closed:
            raise EyesClosedError("OCR was ended")
        if self._running is None:
            began = time.monotonic()
            self._running = _Running(self._command, self._combinations)
            log.info("ocr.started", pid=self._running.process.pid, seconds=round(time.monotonic() - began, 2))
        return self._running

    def _drop(self) -> None:
        running, self._running = self._running, None
        if running is not None:
            running.end()


class _Running:
    """One OCR process from its start to its end."""

    def __init__(self, command: Sequence[str], combinations: Sequence[str]) -> None:
        self.channel, theirs = socket.socketpair()
        their_lifeline, self.lifeline = os.pipe()
        self.last = AnswerHead(has_words=False)
        try:
            self.process = subprocess.Popen(
                [*command, str(theirs.fileno()), str(their_lifeline), *combinations],
                pass_fds=(theirs.fileno(), their_lifeline),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                env=_ENVIRONMENT,
                cwd="/",
                start_new_session=True,
            )
        finally:
            theirs.close()
            os.close(their_lifeline)
        self.channel.settimeout(_START_S)
        try:
            ready = self.channel.recv(len(READY)) == READY
        except OSError:
            ready = False
        if not ready:
            self.end()
            raise OcrNotStarted("the OCR process did not start")

    @property
    def is_fit(self) -> bool:
        """Whether it runs and has used neither too much memory nor too much time."""
        used_up = self.last.peak_rss_bytes > _MOST_PEAK_BYTES or self.last.cpu_s > _MOST_CPU_S
        return self.process.poll() is None and not used_up

    def read(self, head: PictureHead, pixels: bytearray, most_s: float) -> Answered:
        """Return what is said of a picture. OSError or FrameError when it dies or takes too long."""
        deadline = time.monotonic() + most_s
        self._hurry(deadline)
        self.channel.sendall(head.to_wire())
        self.channel.sendall(pixels)

        def receive(view: memoryview) -> int:
            self._hurry(deadline)
            return self.channel.recv_into(view)

        answer = taken_answer(receive)
        words = filled(answer.size_bytes, receive)
        cpu_s, self.last = answer.cpu_s - self.last.cpu_s, answer
        return Answered(answer, bytes(words), cpu_s)

    def end(self) -> None:
        """End the process now: it holds nothing that would be lost."""
        with suppress(OSError):
            self.channel.shutdown(socket.SHUT_RDWR)  # wakes a thread that waits for an answer
        self.channel.close()
        os.close(self.lifeline)
        self.process.kill()
        self.process.wait()

    def _hurry(self, deadline: float) -> None:
        self.channel.settimeout(max(0.001, deadline - time.monotonic()))


class _Turn:
    """A lock that is handed on in the order in which it was asked for."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._waiting: deque[object] = deque()
        self._closed = False

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Hold the turn. EyesClosedError when it was closed while waiting."""
        ticket = object()
        with self._changed:
            self._waiting.append(ticket)
            try:
                self._changed.wait_for(lambda: self._closed or self._waiting[0] is ticket)
                if self._closed:
                    raise EyesClosedError("OCR was ended")
            except BaseException:
                self._leave(ticket)
                raise
        try:
            yield
        finally:
            with self._changed:
                self._leave(ticket)

    @property
    def is_closed(self) -> bool:
        """Whether nobody has a turn any more."""
        return self._closed

    def close(self) -> None:
        """Let nobody have a turn any more."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def _leave(self, ticket: object) -> None:
        self._waiting.remove(ticket)
        self._changed.notify_all()
