"""Bringing the schema to this release: one process does it under a lock, in one transaction."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text

from storage.database import Database, connect, is_current, make_home
from storage.settings import Settings, SettingsError

__all__ = ["alembic_config", "is_current", "migrate"]

# Any number will do, as long as nothing else in the same database takes an advisory lock by it.
ADVISORY_LOCK = 0x63666974


def migrate(settings: Settings) -> None:
    """Bring the database of ``settings`` to this release; waits while another process does so.

    Raises SettingsError when the database cannot be reached or comes from a newer release.
    """
    make_home(settings)
    database = connect(settings.database_url, foreign_keys=False)
    try:
        if not is_current(database):
            with _one_migrator(settings, database) as connection:
                _upgrade(connection)
    finally:
        database.close()


def alembic_config(connection: Connection | None = None) -> Config:
    """Return Alembic's settings; without ``connection`` it opens the database of our own settings."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config


@contextmanager
def _one_migrator(settings: Settings, database: Database) -> Iterator[Connection]:
    if database.dialect == "postgresql":
        with database.engine.begin() as connection:
            # Held until this very transaction ends, however it ends.
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ADVISORY_LOCK})
            yield connection
        return
    with (settings.home / "migrate.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with database.engine.begin() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection


def _upgrade(connection: Connection) -> None:
    # Whoever waited for the lock finds the work done: Alembic looks at the revision anew.
    command.upgrade(alembic_config(connection), "head")
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise SettingsError(
                f"The migration would leave {len(broken)} rows that refer to nothing, first in the table "
                f"{broken[0][0]}: nothing was changed. Restore a backup, or ask the makers."
            )
