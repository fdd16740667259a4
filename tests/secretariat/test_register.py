"""Registering: what opens an application, what is laid beside one, and what never is."""

from dataclasses import replace
from datetime import date

import pytest
from made_up.cases import MadeMail, after, block, pact_copy, support_letter, take_in, without_date
from sqlmodel import select

from intake.mail.automatic import Automatic, AutomaticKind
from secretariat.desk import Desk
from secretariat.held import list_held
from secretariat.queue_view import queue
from storage import journal
from storage.applications import fields_of
from storage.tables import Application, ApplicationMail, FindingRow, Letter, Organisation, Suggestion


def applications(desk: Desk) -> list[Application]:
    with desk.database.read() as session:
        return list(session.exec(select(Application).order_by(Application.id)).all())  # type: ignore[arg-type]


def codes(desk: Desk, application: Application) -> set[str]:
    with desk.database.read() as session:
        rows = session.exec(select(FindingRow.code).where(FindingRow.application_id == application.id)).all()
    return set(rows)


def suggestions(desk: Desk) -> list[tuple[str, str]]:
    with desk.database.read() as session:
        return [(row.kind, row.state) for row in session.exec(select(Suggestion)).all()]


def test_a_signed_copy_opens_an_application_due_one_month_after_the_legal_day_of_receipt(desk: Desk) -> None:
    row = take_in(desk, MadeMail((pact_copy(),)))

    (application,) = applications(desk)
    assert (row.outcome, row.state) == ("registered", "done")
    assert application.reference == "CFIT-2026-0001"
    assert application.received_on == date(2026, 1, 31)
    assert application.decision_due == date(2026, 2, 28)
    assert (application.kind, application.participation_type) == ("participation", "procuring")


def test_every_field_keeps_its_evidence(desk: Desk) -> None:
    take_in(desk, MadeMail((pact_copy(),)))

    with desk.database.read() as session:
        rows = fields_of(session, session.exec(select(Application)).one())
    assert [(row.name, row.value) for row in rows] == [
        ("organisation", "Municipality of Lindenhove"),
        ("name", "Marijke van Dorp"),
        ("title", "Head of ICT Procurement"),
        ("participation_type", "procuring"),
        ("date", "2026-01-28"),
        ("signature", "drawn"),
    ]
    assert {(row.page, row.sure) for row in rows} == {(2, True)}


def test_a_complete_copy_is_ready_and_one_that_lacks_something_is_not(desk: Desk) -> None:
    take_in(desk, MadeMail((pact_copy(),)))
    take_in(desk, MadeMail((without_date(pact_copy(block("Town of Ashmere"))),), sender="a@ashmere.example"))

    complete, incomplete = applications(desk)
    assert (complete.state, incomplete.state) == ("ready", "received")
    assert "missing_date" in codes(desk, incomplete)


def test_the_sender_is_said_not_to_be_checked(desk: Desk) -> None:
    take_in(desk, MadeMail((pact_copy(),)))

    assert codes(desk, applications(desk)[0]) == {"sender_not_checked"}


def test_a_second_copy_is_a_suggestion_and_changes_no_field(desk: Desk) -> None:
    take_in(desk, MadeMail((pact_copy(),)))
    row = take_in(desk, MadeMail((pact_copy(block("Lindenhove, Municipality of", title="Buyer")),)))

    (application,) = applications(desk)
    with desk.database.read() as session:
        titles = [field.value for field in fields_of(session, application) if field.name == "title"]
    assert row.outcome == "joined"
    assert titles == ["Head of ICT Procurement"]
    assert suggestions(desk) == [("second_copy", "open")]


def test_another_signatory_and_another_role_are_told_apart(desk: Desk) -> None:
    take_in(desk, MadeMail((pact_copy(),)))
    take_in(desk, MadeMail((pact_copy(block(name="Joris Hagenaar")),)))
    take_in(desk, MadeMail((pact_copy(block(role="coordinating")),)))

    assert suggestions(desk) == [("second_signatory", "open"), ("other_role", "open")]


def test_a_copy_a_year_later_is_never_laid_beside_the_old_one(desk: Desk) -> None:
    take_in(desk, MadeMail((pact_copy(),)))
    take_in(desk, MadeMail((pact_copy(),), received_at=after(400)))

    first, second = applications(desk)
    assert (first.organisation_id, second.organisation_id) == (1, 1)
    assert "already_applied" in codes(desk, second)


def test_an_organisation_is_recognised_through_accents_and_legal_forms(desk: Desk) -> None:
    take_in(desk, MadeMail((pact_copy(block("Région de Valsérine")),)))
    take_in(desk, MadeMail((pact_copy(block("REGION DE VALSERINE")),)))

    assert len(applications(desk)) == 1


def test_a_name_that_only_resembles_opens_its_own_application_and_is_said(desk: Desk) -> None:
    take_in(desk, MadeMail((pact_copy(block("Stadt Müllenbach")),)))
    take_in(desk, MadeMail((pact_copy(block("Stadt Mühlenbach")),)))

    assert "resembles_another" in codes(desk, applications(desk)[1])


def test_a_letter_of_support_of_an_applicant_is_an_application_of_its_own(desk: Desk) -> None:
    take_in(desk, MadeMail((pact_copy(block("Repair Forward Foundation")),)))
    take_in(desk, MadeMail((support_letter(),)))

    assert [one.kind for one in applications(desk)] == ["participation", "support"]


def test_one_mail_with_two_organisations_opens_two_applications(desk: Desk) -> None:
    take_in(desk, MadeMail((pact_copy(), pact_copy(block("Town of Ashmere")))))

    with desk.database.read() as session:
        links = session.exec(select(ApplicationMail)).all()
        letters = session.exec(select(Letter.key)).all()
    assert len(applications(desk)) == 2
    assert {(link.mail_id, link.part_played) for link in links} == {(1, "opened")}
    assert letters == ["acknowledgement:CFIT-2026-0001:1", "acknowledgement:CFIT-2026-0002:1"]


def test_the_same_copy_twice_in_one_mail_is_acknowledged_once(desk: Desk) -> None:
    take_in(desk, MadeMail((pact_copy(), pact_copy())))

    with desk.database.read() as session:
        letters = session.exec(select(Letter.kind)).all()
    assert (len(applications(desk)), letters) == (1, ["acknowledgement"])


def test_a_copy_without_a_name_is_registered_with_what_is_missing(desk: Desk) -> None:
    take_in(desk, MadeMail((pact_copy(block(None)),)))

    (application,) = applications(desk)
    with desk.database.read() as session:
        assert session.exec(select(Organisation)).all() == []
    assert application.organisation_id is None
    assert "missing_organisation" in codes(desk, application)


def test_registering_is_journalled_with_the_mail_that_asked(desk: Desk) -> None:
    take_in(desk, MadeMail((pact_copy(),)))

    with desk.database.read() as session:
        lines = journal.history(session, "CFIT-2026-0001")
    assert [(line.move, line.actor) for line in lines] == [("register", "worker"), ("mark_ready", "worker")]
    assert lines[0].reason == "M-1 asks for participation."


def test_the_month_is_counted_from_the_repetition_of_a_mail_where_that_came_first(desk: Desk) -> None:
    late = MadeMail((pact_copy(),), message_id="<one@x.example>", parts_digest="same", received_at=after(3))
    take_in(desk, late)
    row = take_in(desk, replace(late, received_at=after(0)))

    (application,) = applications(desk)
    with desk.database.read() as session:
        moves = [line.move for line in journal.history(session, application.reference)]
    assert row.outcome == "duplicate"
    assert (application.received_on, application.decision_due) == (date(2026, 1, 31), date(2026, 2, 28))
    assert moves[-1] == "count_from_earlier_receipt"


def test_the_clock_of_a_held_mail_runs_from_its_repetition_too(desk: Desk) -> None:
    late = MadeMail(text="?", message_id="<one@x.example>", parts_digest="same", received_at=after(3))
    take_in(desk, late)
    take_in(desk, replace(late, received_at=after(0)))

    with desk.database.read() as session:
        (held,) = list_held(session, desk)
    assert (held.received_on, held.decision_due) == (date(2026, 1, 31), date(2026, 2, 28))


@pytest.mark.parametrize(
    ("made", "move", "reason"),
    [
        (MadeMail((pact_copy(),)), "file", "Registered: paper-0.pdf opened CFIT-2026-0001."),
        (MadeMail(text="May we join?"), "hold", "Question: A question; a person answers it."),
        (
            MadeMail(automatic=Automatic(AutomaticKind.BOUNCE, False, "It is a report.")),
            "file",
            "Automatic: It is a report.",
        ),
    ],
)
def test_what_became_of_a_mail_is_journalled_under_its_number(
    desk: Desk, made: MadeMail, move: str, reason: str
) -> None:
    take_in(desk, made)

    with desk.database.read() as session:
        lines = journal.history(session, "M-1")
    assert [(line.move, line.actor, line.reason) for line in lines] == [(move, "worker", reason)]


def not_acknowledged(desk: Desk) -> list[tuple[str, str]]:
    with desk.database.read() as session:
        rows = session.exec(select(FindingRow).where(FindingRow.code == "not_acknowledged")).all()
    return [(row.severity, row.seen) for row in rows]


@pytest.mark.parametrize(
    ("made", "seen"),
    [
        (
            MadeMail((pact_copy(),), automatic=Automatic(AutomaticKind.LIST, False, "It came by a list.")),
            "It came by a list.",
        ),
        (
            MadeMail((pact_copy(),), sender="two, names@lindenhove.example"),
            'No letter can be written to "two, names@lindenhove.example".',
        ),
    ],
)
def test_who_cannot_be_told_that_the_application_arrived_is_said_to_the_secretariat(
    desk: Desk, made: MadeMail, seen: str
) -> None:
    take_in(desk, made)

    with desk.database.read() as session:
        (line,) = queue(session, desk)
    assert not_acknowledged(desk) == [("ask", seen)]
    assert line.state == "received"
    assert "1 open question" in line.why_here


def test_of_an_import_that_writes_to_nobody_it_is_only_said(desk: Desk) -> None:
    take_in(desk, MadeMail((pact_copy(),), letters="none"))

    assert not_acknowledged(desk) == [("info", "The mail was taken in without letters.")]
    assert applications(desk)[0].state == "ready"


def test_filing_a_mail_twice_changes_nothing(desk: Desk) -> None:
    from made_up.cases import keep

    from secretariat.file_mail import file_mail

    mail = keep(desk, MadeMail((pact_copy(),)))
    for _ in range(2):
        with desk.database.write() as session:
            file_mail(session, desk, mail)

    assert len(applications(desk)) == 1


def test_the_month_is_counted_from_the_mail_that_came_first_also_when_it_is_filed_second(desk: Desk) -> None:
    take_in(desk, MadeMail((pact_copy(),), received_at=after(3)))
    take_in(desk, MadeMail((pact_copy(),)))

    (application,) = applications(desk)
    assert application.received_on == date(2026, 1, 31)
    assert application.decision_due == date(2026, 2, 28)
