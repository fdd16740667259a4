"""Two migrations that begin at the same place would leave it open which schema is meant."""

from alembic.script import ScriptDirectory

from storage.migrate import alembic_config


def test_the_migrations_end_in_one_head():
    heads = ScriptDirectory.from_config(alembic_config()).get_heads()

    assert len(heads) == 1


def test_the_migrations_are_one_line_without_branches():
    revisions = list(ScriptDirectory.from_config(alembic_config()).walk_revisions())

    assert [revision.revision for revision in revisions if revision.is_branch_point] == []
