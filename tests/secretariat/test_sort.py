"""What a mail is: each rule with a mail that it recognises."""

from dataclasses import replace

import pytest
from made_up.cases import MadeMail, block, pact_copy, take_in
from sqlmodel import select

from intake.mail.automatic import Automatic, AutomaticKind
from intake.sender.verdict import Verdict
from pact.documents import DocumentAsRead, ReadError, ReadErrorCode, Remark
from secretariat.desk import Desk
from storage.tables import Letter, Suggestion

DAMAGED = DocumentAsRead(error=ReadError(ReadErrorCode.DAMAGED, "It broke on the way."))
PICTURE = DocumentAsRead(remarks=(Remark("page_not_read", "page 1"),), pages=1)
OTHER = DocumentAsRead(pages=1)


def automatic(kind: AutomaticKind) -> Automatic:
    return Automatic(kind, answer_allowed=False, why="A machine wrote it.")


@pytest.mark.parametrize(
    ("made", "outcome", "state"),
    [
        (MadeMail((pact_copy(),)), "registered", "done"),
        (MadeMail((OTHER, pact_copy())), "registered", "done"),
        (MadeMail((DAMAGED,)), "unreadable", "held"),
        (MadeMail((PICTURE,)), "unreadable", "held"),
        (MadeMail((OTHER,)), "held", "held"),
        (MadeMail(text="May a hospital sign?"), "question", "held"),
        (MadeMail(text="Good morning."), "held", "held"),
        (MadeMail((pact_copy(),), limits_hit=("depth",)), "unreadable", "held"),
        (MadeMail((pact_copy(),), verdict=Verdict.FAIL), "held", "held"),
        (MadeMail((pact_copy(),), verdict=Verdict.PASS), "registered", "done"),
        (MadeMail(automatic=automatic(AutomaticKind.AUTO_REPLY)), "automatic", "done"),
        (MadeMail(automatic=automatic(AutomaticKind.BOUNCE)), "automatic", "done"),
        (MadeMail((pact_copy(),), automatic=automatic(AutomaticKind.BOUNCE)), "held", "held"),
        (MadeMail((pact_copy(),), automatic=automatic(AutomaticKind.AUTO_REPLY)), "registered", "done"),
        (MadeMail((pact_copy(),), automatic=automatic(AutomaticKind.LIST)), "registered", "done"),
        (MadeMail(automatic=automatic(AutomaticKind.LIST)), "held", "held"),
        (MadeMail((pact_copy(),), automatic=automatic(AutomaticKind.OWN_LETTER)), "automatic", "done"),
        (MadeMail((pact_copy(),), automatic=automatic(AutomaticKind.LOOP)), "automatic", "done"),
    ],
)
def test_each_mail_comes_where_it_belongs(desk: Desk, made: MadeMail, outcome: str, state: str) -> None:
    row = take_in(desk, made)

    assert (row.outcome, row.state) == (outcome, state)
    assert row.why != ""


def test_nobody_is_written_to_about_a_mail_that_its_sender_s_domain_disowns(desk: Desk) -> None:
    take_in(desk, MadeMail((pact_copy(),), verdict=Verdict.FAIL))

    with desk.database.read() as session:
        assert session.exec(select(Letter)).all() == []


def test_a_forgery_that_came_first_does_not_swallow_the_true_mail(desk: Desk) -> None:
    forged = MadeMail(
        (pact_copy(),), message_id="<1@lindenhove.example>", parts_digest="same", verdict=Verdict.FAIL
    )
    take_in(desk, forged)

    row = take_in(desk, replace(forged, verdict=Verdict.PASS))

    assert (row.outcome, row.same_as_mail_id) == ("registered", None)


def test_automatic_mail_is_never_answered_not_even_when_it_registers(desk: Desk) -> None:
    take_in(desk, MadeMail((pact_copy(),), automatic=automatic(AutomaticKind.LIST)))

    with desk.database.read() as session:
        assert session.exec(select(Letter)).all() == []


def test_an_import_that_writes_to_nobody_writes_to_nobody(desk: Desk) -> None:
    take_in(desk, MadeMail((pact_copy(),), letters="none"))

    with desk.database.read() as session:
        assert session.exec(select(Letter)).all() == []


def test_the_same_message_id_with_the_same_parts_is_one_mail(desk: Desk) -> None:
    same = MadeMail((pact_copy(),), message_id="<one@lindenhove.example>", parts_digest="same")
    take_in(desk, same)
    row = take_in(desk, MadeMail((pact_copy(),), message_id=same.message_id, parts_digest="same"))

    assert (row.outcome, row.same_as_mail_id) == ("duplicate", 1)


def test_the_same_message_id_with_other_parts_goes_to_a_person(desk: Desk) -> None:
    take_in(desk, MadeMail((pact_copy(),), message_id="<one@lindenhove.example>"))
    row = take_in(
        desk,
        MadeMail((pact_copy(block("Other")),), message_id="<one@lindenhove.example>", parts_digest="other"),
    )

    assert (row.outcome, row.state) == ("held", "held")
    assert row.why == "It has the Message-ID of M-1, but other contents."


def test_a_reply_to_our_letter_waits_as_a_suggestion_beside_its_case(desk: Desk) -> None:
    take_in(desk, MadeMail((pact_copy(),)))
    with desk.database.read() as session:
        letter = session.exec(select(Letter)).one()

    row = take_in(desk, MadeMail(text="The date is 14 June.", in_reply_to=(letter.message_id,)))

    with desk.database.read() as session:
        (suggestion,) = session.exec(select(Suggestion)).all()
    assert (row.outcome, row.state) == ("held", "held")
    assert (suggestion.kind, suggestion.application_id, suggestion.mail_id) == ("reply", 1, row.id)


def test_a_token_alone_joins_nothing(desk: Desk) -> None:
    take_in(desk, MadeMail((pact_copy(),)))
    with desk.database.read() as session:
        reply_to = session.exec(select(Letter)).one().headers["Reply-To"]

    row = take_in(desk, MadeMail((pact_copy(),), to=(reply_to,), sender="stranger@elsewhere.example"))

    assert (row.outcome, row.state) == ("held", "held")


def test_quoting_a_reference_joins_nothing(desk: Desk) -> None:
    take_in(desk, MadeMail((pact_copy(),)))
    row = take_in(desk, MadeMail(subject="CFIT-2026-0001", text="This is about CFIT-2026-0001."))

    with desk.database.read() as session:
        assert session.exec(select(Suggestion)).all() == []
    assert row.state == "held"
