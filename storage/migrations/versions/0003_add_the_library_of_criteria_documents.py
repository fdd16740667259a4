"""The library: criteria documents, their passages, and the criteria among them."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "library_document",
        sa.Column("id", sa.Integer(), nullable=False, comment="number, shown as D-<id>"),
        sa.Column(
            "key",
            AutoString(),
            nullable=False,
            comment="name of its file without the ending: how it is cited",
        ),
        sa.Column("title", sa.Text(), nullable=False, comment="title"),
        sa.Column("issuer", sa.Text(), nullable=False, comment="who issued it"),
        sa.Column("edition", sa.Text(), nullable=False, comment="edition as it calls itself"),
        sa.Column("dated", sa.Date(), nullable=True, comment="day of the edition"),
        sa.Column("language", AutoString(), nullable=False, comment="ISO 639 code of its language"),
        sa.Column("product_groups", sa.JSON(), nullable=False, comment="product groups it is about"),
        sa.Column("level_words", sa.JSON(), nullable=False, comment="words for its levels, the lowest first"),
        sa.Column(
            "status", AutoString(), nullable=False, comment="a DocumentStatus of pact/library_documents.py"
        ),
        sa.Column(
            "superseded_by",
            AutoString(),
            nullable=False,
            comment="key of the edition that took its place, or empty",
        ),
        sa.Column("audience", AutoString(), nullable=False, comment="public, participants or group:<name>"),
        sa.Column("licence", sa.Text(), nullable=False, comment="what may be done with it"),
        sa.Column("note", sa.Text(), nullable=False, comment="what its status comes from, in words"),
        sa.Column("sha256", AutoString(), nullable=False, comment="name of its file among the originals"),
        sa.Column("file_name", sa.Text(), nullable=False, comment="name of that file"),
        sa.Column("media_type", AutoString(), nullable=False, comment="type by its bytes"),
        sa.Column(
            "is_sample", sa.Boolean(), nullable=False, comment="whether it is a sample of the project's own"
        ),
        sa.Column("text", sa.Text(), nullable=False, comment="its plain text: passages are pieces of it"),
        sa.Column("headings", sa.JSON(), nullable=False, comment="its section titles in order"),
        sa.Column(
            "pages",
            sa.Integer(),
            nullable=False,
            comment="how many pages it has; 0 where the format has none",
        ),
        sa.Column(
            "unreadable_pages", sa.JSON(), nullable=False, comment="pages from which no words could be had"
        ),
        sa.Column("reader", AutoString(), nullable=False, comment="version of the reader that read it"),
        sa.Column("added_at", UTCDateTime(), nullable=False, comment="when it was added"),
        sa.Column("added_by", sa.Text(), nullable=False, comment="who added it"),
        sa.Column("retired_at", UTCDateTime(), nullable=True, comment="when it was taken out of use"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_library_document")),
        sa.UniqueConstraint("key", name=op.f("uq_library_document_key")),
    )
    with op.batch_alter_table("library_document", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_library_document_sha256"), ["sha256"], unique=False)

    op.create_table(
        "library_criterion",
        sa.Column("id", sa.Integer(), nullable=False, comment="number"),
        sa.Column("document_id", sa.Integer(), nullable=False, comment="the document"),
        sa.Column("passage", sa.Integer(), nullable=False, comment="number of the passage that it stands in"),
        sa.Column("criterion", AutoString(), nullable=False, comment="number that it goes by"),
        sa.Column("name", sa.Text(), nullable=False, comment="what it is called"),
        sa.Column("requirement", sa.Text(), nullable=False, comment="what is asked, word for word"),
        sa.Column("level", AutoString(), nullable=False, comment="level word, or empty"),
        sa.Column("verification", sa.Text(), nullable=False, comment="how it is proved, word for word"),
        sa.Column("product", AutoString(), nullable=False, comment="product group, or empty"),
        sa.Column(
            "phase", AutoString(), nullable=False, comment="phase of the procurement it belongs to, or empty"
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["library_document.id"],
            name=op.f("fk_library_criterion_document_id_library_document"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_library_criterion")),
    )
    with op.batch_alter_table("library_criterion", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_library_criterion_document_id"), ["document_id"], unique=False)

    op.create_table(
        "library_passage",
        sa.Column("id", sa.Integer(), nullable=False, comment="number"),
        sa.Column("document_id", sa.Integer(), nullable=False, comment="the document"),
        sa.Column("number", sa.Integer(), nullable=False, comment="position in the document, from 1"),
        sa.Column("kind", AutoString(), nullable=False, comment="a PassageKind of pact/library_passages.py"),
        sa.Column("text", sa.Text(), nullable=False, comment="word for word as in the source"),
        sa.Column("header", sa.Text(), nullable=False, comment="header row of its table, or empty"),
        sa.Column("path", sa.JSON(), nullable=False, comment="section titles from the outside in"),
        sa.Column("page", sa.Integer(), nullable=True, comment="page, from 1"),
        sa.Column("start", sa.Integer(), nullable=False, comment="where it begins in the document's text"),
        sa.Column("end", sa.Integer(), nullable=False, comment="where it ends there"),
        sa.Column("level", AutoString(), nullable=False, comment="level word, or empty"),
        sa.Column("product_group", AutoString(), nullable=False, comment="product group, or empty"),
        sa.Column("scheme", AutoString(), nullable=False, comment="scheme it belongs to, or empty"),
        sa.Column("criterion", AutoString(), nullable=False, comment="number of the criterion, or empty"),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["library_document.id"],
            name=op.f("fk_library_passage_document_id_library_document"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_library_passage")),
        sa.UniqueConstraint("document_id", "number", name=op.f("uq_library_passage_document_id")),
    )


def downgrade() -> None:
    raise NotImplementedError("There is no way back but the backup made before the upgrade.")
