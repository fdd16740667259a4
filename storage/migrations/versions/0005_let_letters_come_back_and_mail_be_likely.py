"""Letters that come back by a token of their bounce address, and mail that may belong to a case."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_WORDS = {
    ("suggestion", "kind"): (
        "second_copy, second_signatory, other_role or reply",
        "a SuggestionKind of storage/suggestions.py",
    ),
    ("letter", "kind"): (
        "acknowledgement, joined, answer or decision",
        "a LetterKind of storage/new_letter.py",
    ),
    ("letter", "state"): (
        "draft, ready, sending, sent, failed or discarded",
        "a LetterState of storage/new_letter.py",
    ),
}


def upgrade() -> None:
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "envelope_from",
                sa.Text(),
                nullable=True,
                comment="MAIL FROM, with a token for its bounce until it left; empty for the null sender",
            )
        )
        batch_op.add_column(
            sa.Column(
                "undeliverable",
                AutoString(),
                nullable=True,
                comment="permanent or temporary, once the other side has not taken it",
            )
        )
    with op.batch_alter_table("mail", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "likely_cases",
                sa.JSON(),
                nullable=True,
                comment="applications that it may belong to, each with score and reason",
            )
        )
    with op.batch_alter_table("reply_token", schema=None) as batch_op:
        # Every token given so far stands in a Reply-To.
        batch_op.add_column(
            sa.Column(
                "purpose",
                AutoString(),
                nullable=False,
                server_default="reply",
                comment="reply, in Reply-To, or bounce, in MAIL FROM",
            )
        )
    _say_anew()


def _say_anew() -> None:
    # SQLite keeps no comments, and would copy the whole table for one.
    if op.get_bind().dialect.name != "postgresql":
        return
    for (table, column), (before, now) in _WORDS.items():
        op.alter_column(
            table,
            column,
            existing_type=AutoString(),
            existing_nullable=False,
            existing_comment=before,
            comment=now,
        )
    op.alter_column(
        "letter",
        "why",
        existing_type=sa.Text(),
        existing_nullable=False,
        existing_comment="sentence: why it is a draft, or why it failed",
        comment="sentence: why it is a draft, why it failed, what its bounce says",
    )


def downgrade() -> None:
    raise NotImplementedError("There is no way back but the backup made before the upgrade.")
