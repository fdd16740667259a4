"""Whose a reply is: token and sender prove it together, and nothing else joins by itself."""

from dataclasses import replace

import pytest
from made_up.cases import MadeMail, pact_copy, support_letter, take_in
from made_up.replies import answer, asked, letter, letters, reply_to, state, suggested
from made_up.returned import sent

from intake.mail.automatic import Automatic, AutomaticKind
from intake.sender.verdict import Verdict
from pact.application import State
from secretariat.desk import Desk
from secretariat.held import list_held
from storage.settings import load_settings
from storage.tables import Application, Organisation, Participation

# The rules are one over both databases; tests/journeys/test_conversations.py goes through them on each.
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

APPLICANT = "marijke@lindenhove.example"
DATE = "Date: 14 June 2021"


@pytest.mark.parametrize(
    "sender",
    [APPLICANT, "Marijke@Lindenhove.EXAMPLE", "kim@lindenhove.example", "kim@ict.lindenhove.example"],
)
def test_token_and_an_authenticated_address_of_the_case_join(desk: Desk, sender: str):
    row = answer(asked(desk), DATE, sender=sender)

    assert (row.outcome, state(desk)) == ("joined", "ready")


@pytest.mark.parametrize(
    ("sender", "verdict"),
    [
        ("stranger@elsewhere.example", Verdict.PASS),
        (APPLICANT, Verdict.NONE),
        ("kim@notlindenhove.example", Verdict.PASS),
    ],
)
def test_a_token_with_anybody_else_is_proposed_and_changes_nothing(desk: Desk, sender: str, verdict: Verdict):
    row = answer(asked(desk), DATE, sender=sender, verdict=verdict)

    assert (row.outcome, row.state, state(desk)) == ("held", "held", "waiting_for_applicant")
    assert suggested(desk) == ["reply"]
    assert letters(desk) == [("acknowledgement", "ready")]


def test_a_token_with_a_forged_sender_is_not_even_proposed(desk: Desk):
    row = answer(asked(desk), DATE, verdict=Verdict.FAIL)

    assert (row.outcome, suggested(desk)) == ("held", [])


def test_free_mail_is_nobodys_house(desk: Desk):
    taken = MadeMail((pact_copy(),), sender="lindenhove@gmail.com", verdict=Verdict.PASS)
    asked(desk)
    take_in(desk, replace(taken, documents=(support_letter(),)))

    row = answer(desk, DATE, to=(reply_to(desk, 2),), sender="another@gmail.com")

    assert (row.state, suggested(desk)) == ("held", ["reply"])


def test_the_registers_contact_of_the_organisation_may_answer(desk: Desk):
    asked(desk)
    with desk.database.write() as session:
        number = session.get_one(Application, 1).organisation_id
        assert number is not None
        session.add(
            Participation(organisation_id=number, role="supporter", contact_address="jo@post.example")
        )
        assert session.get_one(Organisation, number).name == "Municipality of Lindenhove"

    row = answer(desk, DATE, sender="jo@post.example")

    assert row.outcome == "joined"


def test_a_number_quoted_alone_never_joins(desk: Desk):
    asked(desk)

    row = take_in(
        desk, MadeMail(text=f"About CFIT-2026-0001.\n{DATE}", sender=APPLICANT, verdict=Verdict.PASS)
    )

    assert (row.outcome, row.state, state(desk)) == ("held", "held", "waiting_for_applicant")


def test_a_token_quoted_in_the_text_alone_never_joins(desk: Desk):
    token = reply_to(asked(desk))

    row = take_in(desk, MadeMail(text=f"Reply-To: {token}\n{DATE}", sender=APPLICANT, verdict=Verdict.PASS))

    assert (row.state, state(desk), suggested(desk)) == ("held", "waiting_for_applicant", [])


def test_our_message_id_without_the_token_is_proposed(desk: Desk):
    asked(desk)
    named = (letter(desk, 1).message_id,)

    row = take_in(desk, MadeMail(text=DATE, in_reply_to=named, sender=APPLICANT, verdict=Verdict.PASS))

    assert (row.state, state(desk), suggested(desk)) == ("held", "waiting_for_applicant", ["reply"])


def test_without_plus_addresses_our_message_id_is_the_token(desk: Desk, home, database_url: str):
    settings = load_settings(home=home, database_url=database_url, plus_address=False)
    plain = Desk(settings, desk.database, desk.originals, now=desk.now)
    asked(plain)
    named = (letter(plain, 1).message_id,)

    row = take_in(plain, MadeMail(text=DATE, in_reply_to=named, sender=APPLICANT, verdict=Verdict.PASS))

    assert (row.outcome, state(plain)) == ("joined", "ready")


def test_the_tokens_of_two_cases_join_neither(desk: Desk):
    asked(desk)
    take_in(desk, MadeMail((support_letter(),), verdict=Verdict.PASS))

    row = answer(desk, DATE, to=(reply_to(desk, 1), reply_to(desk, 2)))

    assert (row.state, row.why.split(".")[0]) == ("held", "A reply with the tokens of several cases")


def test_the_token_of_a_bounce_address_is_no_reply_s(desk: Desk):
    address = sent(asked(desk).database, 1).envelope_from or ""

    row = answer(desk, DATE, to=(address,))

    assert (row.state, state(desk)) == ("held", "waiting_for_applicant")


def test_what_comes_by_itself_joins_nothing(desk: Desk):
    away = Automatic(AutomaticKind.AUTO_REPLY, answer_allowed=False, why="An out-of-office note.")

    row = answer(asked(desk), DATE, automatic=away)

    assert (row.outcome, state(desk)) == ("automatic", "waiting_for_applicant")


def test_a_decided_case_takes_no_reply_by_itself(desk: Desk):
    asked(desk)
    with desk.database.write() as session:
        session.get_one(Application, 1).state = State.APPROVED.value

    row = answer(desk, "Thank you. When do we meet?")

    assert (row.state, suggested(desk)) == ("held", ["reply"])


def test_who_applies_anew_in_an_old_thread_is_registered(desk: Desk):
    asked(desk)
    with desk.database.write() as session:
        session.get_one(Application, 1).state = State.DECLINED.value

    row = answer(desk, documents=(pact_copy(),))

    assert (row.outcome, state(desk, 2)) == ("registered", "received")


def test_the_pen_says_which_cases_a_mail_may_belong_to_and_why(desk: Desk):
    asked(desk)
    take_in(desk, MadeMail((support_letter(),), sender="info@repair-forward.example"))

    take_in(desk, MadeMail(text="About CFIT-2026-0001 of the Municipality of Lindenhove.", sender=APPLICANT))

    with desk.database.read() as session:
        [mail] = list_held(session, desk)
    assert [(one.reference, one.score, one.why) for one in mail.likely_cases] == [
        (
            "CFIT-2026-0001",
            0.82,
            "It names the applicant as its sender; it quotes the reference; it names the organisation.",
        )
    ]
