"""How a command comes to its desk, and on whose behalf it acts."""

import getpass
import logging
from collections.abc import Iterator
from contextlib import contextmanager

from pact.errors import PactError
from secretariat.desk import Desk, open_desk
from storage.logs import configure_logs
from storage.migrate import migrate
from storage.settings import Settings, load_settings


@contextmanager
def desk_for_command(settings: Settings | None = None) -> Iterator[Desk]:
    """Open the desk over a database brought to this release, and close it at the end.

    Raises SettingsError with a sentence that says what to do.
    """
    configure_logs("cfit")
    # Whoever types a command wants its answer; the processes that run on their own log everything.
    logging.getLogger().setLevel(logging.WARNING)
    settings = settings or load_settings()
    migrate(settings)
    desk = open_desk(settings)
    try:
        yield desk
    finally:
        desk.database.close()


def acting_person(settings: Settings, given: str | None) -> str:
    """Return the address of the person on whose behalf a command acts. PactError when nobody is named."""
    person = given or settings.actor
    if not person:
        raise PactError("Say on whose behalf: --as ADDRESS, or the setting CFIT_ACTOR.")
    return person


def os_user() -> str:
    """Return the account that runs the command, for the journal."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown account"
