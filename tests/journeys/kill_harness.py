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
from journeys.kill_client import KillClient, Outgoing, Promise
from journeys.kill_tally import count_worked_off
from journeys.running import LISTENER, environment_of

from storage.database import Database
from storage.settings import Settings

DYING_LISTENER = (sys.executable, str(Path(__file__).with_name("dying_listener.py")))
WORKER = (sys.executable, "-m", "secretariat", "work")

LOOK_S = 0.02
IN_THE_MIDDLE = 3
"""How many mails are on their way when a listener is killed from outside."""

STALLED_S = 120.0
"""Without any progress for so long a run ends; what is missing then shows in the counts."""


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
        """Whether it died as often as planned and all its work is done, or nothing moves any more."""
        has_stalled = time.monotonic() - self._moved_at_s > STALLED_S
        return has_stalled or (self.kills >= self.kills_planned and self._seen >= self.work_in_all)

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
            self.kill()

    def kill(self) -> None:
        """Kill it now (-9), if it lives."""
        if self.process is not None:
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
        return done


@dataclass(frozen=True)
class KillPlan:
    """Which mails are sent, how often who is killed meanwhile, and how many letters have to leave."""

    outgoing: Sequence[Outgoing]
    seed: int
    listener_kills: int
    worker_kills: int | None = None
    letters: int = 0


@dataclass(frozen=True)
class KillReport:
    """What a run did: who died how often and how it left, and what the client was promised."""

    kills: dict[str, int]
    statuses: dict[str, int]
    kills_after_commit: int
    promises: list[Promise]
    sendings: int
    took_s: float


def run_kills(settings: Settings, database: Database, plan: KillPlan) -> KillReport:
    """Send all mails while processes die and come back, until all work and all deaths are done.

    A plan that says nothing of the worker runs the listener alone.
    """
    began_s = time.monotonic()
    settings.home.mkdir(exist_ok=True)
    client = KillClient(lambda: listening_port(settings))
    victims = _victims(database, plan, client)
    rng = Random(plan.seed)
    try:
        client.start(plan.outgoing)
        while not all(victim.is_done for victim in victims):
            for victim in victims:
                victim.look(settings, rng)
            time.sleep(LOOK_S)
        statuses = {victim.name: victim.end() for victim in victims}
    finally:
        client.stop()
        for victim in victims:
            victim.kill()
    return KillReport(
        kills={victim.name: victim.kills for victim in victims},
        statuses=statuses,
        kills_after_commit=_deaths_after_commit(settings),
        promises=client.promises,
        sendings=client.sendings,
        took_s=time.monotonic() - began_s,
    )


def _victims(database: Database, plan: KillPlan, client: KillClient) -> list[Victim]:
    rng = Random(plan.seed + 1)

    def listener(life: int) -> Sequence[str]:
        # In every second life it kills itself, between commit and 250.
        dies_itself = life > 0 and rng.random() < 0.5
        # However fast mail is taken, it is not all taken before the killing is done.
        in_the_middle = 0 if dies_itself else IN_THE_MIDDLE
        client.allowance = len(client.promises) + life + in_the_middle if life else None
        return (*DYING_LISTENER, str(life)) if dies_itself else LISTENER

    mails = len(plan.outgoing)
    victims = [Victim("listener", listener, lambda: len(client.promises), plan.listener_kills, mails)]
    if plan.worker_kills is not None:
        work = mails + plan.letters
        victims.append(
            Victim("worker", lambda _: WORKER, lambda: count_worked_off(database), plan.worker_kills, work)
        )
    return victims


def _deaths_after_commit(settings: Settings) -> int:
    deaths = settings.home / DEATHS_FILE
    return len(deaths.read_text().splitlines()) if deaths.exists() else 0


def listening_port(settings: Settings) -> int | None:
    """Return the port that the last listener wrote down, whether it still lives or not."""
    try:
        return int(json.loads((settings.home / "listener.json").read_text())["port"])
    except FileNotFoundError:
        return None
