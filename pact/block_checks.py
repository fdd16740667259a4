"""Checks of one signature block: what it lacks, and what in it does not fit the Pact."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from pact.deadlines import day_words
from pact.documents import Field, ParticipationType, Signatory, SignatureKind
from pact.findings import Finding, finding
from pact.government import looks_like_government
from pact.ict_interest import looks_like_ict_interest
from pact.judgement import Answer
from pact.titles import shows_responsibility

IN_FORCE_FROM = date(2021, 6, 14)
"""The day on which the Pact came into effect (6.2.1)."""


@dataclass(frozen=True, slots=True)
class Block:
    """One signature block under the checks, and the day on which its document was received.

    ``label`` says which of several blocks it is, and is empty where there is only one.
    """

    signatory: Signatory
    received_on: date
    label: str = ""

    def value(self, name: str) -> str:
        """Return a field's value, empty where none was read."""
        return (self.field(name).value or "").strip()

    def field(self, name: str) -> Field:
        """Return one of the fields of FIELD_NAMES with its evidence."""
        field: Field = getattr(self.signatory, name)
        return field

    def found(self, code: str, seen: str) -> Finding:
        """Return a finding about this block."""
        return finding(code, self.label + seen)

    @property
    def participation_type(self) -> ParticipationType | None:
        """The type that is marked; None where none was read, or what was read is no such word."""
        value = self.value("participation_type")
        return ParticipationType(value) if value in set(ParticipationType) else None


BlockCheck = Callable[[Block], Iterator[Finding]]
"""One check: yields what it finds, and raises nothing."""


def application_fields(block: Block) -> Iterator[Finding]:
    """Organisation, signatory, title and date have to be readable (Pact 6.4.1)."""
    for name in ("organisation", "name", "title", "date"):
        yield from _unread(block, name)


def participation_type(block: Block) -> Iterator[Finding]:
    """One of the two roles, or both, has to be marked (Pact 2.1.1)."""
    yield from _unread(block, "participation_type")


def signature(block: Block) -> Iterator[Finding]:
    """A written application is a signed one (Pact 6.4.1)."""
    kind = block.signatory.signature.kind
    if kind is SignatureKind.NONE:
        yield block.found("no_signature", "Nothing was found where one signs.")
    if kind is SignatureKind.NOT_LOOKED_AT:
        yield block.found("signature_not_looked_at", "It was read by eye, without a word on the signature.")


def date_of_signing(block: Block) -> Iterator[Finding]:
    """It lies between the Pact's first day (6.2.1) and the day of receipt (6.4.1)."""
    value = block.value("date")
    try:
        signed_on = date.fromisoformat(value) if value else None
    except ValueError:
        yield block.found("unsure_date", f'"{value}" is no day of the calendar.')
        return
    if signed_on is None:
        return
    if signed_on > block.received_on:
        received = day_words(block.received_on)
        yield block.found("date_in_future", f"Dated {day_words(signed_on)}, received on {received}.")
    if signed_on < IN_FORCE_FROM:
        began = day_words(IN_FORCE_FROM)
        yield block.found("date_before_pact", f"Dated {day_words(signed_on)}; in effect since {began}.")


def coordinating_role(block: Block) -> Iterator[Finding]:
    """Governments and their agencies coordinate (Pact 2.1.3); others have, so a person decides."""
    name, wanted = block.value("organisation"), block.participation_type
    if not name or wanted not in (ParticipationType.COORDINATING, ParticipationType.BOTH):
        return
    judged = looks_like_government(name)
    if judged.answer is Answer.NO:
        yield block.found("role_unlike_organisation", judged.seen)
    elif judged.answer is Answer.CANNOT_TELL:
        yield block.found("role_not_shown", judged.seen)


def interest_in_ict(block: Block) -> Iterator[Finding]:
    """Who sells, makes or represents ICT cannot take part; the Committee decides in doubt (2.1.4)."""
    judged = looks_like_ict_interest(block.value("organisation"), block.value("title"))
    if judged.answer is Answer.YES:
        yield block.found("conflict_of_interest", judged.seen)


def title_of_signatory(block: Block) -> Iterator[Finding]:
    """The signatory answers for procurement, or for policy (intro, Signing the Pact); a soft check."""
    title = block.value("title")
    if not title:
        return
    judged = shows_responsibility(title, block.participation_type)
    if judged.answer is not Answer.YES:
        yield block.found("title_unlike_procurement", judged.seen)


_FIELD_WORDS = {
    "organisation": "name of an organisation",
    "name": "name of a signatory",
    "title": "title",
    "participation_type": "marked participation type",
    "date": "date of signing",
}


def _unread(block: Block, name: str) -> Iterator[Finding]:
    field = block.field(name)
    if not block.value(name):
        yield block.found(f"missing_{name}", f"No {_FIELD_WORDS[name]} was found.")
    elif not field.sure:
        where = f" on page {field.page}" if field.page else ""
        yield block.found(f"unsure_{name}", f'Read as "{block.value(name)}"{where}.')
