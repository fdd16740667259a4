"""Asking the library from the desk: for whom, one question or a file of them, and what is left open."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session

from pact.application import Role
from pact.errors import PactError
from pact.library_documents import PUBLIC_VIEWER, SECRETARIAT_VIEWER, Viewer
from secretariat.answers.answer import Answer, answer_question
from secretariat.answers.criteria_table import with_criteria
from secretariat.desk import Desk
from storage.database import Database
from storage.library.gaps import log_gap
from storage.library.glossary import Glossary
from storage.library.glossary_entries import glossary_in_use
from storage.library.index_search import LibraryIndex
from storage.library.library_index import open_index
from storage.library.outcome import Outcome
from storage.people import person_by_address


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a batch: its id as it was given, its text, and the question before it."""

    number: str | int | None
    text: str
    context: str = ""


@dataclass(frozen=True, slots=True)
class LibraryDesk:
    """What a question is answered with: the index, the glossary, the tables, and for whom."""

    index: LibraryIndex
    glossary: Glossary
    viewer: Viewer
    database: Database

    def answered(self, text: str, context: str = "") -> tuple[Answer, float]:
        """Return the answer, and how many milliseconds it took."""
        begun = time.perf_counter()
        answer = answer_question(text, self.index, self.glossary, self.viewer, context)
        if answer.question.wants_list:
            with self.database.read() as session:
                answer = with_criteria(session, answer)
        return answer, (time.perf_counter() - begun) * 1000


@contextmanager
def library_desk(desk: Desk, person: str | None) -> Iterator[LibraryDesk]:
    """Open the library as this person may see it; for nobody in particular, as the public does.

    Raises PactError when the person holds no role.
    """
    with desk.database.read() as session:
        viewer = viewer_for(session, person)
        index = open_index(session, desk.settings.home)
        glossary = glossary_in_use(session)
    try:
        yield LibraryDesk(index, glossary, viewer, desk.database)
    finally:
        index.close()


def viewer_for(session: Session, address: str | None) -> Viewer:
    """Return what a person may see, by the roles held; nobody in particular sees what the public does."""
    if not address:
        return PUBLIC_VIEWER
    person = person_by_address(session, address)
    if person is None:
        raise PactError(f"{address} holds no role here: cfit people list.")
    if Role.SECRETARIAT in person.roles:
        return SECRETARIAT_VIEWER
    return Viewer(is_participant=True)


def keep_gap(desk: Desk, answer: Answer) -> bool:
    """Keep the question as one that the library left open; return whether it is one."""
    if answer.outcome is not Outcome.SILENT or not answer.question.text.strip():
        return False
    with desk.database.write() as session:
        question = answer.question
        log_gap(session, question.text, language=question.language, missing=answer.missing, at=desk.now())
    return True


def read_batch(path: Path) -> list[Asked]:
    """Return the questions of a file of {"id", "q", "context"} lines. PactError names a line that is none."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise PactError(f"{path} cannot be read as a file of questions.") from error
    return [_asked(line, number) for number, line in enumerate(lines, start=1) if line.strip()]


def _asked(line: str, number: int) -> Asked:
    try:
        read = json.loads(line)
        text = read["q"]
    except (ValueError, KeyError, TypeError) as error:
        raise PactError(
            f'Line {number} is no question: it takes {{"id": ..., "q": "...", "context": "..."}}.'
        ) from error
    if not isinstance(text, str):
        raise PactError(f"Line {number} is no question: q has to be text.")
    named = read.get("id")
    return Asked(named if isinstance(named, str | int) else None, text, str(read.get("context") or ""))
