"""The index is made once a version, and shows nobody what is not theirs to see."""

import stat
from pathlib import Path

import pytest
from made_up.criteria_shelf import SECRET, index_of, made, shelf

from pact.library_documents import PUBLIC_VIEWER, SECRETARIAT_VIEWER, LibraryDocument, Viewer
from storage.library.index_file import index_path, make_index
from storage.library.index_search import LibraryIndex

GROUP = Viewer(groups=frozenset({"laptops"}))
PARTICIPANT = Viewer(is_participant=True)
SECRET_STEMS = ["florin", "ceil", "negoti", "keyboard"]


@pytest.mark.parametrize(
    ("viewer", "count"), [(PUBLIC_VIEWER, 0), (PARTICIPANT, 0), (GROUP, 1), (SECRETARIAT_VIEWER, 1)]
)
def test_a_restricted_passage_is_found_by_its_own_group_alone(tmp_path: Path, viewer: Viewer, count: int):
    index = index_of(tmp_path)

    found = [one.passage.text for one in index.candidates(SECRET_STEMS, viewer, 10)]

    assert found.count(SECRET) == count


def test_what_may_not_be_seen_takes_no_place_from_what_may(tmp_path: Path):
    hidden = next(one for one in shelf() if one.document.key == "group_paper")
    crowd = [made(hidden.document, *[(("Prices",), "text", f"{SECRET} Copy {at}.") for at in range(40)])]
    open_one = made(
        LibraryDocument("open", "Open paper", language="en"), (("Keys",), "text", "A keyboard is sold.")
    )
    index = index_of(tmp_path, [*crowd, open_one])

    found = index.candidates(["keyboard"], PUBLIC_VIEWER, 5)

    assert [one.document.key for one in found] == ["open"]


def test_documents_and_titles_are_listed_for_those_who_may_see_them(tmp_path: Path):
    index = index_of(tmp_path)

    assert len(index.documents(PUBLIC_VIEWER)) == 3
    assert len(index.titles(PUBLIC_VIEWER)) == 3
    assert len(index.documents(SECRETARIAT_VIEWER)) == 4


def test_an_index_that_is_there_is_not_made_again(tmp_path: Path):
    path = index_path(tmp_path, "3")
    make_index(path, shelf())
    before = path.stat().st_mtime_ns

    make_index(path, [])

    assert path.stat().st_mtime_ns == before


def test_an_index_is_for_its_owner_alone_and_puts_older_ones_away(tmp_path: Path):
    make_index(index_path(tmp_path, "1"), shelf())
    make_index(index_path(tmp_path, "2"), shelf())

    assert [path.name for path in tmp_path.glob("index-*.sqlite")] == [index_path(tmp_path, "2").name]
    assert stat.S_IMODE(index_path(tmp_path, "2").stat().st_mode) == 0o600


def test_an_index_that_was_never_finished_is_made_anew(tmp_path: Path):
    path = index_path(tmp_path, "1")
    path.with_suffix(".unfinished").write_bytes(b"half a file")

    make_index(path, shelf())

    assert LibraryIndex(path).size > 0


def test_words_that_mean_something_to_the_search_engine_are_words_here(tmp_path: Path):
    index = index_of(tmp_path)

    assert index.candidates(['" OR *', "NEAR(", "body:"], SECRETARIAT_VIEWER, 5) == []
