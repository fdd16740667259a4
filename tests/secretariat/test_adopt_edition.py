"""Official texts are adopted as editions, each with its file, and compared with from then on."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from made_up.altered_texts import demonstration_edition, edition_from
from made_up.pact_text import whole_pact

from intake.wording.shipped_editions import shipped_editions
from pact.errors import PactError
from pact.fingerprint import Edition
from secretariat.adopt_edition import adopt_edition, differing_clauses, take_out_of_use
from secretariat.backup import restore_backup, write_backup
from secretariat.desk import Desk, open_desk
from secretariat.editions_in_use import editions_in_use
from secretariat.editions_shown import ListedEdition, listed_editions, shown_clauses
from secretariat.hand import Hand
from secretariat.verify import verify_all
from storage import journal
from storage.settings import load_settings

OFFICER = "anna@secretariat.example"
CHAIR = "carl@committee.example"
HAND = Hand(OFFICER, "os", "official text")
EDITION = demonstration_edition(with_words=True)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return an official file; what stands in it is read elsewhere."""
    path = tmp_path / "demonstration.txt"
    path.write_text("the official text")
    return path


def later(name: str = "2027") -> Edition:
    lines = [replace(x, text=x.text.replace("up to a quarter", "up to a tenth")) for x in whole_pact()]
    return replace(edition_from(lines, name, with_words=True), in_force=date(2027, 1, 1))


def in_use(desk: Desk) -> list[str]:
    with desk.database.read() as session:
        return [edition.name for edition in editions_in_use(session)]


def test_what_this_release_brings_is_in_use_at_once(staffed_desk: Desk) -> None:
    assert in_use(staffed_desk) == ["2021"]


def test_an_adopted_edition_is_in_use_beside_the_others_with_its_words(
    staffed_desk: Desk, file: Path
) -> None:
    adopted = adopt_edition(staffed_desk, later(), file, HAND)

    with staffed_desk.database.read() as session:
        editions = editions_in_use(session)
    assert (adopted.is_new, [one.name for one in editions]) == (True, ["2021", "2027"])
    assert editions[1] == later()


def test_the_official_file_is_kept_and_verified(staffed_desk: Desk, file: Path) -> None:
    adopt_edition(staffed_desk, EDITION, file, HAND)

    assert [staffed_desk.originals.get(name) for name in staffed_desk.originals.names()] == [
        file.read_bytes()
    ]
    assert verify_all(staffed_desk).problems == ()


def test_a_backup_brings_an_edition_back(staffed_desk: Desk, file: Path, tmp_path: Path) -> None:
    adopt_edition(staffed_desk, EDITION, file, HAND)
    settings = load_settings(home=tmp_path / "restored")

    write_backup(staffed_desk, tmp_path / "backup.tar")
    restore_backup(settings, tmp_path / "backup.tar")

    restored = open_desk(settings)
    assert in_use(restored) == ["2021", "demonstration"]
    assert verify_all(restored).problems == ()
    restored.database.close()


def test_adopting_is_journalled_with_who_and_why(staffed_desk: Desk, file: Path) -> None:
    adopt_edition(staffed_desk, EDITION, file, HAND)

    with staffed_desk.database.read() as session:
        (line,) = journal.history(session, "E-1")
    assert (line.move, line.actor, line.reason) == (
        "adopt_edition",
        HAND.actor,
        "edition demonstration from 2021-06-14, out of demonstration.txt: official text",
    )


def test_the_same_text_twice_is_told_and_changes_nothing(staffed_desk: Desk, file: Path) -> None:
    adopt_edition(staffed_desk, EDITION, file, HAND)

    again = adopt_edition(staffed_desk, replace(EDITION, name="another"), file, HAND)

    assert (again.is_new, again.says) == (
        False,
        ("This text is on record already, as edition demonstration: nothing was changed.",),
    )
    assert in_use(staffed_desk) == ["2021", "demonstration"]


def test_a_name_in_use_is_not_taken_twice(staffed_desk: Desk, file: Path) -> None:
    adopt_edition(staffed_desk, EDITION, file, HAND)

    with pytest.raises(PactError, match="An edition called demonstration is in use"):
        adopt_edition(staffed_desk, later("demonstration"), file, HAND)


def test_an_adopted_text_of_a_shipped_name_counts_and_its_differences_are_said(
    staffed_desk: Desk, file: Path
) -> None:
    adopted = adopt_edition(staffed_desk, replace(EDITION, name="2021"), file, HAND)

    with staffed_desk.database.read() as session:
        (only,) = editions_in_use(session)
    assert (only.shows_words, adopted.says[1].startswith("It does not read as the fingerprint")) == (
        True,
        True,
    )


def test_an_edition_taken_out_of_use_makes_room_for_another(staffed_desk: Desk, file: Path) -> None:
    adopt_edition(staffed_desk, EDITION, file, HAND)

    take_out_of_use(staffed_desk, "demonstration", Hand(OFFICER, "os", "the wrong file"))
    adopt_edition(staffed_desk, later("demonstration"), file, HAND)

    with staffed_desk.database.read() as session:
        assert editions_in_use(session)[-1] == later("demonstration")


def test_only_the_secretariat_adopts(staffed_desk: Desk, file: Path) -> None:
    with pytest.raises(PactError):
        adopt_edition(staffed_desk, EDITION, file, Hand(CHAIR, "os", "official text"))
    with pytest.raises(PactError):
        take_out_of_use(staffed_desk, "2021", Hand(CHAIR, "os", "no longer liked"))


def test_editions_are_listed_with_how_they_are_known(staffed_desk: Desk, file: Path) -> None:
    adopt_edition(staffed_desk, later(), file, HAND)

    with staffed_desk.database.read() as session:
        listed = listed_editions(session)
    assert listed == [
        ListedEdition("2021", "2021-06-14", len(shipped_editions()[0].clauses), "its fingerprint", ""),
        ListedEdition("2027", "2027-01-01", 124, "its words", f"{staffed_desk.now():%Y-%m-%d} by {OFFICER}"),
    ]


def test_a_clause_is_shown_by_its_words_or_by_what_it_is_about(staffed_desk: Desk, file: Path) -> None:
    adopt_edition(staffed_desk, EDITION, file, HAND)

    with staffed_desk.database.read() as session:
        shown = [
            next(one.text for one in shown_clauses(session, name) if one.clause == "6.1.2")
            for name in ("demonstration", "2021")
        ]
    assert shown == ["It founds no company, no association and no authority.", "(the Pact makes no new body)"]


def test_clauses_that_differ_between_editions_are_named() -> None:
    assert differing_clauses(EDITION, later()) == ["5.3.4"]
