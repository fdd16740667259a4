"""What every task of the secretariat works with, handed in as one value."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from storage.clock import utc_now
from storage.database import Database, open_database
from storage.originals import Originals, open_originals
from storage.settings import Settings


@dataclass(frozen=True)
class Desk:
    """The settings, the database, the originals, and the clock that tasks are to use."""

    settings: Settings
    database: Database
    originals: Originals
    now: Callable[[], datetime] = utc_now


def open_desk(settings: Settings) -> Desk:
    """Return a desk over the settings' database and originals.

    Raises SettingsError with a sentence when the database is missing or of another release.
    """
    return Desk(settings=settings, database=open_database(settings), originals=open_originals(settings))
