"""What is known about a document: as given, else as the file says; what is missing is asked for."""

from datetime import date

import pytest

from pact.errors import PactError
from pact.library_documents import Audience, DocumentStatus, LibraryDocument
from pact.library_elements import DocumentElements, Element, ElementKind
from pact.library_metadata import (
    GivenMetadata,
    carried_over,
    described_document,
    missing_metadata,
    status_of,
    successor_of,
)

HEADING = Element(ElementKind.HEADING, "Criteria for laptops", 1)


def described(said: dict[str, str], guessed: str = "en", **given: str) -> LibraryDocument:
    read = DocumentElements((HEADING,), described=tuple(said.items()))
    return described_document("made_up", read, GivenMetadata(**given), guessed)


def test_a_file_is_described_by_what_it_says_of_itself():
    said = {
        "title": "Made-up criteria",
        "lang": "en-GB",
        "version": "2.0 (2026-02-01)",
        "level": "core / comprehensive",
        "products": "laptops, tablets",
        "audience": "group:Laptops",
        "sample": "yes",
    }

    document = described(said, guessed="nl")

    assert (document.title, document.language, document.edition) == (
        "Made-up criteria",
        "en",
        "2.0 (2026-02-01)",
    )
    assert (document.dated, document.level_words) == (date(2026, 2, 1), ("core", "comprehensive"))
    assert (document.product_groups, document.audience.text) == (("laptops", "tablets"), "group:laptops")
    assert document.is_sample


def test_what_nobody_says_is_taken_from_the_words():
    document = described({})

    assert (document.title, document.language, document.product_groups) == (
        "Criteria for laptops",
        "en",
        ("laptops",),
    )
    assert (document.status, document.audience.text) == (DocumentStatus.APPROVED, "public")
    assert missing_metadata(document) == ("issuer", "edition", "licence")


@pytest.mark.parametrize(
    ("said", "guessed", "asked"),
    [
        ({"title": ""}, "", "Say in which language it is"),
        ({"status": "draft"}, "en", "Say who may see it"),
        ({"audience": "friends"}, "en", '"friends" is no audience'),
    ],
)
def test_what_cannot_be_left_out_is_asked_for(said: dict[str, str], guessed: str, asked: str):
    with pytest.raises(PactError, match=asked):
        described(said, guessed)


def test_a_file_without_any_title_is_asked_for_one():
    with pytest.raises(PactError, match="Say what it is called"):
        described_document("made_up", DocumentElements(), GivenMetadata(), "en")


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("superseded by version 2; a digest", DocumentStatus.SUPERSEDED),
        ("archived; own words", DocumentStatus.SUPERSEDED),
        ("vervallen", DocumentStatus.SUPERSEDED),
        ("außer Kraft", DocumentStatus.SUPERSEDED),
        ("working_group", DocumentStatus.WORKING_GROUP),
        ("Entwurf", DocumentStatus.DRAFT),
        ("draft of the working group", DocumentStatus.WORKING_GROUP),
        ("synthetic: in the form a working group might adopt", DocumentStatus.APPROVED),
        ("own words; figures of a draft unchecked", DocumentStatus.APPROVED),
        ("", DocumentStatus.APPROVED),
    ],
)
def test_a_status_is_known_by_its_first_words(said: str, status: DocumentStatus):
    assert status_of(said) == status


def test_a_successor_is_linked_only_where_one_document_alone_bears_its_name():
    old = LibraryDocument(
        "old", "Criteria 2016", status=DocumentStatus.SUPERSEDED, note="superseded by SWD(2021) 57"
    )
    new = LibraryDocument("new", "Criteria SWD(2021) 57")
    other = LibraryDocument("other", "Notes on SWD(2021) 57")

    assert successor_of(old, [old, new]) == "new"
    assert successor_of(old, [old, new, other]) == ""
    assert successor_of(new, [old, new]) == ""


def test_a_new_edition_takes_over_what_holds_for_the_old_one():
    old = LibraryDocument(
        "old", "Old", issuer="Voorbeeldstad", language="nl", audience=Audience("participants")
    )

    document = described(dict(carried_over(old)))

    assert (document.issuer, document.language, document.audience) == ("Voorbeeldstad", "nl", old.audience)
