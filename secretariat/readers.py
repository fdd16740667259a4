"""The readers of a deployment: the pool of limited children, as the settings want it."""

from dataclasses import replace

from intake.reading.material import ReadingMaterial
from intake.sandbox.reader_pool import ReaderPool
from intake.wording.shipped_editions import shipped_editions
from pact.fingerprint import Edition
from secretariat.desk import Desk, open_desk
from secretariat.editions_in_use import editions_in_use
from secretariat.trust import trust_in_lists, trust_in_use
from storage.settings import Settings, SettingsError
from storage.trust_store import trust_store_version


def open_readers(settings: Settings) -> ReaderPool:
    """Return the pool that reads documents for this deployment; the caller closes it.

    SettingsError where it is set whose certificates are trusted, and that cannot be read.
    """
    material = ReadingMaterial(editions=_editions(settings), trust=trust_in_use(settings))
    return ReaderPool(readers=settings.readers, material=material)


def with_material_of_today(desk: Desk, readers: ReaderPool) -> ReaderPool:
    """Return the readers, which go by the editions and trusted lists that are in use at this moment."""
    material = readers.material
    with desk.database.read() as session:
        material = replace(material, editions=editions_in_use(session))
        # The lists are large: they are read again only once others were brought.
        if desk.settings.trust_roots is None and trust_store_version(session) != material.trust.version:
            material = replace(material, trust=trust_in_lists(session, desk.originals))
    readers.use_material(material)
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
