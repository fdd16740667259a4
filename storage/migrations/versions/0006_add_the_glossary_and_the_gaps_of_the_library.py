"""The library's glossary as the secretariat adds to it, and the questions that it left open."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "library_gap",
        sa.Column("id", sa.Integer(), nullable=False, comment="number"),
        sa.Column("question", sa.Text(), nullable=False, comment="the question as it was first asked"),
        sa.Column(
            "language",
            AutoString(),
            nullable=False,
            comment="ISO 639 code of the language it was understood in",
        ),
        sa.Column("missing", sa.JSON(), nullable=False, comment="words of it that no passage meets"),
        sa.Column("times", sa.Integer(), nullable=False, comment="how often it was asked"),
        sa.Column("first_at", UTCDateTime(), nullable=False, comment="when it was first asked"),
        sa.Column("last_at", UTCDateTime(), nullable=False, comment="when it was last asked"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_library_gap")),
        sa.UniqueConstraint("question", name=op.f("uq_library_gap_question")),
    )
    op.create_table(
        "library_glossary",
        sa.Column("id", sa.Integer(), nullable=False, comment="number, as cfit library glossary names it"),
        sa.Column("terms", sa.JSON(), nullable=False, comment="its terms, each as [ISO 639 code, term]"),
        sa.Column("added_at", UTCDateTime(), nullable=False, comment="when it was added"),
        sa.Column("added_by", sa.Text(), nullable=False, comment="who added it"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_library_glossary")),
    )


def downgrade() -> None:
    raise NotImplementedError("There is no way back but the backup made before the upgrade.")
