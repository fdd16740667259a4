"""A second home beside the first: two copies of the product that may write to each other."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.database import Database, connect


@contextmanager
def second_database(template: Path, home: Path) -> Iterator[Database]:
    """Yield a migrated database in a home of its own, closed at the end."""
    home.mkdir(mode=0o700)
    shutil.copy(template, home / "cfit.sqlite")
    database = connect(f"sqlite:///{home / 'cfit.sqlite'}")
    yield database
    database.close()
