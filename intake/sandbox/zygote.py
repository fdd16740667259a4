"""The process that readers are forked from: libraries loaded, no thread, no secret, no database.

Started afresh (never forked) by intake/sandbox/reader_pool.py with an empty environment. It opens no document
itself: it forks one child for each, ends those that stay too long, and reports what they used.
"""

import gc
import os
import select
import signal
import socket
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from intake.reading.material import ReadingMaterial
from intake.sandbox.child import Handed, Task, run_child
from intake.sandbox.child_limits import ChildUse, Report, Request
from intake.sandbox.system_calls import call_prctl

_PR_SET_DUMPABLE = 4
_MOST_REQUEST_BYTES = 4096
_LEAST_FDS = 3  # the socket for the report, the document, the pipe for the answer
_MOST_FDS = 4  # and the socket to ask for OCR


@dataclass(slots=True)
class _Child:
    pid: int
    pid_fd: int
    report: socket.socket
    started_s: float
    deadline_s: float
    overdue: bool = False


def serve(control: socket.socket, tasks: Mapping[str, Task], worker_pid: int) -> None:
    """Fork a child for every request until the worker hangs up or dies; then end all children.

    A request carries three descriptors, or four where the child may have pictures read. When the
    other end of the report socket is shut down, nobody wants that child's answer any more, and it is
    ended. A message without descriptors asks for no more: the zygote ends after its last child.
    """
    zygote = _Zygote(control, tasks)
    worker = os.pidfd_open(worker_pid)
    zygote.poll.register(worker, select.POLLIN)
    while True:
        ready = zygote.wait()
        if worker in ready or (control.fileno() in ready and not zygote.accept()):
            break
        zygote.look_after(ready)
        if zygote.retiring and not zygote.children:
            break
    zygote.end_all()


class _Zygote:
    def __init__(self, control: socket.socket, tasks: Mapping[str, Task]) -> None:
        self.control = control
        self.tasks = tasks
        self.children: list[_Child] = []
        self.retiring = False
        self.poll = select.poll()
        self.poll.register(control, select.POLLIN)

    def wait(self) -> set[int]:
        """Return the descriptors on which something happened, at the latest at the next deadline."""
        now = time.monotonic()
        deadlines = [child.deadline_s for child in self.children if not child.overdue]
        timeout_ms = max(0.0, min(deadlines) - now) * 1000 + 1 if deadlines else None
        return {descriptor for descriptor, _ in self.poll.poll(timeout_ms)}

    def accept(self) -> bool:
        """Fork a child for the next request; false when the worker has hung up."""
        message, descriptors, _, _ = socket.recv_fds(self.control, _MOST_REQUEST_BYTES, _MOST_FDS)
        if not message:
            return False
        if len(descriptors) >= _LEAST_FDS and not self.retiring:
            self._fork(Request.from_wire(message), descriptors[0], Handed(*descriptors[1:]))
            return True
        for descriptor in descriptors:
            os.close(descriptor)
        self.retiring = True
        return True

    def look_after(self, ready: set[int]) -> None:
        """End children that are overdue or no longer waited for, and report those that have ended."""
        now = time.monotonic()
        for child in list(self.children):
            if child.pid_fd in ready:
                self._report(child)
            elif now >= child.deadline_s or child.report.fileno() in ready:
                child.overdue = True
                os.kill(child.pid, signal.SIGKILL)
                self._forget(child.report.fileno())

    def end_all(self) -> None:
        """End every child and wait until it is gone."""
        for child in self.children:
            os.kill(child.pid, signal.SIGKILL)
            os.waitpid(child.pid, 0)

    def _fork(self, request: Request, report_fd: int, handed: Handed) -> None:
        zygote_pid = os.getpid()
        try:
            pid = os.fork()
        except OSError:  # no process to be had: the worker sees a report socket that closed
            for descriptor in (report_fd, *handed.all):
                os.close(descriptor)
            return
        if pid == 0:
            run_child(self.tasks[request.task], request, handed, zygote_pid)
        for descriptor in handed.all:
            os.close(descriptor)
        now = time.monotonic()
        report = socket.socket(fileno=report_fd)
        child = _Child(pid, os.pidfd_open(pid), report, now, now + request.limits.wall_s)
        self.children.append(child)
        self.poll.register(child.pid_fd, select.POLLIN)
        self.poll.register(report, select.POLLRDHUP)

    def _report(self, child: _Child) -> None:
        _, status, used = os.wait4(child.pid, 0)
        use = ChildUse(
            cpu_s=used.ru_utime + used.ru_stime,
            peak_rss_bytes=used.ru_maxrss * 1024,
            wall_s=time.monotonic() - child.started_s,
        )
        report = Report(os.waitstatus_to_exitcode(status), child.overdue, use)
        with suppress(OSError):  # nobody waits for it any more
            child.report.send(report.to_wire())
        self.children.remove(child)
        self._forget(child.pid_fd)
        self._forget(child.report.fileno())
        os.close(child.pid_fd)
        child.report.close()

    def _forget(self, descriptor: int) -> None:
        with suppress(KeyError):  # already forgotten when it was ended
            self.poll.unregister(descriptor)


def run_zygote(tasks: Mapping[str, Task], arguments: list[str]) -> None:
    """Serve on the descriptor and for the worker that the command line names first."""
    control_fd, worker_pid = (int(argument) for argument in arguments[:2])
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the worker, which drains
    call_prctl(_PR_SET_DUMPABLE, 0)  # a child of the same user may not trace it
    threads = len(list(Path("/proc/self/task").iterdir()))
    if threads > 1:
        sys.exit(f"A zygote must have one thread to be forked safely, not {threads}.")
    gc.collect()
    gc.freeze()  # children leave these objects alone, so that their pages stay shared
    with socket.socket(fileno=control_fd) as control:
        serve(control, tasks, worker_pid)


if __name__ == "__main__":
    from intake.sandbox.preloading import load_everything
    from intake.sandbox.reading_tasks import tasks_with

    with os.fdopen(int(sys.argv[3]), "rb") as handed_over:
        material = ReadingMaterial.from_wire(handed_over.read())
    load_everything()
    run_zygote(tasks_with(material), sys.argv[1:])
