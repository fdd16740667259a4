"""``python -m intake``: the process that faces the network."""

import asyncio
import os
import sys
from functools import partial

import structlog

from intake.door import Door, accept_all
from intake.smtp.listener import listen
from storage.database import open_database
from storage.logs import configure_logs
from storage.originals import open_originals
from storage.settings import SettingsError, load_settings


def main() -> int:
    """Listen until told to stop. Return 0 after draining, 1 with a sentence when it cannot start."""
    configure_logs("listener")
    log = structlog.get_logger(__name__)
    try:
        settings = load_settings()
        door = Door(open_database(settings), open_originals(settings))
    except SettingsError as error:
        log.error("listener.not_started", why=str(error))
        return 1
    try:
        asyncio.run(listen(settings, door.originals, partial(accept_all, door)))
    except SettingsError as error:
        log.error("listener.not_started", why=str(error))
        return 1
    except OSError as error:
        # asyncio wraps the system's words in its own; a name that does not resolve has no number.
        why = os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror
        log.error("listener.not_started", why=f"Cannot listen on {settings.listen}: {why}.")
        return 1
    finally:
        door.database.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
