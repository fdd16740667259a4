"""The readers of a deployment: the pool of limited children, as the settings want it."""

from dataclasses import replace

from intake.reading.material import ReadingMaterial
from intake.sandbox.reader_pool import ReaderPool
from intake.wording.shipped_editions import shipped_editions
from pact.fingerprint import Edition
from secretariat.desk import Desk, open_desk
from secretariat.editions_in_use import editions_in_use
from secretariat.trust import trust_in_use
from storage.settings import Settings, SettingsError


def open_readers(settings: Settings) -> ReaderPool:
    """Return the pool that reads documents for this deployment; the caller closes it.

    SettingsError where it is set whose certificates are trusted, and that cannot be read.
    """
    material = ReadingMaterial(editions=_editions(settings), trust=trust_in_use(settings))
    return ReaderPool(readers=settings.readers, material=material)


def with_editions_of_today(desk: Desk, readers: ReaderPool) -> ReaderPool:
    """Return the readers, which compare from now on with the editions that are in use at this moment."""
    with desk.database.read() as session:
        editions = editions_in_use(session)
    readers.use_material(replace(readers.material, editions=editions))
    return readers


def _editions(settings: Settings) -> tuple[Edition, ...]:
    try:
        desk = open_desk(settings)
    except SettingsError:
        return shipped_editions()  # no database yet, so nothing was adopted
    try:
        with desk.database.read() as session:
            return editions_in_use(session)
    finally:
        desk.database.close()
