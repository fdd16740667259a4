"""What every task of the secretariat works with, handed in as one value."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from intake.malware.mail_scan import open_scanner
from intake.malware.virus_verdict import NoScanner, Scanner
from intake.sender.names import Names, NoNames
from secretariat.senders import open_names
from storage.clock import utc_now
from storage.database import Database, open_database
from storage.originals import Originals
from storage.originals_spool import open_originals_with_spool
from storage.settings import Settings


@dataclass(frozen=True)
class Desk:
    """The settings, the database, the originals, the clock and the name servers that tasks are to use."""

    settings: Settings
    database: Database
    originals: Originals
    now: Callable[[], datetime] = utc_now
    names: Names = field(default_factory=NoNames)
    scanner: Scanner = field(default_factory=NoScanner)


def open_desk(settings: Settings) -> Desk:
    """Return a desk over the settings' database and originals.

    Raises SettingsError with a sentence when the database is missing or of another release.
    """
    database = open_database(settings)
    return Desk(
        settings=settings,
        database=database,
        originals=open_originals_with_spool(settings, database),
        names=open_names(settings),
        scanner=open_scanner(settings.scan),
    )
