"""Stored documents by the reference that people know them by."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from intake.malware.virus_verdict import VirusCheck
from pact.errors import PactError
from storage.applications import documents_of, find_application
from storage.mails import mail_by_reference
from storage.tables import Document


def documents_named(session: Session, reference: str | None) -> Sequence[Document]:
    """Return the documents of an application or a mail; without a reference, all. PactError when unknown."""
    by_age = select(Document).order_by(col(Document.id))
    if reference is None:
        return session.exec(by_age).all()
    mail = mail_by_reference(session, reference)
    if mail is not None:
        return session.exec(by_age.where(Document.mail_id == mail.id)).all()
    if reference.strip().upper().startswith("M-"):
        raise PactError(f"There is no mail {reference}. `cfit held` lists what waits for a person.")
    return documents_of(session, find_application(session, reference))


def may_be_opened(document: Document) -> bool:
    """Whether no scanner found a virus in it: what is infected is neither read again nor shown."""
    return document.virus_check != VirusCheck.INFECTED
