"""What a made-up document says in truth: the label that a reading is held against."""

from dataclasses import dataclass

from pact.documents import DocumentKind, SignatureKind

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class SignatoryLabel:
    """One signature block in truth; None where the document leaves a field empty.

    ``date`` is an ISO day. ``ambiguous_date``: as written it may be read in two ways, so a
    reader is right to ask; ``date`` is the day that was meant.
    """

    organisation: str | None = None
    name: str | None = None
    title: str | None = None
    participation_type: str | None = None
    date: str | None = None
    ambiguous_date: bool = False
    signature: SignatureKind = SignatureKind.NONE


@dataclass(frozen=True, slots=True)
class Label:
    """The truth about one document, and how it was made.

    ``family`` is producer and form of filling in, ``layout`` the shape of the block,
    ``mark_style`` how the participation type was marked, ``date_style`` how the date was
    written, ``font`` what it is set in. ``endorses`` is about Letters of Support only.
    """

    kind: DocumentKind
    signatories: tuple[SignatoryLabel, ...] = ()
    endorses: bool | None = None
    medium: str = "native_pdf"
    family: str = ""
    layout: str = ""
    mark_style: str = ""
    date_style: str = ""
    font: str = ""

    @property
    def first(self) -> SignatoryLabel:
        """The first block, or an empty one."""
        return self.signatories[0] if self.signatories else SignatoryLabel()


@dataclass(frozen=True, slots=True)
class MadeDocument:
    """A made-up file with its truth. ``media_type`` is what a mail would call it."""

    file_name: str
    data: bytes
    label: Label
    media_type: str = PDF
