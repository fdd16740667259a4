"""The originals: the one home of bytes as they came, each named by its sha256 and verified on reading."""

import hashlib
import re
from collections.abc import Iterator
from typing import Protocol
from urllib.parse import urlsplit

from storage.settings import Settings


class OriginalMissing(Exception):
    """No original of this name is kept: our fault, or it was erased."""


class OriginalDamaged(Exception):
    """The bytes kept under this name are not those that were put there."""


class Originals(Protocol):
    """What holds originals. A name is the sha256 of the bytes in hexadecimal."""

    def put(self, data: bytes) -> str:
        """Keep ``data`` durably and return its name; the same bytes twice are kept once."""
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


def open_originals(settings: Settings) -> Originals:
    """Return the originals of ``settings``: a folder, or a bucket for s3://."""
    if settings.originals_url.startswith("s3://"):
        # Importing obstore costs time that a folder needs not spend.
        from storage.originals_bucket import open_bucket

        return open_bucket(settings.originals_url, proxy=settings.https_proxy)
    from storage.originals_folder import FolderOriginals

    return FolderOriginals(settings.home / urlsplit(settings.originals_url).path)


def sha256_of(data: bytes) -> str:
    """Return the name under which ``data`` is kept."""
    return hashlib.sha256(data).hexdigest()


def verified(data: bytes, sha256: str) -> bytes:
    """Return ``data``. Raises OriginalDamaged when it is not what its name says."""
    if sha256_of(data) != sha256:
        raise OriginalDamaged(f"The original {sha256} is damaged: restore it from a backup.")
    return data


def is_name(text: str) -> bool:
    """Return whether ``text`` can be the name of an original; nothing else may become a path."""
    return re.fullmatch(r"[0-9a-f]{64}", text) is not None


def missing(sha256: str) -> OriginalMissing:
    """Return the exception for a name under which nothing is kept."""
    return OriginalMissing(f"The original {sha256} is missing: restore it from a backup.")


def problems_of(originals: Originals) -> Iterator[str]:
    """Yield a sentence for each original that cannot be read back as it was put."""
    for name in originals.names():
        try:
            originals.get(name)
        except (OriginalDamaged, OriginalMissing) as error:
            yield str(error)
        except OSError as error:
            yield f"The original {name} cannot be read: {error.strerror}."


def orphans(originals: Originals, wanted: set[str]) -> Iterator[str]:
    """Yield what is kept and not in ``wanted``: bytes whose row never came, after a crash.

    A mail that is just being accepted has its bytes before its row: look again before discarding.
    """
    return (name for name in originals.names() if name not in wanted)
