"""Originals in a folder: written aside, fsynced, linked to their name, and the folder fsynced."""

import hashlib
import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from storage.original_names import is_name, missing, problems_of, sha256_of, verified

_UNFINISHED = "unfinished"


class FolderOriginals:
    """Originals as files ROOT/<first two digits>/<sha256>, readable by their owner alone."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
        (root / _UNFINISHED).mkdir(mode=0o700, exist_ok=True)

    def put(self, data: bytes) -> str:
        """Keep ``data`` durably and return its name; a damaged copy under that name is replaced."""
        name = sha256_of(data)
        if self._is_healthy(name, len(data)):
            # Whoever linked it may not have come as far as this.
            _sync_folder(self._path(name).parent)
            return name
        arriving = self.begin()
        try:
            arriving.write(data)
            return arriving.keep()
        finally:
            arriving.abandon()

    def begin(self) -> "ArrivingFile":
        """Return a file aside for bytes that arrive piece by piece. Raises OSError."""
        return ArrivingFile(self, self.root / _UNFINISHED / secrets.token_hex(16))

    def get(self, sha256: str) -> bytes:
        """Return the bytes, verified. Raises OriginalMissing or OriginalDamaged."""
        if not is_name(sha256):
            raise missing(sha256)
        try:
            return verified(self._path(sha256).read_bytes(), sha256)
        except FileNotFoundError as error:
            raise missing(sha256) from error

    def has(self, sha256: str) -> bool:
        """Return whether a file of this name exists."""
        return is_name(sha256) and self._path(sha256).exists()

    def discard(self, sha256: str) -> None:
        """Remove the file for good."""
        if is_name(sha256):
            path = self._path(sha256)
            path.unlink(missing_ok=True)
            with suppress(FileNotFoundError):
                _sync_folder(path.parent)

    def names(self) -> Iterator[str]:
        """Yield the name of everything kept, folder by folder."""
        for shard in sorted(self.root.glob("[0-9a-f][0-9a-f]")):
            yield from (path.name for path in shard.iterdir() if is_name(path.name))

    def problems(self) -> Iterator[str]:
        """Read everything and yield a sentence for each original that is damaged or unreadable."""
        return problems_of(self.names(), self.get)

    def sweep_unfinished(self, before: datetime) -> int:
        """Remove what a killed process left half written before this moment; return how many."""
        removed = 0
        for path in (self.root / _UNFINISHED).iterdir():
            with suppress(FileNotFoundError):
                if path.stat().st_mtime < before.timestamp():
                    path.unlink()
                    removed += 1
        return removed

    def is_settled(self) -> bool:
        """Return true: what is here is here for good."""
        return True

    def settle(self) -> int:
        """Return 0: nothing is to be moved."""
        return 0

    def take(self, aside: Path, name: str) -> None:
        """Give a finished and fsynced file its name for good; what stood there is replaced."""
        path = self._path(name)
        if not path.parent.exists():
            path.parent.mkdir(mode=0o700, exist_ok=True)
            _sync_folder(self.root)
        # Another process may have been first: whole as it is, it may be replaced by what is the same.
        aside.replace(path)
        _sync_folder(path.parent)

    def _path(self, name: str) -> Path:
        return self.root / name[:2] / name

    def _is_healthy(self, name: str, size_bytes: int) -> bool:
        path = self._path(name)
        try:
            with path.open("rb") as file:
                is_whole = path.stat().st_size == size_bytes
                return is_whole and hashlib.file_digest(file, "sha256").hexdigest() == name
        except OSError:
            return False


class ArrivingFile:
    """An original on its way into a folder; readable by its owner alone."""

    def __init__(self, folder: FolderOriginals, aside: Path) -> None:
        self._folder, self._aside = folder, aside
        self._file = os.fdopen(os.open(aside, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b")

    def write(self, piece: bytes) -> None:
        """Add the next piece. Raises OSError when there is no room."""
        self._file.write(piece)

    def keep(self) -> str:
        """Make all pieces durable and return the name. Raises OSError, and then nothing is kept."""
        try:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.seek(0)
            name = hashlib.file_digest(self._file, "sha256").hexdigest()
            self._folder.take(self._aside, name)
        finally:
            self.abandon()
        return name

    def abandon(self) -> None:
        """Forget what has come; after ``keep`` this does nothing."""
        if not self._file.closed:
            with suppress(OSError):
                # What could not be written to a full disk is tried once more here.
                self._file.close()
            self._aside.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
