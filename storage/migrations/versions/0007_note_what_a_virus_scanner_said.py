"""What a virus scanner said of each mail and document; what came before was never checked."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_CHECK = "a VirusCheck of intake/malware/virus_verdict.py"
_NOTE = "what the scanner found or why it did not say"


def upgrade() -> None:
    for table in ("mail", "document"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(
                sa.Column(
                    "virus_check", AutoString(), nullable=False, comment=_CHECK, server_default="unchecked"
                )
            )
        # The default belongs to the program, not to the database.
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.alter_column("virus_check", server_default=None)
    with op.batch_alter_table("mail", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("virus_note", sa.Text(), nullable=False, comment=_NOTE, server_default="")
        )
    with op.batch_alter_table("mail", schema=None) as batch_op:
        batch_op.alter_column("virus_note", server_default=None)
