"""Documents and passages come back as they were kept, to those who may see them."""

from contextlib import suppress
from datetime import UTC, datetime

import pytest
from made_up.library_texts import CONTENT, DOCUMENT, PARAGRAPH, RECORD, ROW, document
from sqlmodel import Session

from pact.errors import PactError
from pact.library_documents import (
    PUBLIC_VIEWER,
    SECRETARIAT_VIEWER,
    Audience,
    DocumentStatus,
    LibraryDocument,
    Viewer,
)
from storage.database import Database
from storage.library.library_index import indexed_documents
from storage.library.passages import criteria_of, passages_of
from storage.library.shelf import (
    add_document,
    document_row,
    documents,
    library_version,
    retire,
    supersede,
)

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def add(session: Session, added: LibraryDocument = DOCUMENT) -> int:
    return add_document(session, added, CONTENT, reader="1", by="anna@cfit.example", at=NOW)


def keys(session: Session, viewer: Viewer) -> list[str]:
    return [one.key for one in documents(session, viewer)]


def test_a_document_comes_back_as_it_was_added(database: Database):
    with database.write() as session:
        add(session)

    with database.read() as session:
        assert documents(session, SECRETARIAT_VIEWER) == [DOCUMENT]
        assert passages_of(session, DOCUMENT.key) == [ROW, PARAGRAPH]
        assert criteria_of(session, DOCUMENT.key) == [RECORD]
        assert [(one.document, one.passages) for one in indexed_documents(session)] == [
            (DOCUMENT, [ROW, PARAGRAPH])
        ]


def test_every_change_raises_the_version_and_a_rolled_back_one_does_not(database: Database):
    with database.read() as session:
        before = library_version(session)
    with database.write() as session:
        add(session)
        add(session, document("newer"))
        supersede(session, document_row(session, DOCUMENT.key, SECRETARIAT_VIEWER), "newer")
        retire(session, document_row(session, DOCUMENT.key, SECRETARIAT_VIEWER), NOW)
    with suppress(PactError), database.write() as session:
        add(session, document("newest"))
        add(session, document("newest"))

    with database.read() as session:
        assert (before, library_version(session)) == (0, 4)
        assert len(documents(session, SECRETARIAT_VIEWER)) == 1


def test_a_superseded_document_names_the_edition_that_took_its_place(database: Database):
    with database.write() as session:
        add(session)
        supersede(session, document_row(session, DOCUMENT.key, SECRETARIAT_VIEWER), "newer")

    with database.read() as session:
        (found,) = documents(session, PUBLIC_VIEWER)
    assert (found.status, found.superseded_by) == (DocumentStatus.SUPERSEDED, "newer")


def test_a_retired_document_is_neither_listed_nor_indexed_but_kept(database: Database):
    with database.write() as session:
        add(session)
        retire(session, document_row(session, DOCUMENT.key, SECRETARIAT_VIEWER), NOW)

    with database.read() as session:
        assert documents(session, SECRETARIAT_VIEWER) == []
        assert list(indexed_documents(session)) == []
        assert passages_of(session, DOCUMENT.key) == [ROW, PARAGRAPH]
        assert [one.is_retired for one in documents(session, SECRETARIAT_VIEWER, retired_too=True)] == [True]


def test_each_viewer_sees_what_is_meant_for_them_and_no_draft_is_public(database: Database):
    group = Audience.of("group:laptops")
    with database.write() as session:
        add(session, document("a_public"))
        add(session, document("b_public_draft", status=DocumentStatus.DRAFT))
        add(session, document("c_participants", audience=Audience.of("participants")))
        add(session, document("d_group_draft", audience=group, status=DocumentStatus.WORKING_GROUP))

    with database.read() as session:
        assert keys(session, PUBLIC_VIEWER) == ["a_public"]
        assert keys(session, Viewer(is_participant=True)) == ["a_public", "b_public_draft", "c_participants"]
        assert keys(session, Viewer(groups=frozenset({"laptops"}))) == ["a_public", "d_group_draft"]
        assert len(keys(session, SECRETARIAT_VIEWER)) == 4


def test_whoever_may_not_see_a_document_is_told_that_there_is_none(database: Database):
    with database.write() as session:
        add(session, document("kept_close", audience=Audience.of("participants")))

    with database.read() as session, pytest.raises(PactError) as hidden:
        document_row(session, "kept_close", PUBLIC_VIEWER)
    with database.read() as session, pytest.raises(PactError) as absent:
        document_row(session, "not_there", PUBLIC_VIEWER)
    assert str(hidden.value).replace("kept_close", "not_there") == str(absent.value)
