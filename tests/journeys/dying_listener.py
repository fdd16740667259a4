"""A listener that kills itself between commit and 250: the moment that no watcher from outside hits.

Run as a script: all of it is the real listener, but for the death after every so many mails.
"""

import asyncio
import os
import signal
import sys
from collections.abc import Sequence
from itertools import count
from pathlib import Path

from intake.door import Arrival, Door, accept_all
from intake.smtp.listener import listen
from storage.database import open_database
from storage.logs import configure_logs
from storage.mails import KeptMail
from storage.originals import open_originals
from storage.settings import load_settings

DEATHS_FILE = "deaths-after-commit"


def main(mails_to_live: int) -> None:
    configure_logs("listener")
    settings = load_settings()
    door = Door(open_database(settings), open_originals(settings))
    numbers = count(1)

    def keep_and_die(arrivals: Sequence[Arrival]) -> list[KeptMail | Exception]:
        outcomes = accept_all(door, arrivals)
        for kept in outcomes:
            if next(numbers) == mails_to_live and isinstance(kept, KeptMail):
                note_death(settings.home, kept.mail_id)
                os.kill(os.getpid(), signal.SIGKILL)
        return outcomes

    asyncio.run(listen(settings, door.originals, keep_and_die))


def note_death(home: Path, mail_id: int) -> None:
    with (home / DEATHS_FILE).open("a") as file:
        file.write(f"{mail_id}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]))
