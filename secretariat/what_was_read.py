"""What was read of a paper, as a letter shows it to the person who sent it."""

from collections.abc import Iterable
from dataclasses import dataclass

from pact.documents import (
    FIELD_NAMES,
    DocumentAsRead,
    DocumentKind,
    Field,
    Method,
    Signatory,
    SignatureKind,
)
from pact.findings import CODES, Finding
from secretariat.certificates_shown import CertificateInLetter, certificates_in_letter

MOST_DOCUMENTS = 5
"""Documents that one letter shows: a mail with a hundred must not make a letter of a hundred pages."""

MOST_BLOCKS = 4
"""Signature blocks that one letter shows of a document."""

SURE_SIGNATURE = 0.5
"""Confidence from which a signature need not be confirmed."""

SHOWN_FIELDS = {
    DocumentKind.SIGNED_PACT: ("organisation", "name", "title", "participation_type", "date"),
    DocumentKind.LETTER_OF_SUPPORT: ("organisation", "name", "title", "date"),
}
"""The fields that a letter shows, by kind; nothing is claimed about papers of another kind."""


@dataclass(frozen=True, slots=True)
class ShownField:
    """One field as read: its name in pact/documents.py, its value or None, and whether it is sure."""

    name: str
    value: str | None
    sure: bool


@dataclass(frozen=True, slots=True)
class ShownDocument:
    """One file: the name its sender gave it, its signature blocks, and why it could not be read.

    ``problem`` is the reader's English sentence, ``problem_code`` a word of ReadErrorCode.
    """

    file_name: str
    blocks: tuple[tuple[ShownField, ...], ...] = ()
    problem: str = ""
    problem_code: str = ""
    has_more_blocks: bool = False
    certificates: tuple[CertificateInLetter, ...] = ()


@dataclass(frozen=True, slots=True)
class WhatWasRead:
    """All documents that a letter shows, whether there were more, and whether a person read them."""

    documents: tuple[ShownDocument, ...]
    more_than_shown: bool = False
    by_person: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether every file could be read, and every field shown was read, and surely."""
        fields = [field for document in self.documents for block in document.blocks for field in block]
        every_field = all(field.sure and field.value is not None for field in fields)
        return every_field and not any(document.problem for document in self.documents)


def what_was_read(papers: Iterable[tuple[str, DocumentAsRead]]) -> WhatWasRead:
    """Return what a letter shows of papers, each given as file name and reading, in their order."""
    papers = list(papers)
    documents = [_shown_document(file_name, read) for file_name, read in papers]
    cut = len(documents) > MOST_DOCUMENTS or any(document.has_more_blocks for document in documents)
    return WhatWasRead(
        documents=tuple(documents[:MOST_DOCUMENTS]),
        more_than_shown=cut,
        by_person=any(_has_value_of_a_person(read) for _, read in papers),
    )


@dataclass(frozen=True, slots=True)
class Request:
    """What a finding asks of the applicant: its code, and the sentence in English."""

    code: str
    english: str


def requests_to_applicant(findings: Iterable[Finding]) -> tuple[Request, ...]:
    """Return what the applicant is asked to mend, each once, in the order of CODES.

    Findings that only the secretariat can settle have no words for the applicant.
    """
    found = {finding.code for finding in findings}
    asking = {code: row.ask_applicant for code, row in CODES.items() if code in found and row.ask_applicant}
    # Two findings may ask the same: the one that comes first does.
    first = {english: code for code, english in reversed(asking.items())}
    return tuple(Request(code, english) for code, english in asking.items() if first[english] == code)


def _shown_document(file_name: str, read: DocumentAsRead) -> ShownDocument:
    if read.error is not None:
        return ShownDocument(
            file_name=file_name, problem=read.error.message, problem_code=read.error.code.value
        )
    if read.kind not in SHOWN_FIELDS:
        return ShownDocument(file_name=file_name)
    blocks = tuple(_shown_block(read, block) for block in read.signatories or (Signatory(),))
    return ShownDocument(
        file_name=file_name,
        blocks=blocks[:MOST_BLOCKS],
        has_more_blocks=len(blocks) > MOST_BLOCKS,
        certificates=certificates_in_letter(read.digital_signatures),
    )


def _shown_block(read: DocumentAsRead, block: Signatory) -> tuple[ShownField, ...]:
    shown = [_shown_field(name, getattr(block, name)) for name in SHOWN_FIELDS[read.kind]]
    if read.kind is DocumentKind.LETTER_OF_SUPPORT:
        shown.append(_shown_field("endorses", read.endorses))
    signature = block.signature
    if signature.kind is SignatureKind.NOT_LOOKED_AT:
        return tuple(shown)
    shown.append(
        ShownField(
            name="signature",
            value=signature.kind.value if signature.kind.is_found else None,
            sure=signature.confidence >= SURE_SIGNATURE,
        )
    )
    return tuple(shown)


def _has_value_of_a_person(read: DocumentAsRead) -> bool:
    return any(
        getattr(block, name).method is Method.PERSON for block in read.signatories for name in FIELD_NAMES
    )


def _shown_field(name: str, field: Field) -> ShownField:
    return ShownField(name=name, value=field.value or None, sure=field.sure)
