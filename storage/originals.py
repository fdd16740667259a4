"""The originals: the one home of bytes as they came, each named by its sha256 and verified on reading."""

from collections.abc import Iterator
from datetime import datetime
from typing import Protocol
from urllib.parse import urlsplit

from storage.original_names import OriginalDamaged, OriginalMissing, sha256_of
from storage.originals_folder import FolderOriginals
from storage.settings import Settings

__all__ = ["Arriving", "OriginalDamaged", "OriginalMissing", "Originals", "open_originals", "sha256_of"]


class Arriving(Protocol):
    """An original on its way in, piece by piece; nothing of it is to be seen until it is kept."""

    def write(self, piece: bytes) -> None:
        """Add the next piece. Raises OSError when there is no room."""
        ...

    def keep(self) -> str:
        """Make all pieces durable and return the name; to be called once, and nothing after it."""
        ...

    def abandon(self) -> None:
        """Forget what has come; after ``keep`` this does nothing."""
        ...


class Originals(Protocol):
    """What holds originals. A name is the sha256 of the bytes in hexadecimal."""

    def put(self, data: bytes) -> str:
        """Keep ``data`` durably and return its name; the same bytes twice are kept once."""
        ...

    def begin(self) -> Arriving:
        """Return a place for bytes that arrive piece by piece."""
        ...

    def get(self, sha256: str) -> bytes:
        """Return the bytes, verified. Raises OriginalMissing or OriginalDamaged."""
        ...

    def has(self, sha256: str) -> bool:
        """Return whether something is kept under this name, without reading it."""
        ...

    def discard(self, sha256: str) -> None:
        """Forget the bytes for good; what is not there is no error."""
        ...

    def names(self) -> Iterator[str]:
        """Yield the name of everything kept, in no order."""
        ...

    def problems(self) -> Iterator[str]:
        """Read everything and yield a sentence for each original that is damaged or unreadable."""
        ...

    def sweep_unfinished(self, before: datetime) -> int:
        """Remove what a killed process left half written before this moment; return how many."""
        ...

    def is_settled(self) -> bool:
        """Return whether everything is in its lasting place."""
        ...

    def settle(self) -> int:
        """Move what is kept for the moment only to its lasting place; return how many."""
        ...


def open_originals(settings: Settings) -> Originals:
    """Return the originals of ``settings``: a folder, or a bucket for s3://."""
    if settings.originals_url.startswith("s3://"):
        # Importing obstore costs time that a folder needs not spend.
        from storage.originals_bucket import open_bucket

        return open_bucket(settings.originals_url, proxy=settings.https_proxy)
    return FolderOriginals(settings.home / urlsplit(settings.originals_url).path)
