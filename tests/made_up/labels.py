"""What a made-up document says in truth: the label that a reading is held against."""

from dataclasses import dataclass
from typing import NamedTuple

from pact.documents import FIELD_NAMES, BoxPt, DocumentKind, SignatureKind

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class Handwriting(NamedTuple):
    """Where a pen wrote: the name of the field, or "signature", the page from 1, and the box of all its ink.

    The box is in the file's own page points, as Field.box_pt is.
    """

    field: str
    page: int
    box_pt: BoxPt


class AlteredClause(NamedTuple):
    """A clause that differs from its edition, in the words of pact.documents.Alteration."""

    clause: str
    change: str
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class SignatoryLabel:
    """One signature block in truth; None where the document leaves a field empty.

    ``date`` is an ISO day. ``ambiguous_date``: as written it may be read in two ways, so a
    reader is right to ask; ``date`` is the day that was meant. ``contradictory_marks``: two roles
    are marked, and ``participation_type`` is None. ``by_hand``: all that a pen put into this block.
    """

    organisation: str | None = None
    name: str | None = None
    title: str | None = None
    participation_type: str | None = None
    date: str | None = None
    ambiguous_date: bool = False
    signature: SignatureKind = SignatureKind.NONE
    contradictory_marks: bool = False
    by_hand: tuple[Handwriting, ...] = ()

    @property
    def hand_filled(self) -> tuple[str, ...]:
        """The fields whose values a pen wrote; a mark on a printed role counts as participation_type."""
        return tuple(dict.fromkeys(written.field for written in self.by_hand if written.field in FIELD_NAMES))


@dataclass(frozen=True, slots=True)
class Label:
    """The truth about one document, and how it was made.

    ``family`` is producer and form of filling in, ``layout`` the shape of the block,
    ``mark_style`` how the participation type was marked, ``date_style`` how the date was
    written, ``font`` what it is set in. ``endorses`` is about Letters of Support only.

    Of scans and photos: ``capture`` is how the picture was taken; ``readable`` false: a person could not
    read it either, and a reader says so; ``is_document`` false: a logo, a portrait, a screenshot.
    ``altered`` lists what differs from made_up.pact_text.
    ``remarks``: the codes of what a reader has to remark.
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
    capture: str = ""
    readable: bool = True
    is_document: bool = True
    altered: tuple[AlteredClause, ...] = ()
    remarks: tuple[str, ...] = ()

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
