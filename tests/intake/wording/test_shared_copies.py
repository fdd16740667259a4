"""The labelled copies are laid beside the edition that is shipped: altered clauses found, others left."""

import json
from pathlib import Path

import pytest

from intake.reading.material import ReadingMaterial
from intake.reading.official_text import official_text
from intake.reading.read_file import read_file
from intake.reading.sniff import MediaType, sniff
from intake.wording.shipped_editions import shipped_editions
from pact.documents import DocumentAsRead
from pact.edition_text import edition_of

MATERIAL = ReadingMaterial(editions=shipped_editions())
PADES_TORN = "161_pades_tampered.pdf"
"""Whoever tampered with this one broke a page: most of its text is gone, and that is said."""


def read(path: Path) -> DocumentAsRead:
    data = path.read_bytes()
    return read_file(data, sniff(data), material=MATERIAL)


def labels(shared: Path) -> list[dict[str, str]]:
    lines = (shared / "documents" / "labels.jsonl").read_text().splitlines()
    return [label for label in map(json.loads, lines) if label["kind"] == "pact"]


def digital(shared: Path, *, altered: bool) -> list[tuple[Path, list[str]]]:
    found = []
    for label in labels(shared):
        path = shared / "documents" / "docs" / label["file"]
        is_read = path.suffix in (".pdf", ".docx") and label["family"] not in ("corrupt", "encrypted")
        if "scan" not in label["medium"] and is_read and bool(label["altered"]) == altered:
            found.append((path, [one.partition(":")[0] for one in label["altered"]]))
    return found


@pytest.mark.shared
def test_every_altered_clause_of_digital_copies_is_found_and_no_other(shared: Path):
    wanted, found = {}, {}
    for path, clauses in digital(shared, altered=True):
        if "pades" in path.name:
            continue
        wanted[path.name] = [clause.replace("1d", "1.d").replace("1a", "1.a") for clause in clauses]
        found[path.name] = [one.clause for one in read(path).wording.alterations]

    assert found == wanted


@pytest.mark.shared
@pytest.mark.slow
def test_no_unaltered_digital_copy_is_flagged(shared: Path):
    copies = [(path, read(path)) for path, _ in digital(shared, altered=False) if path.name != PADES_TORN]

    flagged = {path.name: read.wording.alterations for path, read in copies if read.wording.alterations}

    assert (flagged, len(copies) > 40) == ({}, True)


@pytest.mark.shared
def test_a_reservation_put_in_after_signing_is_found(shared: Path):
    path = shared / "documents" / "docs" / "167_pades_altered_after_incremental.pdf"

    assert [(a.clause, a.found) for a in read(path).wording.alterations] == [
        ("signature page", "Reservation: not binding")
    ]


@pytest.mark.shared
def test_the_shipped_fingerprint_is_that_of_the_text(shared: Path):
    (shipped,) = shipped_editions()
    text = official_text((shared / "pact" / "pact-2021.txt").read_bytes(), MediaType.TEXT)

    made = edition_of(text.lines, "2021", shipped.in_force, wrapped=False, with_words=False)

    assert made == shipped
