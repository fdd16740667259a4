"""`cfit run`: migrate, start listener, worker and further ways in, and let them finish when told to stop."""

import ctypes
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field

import structlog

from storage.logs import configure_logs
from storage.migrate import migrate
from storage.settings import Settings, load_settings

log = structlog.get_logger(__name__)

COMMANDS = {
    "listener": [sys.executable, "-m", "intake"],
    "worker": [sys.executable, "-m", "secretariat", "work"],
}
WAYS_IN = [sys.executable, "-m", "intake.ways_in"]
_LIBC = ctypes.CDLL(None)
_PR_SET_PDEATHSIG = 1
LOOK_S = 0.2
DRAIN_S = 30.0
LONGEST_PAUSE_S = 30.0


@dataclass
class Watched:
    """One process that is kept running; ``pause_s`` grows while it keeps ending at once."""

    name: str
    command: list[str]
    process: subprocess.Popen[bytes] | None = None
    pause_s: float = 0.5
    start_at: float = 0.0
    started_at: float = field(default=0.0)

    def look(self, now: float) -> None:
        """Start the process if it is not running and its pause is over."""
        if self.process is not None and self.process.poll() is None:
            return
        if self.process is not None:
            self._note_end(now)
        if now >= self.start_at:
            self.process = subprocess.Popen(self.command, preexec_fn=_end_with_parent)  # noqa: PLW1509
            self.started_at = now
            log.info("run.started", name=self.name, pid=self.process.pid)

    def _note_end(self, now: float) -> None:
        assert self.process is not None
        lived_s = now - self.started_at
        self.pause_s = 0.5 if lived_s > 60 else min(self.pause_s * 2, LONGEST_PAUSE_S)
        self.start_at = now + self.pause_s
        log.error(
            "run.ended",
            name=self.name,
            status=self.process.returncode,
            lived_s=round(lived_s, 1),
            again_in_s=self.pause_s,
        )
        self.process = None


def run_all() -> int:
    """Run until SIGTERM or SIGINT. Return 0 when all ended in time, 1 when one had to be killed."""
    configure_logs("run")
    settings = load_settings()
    migrate(settings)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    watched = [Watched(name, command) for name, command in commands_of(settings).items()]
    while not stop.wait(LOOK_S):
        for one in watched:
            one.look(time.monotonic())
    drained = [_drained(one) for one in watched]
    return 0 if all(drained) else 1


def commands_of(settings: Settings) -> dict[str, list[str]]:
    """Return what is to run: listener, worker, and the further ways in where one is set."""
    further = bool(settings.imap_url) or settings.watch_folder is not None
    # Mail comes in behind the worker's back by none of them once it is told to stop: the worker goes last.
    return ({"ways in": WAYS_IN} if further else {}) | COMMANDS


def _end_with_parent() -> None:
    # In the child: when `cfit run` itself is killed, nobody else would tell it to drain, and the
    # next start would find the port and the worker's lock taken.
    _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def _drained(one: Watched) -> bool:
    if one.process is None:
        return True
    # The listener goes first, so that nothing comes in behind the worker's back; both take their time.
    one.process.send_signal(signal.SIGTERM)
    try:
        one.process.wait(DRAIN_S)
    except subprocess.TimeoutExpired:
        log.error("run.killed", name=one.name, pid=one.process.pid)
        one.process.kill()
        one.process.wait()
        return False
    return True
