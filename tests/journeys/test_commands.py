"""The commands as people type them, each in a process of its own, over one home with the demo's mails."""

import json
import mailbox
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from made_up.hostile import HOSTILE

from secretariat.demonstration.made_mails import demo_mails
from storage.clock import utc_now

OFFICER = "anna@secretariat.example"
TODAY = utc_now().date()
"""The day on which the tests run: only fresh mail gets letters."""


OF_THE_TOWN = (0, 6, 11)
"""The mails of the town: its copy, one with another signatory, and the first once more."""


@dataclass(frozen=True)
class Ran:
    """What one command printed and how it ended."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict[str, Any]]:
        """Return its standard output as JSON lines; anything else on it fails."""
        return [json.loads(line) for line in self.out.splitlines()]


def cfit(home: Path, *arguments: str, **environment: str) -> Ran:
    """Run one command over a home."""
    done = subprocess.run(
        [sys.executable, "-m", "secretariat", *arguments],
        env={"CFIT_HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def is_registered(ingest: Ran, number: int) -> bool:
    """Whether that mail opened an application."""
    return bool(ingest.lines[number]["outcome"] == "registered")


@pytest.fixture(scope="module")
def mailbox_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("mail") / "demo.mbox"
    box = mailbox.mbox(path)
    for mail in demo_mails(TODAY):
        box.add(mail.raw)
    box.close()
    return path


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, mailbox_file: Path) -> tuple[Path, Ran]:
    """Return a home with an officer and all mails of the demonstration taken in, and what ingest said."""
    home = tmp_path_factory.mktemp("commands") / "home"
    cfit(home, "people", "add", OFFICER, "--name", "Anna", "--role", "secretariat")
    return home, cfit(home, "ingest", str(mailbox_file), "--json")


def test_ingest_says_what_became_of_each_mail(filled: tuple[Path, Ran]) -> None:
    _, ingest = filled

    # Mails are read side by side: of the town's three, any may be filed first.
    outcomes = [line["outcome"] for line in ingest.lines]
    assert sorted(outcomes[number] for number in OF_THE_TOWN) == ["duplicate", "joined", "registered"]
    assert outcomes[1:6] == ["registered"] * 5
    assert outcomes[7:11] == ["registered", "unreadable", "question", "automatic"]
    assert ingest.lines[1]["reference"].startswith(f"CFIT-{TODAY.year}-")
    assert ingest.lines[1]["answered"] is True
    assert ingest.lines[1]["sender"] == {
        "address": "tomasz.zelazny@zlota-dolina.example",
        "authenticated": "none",
    }
    assert ingest.lines[10]["answered"] is False


def test_the_queue_holds_every_application_with_its_reason(filled: tuple[Path, Ran]) -> None:
    home, _ = filled

    lines = cfit(home, "queue", "--json").lines

    assert len(lines) == 7
    assert set(lines[0]) == {
        "reference",
        "kind",
        "organisation",
        "participation_type",
        "state",
        "received_at",
        "decision_due",
        "days_left",
        "waiting_for",
        "findings",
        "why_here",
    }
    doubtful = {line["organisation"] for line in lines[:2]}
    assert doubtful == {"Brightwater Logistics Ltd", "Nimbus Laptops & Devices GmbH"}


def test_the_same_mailbox_again_is_the_same_mail(filled: tuple[Path, Ran], mailbox_file: Path) -> None:
    home, first = filled

    again = cfit(home, "ingest", str(mailbox_file), "--json")

    assert {line["outcome"] for line in again.lines} == {"duplicate"}
    assert [line["mail"] for line in again.lines] == [line["mail"] for line in first.lines]


def test_an_application_is_shown_with_evidence_and_history(filled: tuple[Path, Ran]) -> None:
    home, first = filled

    reference = next(
        first.lines[number]["reference"] for number in OF_THE_TOWN if is_registered(first, number)
    )

    (shown,) = cfit(home, "show", reference, "--history", "--json").lines

    organisation = next(field for field in shown["fields"] if field["name"] == "organisation")
    assert organisation["value"] == "Municipality of Lindenhove"
    assert (organisation["sure"], organisation["method"]) == (True, "text")
    assert [line["move"] for line in shown["history"]][:2] == ["register", "mark_ready"]
    assert len(shown["suggestions"]) == 1


def test_the_pen_shows_what_waits_and_why(filled: tuple[Path, Ran]) -> None:
    home, _ = filled

    lines = cfit(home, "held", "--json").lines

    assert [line["outcome"] for line in lines] == ["unreadable", "question"]


def test_every_letter_is_a_draft_until_a_person_goes_live(filled: tuple[Path, Ran]) -> None:
    home, _ = filled

    lines = cfit(home, "letters", "--json").lines

    assert len(lines) == 8
    assert {line["state"] for line in lines} == {"draft"}


def test_a_decision_needs_a_person_with_the_role_and_the_votes(filled: tuple[Path, Ran]) -> None:
    home, first = filled
    reference = first.lines[1]["reference"]

    nobody = cfit(home, "decide", reference, "to_committee", "--reason", "ok")
    stranger = cfit(home, "decide", reference, "to_committee", "--reason", "ok", "--as", "x@y.example")
    moved = cfit(home, "decide", reference, "to_committee", "--reason", "ok", CFIT_ACTOR=OFFICER)
    bare = cfit(home, "decide", reference, "approve", "--reason", "ok", "--as", OFFICER)

    assert (nobody.status, stranger.status, moved.status, bare.status) == (1, 1, 0, 1)
    assert nobody.err == "Say on whose behalf: --as ADDRESS, or the setting CFIT_ACTOR.\n"
    assert "x@y.example is not known here" in stranger.err
    assert "Traceback" not in stranger.err + bare.err


def test_a_backup_restores_into_another_home(filled: tuple[Path, Ran], tmp_path: Path) -> None:
    home, _ = filled

    saved = cfit(home, "backup", str(tmp_path / "all.tar"))
    restored = cfit(tmp_path / "new", "restore", str(tmp_path / "all.tar"))

    assert (saved.status, restored.status) == (0, 0)
    assert cfit(tmp_path / "new", "queue", "--json").lines == cfit(home, "queue", "--json").lines
    assert cfit(tmp_path / "new", "verify").status == 0


def test_reading_a_file_registers_nothing(filled: tuple[Path, Ran], tmp_path: Path) -> None:
    home, _ = filled
    (tmp_path / "empty.pdf").write_bytes(b"")

    read = cfit(home, "read", str(tmp_path / "empty.pdf"), str(tmp_path / "absent.pdf"), "--json")

    assert read.status == 1
    assert [line["error"]["code"] for line in read.lines] == ["empty", "unsupported"]


def test_reading_what_kills_its_child_leaves_the_json_pure(tmp_path: Path) -> None:
    for hostile in HOSTILE:
        (tmp_path / hostile.file_name).write_bytes(hostile.make())

    read = cfit(tmp_path / "home", "read", str(tmp_path), "--json")

    assert len(read.lines) == len(HOSTILE)
    assert "Traceback" not in read.err


def test_the_doctor_says_the_age_of_the_oldest_unprocessed_mail(filled: tuple[Path, Ran]) -> None:
    home, _ = filled

    results = {line["name"]: line for line in cfit(home, "doctor", "--json").lines}

    assert (results["unprocessed mail"]["health"], results["unprocessed mail"]["value"]) == ("good", 0.0)
    assert results["held mail"]["value"] == 2


def test_a_wrong_setting_is_refused_with_a_sentence(tmp_path: Path) -> None:
    ran = cfit(tmp_path / "home", "queue", CFIT_ADRESSES="cfit@example.org")

    assert ran.status == 1
    assert "CFIT_ADDRESSES" in ran.err
    assert "Traceback" not in ran.err


def test_wrong_usage_ends_with_two(tmp_path: Path) -> None:
    assert cfit(tmp_path / "home", "decide").status == 2


def test_two_imports_at_once_both_come_to_their_end(tmp_path: Path, mailbox_file: Path) -> None:
    home = tmp_path / "home"
    cfit(home, "queue")
    command = [sys.executable, "-m", "secretariat", "ingest", str(mailbox_file), "--json"]
    environment = {"CFIT_HOME": str(home), "PATH": "/usr/bin:/bin"}

    both = [subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    said = [process.communicate(timeout=120)[0] for process in both]

    assert [len(out.splitlines()) for out in said] == [12, 12]
    outcomes = [json.loads(line)["outcome"] for out in said for line in out.splitlines()]
    assert outcomes.count("registered") + outcomes.count("joined") == 8


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "CFIT-2026-9999"),
        ("show", "M-999999999999999999"),
        ("held", "M-1", "discard", "--reason", "x", "--as", OFFICER),
        ("letters", "show", "L-99999999999"),
        ("decide", "[red]", "approve", "--reason", "x", "--as", OFFICER),
        ("backup", "/no/such/folder/x.tar"),
        ("letters", "edit", "L-1", "--body", "/no/such/file", "--reason", "x", "--as", OFFICER),
        ("people", "add", "no address", "--role", "secretariat"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    ran = cfit(tmp_path / "home", *arguments)

    assert (ran.status, ran.out) == (1, "")
    assert ran.err.strip().endswith((".", "`."))
    assert "Traceback" not in ran.err


def test_a_second_copy_is_taken_into_its_case_by_a_person(filled: tuple[Path, Ran]) -> None:
    home, first = filled
    joined = next(line for line in first.lines if line["outcome"] == "joined")
    mail = f"M-{joined['mail']}"

    taken = cfit(home, "join", joined["reference"], mail, "--reason", "seen", "--as", OFFICER)

    (shown,) = cfit(home, "show", joined["reference"], "--json").lines
    assert (taken.status, shown["suggestions"]) == (0, [])
    assert {line["reference"]: line["part_played"] for line in shown["mails"]}[mail] == "joined"


def test_one_organisation_on_a_page_cannot_be_split(filled: tuple[Path, Ran]) -> None:
    home, first = filled

    ran = cfit(
        home, "split", first.lines[1]["reference"], "--block", "2", "--reason", "seen", "--as", OFFICER
    )

    assert ran.status == 1
    assert "Traceback" not in ran.err
