"""The readers of a deployment: the pool of limited children, as the settings want it."""

from intake.sandbox.reader_pool import ReaderPool
from storage.settings import Settings


def open_readers(settings: Settings) -> ReaderPool:
    """Return the pool that reads documents for this deployment; the caller closes it."""
    return ReaderPool(readers=settings.readers)
