"""A document as it was read: every field with its value and the evidence for it."""

from dataclasses import dataclass, field, fields
from enum import StrEnum

from pact.certificate_words import CertificateKind, LaterChange, Revocation

BoxPt = tuple[float, float, float, float]
"""Left, bottom, right, top in PDF points (1/72 inch), origin at the page's lower left corner."""


class DocumentKind(StrEnum):
    """What a document is, whatever its file is called."""

    SIGNED_PACT = "signed_pact"
    LETTER_OF_SUPPORT = "letter_of_support"
    ANNUAL_REPORT = "annual_report"
    ACTION_PLAN = "action_plan"
    OTHER = "other"

    @property
    def is_application(self) -> bool:
        """Whether such a document asks to be let in (Pact 6.4.1)."""
        return self in (DocumentKind.SIGNED_PACT, DocumentKind.LETTER_OF_SUPPORT)


class ParticipationType(StrEnum):
    """The role marked in the signature block (Pact 2.1.1)."""

    COORDINATING = "coordinating"
    PROCURING = "procuring"
    BOTH = "both"


class Method(StrEnum):
    """How a value was taken from the document; PERSON means someone at the secretariat gave it, REPLY
    that the applicant said it in a mail of the case."""

    TEXT = "text"
    FORM = "form"
    OCR = "ocr"
    DOCX = "docx"
    ANNOTATION = "annotation"
    PERSON = "person"
    REPLY = "reply"

    @property
    def is_told(self) -> bool:
        """Whether somebody said it, instead of it being read."""
        return self in (Method.PERSON, Method.REPLY)


class SignatureKind(StrEnum):
    """How a signature was put: ink, picture and vector all count as drawn.

    No reader says NOT_LOOKED_AT: it stands where a person read a paper that none could read,
    and has not said whether it is signed.
    """

    NONE = "none"
    TYPED = "typed"
    DRAWN = "drawn"
    PLATFORM = "platform"
    DIGITAL = "digital"
    NOT_LOOKED_AT = "not_looked_at"

    @property
    def is_found(self) -> bool:
        """Whether somebody signed, as far as anybody has looked."""
        return self not in (SignatureKind.NONE, SignatureKind.NOT_LOOKED_AT)


class ReadErrorCode(StrEnum):
    """Why a file could not be read at all."""

    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    TOO_LARGE = "too_large"
    TOO_MANY_PAGES = "too_many_pages"
    TIMEOUT = "timeout"
    UNSUPPORTED = "unsupported"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Field:
    """One value with its evidence. ``confidence`` is 0..1; ``sure`` false means: ask a person."""

    value: str | None = None
    confidence: float = 0.0
    sure: bool = False
    page: int | None = None
    box_pt: BoxPt | None = None
    method: Method | None = None


NOT_FOUND = Field()
"""A field that could not be read: no value, and nobody may take it for one."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What stands where one signs. ``page`` counts from 1."""

    kind: SignatureKind = SignatureKind.NONE
    confidence: float = 0.0
    page: int | None = None
    box_pt: BoxPt | None = None


@dataclass(frozen=True, slots=True)
class Signatory:
    """One signature block of the Pact, or the signature under a letter.

    ``participation_type`` holds a ParticipationType value; ``date`` an ISO 8601 day.
    """

    organisation: Field = NOT_FOUND
    name: Field = NOT_FOUND
    title: Field = NOT_FOUND
    participation_type: Field = NOT_FOUND
    date: Field = NOT_FOUND
    signature: Signature = Signature()


FIELD_NAMES: tuple[str, ...] = tuple(f.name for f in fields(Signatory) if f.name != "signature")
"""The five fields of the signature block, in the order in which the Pact prints them."""


@dataclass(frozen=True, slots=True)
class DigitalSignature:
    """One certificate signature inside a PDF. None means: not checked.

    Five verdicts stand apart, and none follows from another: that it is present at all;
    ``names_signatory``: the certificate names whom the document names; ``intact``: what was signed is
    still the same; ``trusted``: the certificate comes from a trusted issuer, and was valid and not
    known to be revoked when it signed; ``changed_after``, with ``changed_what``. ``problem`` is in words.

    Times are ISO 8601. ``signed_at`` is the signatory's own word unless ``time_proven`` says that a
    trusted time stamp bears it out. ``platform`` names the e-signing service whose seal it is.
    ``change_seen`` tells what changed and where, ``change_forbidden`` that the signature had ruled such
    a change out. ``weak`` names an algorithm that no longer proves much.
    """

    signer: str | None = None
    intact: bool | None = None
    trusted: bool | None = None
    changed_after: bool | None = None
    signed_at: str | None = None
    problem: str | None = None
    names_signatory: bool | None = None
    kind: CertificateKind = CertificateKind.SIGNATURE
    organisation: str | None = None
    platform: str | None = None
    issuer: str | None = None
    revocation: Revocation | None = None
    revoked_on: str | None = None
    changed_what: tuple[LaterChange, ...] = ()
    change_seen: str = ""
    change_forbidden: bool = False
    time_proven: bool = False
    valid_until: str | None = None
    weak: str | None = None
    page: int | None = None
    box_pt: BoxPt | None = None


class Change(StrEnum):
    """How a clause of a copy differs from its edition."""

    CHANGED = "changed"
    MISSING = "missing"
    ADDED = "added"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Alteration:
    """One clause of a returned copy that differs from its edition; ``change`` is a word of Change.

    ``expected`` and ``found`` carry a few words around the difference. ``sure`` false means that it may
    only be how the copy was read; ``confidence`` is 0..1.
    """

    clause: str
    change: str
    expected: str | None = None
    found: str | None = None
    page: int | None = None
    box_pt: BoxPt | None = None
    sure: bool = True
    confidence: float = 1.0


class CopyPart(StrEnum):
    """How much of the Pact a returned copy holds."""

    WHOLE = "whole"
    SHORTENED = "shortened"
    SIGNATURE_PAGE = "signature_page"


@dataclass(frozen=True, slots=True)
class Wording:
    """The comparison of a copy with an edition; ``compared`` false says that none was made.

    ``why_not`` is a sentence: why nothing, or not the whole, was compared. ``part`` says how much of the
    Pact the copy holds, a word of CopyPart. The days are ISO 8601: from when the edition is in force, and
    from when a later one took its place.
    """

    compared: bool = False
    edition: str | None = None
    alterations: tuple[Alteration, ...] = ()
    why_not: str = ""
    part: str = ""
    in_force: str | None = None
    replaced_on: str | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """Something the reader noticed, by its code in pact/findings.py and what was seen."""

    code: str
    seen: str
    page: int | None = None
    box_pt: BoxPt | None = None


class PictureKind(StrEnum):
    """What one picture file shows, by what stands in it and never by its name."""

    PAGE = "page"
    NO_DOCUMENT = "no_document"
    TOO_SMALL = "too_small"
    REPEATED = "repeated"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class PictureSeen:
    """One picture file of several that were read as one document.

    ``page`` is the first page that it holds there, counted from 1, where it holds any.
    """

    kind: PictureKind
    page: int | None = None


@dataclass(frozen=True, slots=True)
class ReadError:
    """Why nothing, or not all, could be read: a code and a sentence for the sender."""

    code: ReadErrorCode
    message: str


@dataclass(frozen=True, slots=True)
class DocumentAsRead:
    """All that a reader made of one file. ``pages`` is 0 where the file has none to count.

    ``endorses`` is about Letters of Support only (Pact 2.2.2.a): the sentence that endorses,
    or a field without value. ``pictures`` tells each picture file that it was put together from.
    """

    kind: DocumentKind = DocumentKind.OTHER
    kind_confidence: float = 0.0
    edition: str | None = None
    pages: int = 0
    language: str | None = None
    signatories: tuple[Signatory, ...] = ()
    endorses: Field = NOT_FOUND
    digital_signatures: tuple[DigitalSignature, ...] = ()
    wording: Wording = Wording()
    remarks: tuple[Remark, ...] = field(default=())
    pictures: tuple[PictureSeen, ...] = ()
    error: ReadError | None = None

    @property
    def is_signed(self) -> bool:
        """Whether any block carries a signature of any kind."""
        return any(s.signature.kind.is_found for s in self.signatories)
