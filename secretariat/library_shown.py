"""The library as a person looks at it: its documents, the passages of one, and its criteria as a table."""

from dataclasses import dataclass

from sqlmodel import Session

from pact.errors import PactError
from pact.library_documents import (
    PUBLIC_VIEWER,
    SECRETARIAT_VIEWER,
    Audience,
    LibraryDocument,
    Viewer,
)
from pact.library_metadata import missing_metadata
from pact.library_passages import CriterionRecord, Passage
from storage.library.passages import counts_of_passages, criteria_of, passages_of
from storage.library.shelf import document_of_row, document_row, documents


@dataclass(frozen=True, slots=True)
class ListedDocument:
    """One document in a list; the day in ISO 8601, empty where it is not known."""

    document: str
    title: str
    issuer: str
    edition: str
    dated: str
    language: str
    product_groups: tuple[str, ...]
    level_words: tuple[str, ...]
    status: str
    superseded_by: str
    audience: str
    licence: str
    is_sample: bool
    is_retired: bool
    passages: int
    file: str
    sha256: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownDocument:
    """One document with what stands in it."""

    about: ListedDocument
    headings: tuple[str, ...]
    unreadable_pages: tuple[int, ...]
    passages: tuple[Passage, ...]
    criteria: tuple[CriterionRecord, ...]


def viewer_of(text: str | None) -> Viewer:
    """Return the viewer called "public", "participants" or "group:<name>"; for None the secretariat."""
    if text is None:
        return SECRETARIAT_VIEWER
    audience = Audience.of(text)
    if audience.group:
        return Viewer(groups=frozenset({audience.group}))
    return Viewer(is_participant=True) if audience.text == "participants" else PUBLIC_VIEWER


def listed_documents(session: Session, viewer: Viewer, *, retired_too: bool = False) -> list[ListedDocument]:
    """Return what this viewer may see of the library, by key."""
    counts = counts_of_passages(session)
    found = documents(session, viewer, retired_too=retired_too)
    return [_listed(one, counts.get(one.key, 0)) for one in found]


def shown_document(session: Session, key: str, viewer: Viewer) -> ShownDocument:
    """Return one document with its passages and criteria. PactError when this viewer sees none such."""
    row = document_row(session, key, viewer)
    passages = tuple(passages_of(session, key))
    return ShownDocument(
        about=_listed(document_of_row(row), len(passages)),
        headings=tuple(row.headings),
        unreadable_pages=tuple(row.unreadable_pages),
        passages=passages,
        criteria=tuple(criteria_of(session, key)),
    )


def chosen_criteria(shown: ShownDocument, level: str | None, product: str | None) -> list[CriterionRecord]:
    """Return the criteria at this level and for this product. PactError when there is no such level."""
    levels = {one.level for one in shown.criteria if one.level}
    if level and level.lower() not in levels:
        known = ", ".join(sorted(levels)) or "none"
        raise PactError(f"{shown.about.document} has no criteria at the level {level}; its levels: {known}.")
    return [
        one
        for one in shown.criteria
        if (not level or one.level == level.lower())
        and (not product or product.lower() in one.product.lower())
    ]


def _listed(document: LibraryDocument, passages: int) -> ListedDocument:
    return ListedDocument(
        document=document.key,
        title=document.title,
        issuer=document.issuer,
        edition=document.edition,
        dated=document.dated.isoformat() if document.dated else "",
        language=document.language,
        product_groups=document.product_groups,
        level_words=document.level_words,
        status=str(document.status),
        superseded_by=document.superseded_by,
        audience=document.open_to.text,
        licence=document.licence,
        is_sample=document.is_sample,
        is_retired=document.is_retired,
        passages=passages,
        file=document.file_name,
        sha256=document.source_sha256,
        missing=missing_metadata(document),
    )
