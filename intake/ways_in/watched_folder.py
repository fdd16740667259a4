"""A folder that is watched: a Maildir, or one that mails are dropped into as files."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import structlog

from intake.door import Door, accept
from intake.ways_in.receipt import Reception, WayIn

log = structlog.get_logger(__name__)

SETTLED_AFTER = timedelta(seconds=5)
"""A dropped file counts as whole once nobody has written to it for so long; a Maildir's is whole at once."""

TAKEN, TOO_LARGE = "taken", "too-large"
_SUFFIXES = frozenset({".eml", ".msg"})


@dataclass(frozen=True)
class WatchedFolder:
    """The folder, the door that its mails go through, and the size that a mail may have."""

    path: Path
    door: Door
    reception: Reception
    size_limit: int

    def take_all(self, now: datetime) -> int:
        """Take in every mail that lies there whole, and return how many there were.

        A file is moved into ``taken`` once its mail is durable; a crash in between has it taken again,
        which is the same mail. Raises OSError for a folder that cannot be read or moved in.
        """
        count = 0
        for file, way_of_rest in self._waiting(now):
            count += self._take(file, way_of_rest, now)
        return count

    def _waiting(self, now: datetime) -> Iterator[tuple[Path, Path]]:
        """Yield each whole file, oldest name first, with the folder that its resting places are in."""
        is_maildir = (self.path / "cur").is_dir() and (self.path / "new").is_dir()
        if is_maildir:
            for name in ("new", "cur"):
                yield from ((file, self.path) for file in _plain_files(self.path / name))
            return
        for file in _plain_files(self.path):
            age = now.timestamp() - file.lstat().st_mtime
            if file.suffix.lower() in _SUFFIXES and age >= SETTLED_AFTER.total_seconds():
                yield file, self.path

    def _take(self, file: Path, home: Path, now: datetime) -> int:
        found = _contents(file, self.size_limit)
        if found is None:
            return 0
        data, written_at = found
        if len(data) > self.size_limit:
            log.error("folder.too_large", bytes_allowed=self.size_limit)
            _move(file, home / TOO_LARGE)
            return 0
        accept(self.door, data, self.reception.envelope(data, WayIn.FOLDER, written_at, now))
        _move(file, home / TAKEN)
        return 1


def _plain_files(folder: Path) -> list[Path]:
    # A link may lead anywhere on the machine, and a device may never end.
    return sorted(
        file
        for file in folder.iterdir()
        if not file.name.startswith(".") and stat.S_ISREG(file.lstat().st_mode)
    )


def _contents(file: Path, size_limit: int) -> tuple[bytes, datetime] | None:
    """Return the bytes, at most one more than allowed, and when they were written; None for what is gone."""
    try:
        descriptor = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    with os.fdopen(descriptor, "rb") as stream:
        written_at = datetime.fromtimestamp(os.fstat(stream.fileno()).st_mtime, UTC)
        return stream.read(size_limit + 1), written_at


def _move(file: Path, folder: Path) -> None:
    """Move the file there, under another name where that is taken, so that nothing is written over."""
    folder.mkdir(exist_ok=True)
    target, number = folder / file.name, 1
    while True:
        try:
            os.link(file, target, follow_symlinks=False)
        except FileExistsError:
            target, number = folder / f"{file.stem}-{number}{file.suffix}", number + 1
            continue
        file.unlink()
        return
