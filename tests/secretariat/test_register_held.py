"""Registering from the holding pen: by eye or as read, each paper once, and by the person's own hand."""

from dataclasses import replace
from datetime import date

import pytest
from made_up.cases import RECEIVED_AT, MadeMail, block, pact_copy, support_letter, take_in
from sqlmodel import select

from pact.application import ApplicationKind
from pact.documents import (
    DocumentAsRead,
    ParticipationType,
    ReadError,
    ReadErrorCode,
    Remark,
    SignatureKind,
)
from pact.errors import PactError
from secretariat.desk import Desk
from secretariat.drafts import go_live
from secretariat.hand import Hand
from secretariat.held import list_held
from secretariat.read_by_eye import GivenByHand
from secretariat.register_held import register_held
from secretariat.release import discard_held
from storage import journal
from storage.applications import fields_of, standing_findings
from storage.tables import Application, Letter, Mail, Suggestion

PHOTO = DocumentAsRead(remarks=(Remark("page_not_read", "page 1"),), pages=1)
LOCKED = DocumentAsRead(error=ReadError(ReadErrorCode.ENCRYPTED, "It is protected by a password."))
READ_BY_EYE = GivenByHand(
    kind=ApplicationKind.PARTICIPATION,
    organisation="Town of Ashmere",
    name="Petra Oak",
    title="Head of Procurement",
    participation_type=ParticipationType.PROCURING,
    signed_on=date(2026, 1, 20),
)
SIGNED_BY_EYE = replace(READ_BY_EYE, signature=SignatureKind.DRAWN)
FROM_ASHMERE = MadeMail((PHOTO,), sender="petra@ashmere.example", name="Petra Oak")
NOTHING = GivenByHand()


def pen(desk: Desk) -> list[str]:
    with desk.database.read() as session:
        return [mail.reference for mail in list_held(session, desk)]


def held(desk: Desk, made: MadeMail) -> None:
    """Take a mail in that goes to the pen although it brings applications: its Message-ID is known."""
    take_in(desk, MadeMail(text="Good morning.", message_id="<known@x.example>", parts_digest="first"))
    take_in(desk, replace(made, message_id="<known@x.example>"))


def codes(desk: Desk, application_id: int = 1) -> set[str]:
    with desk.database.read() as session:
        return {row.code for row in standing_findings(session, application_id)}


def letters(desk: Desk) -> list[Letter]:
    with desk.database.read() as session:
        return list(session.exec(select(Letter).order_by(Letter.id)).all())  # type: ignore[arg-type]


def test_a_paper_read_by_eye_is_registered_with_its_receipt_and_values_of_a_person(
    staffed_desk: Desk, officer: Hand
) -> None:
    take_in(staffed_desk, FROM_ASHMERE)

    registered = register_held(staffed_desk, "M-1", SIGNED_BY_EYE, officer)

    with staffed_desk.database.read() as session:
        application = session.exec(select(Application)).one()
        fields = {row.name: (row.value, row.method) for row in fields_of(session, application)}
    assert registered.references == ("CFIT-2026-0001",)
    assert application.received_at == RECEIVED_AT
    assert fields["organisation"] == ("Town of Ashmere", "person")
    assert fields["date"] == ("2026-01-20", "person")
    assert fields["signature"] == ("drawn", "person")
    assert (application.state, pen(staffed_desk)) == ("ready", [])


def test_of_what_was_read_by_eye_nothing_is_found_that_only_a_machine_could_not_read(
    staffed_desk: Desk, officer: Hand
) -> None:
    take_in(staffed_desk, FROM_ASHMERE)
    take_in(staffed_desk, replace(FROM_ASHMERE, documents=(LOCKED,)))

    register_held(staffed_desk, "M-1", SIGNED_BY_EYE, officer)
    register_held(staffed_desk, "M-2", replace(SIGNED_BY_EYE, kind=ApplicationKind.SUPPORT), officer)

    assert codes(staffed_desk) == {"sender_not_checked"}
    assert codes(staffed_desk, 2) == {"sender_not_checked", "already_applied"}


def test_whether_a_paper_read_by_eye_is_signed_is_asked_of_the_secretariat_and_of_nobody_else(
    staffed_desk: Desk, officer: Hand
) -> None:
    take_in(staffed_desk, FROM_ASHMERE)

    register_held(staffed_desk, "M-1", READ_BY_EYE, officer)

    (letter,) = letters(staffed_desk)
    assert codes(staffed_desk) == {"sender_not_checked", "signature_not_looked_at"}
    assert "ign the document" not in letter.body
    assert "Signature:" not in letter.body


def test_the_letter_says_that_a_person_read_it_and_waits_for_one(staffed_desk: Desk, officer: Hand) -> None:
    go_live(staffed_desk, officer)
    take_in(staffed_desk, FROM_ASHMERE)

    register_held(staffed_desk, "M-1", SIGNED_BY_EYE, officer)

    (letter,) = letters(staffed_desk)
    assert (letter.kind, letter.state, letter.automatic) == ("acknowledgement", "draft", False)
    assert "A member of the Secretariat read the following." in letter.body
    assert "program" not in letter.body
    assert '- Organisation: "Town of Ashmere"' in letter.body
    assert "- Signature: found" in letter.body


def test_every_application_paper_of_the_mail_is_registered(staffed_desk: Desk, officer: Hand) -> None:
    ashmere = pact_copy(block("Town of Ashmere"))
    held(staffed_desk, MadeMail((pact_copy(), ashmere, support_letter())))

    registered = register_held(staffed_desk, "M-2", NOTHING, officer)

    assert registered.references == ("CFIT-2026-0001", "CFIT-2026-0002", "CFIT-2026-0003")
    assert [letter.key for letter in letters(staffed_desk)] == [
        f"acknowledgement:{reference}:2" for reference in registered.references
    ]
    assert pen(staffed_desk) == ["M-1"]


def test_a_paper_of_an_applicant_is_laid_beside_its_case_as_the_worker_would(
    staffed_desk: Desk, officer: Hand
) -> None:
    take_in(staffed_desk, MadeMail((pact_copy(),)))
    held(staffed_desk, MadeMail((pact_copy(),)))

    registered = register_held(staffed_desk, "M-3", NOTHING, officer)

    with staffed_desk.database.read() as session:
        assert [one.state for one in session.exec(select(Suggestion))] == ["open"]
        assert session.get_one(Mail, 3).outcome == "joined"
    assert registered.told == "paper-0.pdf lies beside CFIT-2026-0001, for a person to judge."


def test_a_paper_without_a_name_is_registered_with_what_is_missing(staffed_desk: Desk, officer: Hand) -> None:
    held(staffed_desk, MadeMail((pact_copy(block(None)),)))

    register_held(staffed_desk, "M-2", NOTHING, officer)

    assert "missing_organisation" in codes(staffed_desk)


def test_values_go_to_one_paper_which_has_to_be_named_among_several(
    staffed_desk: Desk, officer: Hand
) -> None:
    take_in(staffed_desk, replace(FROM_ASHMERE, documents=(PHOTO, PHOTO)))

    with pytest.raises(PactError, match=r"--part N\. 1 paper-0\.pdf, 2 paper-1\.pdf"):
        register_held(staffed_desk, "M-1", SIGNED_BY_EYE, officer)
    registered = register_held(staffed_desk, "M-1", SIGNED_BY_EYE, officer, part=2)

    assert registered.told == ("paper-1.pdf opened CFIT-2026-0001. Still to be dealt with: paper-0.pdf.")
    assert (registered.still_waits, pen(staffed_desk)) == (True, ["M-1"])


def test_a_mail_leaves_the_pen_when_its_last_paper_is_dealt_with(staffed_desk: Desk, officer: Hand) -> None:
    take_in(staffed_desk, replace(FROM_ASHMERE, documents=(PHOTO, LOCKED)))
    register_held(staffed_desk, "M-1", SIGNED_BY_EYE, officer, part=1)

    other = replace(SIGNED_BY_EYE, organisation="Town of Birchford")
    register_held(staffed_desk, "M-1", other, officer, part=2)

    with staffed_desk.database.read() as session:
        row = session.get_one(Mail, 1)
        assert len(session.exec(select(Application)).all()) == 2
    assert (row.state, row.outcome) == ("done", "registered")
    assert row.why == "paper-1.pdf opened CFIT-2026-0002. It belongs to CFIT-2026-0001."


def test_the_rest_of_a_mail_that_opened_an_application_can_be_discarded(
    staffed_desk: Desk, officer: Hand
) -> None:
    take_in(staffed_desk, replace(FROM_ASHMERE, documents=(PHOTO, LOCKED)))
    register_held(staffed_desk, "M-1", SIGNED_BY_EYE, officer, part=1)

    discard_held(staffed_desk, "M-1", officer)

    with staffed_desk.database.read() as session:
        row = session.get_one(Mail, 1)
    assert (row.state, row.outcome) == ("done", "registered")
    assert row.why == "Put aside: looked at it. It belongs to CFIT-2026-0001."


@pytest.mark.parametrize("part", [0, 3])
def test_a_part_that_is_not_there_is_refused(staffed_desk: Desk, officer: Hand, part: int) -> None:
    take_in(staffed_desk, replace(FROM_ASHMERE, documents=(PHOTO, PHOTO)))

    with pytest.raises(PactError, match="This mail has 2 papers"):
        register_held(staffed_desk, "M-1", SIGNED_BY_EYE, officer, part=part)


def test_a_paper_is_registered_once(staffed_desk: Desk, officer: Hand) -> None:
    take_in(staffed_desk, replace(FROM_ASHMERE, documents=(PHOTO, LOCKED)))
    register_held(staffed_desk, "M-1", SIGNED_BY_EYE, officer, part=1)

    with pytest.raises(PactError, match="already"):
        register_held(staffed_desk, "M-1", SIGNED_BY_EYE, officer, part=1)


def test_values_are_not_spread_over_several_signature_blocks(staffed_desk: Desk, officer: Hand) -> None:
    held(staffed_desk, MadeMail((pact_copy(block(), block(name="Joris Hagenaar")),)))

    with pytest.raises(PactError, match="cfit correct"):
        register_held(staffed_desk, "M-2", SIGNED_BY_EYE, officer)


def test_a_mail_without_papers_is_registered_with_what_a_person_says(
    staffed_desk: Desk, officer: Hand
) -> None:
    take_in(staffed_desk, MadeMail(text="Good morning.", sender="petra@ashmere.example"))

    register_held(staffed_desk, "M-1", replace(READ_BY_EYE, signature=SignatureKind.NONE), officer)

    assert codes(staffed_desk) == {"sender_not_checked", "no_signature"}


def test_nothing_is_registered_by_hand_without_saying_what_it_is(staffed_desk: Desk, officer: Hand) -> None:
    take_in(staffed_desk, MadeMail((PHOTO,)))

    for given in (NOTHING, GivenByHand(kind=ApplicationKind.PARTICIPATION), GivenByHand(name="Petra Oak")):
        with pytest.raises(PactError, match="--organisation"):
            register_held(staffed_desk, "M-1", given, officer)

    assert pen(staffed_desk) == ["M-1"]


def test_a_notice_of_leaving_is_not_registered_by_hand(staffed_desk: Desk, officer: Hand) -> None:
    take_in(staffed_desk, MadeMail(text="We leave."))

    with pytest.raises(PactError, match="answer it"):
        register_held(staffed_desk, "M-1", replace(READ_BY_EYE, kind=ApplicationKind.TERMINATION), officer)


def test_who_registered_by_hand_stands_in_every_line(staffed_desk: Desk, officer: Hand) -> None:
    take_in(staffed_desk, FROM_ASHMERE)

    register_held(staffed_desk, "M-1", SIGNED_BY_EYE, officer)

    with staffed_desk.database.read() as session:
        lines = journal.history(session, "CFIT-2026-0001")
        last = journal.history(session, "M-1")[-1]
    assert [(line.move, line.actor) for line in lines] == [
        ("register", officer.actor),
        ("mark_ready", officer.actor),
    ]
    assert (last.move, last.actor, last.reason) == ("register", officer.actor, "looked at it")
