"""The name of an original is the sha256 of its bytes: given, recognised and verified here."""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator


class OriginalMissing(Exception):
    """No original of this name is kept: our fault, or it was erased."""


class OriginalDamaged(Exception):
    """The bytes kept under this name are not those that were put there."""


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


def problems_of(names: Iterable[str], get: Callable[[str], bytes]) -> Iterator[str]:
    """Yield a sentence for each original that ``get`` cannot read back as it was put."""
    for name in names:
        try:
            get(name)
        except (OriginalDamaged, OriginalMissing) as error:
            yield str(error)
        except OSError as error:
            yield f"The original {name} cannot be read: {error.strerror}."
