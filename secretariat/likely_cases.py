"""Which cases a held mail may belong to, with a score and the reason: a suggestion, whatever the score."""

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from sqlmodel import Session

from intake.addresses import domain_key
from intake.sender.verdict import Verdict
from pact.folding import fold
from pact.mail_domains import is_free_mail
from pact.organisations import SAME, same_organisation
from secretariat.application_as_read import name_of_organisation
from secretariat.mail_in_hand import MailInHand
from storage.applications import open_applications, organisation_name
from storage.letters import letter_by_message_id
from storage.reply_tokens import tokens_in
from storage.tables import Application, Mail

MOST_SHOWN = 3
_REFERENCE = re.compile(r"\bCFIT-\d{4}-\d{4,9}\b", re.IGNORECASE)
_LEAST_NAME = 6
"""Letters of a name that a text may hold by chance: shorter ones are not looked for in it."""


@dataclass(frozen=True, slots=True)
class LikelyCase:
    """One case that a mail may belong to; ``score`` is 0..1, and never joins anything by itself."""

    reference: str
    score: float
    why: str


def likely_cases(session: Session, mail: MailInHand) -> tuple[LikelyCase, ...]:
    """Return the cases that a mail may belong to, the likeliest first, at most MOST_SHOWN."""
    signs = _Signs.of(session, mail)
    found = [case for one in open_applications(session) if (case := _judged(session, one, signs))]
    return tuple(sorted(found, key=lambda case: (-case.score, case.reference))[:MOST_SHOWN])


def kept_likely(cases: tuple[LikelyCase, ...]) -> list[dict[str, object]]:
    """Return the cases as the mail's row keeps them, in JSON."""
    return [asdict(case) for case in cases]


def likely_of(row: Mail) -> tuple[LikelyCase, ...]:
    """Return the cases that a mail's row keeps."""
    return tuple(LikelyCase(**kept) for kept in row.likely_cases or ())


@dataclass(frozen=True, slots=True)
class _Signs:
    """What of a mail may point to a case. ``text`` is folded, subject first."""

    address: str
    is_checked: bool
    text: str
    references: frozenset[str]
    organisations: tuple[str, ...]
    token_cases: frozenset[int]
    named_cases: frozenset[int]

    @classmethod
    def of(cls, session: Session, mail: MailInHand) -> "_Signs":
        said = f"{mail.parsed.subject}\n{mail.parsed.text}"
        names = [name_of_organisation(paper.document) for paper in mail.papers]
        letters = [
            letter_by_message_id(session, one) for one in (*mail.parsed.in_reply_to, *mail.parsed.references)
        ]
        tokens = tokens_in(session, mail.envelope_to)
        return cls(
            address=mail.parsed.from_address.lower(),
            is_checked=mail.sender.verdict is Verdict.PASS,
            text=f" {fold(said)} ",
            references=frozenset(one.upper() for one in _REFERENCE.findall(said)),
            organisations=tuple(name for name in names if name),
            token_cases=frozenset(one.application_id for one in tokens if one.application_id),
            named_cases=frozenset(one.application_id for one in letters if one and one.application_id),
        )


def _judged(session: Session, application: Application, signs: _Signs) -> LikelyCase | None:
    """Return a case with its score: one less the chance that none of its signs means it."""
    found = list(_signs_for(session, application, signs))
    if not found:
        return None
    chance_of_none = 1.0
    for score, _ in found:
        chance_of_none *= 1 - score
    why = "; ".join(reason for _, reason in found)
    return LikelyCase(application.reference, round(1 - chance_of_none, 2), f"{why[0].upper()}{why[1:]}.")


def _signs_for(session: Session, application: Application, signs: _Signs) -> Iterator[tuple[float, str]]:
    if application.id in signs.token_cases:
        yield 0.8, "it came to the address of a letter about this case"
    if application.id in signs.named_cases:
        yield 0.7, "it answers a letter about this case"
    if application.applicant_address and signs.address == application.applicant_address.lower():
        checked = signs.is_checked
        yield (
            (0.7, "it comes from the applicant") if checked else (0.5, "it names the applicant as its sender")
        )
    elif _domain(signs.address) and _domain(signs.address) == _domain(application.applicant_address):
        yield 0.3, "it comes from the applicant's domain"
    # A number is printed in every letter, and anybody may quote one.
    if application.reference in signs.references:
        yield 0.4, "it quotes the reference"
    name = organisation_name(session, application)
    if any(same_organisation(name, other) >= SAME for other in signs.organisations):
        yield 0.5, "a paper of it names the organisation"
    elif len(name) >= _LEAST_NAME and f" {fold(name)} " in signs.text:
        yield 0.4, "it names the organisation"


def _domain(address: str) -> str:
    domain = domain_key(address.rpartition("@")[2])
    return "" if is_free_mail(domain) else domain
