"""The worker's hold on its zygote: started with nothing of the worker, asked by descriptors, ended."""

import fcntl
import os
import select
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from intake.sandbox.child_limits import Report, Request
from intake.sandbox.eyes_relay import EyesRelay
from intake.sandbox.sealed import sealed

ZYGOTE: tuple[str, ...] = (sys.executable, "-I", "-m", "intake.sandbox.zygote")
"""The command that starts it: isolated, so that no variable and no folder at hand adds code."""

# One thread for numerical libraries: a process with threads is not forked safely.
_ENVIRONMENT = {"LANG": "C.UTF-8", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
_RETIRE = b"retire"
_GRACE_S = 5.0
_PIPE_BYTES = 1 << 20
_MOST_REPORT_BYTES = 4096


class ZygoteGone(Exception):
    """The zygote ended, or could not fork: our fault, not the document's."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a child wrote, how it ended, and whether it wrote more than it may."""

    data: bytes
    report: Report
    too_long: bool


class ZygoteProcess:
    """A running zygote. Any number of threads may ask at once: each request is one datagram."""

    def __init__(self, command: Sequence[str] = ZYGOTE, material: bytes = b"") -> None:
        """Start it, and hand it the material of all readings over."""
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs, sealed(material) as material_fd:
            self._process = subprocess.Popen(
                [*command, str(theirs.fileno()), str(os.getpid()), str(material_fd)],
                pass_fds=(theirs.fileno(), material_fd),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                env=_ENVIRONMENT,
                cwd="/",
                start_new_session=True,
            )

    @property
    def is_alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.poll() is None

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def ask(self, request: Request, document_fd: int, relay: EyesRelay | None = None) -> Answer:
        """Have one child do the task on the document, and return what came of it.

        With a relay the child may have pictures read. ZygoteGone is raised when no child could be had,
        or nothing is heard of it in time.
        """
        answer_fd, their_answer_fd = os.pipe()
        report, their_report = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        try:
            fcntl.fcntl(their_answer_fd, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
            fds = [their_report.fileno(), document_fd, their_answer_fd]
            if relay is not None:
                fds.append(relay.handed_over())
            socket.send_fds(self._control, [request.to_wire()], fds)
        except OSError as error:
            os.close(answer_fd)
            report.close()
            raise ZygoteGone from error
        finally:
            os.close(their_answer_fd)
            their_report.close()
            if relay is not None:
                relay.keep_ours_only()
        with report, os.fdopen(answer_fd, "rb", buffering=0) as answers:
            return _Listening(answers.fileno(), report, request, relay).listen()

    def retire(self) -> None:
        """Have the zygote take no further request, and end when its last child has."""
        with suppress(OSError):  # it has ended already
            self._control.send(_RETIRE)

    def end(self) -> None:
        """Hang up: the zygote ends its children and itself; at the latest it is killed."""
        self._control.close()
        try:
            self._process.wait(_GRACE_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


class _Listening:
    """One wait for a child's answer and its zygote's report."""

    def __init__(
        self, answer_fd: int, report: socket.socket, request: Request, relay: EyesRelay | None
    ) -> None:
        self.answer_fd = answer_fd
        self.relay = relay
        self.report = report
        self.most_bytes = request.limits.answer_bytes
        self.deadline_s = time.monotonic() + request.limits.wall_s + _GRACE_S
        self.pieces: list[bytes] = []
        self.size = 0
        os.set_blocking(answer_fd, False)

    def listen(self) -> Answer:
        """Return answer and report once the child has ended. ZygoteGone when that is not said in time."""
        poll = select.poll()
        poll.register(self.answer_fd, select.POLLIN)
        poll.register(self.report, select.POLLIN)
        if self.relay is not None:
            poll.register(self.relay, select.POLLIN)
        while ready := poll.poll(max(0.0, self.deadline_s - time.monotonic()) * 1000):
            descriptors = {descriptor for descriptor, _ in ready}
            if self.report.fileno() in descriptors:
                report = self._take_report()
                while self._take_piece():
                    continue  # what was still in the pipe
                return Answer(b"".join(self.pieces), report, too_long=self.size > self.most_bytes)
            if self.relay is not None and self.relay.fileno() in descriptors and not self.relay.serve():
                poll.unregister(self.relay)
            if self.answer_fd not in descriptors:
                continue
            if not self._take_piece() or self.size > self.most_bytes:
                poll.unregister(self.answer_fd)
            if self.size > self.most_bytes:
                self.report.shutdown(socket.SHUT_WR)  # asks the zygote to end the child
        raise ZygoteGone

    def _take_piece(self) -> bool:
        """Take what the pipe holds; false at its end, or when nothing more is wanted of it."""
        if self.size > self.most_bytes:
            return False
        try:
            piece = os.read(self.answer_fd, _PIPE_BYTES)
        except BlockingIOError:
            return False
        self.pieces.append(piece)
        self.size += len(piece)
        return bool(piece)

    def _take_report(self) -> Report:
        said = self.report.recv(_MOST_REPORT_BYTES)
        if not said:
            raise ZygoteGone
        return Report.from_wire(said)
