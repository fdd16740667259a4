"""The editions of the Pact that were adopted (6.5)."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "pact_edition",
        sa.Column("id", sa.Integer(), nullable=False, comment="number, shown as E-<id>"),
        sa.Column("name", AutoString(), nullable=False, comment="what it is called, such as 2021"),
        sa.Column("in_force", sa.Date(), nullable=False, comment="first day on which it is in force"),
        sa.Column(
            "sha256", AutoString(), nullable=False, comment="name of the official file among the originals"
        ),
        sa.Column("file_name", sa.Text(), nullable=False, comment="name of that file"),
        sa.Column(
            "fingerprint", sa.JSON(), nullable=False, comment="its clauses with their words and digests"
        ),
        sa.Column("adopted_at", UTCDateTime(), nullable=False, comment="when it was adopted"),
        sa.Column("adopted_by", sa.Text(), nullable=False, comment="who adopted it"),
        sa.Column("dropped_at", UTCDateTime(), nullable=True, comment="when it was taken out of use again"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pact_edition")),
    )
    with op.batch_alter_table("pact_edition", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pact_edition_name"), ["name"], unique=False)


def downgrade() -> None:
    raise NotImplementedError("There is no way back but the backup made before the upgrade.")
