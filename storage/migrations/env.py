"""How Alembic meets our database: inside the transaction it is given, blind to the engine's tables."""

from typing import Any

from alembic import context
from sqlalchemy import Connection

from storage import tables
from storage.database import connect
from storage.library import asking_tables, library_tables
from storage.settings import load_settings

OURS = tables.Mail.metadata
assert library_tables.PassageRow.__tablename__ in OURS.tables
assert asking_tables.LibraryGapRow.__tablename__ in OURS.tables


def run_on(connection: Connection) -> None:
    """Run what was asked of Alembic over ``connection``, leaving commit and rollback to its owner."""
    context.configure(
        connection=connection,
        target_metadata=OURS,
        render_as_batch=True,
        transactional_ddl=True,
        include_object=_is_ours,
        process_revision_directives=_number,
        user_module_prefix="",
    )
    with context.begin_transaction():
        context.run_migrations()


def _is_ours(_item: Any, name: str | None, kind: str, reflected: bool, _compare_to: Any) -> bool:
    # The work engine keeps its tables in the same SQLite file, and alone knows their names.
    return not (kind == "table" and reflected and name not in OURS.tables)


def _number(_context: Any, _revision: Any, directives: list[Any]) -> None:
    # Revisions are numbers in a row, so that two made side by side clash in git, where it is seen.
    for script in directives:
        script.rev_id = f"{int(context.script.get_current_head() or 0) + 1:04d}"


given = context.config.attributes.get("connection")
if given is not None:
    run_on(given)
else:
    database = connect(load_settings().database_url, foreign_keys=False)
    with database.engine.begin() as own:
        run_on(own)
    database.close()
