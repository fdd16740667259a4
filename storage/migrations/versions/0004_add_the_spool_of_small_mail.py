"""The spool: bytes of small mail that become durable together with their rows."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "spooled_original",
        sa.Column(
            "sha256", AutoString(), nullable=False, comment="name of the bytes, as among the originals"
        ),
        sa.Column("data", sa.LargeBinary(), nullable=False, comment="the bytes as they came"),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_spooled_original")),
    )
    # SQLite keeps no comments, and would copy the whole table for one.
    if op.get_bind().dialect.name == "postgresql":
        for table in ("mail", "delivery"):
            op.alter_column(
                table,
                "source",
                existing_type=AutoString(),
                existing_nullable=False,
                existing_comment="way in: smtp, file",
                comment="way in, such as smtp, lmtp or file",
            )


def downgrade() -> None:
    raise NotImplementedError("There is no way back but the backup made before the upgrade.")
