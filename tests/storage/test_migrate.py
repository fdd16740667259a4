import os
import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text
from sqlmodel import SQLModel

from storage.database import Database, connect, newest_revision
from storage.migrate import alembic_config, is_current, migrate
from storage.settings import Settings, SettingsError, load_settings
from storage.work import Worker, worker_lock

ROOT = Path(__file__).parents[2]


def test_there_is_one_head_and_the_file_names_tell_it() -> None:
    heads = ScriptDirectory.from_config(alembic_config()).get_heads()

    assert heads == [newest_revision()]


def test_the_migrations_make_exactly_the_tables_of_the_code(database: Database) -> None:
    with database.engine.begin() as connection:
        command.check(alembic_config(connection))


def test_the_engines_tables_are_none_of_ours(database: Database, settings: Settings) -> None:
    with worker_lock(settings) as place:
        worker = Worker(database, settings, [], place)
        worker.start()
        worker.stop()

    with database.engine.begin() as connection:
        command.check(alembic_config(connection))
        tables = inspect(connection).get_table_names(schema=None if database.dialect == "sqlite" else "dbos")
    assert "workflow_status" in tables


def test_a_fresh_start_makes_home_and_database(home: Path, empty_database_url: str) -> None:
    settings = load_settings(home=home, database_url=empty_database_url)

    migrate(settings)

    database = connect(empty_database_url)
    with database.engine.connect() as connection:
        made = set(inspect(connection).get_table_names())
    assert is_current(database)
    assert made == {*SQLModel.metadata.tables, "alembic_version"}
    database.close()


def test_migrating_again_changes_nothing(settings: Settings, database: Database) -> None:
    migrate(settings)
    migrate(settings)

    assert is_current(database)


def test_a_newer_database_is_left_alone(settings: Settings, database: Database) -> None:
    with database.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(SettingsError, match="made by a newer release"):
        migrate(settings)


def test_processes_that_migrate_at_once_all_succeed(home: Path, empty_database_url: str) -> None:
    program = (
        "import sys; from pathlib import Path;"
        "from storage.migrate import migrate; from storage.settings import load_settings;"
        "migrate(load_settings(home=Path(sys.argv[1]), database_url=sys.argv[2]))"
    )
    started = [
        subprocess.Popen(
            [sys.executable, "-W", "error", "-c", program, str(home), empty_database_url],
            env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(5)
    ]
    ends = [(process.communicate(timeout=120)[1], process.returncode) for process in started]

    database = connect(empty_database_url)
    assert ends == [("", 0)] * 5
    assert is_current(database)
    database.close()


def test_a_migration_that_fails_leaves_nothing_behind(home: Path, empty_database_url: str) -> None:
    settings = load_settings(home=home, database_url=empty_database_url)
    home.mkdir()
    blocked = connect(empty_database_url)
    with blocked.engine.begin() as connection:
        # In the way of one of the last tables that the migration makes.
        connection.execute(text("CREATE TABLE suggestion (id INTEGER)"))

    with pytest.raises(Exception, match="already exists"):
        migrate(settings)

    with blocked.engine.connect() as connection:
        left = inspect(connection).get_table_names()
    blocked.close()
    assert left == ["suggestion"]
