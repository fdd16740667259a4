"""Killing processes while mail comes in, and starting them again, until as many died as planned."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from journeys.dying_listener import DEATHS_FILE
from journeys.kill_client import KillClient, Outgoing
from journeys.running import LISTENER, environment_of

from storage.settings import Settings

DYING_LISTENER = (sys.executable, str(Path(__file__).with_name("dying_listener.py")))
WORKER = (sys.executable, "-m", "secretariat", "work")

LOOK_S = 0.02
STALLED_S = 240.0


@dataclass
class Victim:
    """A process that is killed ``kills_planned`` times, each time after some progress of its own.

    ``command`` returns what to start next, given how much work it is to live for; ``progress``
    says how far the work has come in all, up to ``work_in_all``.
    """

    name: str
    command: Callable[[int], Sequence[str]]
    progress: Callable[[], int]
    kills_planned: int
    work_in_all: int
    kills: int = 0
    process: subprocess.Popen[bytes] | None = None
    _die_at: int = 0
    _seen: int = -1
    _moved_at_s: float = field(default_factory=time.monotonic)

    @property
    def is_done(self) -> bool:
        """Whether all its work is done and it died as often as planned."""
        return self.kills >= self.kills_planned and self._seen >= self.work_in_all

    def look(self, settings: Settings, rng: Random) -> None:
        """Start it if it is dead, kill it if it is time."""
        done = self._watched_progress()
        if self.process is None:
            self._start(settings, rng, done)
        elif self.process.poll() is not None:
            assert self.process.returncode == -9, f"{self.name} ended with {self.process.returncode}"
            self.kills += 1
            self.process = None
        elif done >= self._die_at and self.kills < self.kills_planned:
            # Somewhere in the middle of whatever it does next.
            time.sleep(rng.random() * 0.02)
            self.process.kill()
            self.process.wait()

    def end(self) -> int:
        """Stop it with SIGTERM and return its exit status; 0 means that it drained."""
        if self.process is None:
            return 0
        self.process.terminate()
        return self.process.wait(STALLED_S)

    def _start(self, settings: Settings, rng: Random, done: int) -> None:
        kills_left = max(1, self.kills_planned - self.kills)
        stride = max(1, (self.work_in_all - done) * 9 // 10 // kills_left)
        life = rng.randint(1, stride)
        self._die_at = done + life
        command = self.command(life) if self.kills < self.kills_planned else self.command(0)
        with (settings.home / f"{self.name}.log").open("ab") as log:
            self.process = subprocess.Popen(command, env=environment_of(settings), stderr=log)

    def _watched_progress(self) -> int:
        done = self.progress()
        if done != self._seen:
            self._seen, self._moved_at_s = done, time.monotonic()
        stalled = done < self.work_in_all and time.monotonic() - self._moved_at_s > STALLED_S
        assert not stalled, f"{self.name} has not moved since {done} of {self.work_in_all}"
        return done


@dataclass(frozen=True)
class KillReport:
    """What a run did: who died how often and how it left, and what the client was promised."""

    kills: dict[str, int]
    statuses: dict[str, int]
    kills_after_commit: int
    client: KillClient
    took_s: float


def run_kills(
    settings: Settings, mails: Sequence[Outgoing], victims: Callable[[KillClient], list[Victim]], rng: Random
) -> KillReport:
    """Send all mails while the victims die and come back, until all work and all deaths are done."""
    began_s = time.monotonic()
    settings.home.mkdir(exist_ok=True)
    client = KillClient(lambda: listening_port(settings))
    dying = victims(client)
    try:
        client.start(mails)
        while not (client.is_done and all(victim.is_done for victim in dying)):
            for victim in dying:
                victim.look(settings, rng)
            time.sleep(LOOK_S)
        statuses = {victim.name: victim.end() for victim in dying}
    finally:
        client.stop()
        for victim in dying:
            if victim.process is not None:
                victim.process.kill()
                victim.process.wait()
    deaths = settings.home / DEATHS_FILE
    return KillReport(
        kills={victim.name: victim.kills for victim in dying},
        statuses=statuses,
        kills_after_commit=len(deaths.read_text().splitlines()) if deaths.exists() else 0,
        client=client,
        took_s=time.monotonic() - began_s,
    )


def listener_victim(client: KillClient, mails: int, kills: int, rng: Random) -> Victim:
    """Return the listener, which in every second life kills itself between commit and 250."""

    def command(life: int) -> Sequence[str]:
        return (*DYING_LISTENER, str(life)) if life and rng.random() < 0.5 else LISTENER

    return Victim("listener", command, lambda: len(client.promises), kills, mails)


def worker_victim(processed: Callable[[], int], mails: int, kills: int) -> Victim:
    """Return the worker; ``processed`` counts the mail that has its outcome."""
    return Victim("worker", lambda _: WORKER, processed, kills, mails)


def listening_port(settings: Settings) -> int | None:
    """Return the port that the last listener wrote down, whether it still lives or not."""
    try:
        return int(json.loads((settings.home / "listener.json").read_text())["port"])
    except FileNotFoundError:
        return None
