"""Criteria documents of the library: what each is, who may see it, and the passages it is made of."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Self

from pact.errors import PactError

_GROUP = "group:"


class DocumentStatus(StrEnum):
    """How far a document has come. Approved is by the Steering Committee (5.1.2), or by its issuer."""

    DRAFT = "draft"
    WORKING_GROUP = "working_group"
    APPROVED = "approved"
    SUPERSEDED = "superseded"

    @property
    def is_settled(self) -> bool:
        """Whether it is, or was, in force: what is not is work in progress."""
        return self in (DocumentStatus.APPROVED, DocumentStatus.SUPERSEDED)


@dataclass(frozen=True, slots=True)
class Viewer:
    """For whom the library is opened: the secretariat sees all of it, a working group its own papers."""

    is_participant: bool = False
    groups: frozenset[str] = frozenset()
    is_secretariat: bool = False


PUBLIC_VIEWER = Viewer()
SECRETARIAT_VIEWER = Viewer(is_participant=True, is_secretariat=True)


@dataclass(frozen=True, slots=True)
class Audience:
    """Who may see a document: everybody, participants, or one working group."""

    text: str

    @classmethod
    def of(cls, text: str) -> Self:
        """Return the audience that is called so. PactError for anything else."""
        wanted = text.strip().lower()
        group = wanted.removeprefix(_GROUP).strip() if wanted.startswith(_GROUP) else ""
        if wanted in ("public", "participants"):
            return cls(wanted)
        if group:
            return cls(_GROUP + group)
        raise PactError(f'"{text}" is no audience: public, participants or group:<name of a working group>.')

    @property
    def group(self) -> str:
        """The working group that it is kept to, or nothing."""
        return self.text.removeprefix(_GROUP) if self.text.startswith(_GROUP) else ""

    def may_see(self, viewer: Viewer) -> bool:
        """Return whether this viewer belongs to it."""
        if viewer.is_secretariat or self == PUBLIC:
            return True
        return viewer.is_participant if self == PARTICIPANTS else self.group in viewer.groups


PUBLIC = Audience("public")
PARTICIPANTS = Audience("participants")


@dataclass(frozen=True, slots=True)
class LibraryDocument:
    """One document. ``key`` is its file's name without the ending; ``superseded_by`` the key of another.

    ``note`` is what its status comes from, in the words of whoever brought it.
    """

    key: str
    title: str
    issuer: str = ""
    edition: str = ""
    dated: date | None = None
    language: str = ""
    product_groups: tuple[str, ...] = ()
    level_words: tuple[str, ...] = ()
    status: DocumentStatus = DocumentStatus.APPROVED
    superseded_by: str = ""
    audience: Audience = PUBLIC
    licence: str = ""
    source_sha256: str = ""
    is_sample: bool = False
    file_name: str = ""
    media_type: str = ""
    note: str = ""
    is_retired: bool = False

    @property
    def open_to(self) -> Audience:
        """Who may see it as things stand: what nobody approved is not for the public (5.1.2)."""
        return PARTICIPANTS if self.audience == PUBLIC and not self.status.is_settled else self.audience

    def may_be_seen_by(self, viewer: Viewer) -> bool:
        """Return whether this viewer may see it, or learn that it is there."""
        return self.open_to.may_see(viewer)
