"""Small mail in the database: durable in the commit of its row, then moved to the originals."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import Connection, Executable, bindparam, delete
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import col, select

from storage.database import Database, Dialect
from storage.original_names import OriginalMissing, problems_of, sha256_of, verified
from storage.originals import Arriving, Originals, open_originals
from storage.settings import Settings
from storage.tables import SpooledOriginal

_BATCH = 50


def open_originals_with_spool(settings: Settings, database: Database) -> "SpoolingOriginals":
    """Return the originals of ``settings``, with those that are still spooled in the database."""
    return SpoolingOriginals(database, open_originals(settings))


def spool(connection: Connection, dialect: Dialect, originals: Sequence[tuple[str, bytes]]) -> None:
    """Add bytes, each with its name, to the transaction of ``connection``; what is there stays."""
    # Always in one order: two processes that spool the same bytes would else wait for each other.
    rows = [{"sha256": name, "data": data} for name, data in sorted(dict(originals).items())]
    if rows:
        connection.execute(_INSERT[dialect], rows)


class SpoolingOriginals:
    """Originals that have one home each: the spool first, and for good where ``lasting`` keeps them.

    An original is put into its lasting place before it leaves the spool. Whoever looks there, in
    the spool and there again has therefore missed nothing.
    """

    def __init__(self, database: Database, lasting: Originals) -> None:
        self.lasting = lasting
        self._database = database

    def put(self, data: bytes) -> str:
        """Keep ``data`` durably in its lasting place and return its name."""
        return self.lasting.put(data)

    def begin(self) -> Arriving:
        """Return a place for bytes that arrive piece by piece; they are never spooled."""
        return self.lasting.begin()

    def get(self, sha256: str) -> bytes:
        """Return the bytes, verified. Raises OriginalMissing or OriginalDamaged."""
        try:
            return self.lasting.get(sha256)
        except OriginalMissing:
            spooled = self._spooled(sha256)
        return self.lasting.get(sha256) if spooled is None else verified(spooled, sha256)

    def has(self, sha256: str) -> bool:
        """Return whether something is kept under this name, in either place."""
        return self.lasting.has(sha256) or self._is_spooled(sha256) or self.lasting.has(sha256)

    def discard(self, sha256: str) -> None:
        """Forget the bytes for good, in either place."""
        self._forget([sha256])
        self.lasting.discard(sha256)

    def names(self) -> Iterator[str]:
        """Yield the name of everything kept, each once."""
        spooled = set(self._spooled_names())
        yield from spooled
        yield from (name for name in self.lasting.names() if name not in spooled)

    def problems(self) -> Iterator[str]:
        """Read everything and yield a sentence for each original that is damaged or unreadable."""
        yield from problems_of(self._spooled_names(), self.get)
        yield from self.lasting.problems()

    def sweep_unfinished(self, before: datetime) -> int:
        """Remove what a killed process left half written before this moment; return how many."""
        return self.lasting.sweep_unfinished(before)

    def is_settled(self) -> bool:
        """Return whether the spool is empty."""
        with self._database.read() as session:
            return session.exec(select(SpooledOriginal.sha256).limit(1)).first() is None

    def settle(self) -> int:
        """Move all that is spooled to its lasting place, and return how many originals that were.

        May be killed at any point and run again: an original is removed from the spool once it is
        durable in the other place, and putting it there a second time changes nothing.
        """
        moved = 0
        names = self._spooled_names()
        for start in range(0, len(names), _BATCH):
            # What was damaged in the spool stays there, for `problems` to tell.
            whole = [
                name
                for name, data in self._spooled_among(names[start : start + _BATCH])
                if self._put(name, data)
            ]
            self._forget(whole)
            moved += len(whole)
        return moved

    def _spooled_among(self, names: Sequence[str]) -> list[tuple[str, bytes]]:
        with self._database.read() as session:
            rows = select(SpooledOriginal.sha256, SpooledOriginal.data)
            return [
                (name, data)
                for name, data in session.exec(rows.where(col(SpooledOriginal.sha256).in_(names)))
            ]

    def _put(self, name: str, data: bytes) -> bool:
        return sha256_of(data) == name and self.lasting.put(data) == name

    def _forget(self, names: Sequence[str]) -> None:
        # In order of their names, as they are spooled.
        rows = [{"name": name} for name in sorted(names)]
        if rows:
            with self._database.write() as session:
                session.connection().execute(_DELETE, rows)

    def _spooled(self, sha256: str) -> bytes | None:
        with self._database.read() as session:
            return session.exec(
                select(SpooledOriginal.data).where(SpooledOriginal.sha256 == sha256)
            ).one_or_none()

    def _is_spooled(self, sha256: str) -> bool:
        with self._database.read() as session:
            found = session.exec(select(SpooledOriginal.sha256).where(SpooledOriginal.sha256 == sha256))
            return found.one_or_none() is not None

    def _spooled_names(self) -> list[str]:
        with self._database.read() as session:
            return list(session.exec(select(SpooledOriginal.sha256)))


# Made once: building them for each group of mails would cost more CPU than running them.
_INSERT: dict[Dialect, Executable] = {
    "sqlite": sqlite.insert(SpooledOriginal).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(SpooledOriginal).on_conflict_do_nothing(),
}
_DELETE = delete(SpooledOriginal).where(col(SpooledOriginal.sha256) == bindparam("name"))
