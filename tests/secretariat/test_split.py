"""One page signed by two organisations: each gets its application, from the same receipt."""

from datetime import date

import pytest
from made_up.cases import MadeMail, block, pact_copy, take_in
from sqlmodel import select

from pact.application import Move
from pact.errors import PactError
from secretariat.decide import Order, decide
from secretariat.desk import Desk
from secretariat.dossier import Dossier, dossier
from secretariat.hand import Hand
from secretariat.split import split_off
from storage import journal
from storage.applications import fields_of, standing_findings
from storage.tables import Application, Letter

REFERENCE = "CFIT-2026-0001"
TWO_TOWNS = pact_copy(block(), block("Town of Ashmere", name="Petra Oak"))
THREE_BLOCKS = pact_copy(
    block(), block("Town of Ashmere", name="Petra Oak"), block(name="Joris Hagenaar", title="Head of Policy")
)


def applications(desk: Desk) -> list[Application]:
    with desk.database.read() as session:
        return list(session.exec(select(Application).order_by(Application.id)).all())  # type: ignore[arg-type]


def values(desk: Desk, application: Application, name: str) -> list[tuple[int, str | None]]:
    with desk.database.read() as session:
        return [(row.block, row.value) for row in fields_of(session, application) if row.name == name]


def codes(desk: Desk, application: Application) -> set[str]:
    with desk.database.read() as session:
        return {row.code for row in standing_findings(session, application.id or 0)}


def test_a_block_of_another_organisation_opens_its_own_application_of_the_same_day(
    staffed_desk: Desk, officer: Hand
) -> None:
    take_in(staffed_desk, MadeMail((TWO_TOWNS,)))

    reference = split_off(staffed_desk, REFERENCE, [1], officer)

    first, second = applications(staffed_desk)
    assert (reference, second.reference) == ("CFIT-2026-0002", "CFIT-2026-0002")
    assert (second.received_on, second.decision_due) == (date(2026, 1, 31), date(2026, 2, 28))
    assert values(staffed_desk, first, "organisation") == [(0, "Municipality of Lindenhove")]
    assert values(staffed_desk, second, "organisation") == [(0, "Town of Ashmere")]
    assert first.organisation_id != second.organisation_id


def test_both_are_checked_anew_and_the_doubt_is_settled(staffed_desk: Desk, officer: Hand) -> None:
    take_in(staffed_desk, MadeMail((TWO_TOWNS,)))
    before = codes(staffed_desk, applications(staffed_desk)[0])

    split_off(staffed_desk, REFERENCE, [1], officer)

    first, second = applications(staffed_desk)
    assert "several_organisations" in before
    assert (codes(staffed_desk, first), first.state) == ({"sender_not_checked"}, "ready")
    assert codes(staffed_desk, second) == {"sender_not_checked", "sender_unlike_organisation"}


def test_evidence_and_paper_go_along(staffed_desk: Desk, officer: Hand) -> None:
    take_in(staffed_desk, MadeMail((TWO_TOWNS,)))

    split_off(staffed_desk, REFERENCE, [1], officer)

    with staffed_desk.database.read() as session:
        shown = [dossier(session, staffed_desk, f"CFIT-2026-000{n}", history=False) for n in (1, 2)]
    first, second = (one for one in shown if isinstance(one, Dossier))
    assert [paper.file_name for paper in second.documents] == ["paper-0.pdf"]
    assert [paper.file_name for paper in first.documents] == ["paper-0.pdf"]
    assert {(field.page, field.method) for field in second.fields} == {(2, "text")}
    assert second.fields[0].box_pt == [72.0, 300.0, 300.0, 312.0]
    assert [mail.part_played for mail in second.mails] == ["opened"]


def test_the_blocks_that_stay_count_without_a_gap(staffed_desk: Desk, officer: Hand) -> None:
    take_in(staffed_desk, MadeMail((THREE_BLOCKS,)))

    split_off(staffed_desk, REFERENCE, [1], officer)

    first, _ = applications(staffed_desk)
    assert values(staffed_desk, first, "name") == [(0, "Marijke van Dorp"), (1, "Joris Hagenaar")]


def test_the_other_organisation_gets_a_draft_of_its_own(staffed_desk: Desk, officer: Hand) -> None:
    take_in(staffed_desk, MadeMail((TWO_TOWNS,)))

    reference = split_off(staffed_desk, REFERENCE, [1], officer)

    with staffed_desk.database.read() as session:
        letter = session.exec(select(Letter).where(Letter.application_id == 2)).one()
    assert (letter.key, letter.state) == (f"acknowledgement:{reference}:1", "draft")
    assert '- Organisation: "Town of Ashmere"' in letter.body


def test_who_split_it_and_why_is_journalled_on_both(staffed_desk: Desk, officer: Hand) -> None:
    take_in(staffed_desk, MadeMail((TWO_TOWNS,)))

    reference = split_off(staffed_desk, REFERENCE, [1], officer)

    with staffed_desk.database.read() as session:
        line = next(one for one in journal.history(session, REFERENCE) if one.move == "split")
        opened = journal.history(session, reference)[0]
    assert (line.actor, line.reason) == (officer.actor, f"Block 2 became {reference}. looked at it")
    assert (opened.move, opened.actor) == ("register", officer.actor)


@pytest.mark.parametrize("blocks", [[], [0], [1, 2], [5]])
def test_the_first_block_stays_and_only_others_go(
    staffed_desk: Desk, officer: Hand, blocks: list[int]
) -> None:
    take_in(staffed_desk, MadeMail((TWO_TOWNS,)))

    with pytest.raises(PactError, match="The first block stays with CFIT-2026-0001"):
        split_off(staffed_desk, REFERENCE, blocks, officer)

    assert len(applications(staffed_desk)) == 1


def test_what_is_decided_stays_whole(staffed_desk: Desk, officer: Hand) -> None:
    take_in(staffed_desk, MadeMail((TWO_TOWNS,)))
    decide(staffed_desk, Order(REFERENCE, Move.WITHDRAW), officer)

    with pytest.raises(PactError, match="it stays whole"):
        split_off(staffed_desk, REFERENCE, [1], officer)
