"""The database: SQLite in the home folder or PostgreSQL, with transactions that mean the same on both."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import Engine, create_engine, event, make_url, text
from sqlalchemy.exc import OperationalError, ProgrammingError
from sqlmodel import Session

from storage.settings import Settings, SettingsError

Dialect = Literal["sqlite", "postgresql"]

VERSIONS = Path(__file__).parent / "migrations" / "versions"

_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    # NORMAL would lose the last commits in a power cut, and with them mail that got its 250.
    "PRAGMA synchronous=FULL",
    "PRAGMA busy_timeout=30000",
    "PRAGMA foreign_keys=ON",
)


class Database:
    """One database with its pool of connections; safe to share between threads."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.dialect: Dialect = "sqlite" if engine.dialect.name == "sqlite" else "postgresql"

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Yield a session in one transaction, committed at the end and rolled back by an exception.

        On SQLite it holds the write lock from its first line on, so that what it reads stays true
        until it commits. What it loaded may be used after the end.
        """
        with Session(self.engine, expire_on_commit=False) as session:
            if self.dialect == "sqlite":
                session.connection().exec_driver_sql("BEGIN IMMEDIATE")
            yield session
            session.commit()

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Yield a session that sees one moment of the database and in which every write fails."""
        with self.engine.connect() as connection:
            if self.dialect == "sqlite":
                connection.exec_driver_sql("PRAGMA query_only=ON")
                connection.exec_driver_sql("BEGIN")
            else:
                connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            try:
                with Session(connection, expire_on_commit=False) as session:
                    yield session
                    # What was loaded may be used after the end, as after a write.
                    session.expunge_all()
            finally:
                connection.rollback()
                if self.dialect == "sqlite":
                    connection.exec_driver_sql("PRAGMA query_only=OFF")

    def close(self) -> None:
        """Close every connection of the pool."""
        self.engine.dispose()


def connect(url: str, *, pool_size: int = 10, foreign_keys: bool = True) -> Database:
    """Return the database at ``url`` without looking at its schema; connections are made when used.

    ``foreign_keys`` false is for migrations: SQLite rebuilds a table by dropping the old one.
    """
    options: dict[str, Any] = {"pool_size": pool_size, "max_overflow": 2 * pool_size}
    # An error's text ends in a log: it must not carry the values of the statement.
    engine = create_engine(url, hide_parameters=True, pool_pre_ping=not url.startswith("sqlite"), **options)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite if foreign_keys else _prepare_sqlite_for_rebuilds)
    return Database(engine)


def open_database(settings: Settings) -> Database:
    """Return the database of ``settings``, its schema checked.

    Raises SettingsError when it cannot be reached, or was not made by this release.
    """
    make_home(settings)
    database = connect(settings.database_url)
    try:
        if not is_current(database):
            raise SettingsError(
                "The database is not prepared for this release: start `cfit run`, which prepares it, "
                "and try again."
            )
    except SettingsError:
        database.close()
        raise
    return database


def is_current(database: Database) -> bool:
    """Return whether the schema is that of this release. Raises SettingsError for a newer one."""
    found, wanted = schema_revision(database), newest_revision()
    if found is not None and found > wanted:
        raise SettingsError(
            f"The database was made by a newer release (schema {found}, this one knows {wanted}): "
            "install that release, or restore the backup made before it."
        )
    return found == wanted


def make_home(settings: Settings) -> None:
    """Make the home folder, open to its owner alone, unless it exists.

    Raises SettingsError when that cannot be done.
    """
    try:
        settings.home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(
            f"The home folder {settings.home} cannot be made ({error.strerror}): set CFIT_HOME to a folder "
            "that you may write to."
        ) from error


def schema_revision(database: Database) -> str | None:
    """Return the revision that the schema stands at, None for an empty database.

    Raises SettingsError when the database cannot be reached.
    """
    try:
        with database.engine.connect() as connection:
            return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    except (OperationalError, ProgrammingError) as error:
        if _is_missing_table(error):
            return None
        raise SettingsError(
            f"The database {_where(database)} cannot be opened: {_reason(error)}. Check CFIT_DATABASE_URL."
        ) from error


def newest_revision() -> str:
    """Return the newest revision of storage/migrations, read off its file names.

    Every process asks this at its start, and importing Alembic would take longer than the rest.
    """
    return max(path.name.partition("_")[0] for path in VERSIONS.glob("[0-9]*.py"))


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    # The driver's own BEGIN before a write is made IMMEDIATE: a deferred one that reads first
    # fails with "database is locked" at once when another writer came between, without waiting.
    connection.isolation_level = "IMMEDIATE"
    for pragma in _PRAGMAS:
        connection.execute(pragma)


def _prepare_sqlite_for_rebuilds(connection: sqlite3.Connection, record: object) -> None:
    _prepare_sqlite(connection, record)
    connection.execute("PRAGMA foreign_keys=OFF")


def _is_missing_table(error: OperationalError | ProgrammingError) -> bool:
    return "no such table" in str(error.orig) or getattr(error.orig, "sqlstate", None) == "42P01"


def _reason(error: OperationalError | ProgrammingError) -> str:
    return str(error.orig).strip().partition("\n")[0]


def _where(database: Database) -> str:
    return make_url(database.engine.url).render_as_string(hide_password=True)
