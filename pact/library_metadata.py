"""What is known about a document of the library: as it was given, else as the file says of itself."""

import re
from dataclasses import dataclass
from datetime import date

from pact.errors import PactError
from pact.library_documents import PUBLIC, Audience, DocumentStatus, LibraryDocument
from pact.library_elements import DocumentElements, ElementKind
from pact.library_levels import split_level_words
from pact.library_products import product_groups_in, schemes_in

_NAMES = {
    "title": ("title",),
    "issuer": ("issuer", "publisher", "author", "source"),
    "edition": ("edition", "version"),
    "dated": ("dated", "date", "edition", "version"),
    "language": ("language", "lang"),
    "product_groups": ("product_groups", "products", "product"),
    "level_words": ("level_words", "levels", "level"),
    "status": ("status",),
    "audience": ("audience",),
    "licence": ("licence", "license", "rights"),
    "sample": ("sample",),
}
_GONE = re.compile(
    r"\b(?:superseded|replaced|archived|withdrawn|repealed|expired|vervallen|vervangen|ingetrokken|ersetzt|"
    r"aufgehoben|außer kraft|abrogée?|remplacée?|périmée?|derogad[oa]|sustituid[oa]|utgått|erstattet|"
    r"opphevet)\b"
)
_GROUPS_OWN = re.compile(
    r"working[ _-]group|werkgroep|arbeitsgruppe|groupe de travail|grupo de trabajo|arbeidsgruppe"
)
_DRAFT = re.compile(r"\b(?:draft|concept|entwurf|brouillon|borrador|utkast|proposal|voorstel)\b")
_SUPERSEDED_BY = re.compile(r"(?:superseded|replaced) by\s+([^;,]{2,120})", re.IGNORECASE)
_DAY = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class GivenMetadata:
    """What a person says about a document; None is what they leave to the file."""

    title: str | None = None
    issuer: str | None = None
    edition: str | None = None
    dated: str | None = None
    language: str | None = None
    product_groups: str | None = None
    level_words: str | None = None
    status: str | None = None
    audience: str | None = None
    licence: str | None = None
    sample: str | None = None


def carried_over(document: LibraryDocument) -> tuple[tuple[str, str], ...]:
    """Return what a new edition of a document takes over from it where nothing else is said."""
    return (
        ("issuer", document.issuer),
        ("language", document.language),
        ("product_groups", ", ".join(document.product_groups)),
        ("level_words", " / ".join(document.level_words)),
        ("audience", document.audience.text),
        ("licence", document.licence),
    )


def described_document(
    key: str, read: DocumentElements, given: GivenMetadata, guessed: str
) -> LibraryDocument:
    """Return the document that a file is: what was given comes first, then what it says of itself.

    ``guessed`` is the language that its words show. PactError says what is missing or cannot be understood.
    """
    said = {name: _said(read, given, name) for name in _NAMES}
    title = said["title"] or next((one.text for one in read.elements if one.kind is ElementKind.HEADING), "")
    if not title:
        raise PactError("Say what it is called, for it has no title of its own: --title.")
    language = said["language"].lower().replace("_", "-").split("-")[0] or guessed
    if not language:
        raise PactError("Say in which language it is, for too little is written to tell: --language en.")
    status = status_of(said["status"])
    if not status.is_settled and not said["audience"]:
        raise PactError(
            "Say who may see it, for nobody has approved it yet: --audience participants or group:<name>."
        )
    return LibraryDocument(
        key=key,
        title=title[:_LONGEST],
        issuer=(said["issuer"] or next(iter(schemes_in(title)), ""))[:_LONGEST],
        edition=said["edition"][:_LONGEST],
        dated=_day_in(said["dated"]),
        language=language,
        product_groups=_listed(said["product_groups"]) or product_groups_in(title),
        level_words=split_level_words(said["level_words"]),
        status=status,
        audience=Audience.of(said["audience"]) if said["audience"] else PUBLIC,
        licence=said["licence"][:_LONGEST],
        is_sample=said["sample"].lower() in ("yes", "true", "1"),
        note=said["status"][:_LONGEST],
    )


def status_of(said: str) -> DocumentStatus:
    """Return the status that words stand for; what is not said to be otherwise is approved."""
    # What follows explains: "synthetic: in the form a working group might adopt" is none of theirs.
    first = re.split(r"[;:(.]", said.lower(), maxsplit=1)[0]
    if _GONE.search(first):
        return DocumentStatus.SUPERSEDED
    if _GROUPS_OWN.search(first):
        return DocumentStatus.WORKING_GROUP
    return DocumentStatus.DRAFT if _DRAFT.search(first) else DocumentStatus.APPROVED


def successor_of(document: LibraryDocument, others: list[LibraryDocument]) -> str:
    """Return the key of the one document that, by its note, took this one's place; nothing where unsure."""
    named = _SUPERSEDED_BY.search(document.note)
    if document.status is not DocumentStatus.SUPERSEDED or named is None:
        return ""
    wanted = named[1].strip().lower()
    fitting = [one.key for one in others if one.key != document.key and _is_called(one, wanted)]
    return fitting[0] if len(fitting) == 1 else ""


def missing_metadata(document: LibraryDocument) -> tuple[str, ...]:
    """Return the names of what a reader of a quotation would want to know and nobody has said."""
    wanted = {
        "issuer": document.issuer,
        "edition": document.edition or document.dated,
        "licence": document.licence,
    }
    return tuple(name for name, value in wanted.items() if not value)


def _said(read: DocumentElements, given: GivenMetadata, name: str) -> str:
    stated = getattr(given, name)
    if stated is not None:
        return str(stated).strip()
    return next((value for known in _NAMES[name] if (value := read.said(known).strip())), "")


def _day_in(text: str) -> date | None:
    found = _DAY.search(text[:_LONGEST])
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def _listed(said: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in said.split(",") if word.strip())


def _is_called(document: LibraryDocument, wanted: str) -> bool:
    return wanted in (document.key.lower(), document.edition.lower()) or wanted in document.title.lower()
