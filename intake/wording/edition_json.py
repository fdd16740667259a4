"""An edition as JSON: how its fingerprint is shipped, kept in the database and handed to reading children."""

import json
from datetime import date
from typing import TypedDict

from pact.fingerprint import DIGEST_BITS, SEAL_BYTES, Edition, EditionClause

_DIGITS = DIGEST_BITS // 4
_SEAL_DIGITS = 2 * SEAL_BYTES


class ClauseJson(TypedDict, total=False):
    """One clause: its digests as one row of hexadecimal digits, three a word."""

    number: str
    digests: str
    seal: str
    words: list[str]
    notes: list[int]
    floats: bool


class EditionJson(TypedDict):
    """One edition."""

    name: str
    in_force: str
    clauses: list[ClauseJson]


def edition_to_json(edition: Edition) -> EditionJson:
    """Return the edition as plain values; words, notes and floats stand there only where it has them."""
    return {
        "name": edition.name,
        "in_force": edition.in_force.isoformat(),
        "clauses": [_clause_to_json(clause) for clause in edition.clauses],
    }


def edition_text(edition: Edition) -> str:
    """Return the edition as the text of a JSON file, one clause a line."""
    said = edition_to_json(edition)
    head = json.dumps({"name": said["name"], "in_force": said["in_force"]})[:-1]
    clauses = ",\n".join(json.dumps(clause, ensure_ascii=False) for clause in said["clauses"])
    return f'{head}, "clauses": [\n{clauses}\n]}}\n'


def edition_from_json(said: EditionJson) -> Edition:
    """Return the edition that was written. ValueError, KeyError or TypeError for anything else."""
    return Edition(
        str(said["name"]),
        date.fromisoformat(said["in_force"]),
        tuple(_clause_from_json(clause) for clause in said["clauses"]),
    )


def _clause_to_json(clause: EditionClause) -> ClauseJson:
    said: ClauseJson = {
        "number": clause.number,
        "digests": "".join(f"{digest:0{_DIGITS}x}" for digest in clause.digests),
        "seal": f"{clause.seal:0{_SEAL_DIGITS}x}",
    }
    if clause.words:
        said["words"] = list(clause.words)
    if clause.notes:
        said["notes"] = list(clause.notes)
    if clause.floats:
        said["floats"] = True
    return said


def _clause_from_json(said: ClauseJson) -> EditionClause:
    row = said["digests"]
    digests = tuple(int(row[at : at + _DIGITS], 16) for at in range(0, len(row), _DIGITS))
    words = tuple(map(str, said.get("words", ())))
    if words and len(words) != len(digests):
        raise ValueError(f"clause {said['number']} has {len(words)} words and {len(digests)} digests")
    notes = tuple(int(place) for place in said.get("notes", ()))
    floats = bool(said.get("floats", False))
    return EditionClause(str(said["number"]), digests, int(said["seal"], 16), words, notes, floats)
