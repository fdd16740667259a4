"""Reading again: what would differ is shown, and nothing is changed by it."""

from collections.abc import Iterator

import pytest
from made_up.cases import MadeMail, pact_copy, take_in
from sqlmodel import select

from intake.sandbox.reader_pool import ReaderPool
from pact.documents import DocumentAsRead
from pact.errors import PactError
from pact.reading_differences import Difference
from secretariat.desk import Desk
from secretariat.reread import reread
from storage import journal
from storage.tables import ApplicationField, Document


@pytest.fixture(scope="module")
def readers() -> Iterator[ReaderPool]:
    with ReaderPool(readers=1) as pool:
        yield pool


def everything_written(desk: Desk) -> tuple[object, ...]:
    with desk.database.read() as session:
        fields = [row.model_dump() for row in session.exec(select(ApplicationField))]
        papers = [row.model_dump() for row in session.exec(select(Document))]
        return fields, papers, journal.history(session, "CFIT-2026-0001")


def test_what_the_present_reader_sees_otherwise_is_told(staffed_desk: Desk, readers: ReaderPool) -> None:
    # The bytes kept for this copy are a line of plain text, which this release does not read.
    take_in(staffed_desk, MadeMail((pact_copy(),)))

    (reading,) = reread(staffed_desk, readers, "CFIT-2026-0001")

    assert (reading.mail, reading.application, reading.file_name) == ("M-1", "CFIT-2026-0001", "paper-0.pdf")
    assert reading.differences[0] == Difference("readable", "yes", "unsupported")
    assert Difference("name", "Marijke van Dorp", "not read") in reading.differences


def test_reading_again_changes_nothing(staffed_desk: Desk, readers: ReaderPool) -> None:
    take_in(staffed_desk, MadeMail((pact_copy(),)))
    before = everything_written(staffed_desk)

    list(reread(staffed_desk, readers, None))

    assert everything_written(staffed_desk) == before


def test_a_mail_of_the_pen_is_read_again_by_its_own_reference(
    staffed_desk: Desk, readers: ReaderPool
) -> None:
    take_in(staffed_desk, MadeMail((pact_copy(),)))
    take_in(staffed_desk, MadeMail((DocumentAsRead(), DocumentAsRead())))

    readings = list(reread(staffed_desk, readers, "M-2"))

    assert [(one.mail, one.application) for one in readings] == [("M-2", None), ("M-2", None)]


def test_bytes_that_are_gone_are_said_and_the_others_still_read(
    staffed_desk: Desk, readers: ReaderPool
) -> None:
    take_in(staffed_desk, MadeMail((pact_copy(), DocumentAsRead())))
    with staffed_desk.database.read() as session:
        lost = session.exec(select(Document.sha256).where(Document.part == 0)).one()
    staffed_desk.originals.discard(lost)

    first, second = reread(staffed_desk, readers, None)

    assert first.problem == "Its bytes are missing or damaged; `cfit verify` tells more."
    assert second.problem is None


def test_an_unknown_reference_is_said(staffed_desk: Desk, readers: ReaderPool) -> None:
    with pytest.raises(PactError, match="There is no mail M-9"):
        list(reread(staffed_desk, readers, "M-9"))
