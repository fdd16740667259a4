"""Writing a letter to whoever sent a mail: what it is about, what it says, and where it is kept."""

from dataclasses import dataclass

from sqlmodel import Session

from secretariat.desk import Desk
from secretariat.letter_facts import LetterFacts, kept_facts
from secretariat.letter_language import LanguageChoice
from secretariat.letter_texts import LetterFoot
from secretariat.mail_in_hand import Receipt
from storage.letters import LetterKind, NewLetter, can_be_written_to, write_letter
from storage.settings import PRIVACY_NOTICE, SECRETARIAT_NAME
from storage.tables import Letter
from templates.written_mail import MailText

READ_FIRST = "A person reads this letter before it leaves."


@dataclass(frozen=True, slots=True)
class About:
    """What a letter is about: its key, and the reference that stands in its Reply-To.

    ``why_not`` is the sentence for the person who reads it first, where it is not ``automatic``.
    """

    key: str
    kind: LetterKind
    reference: str
    application_id: int | None = None
    automatic: bool = True
    why_not: str = READ_FIRST


@dataclass(frozen=True, slots=True)
class Content:
    """What a letter says, what it was written from, and why in that language."""

    text: MailText
    facts: LetterFacts
    choice: LanguageChoice


def write_to_sender(
    session: Session, desk: Desk, receipt: Receipt, content: Content, about: About
) -> Letter | None:
    """Write an answer to a mail; None where its address is nobody's."""
    if not can_be_written_to(receipt.address, desk.settings):
        return None
    letter = NewLetter(
        key=about.key,
        kind=about.kind,
        to_address=receipt.address,
        subject=content.text.subject,
        body=content.text.body,
        language=content.choice.language,
        language_reason=content.choice.reason,
        facts=kept_facts(about.kind, content.facts),
        reference=about.reference,
        automatic=about.automatic,
        why_not=about.why_not,
        application_id=about.application_id,
        mail_id=receipt.mail_id,
        in_reply_to=receipt.message_id,
        references=receipt.references,
    )
    number = write_letter(session, letter, desk.settings, at=desk.now())
    return session.get_one(Letter, number)


def foot_of(desk: Desk) -> LetterFoot:
    """Return what stands under every letter; what nobody set is left to the words of its language."""
    settings = desk.settings
    return LetterFoot(
        "" if settings.secretariat_name == SECRETARIAT_NAME else settings.secretariat_name,
        settings.contact,
        "" if settings.privacy_notice == PRIVACY_NOTICE else settings.privacy_notice,
    )
