"""Telling people: which letter follows from what happened, written in the same transaction."""

from collections.abc import Sequence

from sqlmodel import Session

from pact.application import ApplicationKind, Move, State
from pact.committee import Decision
from pact.documents import DocumentAsRead
from secretariat.desk import Desk
from secretariat.letter_facts import kept_facts
from secretariat.letter_language import (
    LanguageChoice,
    choose_language,
    language_of_answer,
    language_of_earlier,
)
from secretariat.letter_texts import (
    Acknowledgement,
    Answer,
    DecisionTold,
    JoinedDocument,
    acknowledgement_text,
    answer_text,
    decision_text,
    joined_text,
)
from secretariat.letter_writing import About, Content, foot_of, write_to_sender
from secretariat.mail_in_hand import Receipt
from secretariat.move import WORKER, apply_move
from secretariat.queue_view import findings_on
from secretariat.register import Registration
from secretariat.what_was_read import requests_to_applicant, what_was_read
from storage.applications import mails_of, organisation_name
from storage.letters import LetterKind, LetterState, NewLetter, can_be_written_to, write_letter
from storage.mails import reference_of
from storage.tables import Application, Letter, Organisation


def acknowledge(
    session: Session,
    desk: Desk,
    receipt: Receipt,
    registrations: Sequence[Registration],
    *,
    automatic: bool = True,
) -> None:
    """Acknowledge every application a mail opened, and once all papers it laid beside others.

    A paper laid beside an application that this same mail opened is told of in that letter.
    Not ``automatic``: drafts, for the person who registered it to read. Mail that may not be
    answered gets no letter either way.
    """
    if not receipt.may_be_answered:
        return
    opened = {one.application.id for one in registrations if one.opened}
    for one in registrations:
        if one.opened:
            papers = [
                (other.paper.file_name, other.paper.read)
                for other in registrations
                if other.application.id == one.application.id
            ]
            acknowledge_opened(session, desk, receipt, one.application, papers, automatic=automatic)
    further = [
        (one.paper.file_name, one.paper.read) for one in registrations if one.application.id not in opened
    ]
    if further:
        acknowledge_joined(session, desk, receipt, further, automatic=automatic)


def acknowledge_opened(
    session: Session,
    desk: Desk,
    receipt: Receipt,
    application: Application,
    papers: Sequence[tuple[str, DocumentAsRead]],
    *,
    automatic: bool = True,
) -> None:
    """Write the one acknowledgement of an application, and wait for the applicant if it asks for anything."""
    facts = Acknowledgement(
        reference=application.reference,
        kind=ApplicationKind(application.kind),
        applicant_name=receipt.name,
        received_on=application.received_on,
        decision_due=application.decision_due,
        read=what_was_read(papers),
        requests=requests_to_applicant(findings_on(session, application)),
        foot=foot_of(desk),
    )
    choice = _language_of_case(session, receipt, application, papers)
    application.language = choice.language
    session.add(application)
    about = About(
        f"acknowledgement:{application.reference}:{receipt.mail_id}",
        LetterKind.ACKNOWLEDGEMENT,
        application.reference,
        application.id,
        automatic=automatic,
    )
    text = acknowledgement_text(facts, choice.language, choice.offered)
    letter = write_to_sender(session, desk, receipt, Content(text, facts, choice), about)
    if letter is not None and letter.state == LetterState.READY:
        await_applicant(session, desk, application, WORKER)


def acknowledge_joined(
    session: Session,
    desk: Desk,
    receipt: Receipt,
    papers: Sequence[tuple[str, DocumentAsRead]],
    *,
    automatic: bool = True,
) -> None:
    """Write the one letter about papers that were laid beside an application; it betrays nothing of it."""
    number = reference_of(receipt.mail_id)
    facts = JoinedDocument(
        reference=number,
        sender_name=receipt.name,
        received_on=receipt.received_on,
        read=what_was_read(papers),
        foot=foot_of(desk),
    )
    # Not by the register: what it knows of an organisation is no business of whoever wrote.
    choice = choose_language(receipt.text, documents=[read for _, read in papers], domain=receipt.domain)
    about = About(f"joined:{receipt.mail_id}", LetterKind.JOINED, number, automatic=automatic)
    text = joined_text(facts, choice.language, choice.offered)
    write_to_sender(session, desk, receipt, Content(text, facts, choice), about)


def draft_answer(session: Session, desk: Desk, receipt: Receipt, answer: str) -> Letter | None:
    """Draft a person's answer to a held mail; None when there is nobody to write to.

    Greeting and foot are in the language that the person wrote in, else in that of the mail.
    """
    number = reference_of(receipt.mail_id)
    facts = Answer(reference=number, sender_name=receipt.name, text=answer, foot=foot_of(desk))
    choice = language_of_answer(answer) or choose_language(receipt.text, domain=receipt.domain)
    about = About(f"answer:{receipt.mail_id}", LetterKind.ANSWER, number, automatic=False)
    text = answer_text(facts, choice.language, choice.offered)
    return write_to_sender(session, desk, receipt, Content(text, facts, choice), about)


def draft_decision_letter(
    session: Session, desk: Desk, application: Application, move: Move, decision: Decision
) -> None:
    """Draft the letter that tells a decision; it leaves when a person sends it, never before."""
    assert decision.decided_on is not None
    if not can_be_written_to(application.applicant_address, desk.settings):
        return
    facts = DecisionTold(
        reference=application.reference,
        kind=ApplicationKind(application.kind),
        move=move,
        applicant_name=application.applicant_name,
        organisation=organisation_name(session, application),
        decided_on=decision.decided_on,
        foot=foot_of(desk),
        participation_type=application.participation_type,
    )
    choice = language_of_earlier(application.language)
    text = decision_text(facts, choice.language)
    letter = NewLetter(
        key=f"decision:{application.reference}:{move.value}:{application.version}",
        kind=LetterKind.DECISION,
        to_address=application.applicant_address,
        subject=text.subject,
        body=text.body,
        reference=application.reference,
        automatic=False,
        application_id=application.id,
        language=choice.language,
        language_reason=choice.reason,
        facts=kept_facts(LetterKind.DECISION, facts),
        in_reply_to=_opening_message_id(session, application),
    )
    write_letter(session, letter, desk.settings, at=desk.now())


def await_applicant(session: Session, desk: Desk, application: Application, actor: str) -> None:
    """Note that the applicant is awaited, now that a letter leaves that asks for something."""
    asks = requests_to_applicant(findings_on(session, application))
    if asks and State(application.state) is State.RECEIVED:
        reason = "The acknowledgement asks: " + " ".join(request.english for request in asks)
        apply_move(session, application, Move.ASK, actor=actor, reason=reason, at=desk.now())


def _language_of_case(
    session: Session,
    receipt: Receipt,
    application: Application,
    papers: Sequence[tuple[str, DocumentAsRead]],
) -> LanguageChoice:
    number = application.organisation_id
    known = session.get(Organisation, number) if number is not None else None
    return choose_language(
        receipt.text,
        documents=[read for _, read in papers],
        domain=receipt.domain,
        known_language=known.language if known else "",
        known_country=known.country if known else "",
    )


def _opening_message_id(session: Session, application: Application) -> str | None:
    return next((mail.message_id for mail, part in mails_of(session, application) if part == "opened"), None)
