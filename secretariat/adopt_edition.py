"""Adopting an official text as an edition of the Pact, and taking one out of use again (6.5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, cast

from intake.sandbox.reader_pool import ReaderPool
from intake.wording.edition_json import edition_to_json
from pact.application import Role
from pact.edition_text import edition_of
from pact.errors import PactError
from pact.fingerprint import Edition
from secretariat.desk import Desk
from secretariat.editions_in_use import editions_in_use
from secretariat.hand import Hand
from storage import journal
from storage.editions import drop_edition, edition_reference, keep_edition
from storage.people import require

_FILE_AT_MOST_BYTES = 30_000_000
_CLAUSES_SAID = 12


@dataclass(frozen=True, slots=True)
class Adoption:
    """What became of an official text: the edition, whether it is new here, and sentences about it."""

    edition: Edition
    is_new: bool
    says: tuple[str, ...]


def edition_in(readers: ReaderPool, file: Path, name: str, in_force: date, *, with_words: bool) -> Edition:
    """Return the edition that the file holds. PactError with a sentence when it holds none."""
    if not name.strip() or len(name) > 40:
        raise PactError("Give the edition a short name, such as the year in which it came into force.")
    data = _bytes_of(file)
    text = readers.official_text(data)
    if text.problem:
        raise PactError(f"{file}: {text.problem}")
    return edition_of(text.lines, name.strip(), in_force, wrapped=text.wrapped, with_words=with_words)


def adopt_edition(desk: Desk, edition: Edition, file: Path, hand: Hand) -> Adoption:
    """Keep the edition and its official file, and say what it is beside those in use.

    The same text again changes nothing. PactError when the person may not, or the name is taken.
    """
    data = _bytes_of(file)
    with desk.database.read() as session:
        require(session, hand.person, Role.SECRETARIAT)
        known = editions_in_use(session)
    same = [one for one in known if one.reads_as(edition)]
    if any(one.shows_words for one in same):
        says = f"This text is on record already, as edition {same[0].name}: nothing was changed."
        return Adoption(same[0], is_new=False, says=(says,))
    sha256 = desk.originals.put(data)
    with desk.database.write() as session:
        require(session, hand.person, Role.SECRETARIAT)
        number = keep_edition(
            session,
            name=edition.name,
            in_force=edition.in_force,
            sha256=sha256,
            file_name=file.name,
            fingerprint=cast(dict[str, Any], edition_to_json(edition)),
            by=hand.person,
            at=desk.now(),
        )
        journal.append(
            session,
            subject=edition_reference(number),
            move="adopt_edition",
            actor=hand.actor,
            reason=f"edition {edition.name} from {edition.in_force}, out of {file.name}: {hand.reason}",
            at=desk.now(),
        )
    return Adoption(edition, is_new=True, says=tuple(_said_of(edition, known)))


def take_out_of_use(desk: Desk, name: str, hand: Hand) -> str:
    """Take an adopted edition out of use and say so. PactError when the person may not, or there is none."""
    if not hand.reason.strip():
        raise PactError("Say why: it is kept in the journal.")
    with desk.database.write() as session:
        require(session, hand.person, Role.SECRETARIAT)
        row = drop_edition(session, name, desk.now())
        assert row.id is not None
        journal.append(
            session,
            subject=edition_reference(row.id),
            move="drop_edition",
            actor=hand.actor,
            reason=f"edition {name}: {hand.reason}",
            at=desk.now(),
        )
    return f"Edition {name} is no longer compared with. Its official file is kept."


def _bytes_of(file: Path) -> bytes:
    if file.stat().st_size > _FILE_AT_MOST_BYTES:
        raise PactError(f"{file} is larger than any text of the Pact.")
    return file.read_bytes()


def _said_of(edition: Edition, known: Sequence[Edition]) -> list[str]:
    words = sum(len(clause.digests) for clause in edition.clauses)
    counted = f"{len(edition.clauses)} clauses, {words} words, in force from {edition.in_force}"
    says = [f"Edition {edition.name} is adopted: {counted}. Missing words are shown from now on."]
    for other in known:
        differing = differing_clauses(edition, other)
        if not differing:
            says.append(f"It reads as the fingerprint of edition {other.name} that this release brings.")
        elif other.name == edition.name:
            listed = ", ".join(differing[:_CLAUSES_SAID])
            says.append(
                f"It does not read as the fingerprint of that edition which this release brings: {listed}. "
                "From now on the adopted text counts; if it is the wrong file: cfit pact drop."
            )
    return says


def differing_clauses(one: Edition, other: Edition) -> list[str]:
    """Return the numbers of the clauses that differ, or that only one of the editions has."""
    ours = {clause.number: clause.seal for clause in one.clauses}
    theirs = {clause.number: clause.seal for clause in other.clauses}
    return [number for number in ours | theirs if ours.get(number) != theirs.get(number)]
