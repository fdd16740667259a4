"""The readers of a deployment: the pool of limited children, as the settings want it."""

from intake.reading.material import ReadingMaterial
from intake.sandbox.reader_pool import ReaderPool
from secretariat.trust import trust_in_use
from storage.settings import Settings


def open_readers(settings: Settings) -> ReaderPool:
    """Return the pool that reads documents for this deployment; the caller closes it.

    SettingsError where it is set whose certificates are trusted, and that cannot be read.
    """
    material = ReadingMaterial(trust=trust_in_use(settings))
    return ReaderPool(readers=settings.readers, material=material)
