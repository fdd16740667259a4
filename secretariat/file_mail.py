"""Filing: the one transaction in which a mail gets its outcome, its rows and its letters."""

from dataclasses import replace

from sqlmodel import Session

from intake.reading.reading_json import to_json
from pact.certificate_verdicts import mail_signature_words
from secretariat.desk import Desk
from secretariat.file_reply import file_reply
from secretariat.further_papers import count_from_repetition
from secretariat.likely_cases import kept_likely, likely_cases
from secretariat.mail_in_hand import FiledPaper, MailInHand, Paper, first_received_at
from secretariat.move import WORKER
from secretariat.notify import acknowledge
from secretariat.register import Registration, register_paper
from secretariat.returned import note_returned
from secretariat.sender_findings import why_not_believed
from secretariat.sort import sort_mail
from secretariat.sorted_as import Sorted
from storage import journal
from storage.applications import lock_register
from storage.mails import MailOutcome, MailState, claim_mail, reference_of
from storage.tables import Document, Mail

READER = "1"
"""Version of the reader, kept with every reading, so that old readings can be told from new."""


def file_mail(session: Session, desk: Desk, mail: MailInHand) -> None:
    """Write down what a mail is and all that follows from it, or nothing when it has been filed."""
    lock_register(session)
    row = claim_mail(session, mail.mail_id)
    if row is None:
        return
    receipt = mail.receipt(desk.settings.timezone, first_received_at(session, row))
    sorted_as = sort_mail(session, mail)
    doubt = why_not_believed(session, receipt, desk.settings)
    if doubt and sorted_as.outcome is MailOutcome.REGISTERED:
        sorted_as = replace(sorted_as, outcome=MailOutcome.HELD, state=MailState.HELD, why=doubt)
    documents = [(paper, _write_document(session, mail, paper)) for paper in mail.papers]
    registrations: list[Registration] = []
    if sorted_as.outcome is MailOutcome.REGISTERED:
        registrations = [
            register_paper(session, desk, receipt, FiledPaper(paper.file_name, paper.document, document))
            for paper, document in _signed_first(documents)
            if paper.is_application
        ]
        sorted_as = _as_registered(sorted_as, registrations)
    if sorted_as.same_as is not None:
        count_from_repetition(session, sorted_as.same_as, receipt, at=desk.now())
    if sorted_as.returned is not None:
        note_returned(session, desk, mail.mail_id, sorted_as.returned)
    if not registrations:
        sorted_as = file_reply(session, desk, mail, receipt, sorted_as, documents=documents)
    _write_outcome(session, desk, mail, row, sorted_as)
    acknowledge(session, desk, receipt, registrations)


def _signed_first(documents: list[tuple[Paper, Document]]) -> list[tuple[Paper, Document]]:
    """A copy may come as a Word file and, signed, as a PDF: the signed one opens the application."""
    return sorted(documents, key=lambda pair: not pair[0].document.is_signed)


def _as_registered(sorted_as: Sorted, registrations: list[Registration]) -> Sorted:
    """Return the outcome with what became of each paper: joined when none opened an application."""
    opened_any = any(one.opened for one in registrations)
    outcome = MailOutcome.REGISTERED if opened_any else MailOutcome.JOINED
    return replace(sorted_as, outcome=outcome, why=" ".join(one.told for one in registrations))


def _write_document(session: Session, mail: MailInHand, paper: Paper) -> Document:
    document = Document(
        mail_id=mail.mail_id,
        part=paper.part,
        file_name=paper.file_name,
        media_type=paper.media_type.value,
        sha256=paper.sha256,
        size_bytes=paper.size_bytes,
        kind=paper.document.kind.value,
        reading=to_json(paper.document) | {"took_ms": paper.took_ms},
        reader=READER,
        virus_check=paper.virus_check.value,
    )
    session.add(document)
    session.flush()
    return document


def _write_outcome(session: Session, desk: Desk, mail: MailInHand, row: Mail, sorted_as: Sorted) -> None:
    row.state = sorted_as.state.value
    row.outcome = sorted_as.outcome.value
    row.why = sorted_as.why
    row.same_as_mail_id = sorted_as.same_as
    row.message_id = mail.parsed.message_id
    row.parts_digest = mail.parsed.parts_digest
    row.sender_address = mail.parsed.from_address
    row.sender_name = mail.parsed.from_name
    row.sender_verdict = mail.sender.verdict.value
    row.sender_reason = " ".join((mail.sender.reason, *map(mail_signature_words, mail.parsed.signatures)))
    row.subject = mail.parsed.subject
    row.body_text = mail.parsed.text
    row.virus_check, row.virus_note = mail.scan.check.value, mail.scan.mail.seen
    row.processed_at = desk.now()
    if sorted_as.state is MailState.HELD:
        row.likely_cases = kept_likely(likely_cases(session, mail))
    if not mail.automatic.answer_allowed:
        row.letters = "none"
    session.add(row)
    journal.append(
        session,
        subject=reference_of(mail.mail_id),
        move="hold" if sorted_as.state is MailState.HELD else "file",
        actor=WORKER,
        reason=f"{sorted_as.outcome.capitalize()}: {sorted_as.why}",
        at=desk.now(),
    )
