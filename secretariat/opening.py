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


def quiet_logs() -> None:
    """Send what a command logs to stderr, from warnings on: whoever types it wants its answer.

    Without it the log library prints on stdout, in between the lines of JSON.
    """
    configure_logs("cfit")
    logging.getLogger().setLevel(logging.WARNING)


@contextmanager
def desk_for_command(settings: Settings | None = None) -> Iterator[Desk]:
    """Open the desk over a database brought to this release, and close it at the end.

    Raises SettingsError with a sentence that says what to do.
    """
    quiet_logs()
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
