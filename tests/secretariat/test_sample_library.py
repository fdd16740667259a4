"""The sample library stands alone: editions, levels, products, tables, audiences and six languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.sandbox.reader_pool import ReaderPool
from pact.library_documents import SECRETARIAT_VIEWER, LibraryDocument
from pact.library_passages import CriterionRecord
from secretariat.demonstration.sample_library import SAMPLE_LIBRARY, add_sample_library
from secretariat.desk import Desk
from secretariat.hand import Hand
from secretariat.library_add import AddOutcome
from secretariat.library_check import check_library
from secretariat.library_shown import chosen_criteria, listed_documents, shown_document, viewer_of
from storage.clock import utc_now
from storage.database import connect
from storage.library.library_index import indexed_documents
from storage.migrate import migrate
from storage.originals import open_originals
from storage.settings import load_settings


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, ReaderPool]]:
    """Yield a desk with the sample library and the readers that read it."""
    settings = load_settings(home=tmp_path_factory.mktemp("sample"))
    migrate(settings)
    desk = Desk(settings, connect(settings.database_url), open_originals(settings), now=utc_now)
    with ReaderPool() as readers:
        reports = add_sample_library(desk, readers, Hand("os", "os", "sample"))
        assert {one.outcome for one in reports} == {AddOutcome.ADDED}
        assert {one.missing for one in reports} == {()}
        yield desk, readers
    desk.database.close()


def documents_of(desk: Desk) -> list[LibraryDocument]:
    with desk.database.read() as session:
        return [one.document for one in indexed_documents(session)]


def criteria(desk: Desk, key: str, level: str, product: str) -> list[CriterionRecord]:
    with desk.database.read() as session:
        return chosen_criteria(shown_document(session, key, viewer_of(None)), level, product)


def test_every_document_says_that_it_is_a_sample(filled: tuple[Desk, ReaderPool]):
    assert [one.key for one in documents_of(filled[0]) if not one.is_sample] == []


def test_it_holds_languages_editions_and_audiences(filled: tuple[Desk, ReaderPool]):
    found = documents_of(filled[0])

    assert len(found) == len(list(SAMPLE_LIBRARY.iterdir())) == 10
    assert {one.language for one in found} == {"en", "de", "nl", "fr", "no", "es"}
    assert {one.superseded_by for one in found} == {"", "sample_laptops_2026"}
    assert {one.open_to.text for one in found} == {"public", "participants", "group:servers"}


def test_the_draft_is_for_its_group_alone(filled: tuple[Desk, ReaderPool]):
    with filled[0].database.read() as session:
        seeing = [
            who
            for who in ("public", "participants", "group:laptops", "group:servers")
            if "sample_servers_draft" in [one.document for one in listed_documents(session, viewer_of(who))]
        ]

    assert seeing == ["group:servers"]


def test_core_criteria_with_their_proof_come_as_a_table(filled: tuple[Desk, ReaderPool]):
    found = criteria(filled[0], "sample_laptops_2026", "basic", "refurbished laptops")

    assert [(one.criterion, one.requirement, one.verification) for one in found] == [
        (
            "R1",
            "the battery still has 80 % of the capacity it had when new.",
            "a measurement for each device, handed over on delivery.",
        ),
        (
            "R2",
            "the data are wiped to NIST SP 800-88, with a certificate for each device.",
            "the certificates.",
        ),
        ("R3", "1 year.", "the warranty terms."),
    ]


def test_what_was_read_stands_in_the_files_word_for_word(filled: tuple[Desk, ReaderPool]):
    desk, readers = filled

    assert [
        one for checked in check_library(desk, readers, SECRETARIAT_VIEWER) for one in checked.problems
    ] == []
    with desk.database.read() as session:
        for document, passages in ((one.document, one.passages) for one in indexed_documents(session)):
            source = Path(SAMPLE_LIBRARY / document.file_name).read_text("utf-8")
            if document.media_type == "text/markdown":
                assert [one.number for one in passages if one.text not in source] == []
