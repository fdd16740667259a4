"""A paper that a person read where no reader could: their values before what was read by machine."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from pact.application import ApplicationKind
from pact.checks import KIND_ASKED_FOR
from pact.documents import (
    FIELD_NAMES,
    NOT_FOUND,
    DocumentAsRead,
    DocumentKind,
    Field,
    Method,
    ParticipationType,
    Signatory,
    Signature,
    SignatureKind,
)

SETTLED_BY = {"date": "ambiguous_date", "participation_type": "contradictory_marks"}
"""What the reader was in doubt about is no longer in doubt once a person has said it."""


@dataclass(frozen=True, slots=True)
class GivenByHand:
    """What a person reads off a paper that no reader could; each field then has method person."""

    kind: ApplicationKind | None = None
    organisation: str | None = None
    name: str | None = None
    title: str | None = None
    participation_type: ParticipationType | None = None
    signed_on: date | None = None
    signature: SignatureKind | None = None

    @property
    def fields(self) -> dict[str, Field]:
        """The fields of the signature block that were given, by name."""
        values = {
            "organisation": self.organisation,
            "name": self.name,
            "title": self.title,
            "participation_type": self.participation_type.value if self.participation_type else None,
            "date": self.signed_on.isoformat() if self.signed_on else None,
        }
        return {name: _by_a_person(" ".join(value.split())) for name, value in values.items() if value}

    @property
    def has_values(self) -> bool:
        """Whether anything about the signature block was given."""
        return bool(self.fields) or self.signature is not None


def read_by_eye(read: DocumentAsRead, given: GivenByHand) -> DocumentAsRead:
    """Return the paper as machine and person read it together.

    Of what no reader could look at, nothing is claimed: whether it is signed is what the person
    says, or not looked at. Whoever calls a paper a Letter of Support says that it endorses.
    """
    kind = _DOCUMENT_KIND[given.kind] if given.kind else read.kind
    if not given.has_values:
        return replace(read, kind=kind)
    first, *others = read.signatories or (Signatory(),)
    block = replace(first, signature=_signature(read, first, given), **given.fields)
    endorses = read.endorses
    if kind is DocumentKind.LETTER_OF_SUPPORT and endorses == NOT_FOUND:
        endorses = _by_a_person("as read by the Secretariat")
    return replace(
        read,
        kind=kind,
        signatories=(block, *others),
        endorses=endorses,
        remarks=tuple(one for one in read.remarks if one.code not in settled_by_eye((block, *others))),
        error=None,
    )


def settled_by_eye(signatories: Iterable[Signatory]) -> frozenset[str]:
    """Return the remarks that stand no longer, given what a person said in these blocks.

    That it is a picture matters no more once every value there is a person's.
    """
    fields = [(name, getattr(block, name)) for block in signatories for name in FIELD_NAMES]
    by_hand = {name for name, field in fields if field.method and field.method.is_told}
    by_machine = any(field.value and not (field.method and field.method.is_told) for _, field in fields)
    settled = {SETTLED_BY[name] for name in by_hand & set(SETTLED_BY)}
    return frozenset(settled | ({"page_not_read"} if by_hand and not by_machine else set()))


_DOCUMENT_KIND = {asked: kind for kind, asked in KIND_ASKED_FOR.items()}


def _by_a_person(value: str) -> Field:
    return Field(value=value, confidence=1.0, sure=True, method=Method.PERSON)


def _signature(read: DocumentAsRead, block: Signatory, given: GivenByHand) -> Signature:
    if given.signature is not None:
        sure = given.signature is not SignatureKind.NOT_LOOKED_AT
        return Signature(given.signature, confidence=1.0 if sure else 0.0)
    is_picture = any(remark.code == "page_not_read" for remark in read.remarks)
    was_looked_at = bool(read.signatories) and not is_picture and read.error is None
    if was_looked_at or block.signature.kind.is_found:
        return block.signature
    return Signature(SignatureKind.NOT_LOOKED_AT)
