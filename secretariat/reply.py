"""Replies: which case one belongs to, and whether that is proven or only said."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlmodel import Session, select

from intake.addresses import domain_key
from intake.mail.automatic import AutomaticKind
from intake.sender.verdict import Verdict
from pact.one_house import one_house
from secretariat.mail_in_hand import MailInHand
from storage.letters import letter_by_message_id
from storage.reply_tokens import Purpose, tokens_in
from storage.tables import Application, Letter, Participation

UNPROVEN = "A reply to one of our letters, without its token."
"""What is said of a reply that names our letter, and came to our plain address."""


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply: its case, why it is taken for one, and whether it may join the case by itself.

    ``is_proven`` takes a token of our letter and an authenticated address of the case or its house.
    """

    application_id: int
    why: str
    is_proven: bool = False


def reply_of(session: Session, mail: MailInHand) -> Reply | None:
    """Return the case that a mail replies to; None for a mail that answers no letter about a case."""
    if mail.automatic.kind is not AutomaticKind.NONE:
        return None
    cases = list(dict.fromkeys(_cases_by_token(session, mail)))
    if not cases:
        known = next(_letters_named(session, mail), None)
        case = known.application_id if known else None
        return Reply(case, UNPROVEN) if case else None
    if len(cases) > 1:
        return Reply(cases[0], "A reply with the tokens of several cases.")
    application = session.get_one(Application, cases[0])
    if mail.sender.verdict is not Verdict.PASS:
        why = f"A reply, with the token of one of our letters. {mail.sender.reason}"
        return Reply(cases[0], why)
    if not is_of_the_case(session, application, mail.parsed.from_address):
        why = (
            f"A reply, with the token of one of our letters, from {mail.parsed.from_address}: "
            "no address of this case."
        )
        return Reply(cases[0], why)
    return Reply(cases[0], "A reply, with the token of our letter and from an address of the case.", True)


def is_of_the_case(session: Session, application: Application, address: str) -> bool:
    """Whether an address is the applicant's, of the applicant's house, or the register's contact."""
    if not address or "@" not in address:
        return False
    folded = _folded(address)
    known = [application.applicant_address]
    if application.organisation_id is not None:
        contacts = select(Participation.contact_address).where(
            Participation.organisation_id == application.organisation_id
        )
        known += [contact for contact in session.exec(contacts).all() if "@" in contact]
    houses = [_folded(one) for one in known]
    return folded in houses or any(one_house(folded[1], house) for _, house in houses)


def _cases_by_token(session: Session, mail: MailInHand) -> Iterator[int]:
    for known in tokens_in(session, mail.envelope_to):
        if known.purpose is Purpose.REPLY and known.application_id is not None:
            yield known.application_id
    for letter in _letters_named(session, mail):
        if _bears_token(letter) and letter.application_id is not None:
            yield letter.application_id


def _letters_named(session: Session, mail: MailInHand) -> Iterator[Letter]:
    for message_id in dict.fromkeys((*mail.parsed.in_reply_to, *mail.parsed.references)):
        letter = letter_by_message_id(session, message_id)
        if letter is not None:
            yield letter


def _bears_token(letter: Letter) -> bool:
    """Whether the Message-ID is the token's place, where no plus-address could be."""
    return "." in letter.message_id.partition("@")[0]


def _folded(address: str) -> tuple[str, str]:
    local, _, domain = address.strip().rpartition("@")
    return local.lower(), domain_key(domain)
