"""Trying a job several times before giving it up, and naming a failure without telling any value."""

import threading
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

import structlog

ROOT = Path(__file__).parents[1]

log = structlog.get_logger(__name__)


class JobFailed(Exception):
    """Every try at a job failed; the text names the last failure and its place, never a value."""


class Interrupted(BaseException):
    """The worker stops between two tries; no Exception, so that the engine records no outcome."""


def insist(
    act: Callable[[], None], *, waits_s: Sequence[float], stopping: threading.Event, **about: str | int
) -> None:
    """Call ``act``, and again after each of ``waits_s`` as long as it fails; ``about`` is for the log.

    Raises JobFailed after the last try, and Interrupted when ``stopping`` is set during a wait.
    """
    for wait_s in (*waits_s, None):
        try:
            act()
        except Exception as error:
            log.exception("job.failed", next_try_s=wait_s, **about)
            if wait_s is None:
                raise JobFailed(f"It failed {len(waits_s) + 1} times, at last {_described(error)}.") from None
        else:
            return
        if stopping.wait(wait_s):
            raise Interrupted


def _described(error: Exception) -> str:
    """Return "with ValueError at storage/mails.py:12": the deepest of our own lines."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(ROOT)]
    place = ours[-1] if ours else frames[-1]
    name = Path(place.filename)
    shown = name.relative_to(ROOT) if ours else name.name
    return f"with {type(error).__name__} at {shown}:{place.lineno}"
