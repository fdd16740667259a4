"""Applications in the database: opening one, finding it again, its fields, findings and papers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import text, update
from sqlmodel import Session, col, select

from pact.application import State
from pact.documents import Field, Signatory
from pact.errors import PactError
from pact.findings import Finding
from storage.tables import (
    Application,
    ApplicationField,
    ApplicationMail,
    DecisionRow,
    Document,
    FindingRow,
    Mail,
    Organisation,
    OrganisationName,
    Participation,
    Suggestion,
)

REGISTER_LOCK = 0x63666975
"""Any number that nothing else in the same database takes an advisory lock by."""


class Overtaken(PactError):
    """Someone else changed the application in between; look at it again."""


def lock_register(session: Session) -> None:
    """Let one transaction at a time look for an organisation and register it, until it ends.

    SQLite lets one writer in anyway; PostgreSQL is asked for a lock of its own.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": REGISTER_LOCK})


def find_application(session: Session, reference: str) -> Application:
    """Return the application of that reference. PactError when there is none."""
    wanted = reference.strip().upper()
    found = session.exec(select(Application).where(Application.reference == wanted)).first()
    if found is None:
        raise PactError(f"There is no application {wanted}. `cfit queue` lists the open ones.")
    return found


def open_applications(session: Session) -> Sequence[Application]:
    """Return every application on which something is still to be decided."""
    still_open = [state.value for state in State if state.is_open]
    return session.exec(select(Application).where(col(Application.state).in_(still_open))).all()


def applications_of(session: Session, organisation_id: int) -> Sequence[Application]:
    """Return all applications of one organisation, the newest first."""
    return session.exec(
        select(Application)
        .where(Application.organisation_id == organisation_id)
        .order_by(col(Application.id).desc())
    ).all()


def change_state(
    session: Session, application: Application, new: State, *, waiting_since: datetime | None
) -> None:
    """Set the state if nobody was faster (compare and set on ``version``). Raises Overtaken."""
    done = session.execute(
        update(Application)
        .where(col(Application.id) == application.id, col(Application.version) == application.version)
        .values(state=new.value, version=application.version + 1, waiting_since=waiting_since)
    )
    if done.rowcount != 1:  # type: ignore[attr-defined]
        raise Overtaken(
            f"{application.reference} has just been changed by someone else. Look again: `cfit show "
            f"{application.reference}`."
        )
    session.refresh(application)


@dataclass(frozen=True, slots=True)
class KnownName:
    """One name under which an organisation is known."""

    organisation_id: int
    name: str


def organisation_by_key(session: Session, key: str) -> int | None:
    """Return the organisation of which a name has this key, its own name before other names."""
    own = select(Organisation.id).where(Organisation.key == key).order_by(col(Organisation.id))
    other = (
        select(OrganisationName.organisation_id)
        .where(OrganisationName.key == key)
        .order_by(col(OrganisationName.id))
    )
    return session.exec(own).first() or session.exec(other).first()


def known_names(session: Session) -> list[KnownName]:
    """Return every name of every organisation, the oldest first and other names last."""
    own = select(Organisation.id, Organisation.name).order_by(col(Organisation.id))
    other = select(OrganisationName.organisation_id, OrganisationName.name).order_by(col(OrganisationName.id))
    rows = (*session.exec(own).all(), *session.exec(other).all())
    return [KnownName(number, name) for number, name in rows if number is not None]


def roles_in_register(session: Session, organisation_id: int) -> set[str]:
    """Return the roles the organisation holds now: coordinating, procuring, both, supporter."""
    rows = session.exec(
        select(Participation.role).where(
            Participation.organisation_id == organisation_id, col(Participation.until).is_(None)
        )
    ).all()
    return set(rows)


def write_fields(
    session: Session, application: Application, signatories: Iterable[Signatory], document_id: int | None
) -> None:
    """Write every field of every block with its evidence; the signature is a field of its own."""
    for block, signatory in enumerate(signatories):
        signature = signatory.signature
        seen = Field(
            value=signature.kind.value,
            confidence=signature.confidence,
            sure=signature.confidence >= 0.5,
            page=signature.page,
            box_pt=signature.box_pt,
            method=signatory.organisation.method,
        )
        fields = {
            "organisation": signatory.organisation,
            "name": signatory.name,
            "title": signatory.title,
            "participation_type": signatory.participation_type,
            "date": signatory.date,
            "signature": seen,
        }
        for name, field in fields.items():
            session.add(_field_row(application, block, name, field, document_id))


def fields_of(session: Session, application: Application) -> Sequence[ApplicationField]:
    """Return the application's fields, block by block, in the order of the signature block."""
    return session.exec(
        select(ApplicationField)
        .where(ApplicationField.application_id == application.id)
        .order_by(col(ApplicationField.block), col(ApplicationField.id))
    ).all()


def write_findings(
    session: Session,
    findings: Iterable[Finding],
    *,
    at: datetime,
    application_id: int | None,
    document_id: int | None = None,
) -> None:
    """Write findings about an application, and about the document they were made in, if any."""
    for found in findings:
        session.add(
            FindingRow(
                application_id=application_id,
                document_id=document_id,
                code=found.code,
                severity=found.severity.value,
                clause=found.clause,
                seen=found.seen,
                found_at=at,
            )
        )


def standing_findings(session: Session, application_id: int) -> Sequence[FindingRow]:
    """Return the findings that still stand on an application, in the order they were made."""
    return session.exec(
        select(FindingRow)
        .where(FindingRow.application_id == application_id, col(FindingRow.settled_at).is_(None))
        .order_by(col(FindingRow.id))
    ).all()


def organisation_name(session: Session, application: Application) -> str:
    """Return the organisation's name as shown, or empty while it is not known."""
    if application.organisation_id is None:
        return ""
    return session.get_one(Organisation, application.organisation_id).name


def documents_of(session: Session, application: Application) -> Sequence[Document]:
    """Return the documents that belong to an application, or that its fields stand in, as they came.

    One paper may open two applications: it belongs to the first, and the other's fields name it.
    """
    named = select(ApplicationField.document_id).where(ApplicationField.application_id == application.id)
    mine = (col(Document.application_id) == application.id) | col(Document.id).in_(named)
    return session.exec(select(Document).where(mine).order_by(col(Document.id))).all()


def mails_of(session: Session, application: Application) -> Sequence[tuple[Mail, str]]:
    """Return the application's mails with the part each played, in the order they came."""
    return session.exec(
        select(Mail, ApplicationMail.part_played)
        .join(ApplicationMail, col(ApplicationMail.mail_id) == col(Mail.id))
        .where(ApplicationMail.application_id == application.id)
        .order_by(col(Mail.id))
    ).all()


def open_suggestions(session: Session, application: Application) -> Sequence[Suggestion]:
    """Return what a person has still to decide about further papers of this application."""
    return session.exec(
        select(Suggestion)
        .where(Suggestion.application_id == application.id, Suggestion.state == "open")
        .order_by(col(Suggestion.id))
    ).all()


def decisions_of(session: Session, application: Application) -> Sequence[DecisionRow]:
    """Return the Committee's recorded decisions on an application, oldest first."""
    return session.exec(
        select(DecisionRow).where(DecisionRow.application_id == application.id).order_by(col(DecisionRow.id))
    ).all()


def is_within_a_year(earlier: date, later: date) -> bool:
    """Whether two papers may belong to the same round of applying: never next year's."""
    return abs((later - earlier).days) < 365


def _field_row(
    application: Application, block: int, name: str, field: Field, document_id: int | None
) -> ApplicationField:
    assert application.id is not None
    return ApplicationField(
        application_id=application.id,
        block=block,
        name=name,
        value=field.value,
        confidence=field.confidence,
        sure=field.sure,
        page=field.page,
        box_pt=list(field.box_pt) if field.box_pt else None,
        method=field.method.value if field.method else None,
        document_id=document_id,
    )
