"""``python -m intake.ways_in``: the process that fetches mail by IMAP and watches the folder."""

import signal
import sys
import threading
import time
from collections.abc import Callable

import structlog

from intake.door import Door
from intake.ways_in.imap_account import ImapAccount, LoginProblem
from intake.ways_in.imap_box import ImapBox
from intake.ways_in.receipt import Reception
from intake.ways_in.watched_folder import WatchedFolder
from storage.clock import utc_now
from storage.database import open_database
from storage.logs import configure_logs
from storage.originals import open_originals
from storage.settings import Settings, SettingsError, load_settings

log = structlog.get_logger(__name__)

FOLDER_EVERY_S = 2.0
LONGEST_PAUSE_S = 300.0


def main() -> int:
    """Take in mail until told to stop. Return 0 then, 1 with a sentence when it cannot start."""
    configure_logs("ways in")
    try:
        settings = load_settings()
        door = Door(open_database(settings), open_originals(settings))
    except SettingsError as error:
        log.error("ways_in.not_started", why=str(error))
        return 1
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    ways = [threading.Thread(target=kept_up, args=(way, stop)) for way in ways_in(settings, door, stop)]
    for way in ways:
        way.start()
    stop.wait()
    for way in ways:
        way.join()
    door.database.close()
    return 0


def ways_in(settings: Settings, door: Door, stop: threading.Event) -> list[Callable[[], None]]:
    """Return what is to be kept running: each takes in mail until ``stop`` is set, or raises."""
    reception = Reception.of(settings)
    ways: list[Callable[[], None]] = []
    if settings.imap_url:
        account = ImapAccount.of(settings)
        box = ImapBox(account, door, reception, settings.max_mail_bytes, utc_now)
        ways.append(lambda: box.watch(stop.wait))
    if settings.watch_folder is not None:
        folder = WatchedFolder(settings.watch_folder, door, reception, settings.max_mail_bytes)
        ways.append(lambda: _watch_folder(folder, stop))
    return ways


def kept_up(way: Callable[[], None], stop: threading.Event, first_pause_s: float = 5.0) -> None:
    """Run a way in until told to stop, and start it anew, after longer and longer pauses, when it fails.

    Nothing is lost meanwhile: what is not durable lies where it lay.
    """
    pause_s = first_pause_s
    while not stop.is_set():
        began = time.monotonic()
        try:
            way()
        except LoginProblem as problem:
            log.error("ways_in.refused", why=str(problem), again_in_s=pause_s)
        except Exception as error:  # noqa: BLE001  # the loop of this process: mail waits where it lies
            log.error("ways_in.failed", why=type(error).__name__, again_in_s=pause_s)
        stop.wait(pause_s)
        held_out = time.monotonic() - began > LONGEST_PAUSE_S
        pause_s = first_pause_s if held_out else min(pause_s * 2, LONGEST_PAUSE_S)


def _watch_folder(folder: WatchedFolder, stop: threading.Event) -> None:
    while not stop.wait(FOLDER_EVERY_S):
        folder.take_all(utc_now())


if __name__ == "__main__":
    sys.exit(main())
