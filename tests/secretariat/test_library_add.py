"""Files become documents of the library, each with a report, its bytes kept and its way in the journal."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.sandbox.reader_pool import ReaderPool
from pact.errors import PactError
from pact.library_documents import SECRETARIAT_VIEWER, DocumentStatus, LibraryDocument
from pact.library_metadata import GivenMetadata
from secretariat.backup import restore_backup, write_backup
from secretariat.desk import Desk, open_desk
from secretariat.hand import Hand
from secretariat.library_add import AddedDocument, AddOutcome, add_files, link_successors
from secretariat.library_change import replace_document, retire_document
from secretariat.library_files import files_below
from secretariat.library_hand import library_hand
from secretariat.library_shown import chosen_criteria, listed_documents, shown_document, viewer_of
from secretariat.verify import verify_all
from storage import journal
from storage.library.passages import passages_of
from storage.library.shelf import documents, library_version
from storage.settings import load_settings

OFFICER = "anna@secretariat.example"
CHAIR = "carl@committee.example"
HAND = Hand(OFFICER, "os", "for the working group")
TEXT = """---
title: Laptop criteria
issuer: Voorbeeldstad
edition: 2024
licence: CC0
levels: core / comprehensive
---
# Laptop criteria
## L1 Battery
Core: 500 cycles. Comprehensive: 800 cycles, which the maker of the laptop shows with a report.
"""


@pytest.fixture(scope="module")
def readers() -> Iterator[ReaderPool]:
    """Yield one pool for all tests of this file."""
    with ReaderPool() as pool:
        yield pool


def written(folder: Path, name: str = "laptops.md", text: str = TEXT) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def add(
    desk: Desk, readers: ReaderPool, *paths: Path, hand: Hand = HAND, **given: str
) -> list[AddedDocument]:
    return list(add_files(desk, readers, files_below(paths), GivenMetadata(**given), hand))


def stored(desk: Desk) -> list[LibraryDocument]:
    with desk.database.read() as session:
        return documents(session, SECRETARIAT_VIEWER)


def test_a_file_is_added_with_a_report_of_what_was_read(
    staffed_desk: Desk, readers: ReaderPool, tmp_path: Path
):
    path = written(tmp_path)

    (report,) = add(staffed_desk, readers, path)

    assert (report.outcome, report.document, report.edition) == (AddOutcome.ADDED, "laptops", "2024")
    assert (report.headings, report.passages, report.criteria, report.missing) == (2, 1, 2, ())
    assert staffed_desk.originals.get(stored(staffed_desk)[0].source_sha256) == path.read_bytes()
    with staffed_desk.database.read() as session:
        (line,) = journal.history(session, "D-1")
    assert (line.move, line.actor, line.reason) == (
        "add_library_document",
        f"{OFFICER} (as os)",
        "laptops: for the working group",
    )


def test_what_a_person_says_comes_before_what_the_file_says(
    staffed_desk: Desk, readers: ReaderPool, tmp_path: Path
):
    add(staffed_desk, readers, written(tmp_path), edition="2025", dated="2025-05-01", audience="participants")

    (found,) = stored(staffed_desk)
    assert (found.edition, str(found.dated), found.audience.text) == ("2025", "2025-05-01", "participants")


def test_the_same_file_again_changes_nothing(staffed_desk: Desk, readers: ReaderPool, tmp_path: Path):
    path = written(tmp_path)
    add(staffed_desk, readers, path)

    (again,) = add(staffed_desk, readers, path)

    with staffed_desk.database.read() as session:
        assert (again.outcome, library_version(session)) == (AddOutcome.KNOWN, 1)


def test_one_poor_file_holds_up_none_of_the_others(staffed_desk: Desk, readers: ReaderPool, tmp_path: Path):
    written(tmp_path)
    written(tmp_path, "SOURCES.md", "Where these come from.")
    written(tmp_path, "draft.md", TEXT.replace("edition", "status: draft\nedition"))
    (tmp_path / "locked.pdf").write_bytes(b"%PDF-1.7 but no more")
    (tmp_path / "notes.txt").write_text("not of the library's formats")

    reports = add(staffed_desk, readers, tmp_path)

    assert {one.file: one.outcome for one in reports} == {
        "laptops.md": AddOutcome.ADDED,
        "SOURCES.md": AddOutcome.SKIPPED,
        "draft.md": AddOutcome.REFUSED,
        "locked.pdf": AddOutcome.REFUSED,
    }
    assert [one.key for one in stored(staffed_desk)] == ["laptops"]
    assert [one.why[:27] for one in reports if one.file == "draft.md"] == ["Say who may see it, for nob"]


def test_another_file_under_a_known_name_is_refused(staffed_desk: Desk, readers: ReaderPool, tmp_path: Path):
    add(staffed_desk, readers, written(tmp_path))

    (report,) = add(staffed_desk, readers, written(tmp_path, text=TEXT.replace("500", "600")))

    assert report.outcome == AddOutcome.REFUSED
    assert "cfit library replace laptops" in report.why


def test_a_new_edition_takes_the_place_of_the_old_which_stays(
    staffed_desk: Desk, readers: ReaderPool, tmp_path: Path
):
    add(staffed_desk, readers, written(tmp_path), audience="participants")
    newer = written(
        tmp_path, text="# Laptop criteria\n## L1 Battery\nCore: 600 cycles, as the maker of it shows."
    )

    report = replace_document(
        staffed_desk, readers, "laptops", newer, given=GivenMetadata(edition="2026"), hand=HAND
    )

    old, new = stored(staffed_desk)
    assert (old.status, old.superseded_by) == (DocumentStatus.SUPERSEDED, "laptops-2026")
    assert (new.key, new.issuer, new.audience.text, new.level_words) == (
        report.document,
        "Voorbeeldstad",
        "participants",
        ("core", "comprehensive"),
    )
    with staffed_desk.database.read() as session:
        assert len(passages_of(session, "laptops")) == 1
        assert [one.move for one in journal.history(session, "D-1")] == [
            "add_library_document",
            "supersede_library_document",
        ]


def test_a_draft_takes_no_place(staffed_desk: Desk, readers: ReaderPool, tmp_path: Path):
    add(staffed_desk, readers, written(tmp_path))
    draft = written(tmp_path, "next.md", TEXT.replace("edition", "status: draft\nedition"))

    with pytest.raises(PactError, match=r"before it is approved \(5\.1\.2\)"):
        replace_document(staffed_desk, readers, "laptops", draft, given=GivenMetadata(), hand=HAND)

    assert [one.status for one in stored(staffed_desk)] == [DocumentStatus.APPROVED]


def test_a_document_that_names_its_successor_is_linked_to_it(
    staffed_desk: Desk, readers: ReaderPool, tmp_path: Path
):
    written(tmp_path)
    written(
        tmp_path, "older.md", TEXT.replace("2024", "2020\nstatus: superseded by 2024; kept for comparison")
    )
    add(staffed_desk, readers, tmp_path)

    says = link_successors(staffed_desk, HAND)

    assert says == ["older is superseded by laptops."]
    assert link_successors(staffed_desk, HAND) == []


def test_a_retired_document_is_out_of_use_with_a_reason(
    staffed_desk: Desk, readers: ReaderPool, tmp_path: Path
):
    add(staffed_desk, readers, written(tmp_path))

    retire_document(staffed_desk, "laptops", Hand(OFFICER, "os", "the wrong file"))

    assert stored(staffed_desk) == []
    with pytest.raises(PactError, match="Say why"):
        retire_document(staffed_desk, "laptops", Hand(OFFICER, "os", " "))


def test_only_the_secretariat_changes_the_library(staffed_desk: Desk, readers: ReaderPool, tmp_path: Path):
    with pytest.raises(PactError, match="this takes secretariat"):
        add(staffed_desk, readers, written(tmp_path), hand=Hand(CHAIR, "os", "for me"))

    assert stored(staffed_desk) == []


def test_before_anybody_holds_a_role_the_account_on_the_machine_may(
    desk: Desk, readers: ReaderPool, tmp_path: Path
):
    hand = library_hand(desk, None, "os", "first documents")

    (report,) = add(desk, readers, written(tmp_path), hand=hand)

    assert (report.outcome, hand.person) == (AddOutcome.ADDED, "os")


def test_a_list_shows_each_viewer_what_is_meant_for_them(
    staffed_desk: Desk, readers: ReaderPool, tmp_path: Path
):
    add(staffed_desk, readers, written(tmp_path))
    add(staffed_desk, readers, written(tmp_path, "ours.md"), audience="group:laptops", status="working_group")

    with staffed_desk.database.read() as session:
        seen = {
            who: [one.document for one in listed_documents(session, viewer_of(who))]
            for who in ("public", "participants", "group:laptops", "group:phones", None)
        }
        with pytest.raises(PactError, match="No document of the library is called ours"):
            shown_document(session, "ours", viewer_of("public"))

    assert seen == {
        "public": ["laptops"],
        "participants": ["laptops"],
        "group:laptops": ["laptops", "ours"],
        "group:phones": ["laptops"],
        None: ["laptops", "ours"],
    }


def test_criteria_are_chosen_by_level_and_product(staffed_desk: Desk, readers: ReaderPool, tmp_path: Path):
    add(staffed_desk, readers, written(tmp_path))
    with staffed_desk.database.read() as session:
        shown = shown_document(session, "laptops", viewer_of(None))

    assert [one.requirement for one in chosen_criteria(shown, "Core", "laptop")] == ["500 cycles."]
    assert chosen_criteria(shown, None, "servers") == []
    with pytest.raises(PactError, match="its levels: comprehensive, core"):
        chosen_criteria(shown, "ambitious", None)


def test_the_library_comes_back_from_a_backup(staffed_desk: Desk, readers: ReaderPool, tmp_path: Path):
    add(staffed_desk, readers, written(tmp_path))
    write_backup(staffed_desk, tmp_path / "all.tar")

    settings = load_settings(home=tmp_path / "elsewhere")
    restore_backup(settings, tmp_path / "all.tar")

    restored = open_desk(settings)
    assert stored(restored) == stored(staffed_desk)
    assert verify_all(restored).problems == ()
    restored.database.close()


def test_a_missing_file_of_the_library_is_found(staffed_desk: Desk, readers: ReaderPool, tmp_path: Path):
    add(staffed_desk, readers, written(tmp_path))
    sha256 = stored(staffed_desk)[0].source_sha256

    staffed_desk.originals.discard(sha256)

    assert verify_all(staffed_desk).problems == (f"The original {sha256} of laptops.md is missing.",)
