"""The tables of the spine."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _make_counter()
    _make_journal_entry()
    _make_journal_head()
    _make_mail()
    _make_organisation()
    _make_person()
    _make_switch()
    _make_application()
    _make_delivery()
    _make_journal_personal()
    _make_organisation_name()
    _make_application_mail()
    _make_decision()
    _make_document()
    _make_letter()
    _make_participation()
    _make_application_field()
    _make_finding()
    _make_reply_token()
    _make_suggestion()


def downgrade() -> None:
    raise NotImplementedError("There is no way back but the backup made before the upgrade.")


def _make_counter() -> None:
    op.create_table(
        "counter",
        sa.Column("series", AutoString(), nullable=False, comment="name of the series"),
        sa.Column("last", sa.Integer(), nullable=False, comment="last number given out"),
        sa.PrimaryKeyConstraint("series", name=op.f("pk_counter")),
    )


def _make_journal_entry() -> None:
    op.create_table(
        "journal_entry",
        sa.Column("seq", sa.BigInteger(), nullable=False, comment="position in the chain"),
        sa.Column("previous", AutoString(), nullable=False, comment="hash of the entry before"),
        sa.Column(
            "hash",
            AutoString(),
            nullable=False,
            comment="sha256 over previous, seq, subject, move, at and digest",
        ),
        sa.Column(
            "subject",
            AutoString(),
            nullable=False,
            comment="what it is about: a reference, M-<id>, L-<id> or P-<id>",
        ),
        sa.Column("move", AutoString(), nullable=False, comment="what was done"),
        sa.Column("at", UTCDateTime(), nullable=False, comment="when"),
        sa.Column("digest", AutoString(), nullable=False, comment="sha256 of salt and personal values"),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_journal_entry")),
        sa.UniqueConstraint("hash", name=op.f("uq_journal_entry_hash")),
    )
    with op.batch_alter_table("journal_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_journal_entry_subject"), ["subject"], unique=False)


def _make_journal_head() -> None:
    op.create_table(
        "journal_head",
        sa.Column("id", sa.Integer(), nullable=False, comment="always 1"),
        sa.Column("seq", sa.BigInteger(), nullable=False, comment="number of the newest entry"),
        sa.Column("hash", AutoString(), nullable=False, comment="hash of the newest entry"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_head")),
    )


def _make_mail() -> None:
    op.create_table(
        "mail",
        sa.Column("id", sa.Integer(), nullable=False, comment="number of the mail, shown as M-<id>"),
        sa.Column(
            "delivery_key",
            AutoString(),
            nullable=False,
            comment="sha256 of envelope and bytes: one delivery, one mail",
        ),
        sa.Column(
            "sha256", AutoString(), nullable=False, comment="name of the raw bytes among the originals"
        ),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False, comment="length of the raw bytes"),
        sa.Column("envelope_from", sa.Text(), nullable=False, comment="MAIL FROM; empty for a null sender"),
        sa.Column("envelope_to", sa.JSON(), nullable=False, comment="RCPT TO, only addresses that are ours"),
        sa.Column(
            "received_at",
            UTCDateTime(),
            nullable=False,
            comment="time of our 250, or as told at an import; the clock of 6.4.2",
        ),
        sa.Column("source", AutoString(), nullable=False, comment="way in: smtp, file"),
        sa.Column(
            "peer", AutoString(), nullable=False, comment="address of the connecting host, empty for a file"
        ),
        sa.Column(
            "helo", sa.Text(), nullable=False, comment="what the connecting host called itself, as said"
        ),
        sa.Column(
            "letters", AutoString(), nullable=False, comment="auto, or none: an import that writes to nobody"
        ),
        sa.Column("state", AutoString(), nullable=False, comment="a MailState of storage/mails.py"),
        sa.Column("round", sa.Integer(), nullable=False, comment="how often a person had it processed again"),
        sa.Column(
            "outcome",
            AutoString(),
            nullable=True,
            comment="what became of it, a MailOutcome of storage/mails.py",
        ),
        sa.Column("why", sa.Text(), nullable=False, comment="sentence: why it is held, parked or closed"),
        sa.Column("message_id", sa.Text(), nullable=True, comment="Message-ID as sent"),
        sa.Column(
            "parts_digest",
            AutoString(),
            nullable=True,
            comment="sha256 over the decoded parts: is a resend the same?",
        ),
        sa.Column("sender_address", sa.Text(), nullable=True, comment="address in From"),
        sa.Column("sender_name", sa.Text(), nullable=True, comment="display name in From"),
        sa.Column(
            "sender_verdict",
            AutoString(),
            nullable=True,
            comment="pass, fail or none: was the sender authenticated",
        ),
        sa.Column("sender_reason", sa.Text(), nullable=False, comment="the verdict in plain words"),
        sa.Column("subject", sa.Text(), nullable=False, comment="subject, decoded"),
        sa.Column(
            "body_text", sa.Text(), nullable=False, comment="plain text of the mail, cut at 20,000 characters"
        ),
        sa.Column("same_as_mail_id", sa.Integer(), nullable=True, comment="mail that this one repeats"),
        sa.Column("processed_at", UTCDateTime(), nullable=True, comment="when it was decided what it is"),
        sa.ForeignKeyConstraint(["same_as_mail_id"], ["mail.id"], name=op.f("fk_mail_same_as_mail_id_mail")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mail")),
        sa.UniqueConstraint("delivery_key", name=op.f("uq_mail_delivery_key")),
    )
    with op.batch_alter_table("mail", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mail_message_id"), ["message_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_mail_sha256"), ["sha256"], unique=False)
        batch_op.create_index("ix_mail_state_id", ["state", "id"], unique=False)


def _make_organisation() -> None:
    op.create_table(
        "organisation",
        sa.Column("id", sa.Integer(), nullable=False, comment="number"),
        sa.Column("name", sa.Text(), nullable=False, comment="name as shown"),
        sa.Column(
            "key", sa.Text(), nullable=False, comment="name folded for comparison, see pact/organisations.py"
        ),
        sa.Column("country", AutoString(), nullable=False, comment="ISO 3166 code, or empty"),
        sa.Column(
            "kind", AutoString(), nullable=False, comment="government, public, private, or empty when unknown"
        ),
        sa.Column("language", AutoString(), nullable=False, comment="language it is written to in, or empty"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
    )
    with op.batch_alter_table("organisation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_organisation_key"), ["key"], unique=False)


def _make_person() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False, comment="number"),
        sa.Column(
            "address",
            AutoString(),
            nullable=False,
            comment="mail address, lower case: how the command line names them",
        ),
        sa.Column("name", sa.Text(), nullable=False, comment="name as shown"),
        sa.Column("slack_team", AutoString(), nullable=False, comment="Slack team id, or empty"),
        sa.Column("slack_user", AutoString(), nullable=False, comment="Slack user id, or empty"),
        sa.Column("roles", sa.JSON(), nullable=False, comment="words of pact/application.py Role"),
        sa.Column(
            "removed_at",
            UTCDateTime(),
            nullable=True,
            comment="when their roles ended; the row stays for the journal",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("address", name=op.f("uq_person_address")),
    )


def _make_switch() -> None:
    op.create_table(
        "switch",
        sa.Column("name", AutoString(), nullable=False, comment="name of the switch"),
        sa.Column("value", AutoString(), nullable=False, comment="where it stands"),
        sa.Column("at", UTCDateTime(), nullable=False, comment="since when"),
        sa.Column("by", sa.Text(), nullable=False, comment="who switched it"),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_switch")),
    )


def _make_application() -> None:
    op.create_table(
        "application",
        sa.Column("id", sa.Integer(), nullable=False, comment="number"),
        sa.Column(
            "reference", AutoString(), nullable=False, comment="CFIT-<year>-<number>, told to the applicant"
        ),
        sa.Column("kind", AutoString(), nullable=False, comment="participation, support or termination"),
        sa.Column(
            "organisation_id", sa.Integer(), nullable=True, comment="organisation, once its name is known"
        ),
        sa.Column(
            "participation_type", AutoString(), nullable=True, comment="coordinating, procuring, both or none"
        ),
        sa.Column("state", AutoString(), nullable=False, comment="a State of pact/application.py"),
        sa.Column(
            "version", sa.Integer(), nullable=False, comment="raised by every change: moves compare and set"
        ),
        sa.Column("received_at", UTCDateTime(), nullable=False, comment="receipt of the mail that opened it"),
        sa.Column(
            "received_on", sa.Date(), nullable=False, comment="the same as a day in the secretariat's zone"
        ),
        sa.Column("decision_due", sa.Date(), nullable=False, comment="last day for the Committee (6.4.2)"),
        sa.Column(
            "waiting_since", UTCDateTime(), nullable=True, comment="since when the applicant is awaited"
        ),
        sa.Column("taken_by", sa.Integer(), nullable=True, comment="person who handles it"),
        sa.Column("applicant_address", sa.Text(), nullable=False, comment="address that letters go to"),
        sa.Column("applicant_name", sa.Text(), nullable=False, comment="name that letters greet, or empty"),
        sa.Column("language", AutoString(), nullable=False, comment="language of its letters"),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_application_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["taken_by"], ["person.id"], name=op.f("fk_application_taken_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_application")),
        sa.UniqueConstraint("reference", name=op.f("uq_application_reference")),
    )
    with op.batch_alter_table("application", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_application_organisation_id"), ["organisation_id"], unique=False)
        batch_op.create_index("ix_application_state_decision_due", ["state", "decision_due"], unique=False)


def _make_delivery() -> None:
    op.create_table(
        "delivery",
        sa.Column("id", sa.Integer(), nullable=False, comment="number"),
        sa.Column("mail_id", sa.Integer(), nullable=False, comment="the mail"),
        sa.Column("at", UTCDateTime(), nullable=False, comment="time of the 250"),
        sa.Column("source", AutoString(), nullable=False, comment="way in: smtp, file"),
        sa.Column("peer", AutoString(), nullable=False, comment="address of the connecting host"),
        sa.Column(
            "was_new", sa.Boolean(), nullable=False, comment="whether it made the mail row, or repeated one"
        ),
        sa.ForeignKeyConstraint(["mail_id"], ["mail.id"], name=op.f("fk_delivery_mail_id_mail")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivery")),
    )
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_delivery_mail_id"), ["mail_id"], unique=False)


def _make_journal_personal() -> None:
    op.create_table(
        "journal_personal",
        sa.Column("seq", sa.BigInteger(), nullable=False, comment="entry it belongs to"),
        sa.Column(
            "salt",
            AutoString(),
            nullable=False,
            comment="random, so that the digest betrays nothing once this row is gone",
        ),
        sa.Column("actor", sa.Text(), nullable=False, comment="who: an address, or the name of a process"),
        sa.Column("reason", sa.Text(), nullable=False, comment="why, in words"),
        sa.ForeignKeyConstraint(
            ["seq"], ["journal_entry.seq"], name=op.f("fk_journal_personal_seq_journal_entry")
        ),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_journal_personal")),
    )


def _make_organisation_name() -> None:
    op.create_table(
        "organisation_name",
        sa.Column("id", sa.Integer(), nullable=False, comment="number"),
        sa.Column("organisation_id", sa.Integer(), nullable=False, comment="the organisation"),
        sa.Column("name", sa.Text(), nullable=False, comment="the other name"),
        sa.Column("key", sa.Text(), nullable=False, comment="the other name folded"),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_organisation_name_organisation_id_organisation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation_name")),
        sa.UniqueConstraint("key", "organisation_id", name=op.f("uq_organisation_name_key")),
    )
    with op.batch_alter_table("organisation_name", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_organisation_name_key"), ["key"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_organisation_name_organisation_id"), ["organisation_id"], unique=False
        )


def _make_application_mail() -> None:
    op.create_table(
        "application_mail",
        sa.Column("application_id", sa.Integer(), nullable=False, comment="the application"),
        sa.Column("mail_id", sa.Integer(), nullable=False, comment="the mail"),
        sa.Column(
            "part_played", AutoString(), nullable=False, comment="opened, joined, suggested or put_aside"
        ),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["application.id"],
            name=op.f("fk_application_mail_application_id_application"),
        ),
        sa.ForeignKeyConstraint(["mail_id"], ["mail.id"], name=op.f("fk_application_mail_mail_id_mail")),
        sa.PrimaryKeyConstraint("application_id", "mail_id", name=op.f("pk_application_mail")),
    )
    with op.batch_alter_table("application_mail", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_application_mail_mail_id"), ["mail_id"], unique=False)


def _make_decision() -> None:
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False, comment="number"),
        sa.Column("application_id", sa.Integer(), nullable=False, comment="the application"),
        sa.Column("move", AutoString(), nullable=False, comment="approve, decline or end"),
        sa.Column("decided_on", sa.Date(), nullable=False, comment="day of the Committee's decision"),
        sa.Column("votes", sa.Text(), nullable=False, comment="votes as counted, or empty"),
        sa.Column("minutes", sa.Text(), nullable=False, comment="where the minutes say so, or empty"),
        sa.Column("recorded_by", sa.Integer(), nullable=False, comment="person who recorded it"),
        sa.Column("recorded_at", UTCDateTime(), nullable=False, comment="when it was recorded"),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_decision_application_id_application")
        ),
        sa.ForeignKeyConstraint(["recorded_by"], ["person.id"], name=op.f("fk_decision_recorded_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
    )
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decision_application_id"), ["application_id"], unique=False)


def _make_document() -> None:
    op.create_table(
        "document",
        sa.Column("id", sa.Integer(), nullable=False, comment="number"),
        sa.Column("mail_id", sa.Integer(), nullable=False, comment="mail that brought it"),
        sa.Column("part", sa.Integer(), nullable=False, comment="position among the mail's parts, from 0"),
        sa.Column(
            "file_name", sa.Text(), nullable=False, comment="name as sent, cleaned of controls and paths"
        ),
        sa.Column("media_type", AutoString(), nullable=False, comment="type by its bytes, not by its name"),
        sa.Column("sha256", AutoString(), nullable=False, comment="name of its bytes among the originals"),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False, comment="length in bytes"),
        sa.Column("kind", AutoString(), nullable=False, comment="what it is, a word of pact/documents.py"),
        sa.Column(
            "reading", sa.JSON(), nullable=False, comment="all that was read, as cfit read --json gives it"
        ),
        sa.Column("reader", AutoString(), nullable=False, comment="version of the reader that read it"),
        sa.Column("application_id", sa.Integer(), nullable=True, comment="application that it belongs to"),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_document_application_id_application")
        ),
        sa.ForeignKeyConstraint(["mail_id"], ["mail.id"], name=op.f("fk_document_mail_id_mail")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint("mail_id", "part", name=op.f("uq_document_mail_id")),
    )
    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_document_application_id"), ["application_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_mail_id"), ["mail_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_sha256"), ["sha256"], unique=False)


def _make_letter() -> None:
    op.create_table(
        "letter",
        sa.Column("id", sa.Integer(), nullable=False, comment="number, shown as L-<id>"),
        sa.Column(
            "key", AutoString(), nullable=False, comment="what it is about: the same effect has the same key"
        ),
        sa.Column(
            "kind", AutoString(), nullable=False, comment="acknowledgement, joined, answer or decision"
        ),
        sa.Column("application_id", sa.Integer(), nullable=True, comment="application it is about"),
        sa.Column("mail_id", sa.Integer(), nullable=True, comment="mail it answers"),
        sa.Column("language", AutoString(), nullable=False, comment="language it is written in"),
        sa.Column("language_reason", sa.Text(), nullable=False, comment="sentence: why in that language"),
        sa.Column("to_address", sa.Text(), nullable=False, comment="recipient"),
        sa.Column("subject", sa.Text(), nullable=False, comment="subject"),
        sa.Column("body", sa.Text(), nullable=False, comment="plain text"),
        sa.Column(
            "facts",
            sa.JSON(),
            nullable=False,
            comment="what it was written from; empty once a person changed it or it left",
        ),
        sa.Column(
            "headers", sa.JSON(), nullable=False, comment="In-Reply-To, References, Reply-To, Auto-Submitted"
        ),
        sa.Column(
            "message_id", AutoString(), nullable=False, comment="fixed Message-ID: a repeat is the same mail"
        ),
        sa.Column(
            "state", AutoString(), nullable=False, comment="draft, ready, sending, sent, failed or discarded"
        ),
        sa.Column("why", sa.Text(), nullable=False, comment="sentence: why it is a draft, or why it failed"),
        sa.Column("automatic", sa.Boolean(), nullable=False, comment="whether it may leave without a person"),
        sa.Column("written_at", UTCDateTime(), nullable=False, comment="when it was written"),
        sa.Column("released_by", sa.Integer(), nullable=True, comment="person who sent a draft"),
        sa.Column("attempts", sa.Integer(), nullable=False, comment="tries so far"),
        sa.Column("next_try_at", UTCDateTime(), nullable=True, comment="not before this time"),
        sa.Column("sent_at", UTCDateTime(), nullable=True, comment="when the mail server took it"),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_letter_application_id_application")
        ),
        sa.ForeignKeyConstraint(["mail_id"], ["mail.id"], name=op.f("fk_letter_mail_id_mail")),
        sa.ForeignKeyConstraint(["released_by"], ["person.id"], name=op.f("fk_letter_released_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
        sa.UniqueConstraint("key", name=op.f("uq_letter_key")),
        sa.UniqueConstraint("message_id", name=op.f("uq_letter_message_id")),
    )
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_letter_application_id"), ["application_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_letter_mail_id"), ["mail_id"], unique=False)
        batch_op.create_index("ix_letter_state_next_try_at", ["state", "next_try_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_letter_written_at"), ["written_at"], unique=False)


def _make_participation() -> None:
    op.create_table(
        "participation",
        sa.Column("id", sa.Integer(), nullable=False, comment="number"),
        sa.Column("organisation_id", sa.Integer(), nullable=False, comment="the organisation"),
        sa.Column("role", AutoString(), nullable=False, comment="coordinating, procuring, both or supporter"),
        sa.Column("since", sa.Date(), nullable=True, comment="first day, if known"),
        sa.Column("until", sa.Date(), nullable=True, comment="last day, once ended"),
        sa.Column("contact_name", sa.Text(), nullable=False, comment="person to write to"),
        sa.Column("contact_address", sa.Text(), nullable=False, comment="mail address to write to"),
        sa.Column("buyer_group", sa.Text(), nullable=False, comment="buyer group, or empty (3.2)"),
        sa.Column(
            "application_id",
            sa.Integer(),
            nullable=True,
            comment="application that led to it; none for imports",
        ),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_participation_application_id_application")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_participation_organisation_id_organisation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participation")),
        sa.UniqueConstraint("organisation_id", "role", name=op.f("uq_participation_organisation_id")),
    )
    with op.batch_alter_table("participation", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_participation_organisation_id"), ["organisation_id"], unique=False
        )


def _make_application_field() -> None:
    op.create_table(
        "application_field",
        sa.Column("id", sa.Integer(), nullable=False, comment="number"),
        sa.Column("application_id", sa.Integer(), nullable=False, comment="the application"),
        sa.Column("block", sa.Integer(), nullable=False, comment="signature block, from 0"),
        sa.Column(
            "name",
            AutoString(),
            nullable=False,
            comment="organisation, name, title, participation_type, date or signature",
        ),
        sa.Column("value", sa.Text(), nullable=True, comment="value, none when it could not be read"),
        sa.Column("confidence", sa.Float(), nullable=False, comment="0..1"),
        sa.Column("sure", sa.Boolean(), nullable=False, comment="false: ask a person"),
        sa.Column("page", sa.Integer(), nullable=True, comment="page, from 1"),
        sa.Column("box_pt", sa.JSON(), nullable=True, comment="left, bottom, right, top in points"),
        sa.Column(
            "method", AutoString(), nullable=True, comment="text, form, ocr, docx, annotation or person"
        ),
        sa.Column("document_id", sa.Integer(), nullable=True, comment="document it stands in"),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["application.id"],
            name=op.f("fk_application_field_application_id_application"),
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_application_field_document_id_document")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_application_field")),
        sa.UniqueConstraint(
            "application_id", "block", "name", name=op.f("uq_application_field_application_id")
        ),
    )
    with op.batch_alter_table("application_field", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_application_field_application_id"), ["application_id"], unique=False
        )


def _make_finding() -> None:
    op.create_table(
        "finding",
        sa.Column("id", sa.Integer(), nullable=False, comment="number"),
        sa.Column("application_id", sa.Integer(), nullable=True, comment="application it is about"),
        sa.Column("document_id", sa.Integer(), nullable=True, comment="document it is about"),
        sa.Column("code", AutoString(), nullable=False, comment="a code of pact/findings.py"),
        sa.Column("severity", AutoString(), nullable=False, comment="info, ask or stop"),
        sa.Column("clause", AutoString(), nullable=True, comment="clause of the Pact"),
        sa.Column("seen", sa.Text(), nullable=False, comment="what was seen, in words"),
        sa.Column("found_at", UTCDateTime(), nullable=False, comment="when"),
        sa.Column("settled_at", UTCDateTime(), nullable=True, comment="when it ceased to stand"),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_finding_application_id_application")
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_finding_document_id_document")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding")),
    )
    with op.batch_alter_table("finding", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_finding_application_id"), ["application_id"], unique=False)


def _make_reply_token() -> None:
    op.create_table(
        "reply_token",
        sa.Column("id", sa.Integer(), nullable=False, comment="number"),
        sa.Column("digest", AutoString(), nullable=False, comment="sha256 of the token"),
        sa.Column("letter_id", sa.Integer(), nullable=False, comment="letter that carries it"),
        sa.Column("application_id", sa.Integer(), nullable=True, comment="application it opens"),
        sa.Column(
            "mail_id", sa.Integer(), nullable=True, comment="mail it is about, where there is no application"
        ),
        sa.Column("issued_at", UTCDateTime(), nullable=False, comment="when"),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_reply_token_application_id_application")
        ),
        sa.ForeignKeyConstraint(["letter_id"], ["letter.id"], name=op.f("fk_reply_token_letter_id_letter")),
        sa.ForeignKeyConstraint(["mail_id"], ["mail.id"], name=op.f("fk_reply_token_mail_id_mail")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reply_token")),
        sa.UniqueConstraint("digest", name=op.f("uq_reply_token_digest")),
    )
    with op.batch_alter_table("reply_token", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reply_token_letter_id"), ["letter_id"], unique=False)


def _make_suggestion() -> None:
    op.create_table(
        "suggestion",
        sa.Column("id", sa.Integer(), nullable=False, comment="number"),
        sa.Column("application_id", sa.Integer(), nullable=False, comment="application it may belong to"),
        sa.Column("mail_id", sa.Integer(), nullable=False, comment="mail that brought it"),
        sa.Column("document_id", sa.Integer(), nullable=True, comment="document, if any"),
        sa.Column(
            "kind", AutoString(), nullable=False, comment="second_copy, second_signatory, other_role or reply"
        ),
        sa.Column("why", sa.Text(), nullable=False, comment="sentence: why it is thought to belong here"),
        sa.Column("state", AutoString(), nullable=False, comment="open, taken or put_aside"),
        sa.Column("at", UTCDateTime(), nullable=False, comment="when"),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_suggestion_application_id_application")
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_suggestion_document_id_document")
        ),
        sa.ForeignKeyConstraint(["mail_id"], ["mail.id"], name=op.f("fk_suggestion_mail_id_mail")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suggestion")),
        sa.UniqueConstraint(
            "application_id", "mail_id", "document_id", name=op.f("uq_suggestion_application_id")
        ),
    )
    with op.batch_alter_table("suggestion", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_suggestion_application_id"), ["application_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_suggestion_mail_id"), ["mail_id"], unique=False)
