"""Originals in a folder: written aside, fsynced, linked to their name, and the folder fsynced."""

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
        path = self._path(name)
        if not path.parent.exists():
            path.parent.mkdir(mode=0o700, exist_ok=True)
            _sync_folder(self.root)
        if not self._is_healthy(path, data):
            self._write(path, data)
        # Also for a file that was there: whoever linked it may not have come as far as this.
        _sync_folder(path.parent)
        return name

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

    def _path(self, name: str) -> Path:
        return self.root / name[:2] / name

    def _is_healthy(self, path: Path, data: bytes) -> bool:
        try:
            return path.stat().st_size == len(data) and path.read_bytes() == data
        except OSError:
            return False

    def _write(self, path: Path, data: bytes) -> None:
        aside = self.root / _UNFINISHED / secrets.token_hex(16)
        try:
            with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            try:
                path.hardlink_to(aside)
            except FileExistsError:
                # Another process was first, or what stands there is damaged: ours is whole either way.
                aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
