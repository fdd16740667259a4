"""Proven replies: they join their case, fill what was asked, move it on, and are answered once."""

from dataclasses import replace

import pytest
from made_up.cases import after, block, pact_copy, read, without_date
from made_up.replies import (
    answer,
    asked,
    findings,
    letter,
    letters,
    moves,
    state,
    suggested,
    values,
)

from pact.documents import (
    DocumentAsRead,
    DocumentKind,
    ReadError,
    ReadErrorCode,
    Remark,
    SignatureKind,
)
from secretariat.desk import Desk

# The rules are one over both databases; tests/journeys/test_conversations.py goes through them on each.
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def test_a_reply_that_says_what_was_missing_fills_it_and_makes_the_case_ready(desk: Desk):
    before = state(asked(desk))

    row = answer(desk, "Date: 14 June 2021")

    assert before == "waiting_for_applicant"
    assert (row.outcome, row.state) == ("joined", "done")
    assert row.why == "A reply, joined to CFIT-2026-0001. It puts right: date."
    assert values(desk)["date"] == ("2021-06-14", True, "reply")
    assert (state(desk), findings(desk), suggested(desk)) == ("ready", [], [])
    assert letters(desk) == [("acknowledgement", "ready"), ("corrected", "ready")]


def test_each_change_stands_in_the_journal_with_the_reply_as_its_reason(desk: Desk):
    answer(asked(desk), "Date: 14 June 2021")

    assert moves(desk)[-3:] == [
        ("join", "M-2 is a reply with the token of our letter, from marijke@lindenhove.example."),
        ("correct", 'date: not read -> 2021-06-14. M-2 says: "Date: 14 June 2021"'),
        ("mark_ready", "M-2 answers all that was asked."),
    ]


def test_the_letter_says_what_was_taken_over_and_what_is_still_missing(desk: Desk):
    lacking = pact_copy(block(title=None, date=None))

    answer(asked(desk, lacking), "Date: 14 June 2021")

    told = letter(desk, 2)
    assert "- Date of signing: 14 June 2021\n" in told.body
    assert "1. Please tell us the title or function of the person who signed.\n" in told.body
    assert (state(desk), findings(desk)) == ("waiting_for_applicant", ["missing_title"])


def test_a_second_reply_fills_the_rest(desk: Desk):
    answer(asked(desk, pact_copy(block(title=None, date=None))), "Date: 14 June 2021")

    answer(desk, "Title: Head of Procurement")

    assert (state(desk), values(desk)["title"][0]) == ("ready", "Head of Procurement")
    # One automatic answer a day: the second waits for a person and says so.
    assert letters(desk)[1:] == [("corrected", "ready"), ("corrected", "draft")]


def test_what_was_read_surely_is_never_overwritten_by_a_mail(desk: Desk):
    row = answer(asked(desk), "Name: Kim de Boer")

    assert row.outcome == "joined"
    assert values(desk)["name"] == ("Marijke van Dorp", True, "text")
    assert suggested(desk) == ["correction"]
    assert letters(desk) == [("acknowledgement", "ready")]


def test_two_values_for_one_field_are_taken_for_neither(desk: Desk):
    answer(asked(desk), "Date: 14 June 2021\n\nDate: 15 June 2021")

    assert values(desk)["date"] == (None, False, None)
    assert "correction" in suggested(desk)


def test_a_day_in_the_future_is_asked_for_again(desk: Desk):
    answer(asked(desk), "Date: 14 June 2031")

    assert (state(desk), findings(desk)) == ("waiting_for_applicant", ["date_in_future"])


def test_one_sentence_settles_that_only_the_signature_page_came(desk: Desk):
    page = replace(pact_copy(), remarks=(Remark("only_signature_page", "page 1"),))
    asked(desk, page)
    before = findings(desk)

    answer(desk, "We hereby confirm that the text of the Pact was signed unchanged.")

    assert (before, findings(desk), state(desk)) == (["only_signature_page"], [], "ready")


def test_a_case_that_waits_for_nobody_takes_nothing_over(desk: Desk):
    asked(desk, pact_copy())
    before = state(desk)

    answer(desk, "Date: 14 June 2021")

    assert (before, state(desk)) == ("ready", "ready")
    assert values(desk)["date"][0] == "2026-01-28"
    assert "correction" in suggested(desk)


def test_a_better_copy_stands_for_the_case(desk: Desk):
    row = answer(asked(desk), documents=(pact_copy(block(date="2026-01-20")),))

    assert row.outcome == "joined"
    assert values(desk)["date"] == ("2026-01-20", True, "text")
    assert (state(desk), suggested(desk)) == ("ready", [])
    assert letters(desk) == [("acknowledgement", "ready"), ("corrected", "ready")]
    assert '"paper-0.pdf" takes the place of the copy' in " ".join(letter(desk, 2).body.split())


def test_a_signed_copy_answers_that_the_first_was_not_signed(desk: Desk):
    asked(desk, pact_copy(block(signature=SignatureKind.NONE)))
    before = findings(desk)

    answer(desk, documents=(pact_copy(),))

    assert (before, findings(desk), state(desk)) == (["no_signature"], [], "ready")


def test_a_copy_that_contradicts_what_was_read_lies_beside_for_a_person(desk: Desk):
    answer(asked(desk), documents=(pact_copy(block(name="Kim de Boer", date="2026-01-20")),))

    assert values(desk)["date"] == (None, False, None)
    assert suggested(desk) == ["second_signatory"]
    assert letters(desk) == [("acknowledgement", "ready"), ("joined", "ready")]


def test_a_copy_that_brings_a_doubt_is_not_taken(desk: Desk):
    doubtful = replace(pact_copy(), remarks=(Remark("page_not_read", "page 3"),))

    answer(asked(desk), documents=(doubtful,))

    assert (values(desk)["date"][0], suggested(desk)) == (None, ["second_copy"])


def test_a_paper_of_another_organisation_opens_a_case_of_its_own(desk: Desk):
    other = pact_copy(block("Waterschap Zuiderdiep"))

    row = answer(asked(desk), documents=(other,))

    assert (row.outcome, state(desk), state(desk, 2)) == ("registered", "waiting_for_applicant", "received")
    assert values(desk)["organisation"][0] == "Municipality of Lindenhove"


def test_a_paper_that_cannot_be_read_is_shown_on_the_case(desk: Desk):
    damaged = DocumentAsRead(error=ReadError(ReadErrorCode.DAMAGED, "It broke on the way."))

    answer(asked(desk), documents=(damaged,))

    assert suggested(desk) == ["reply"]
    assert state(desk) == "received"
    assert letters(desk) == [("acknowledgement", "ready"), ("joined", "ready")]


def test_papers_that_ask_for_nothing_are_kept_with_the_case_and_acknowledged_once(desk: Desk):
    row = answer(asked(desk), documents=(DocumentAsRead(DocumentKind.OTHER, pages=1),))

    assert (row.outcome, suggested(desk)) == ("joined", ["reply"])
    assert letters(desk) == [("acknowledgement", "ready"), ("joined", "ready")]


def test_an_answer_in_words_that_no_rule_knows_is_read_by_a_person(desk: Desk):
    answer(
        asked(desk),
        "Our mayor was on holiday, and the chief clerk put the day on it after Easter as far as we know.",
    )

    assert (state(desk), suggested(desk)) == ("received", ["reply"])
    assert moves(desk)[-1] == ("answered", "M-2 answers in its own words; a person reads it.")


def test_who_asks_for_time_is_noted_and_waited_for(desk: Desk):
    row = answer(asked(desk), "We need more time, until 20 February 2026, please.", received_at=after(1))

    with desk.database.read() as session:
        from storage.applications import standing_findings

        seen = [one.seen for one in standing_findings(session, 1) if one.code == "more_time_asked"]
    assert (row.outcome, state(desk)) == ("joined", "waiting_for_applicant")
    assert len(seen) == 1
    assert seen[0].startswith("M-2 asks for time until 20 February 2026:")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("We withdraw our application.", "withdrawal"),
        ("We end our participation in the Pact as of 1 March 2026.", "termination"),
    ],
)
def test_leaving_goes_to_a_person_with_its_kind(desk: Desk, text: str, kind: str):
    row = answer(asked(desk), text)

    assert (row.outcome, row.state) == ("withdrawal", "held")
    assert kind in suggested(desk)
    assert state(desk) == "waiting_for_applicant"
    assert letters(desk) == [("acknowledgement", "ready")]


def test_the_same_reply_twice_is_one_reply(desk: Desk):
    first = {"message_id": "<one@lindenhove.example>", "parts_digest": "same"}
    answer(asked(desk), "Date: 14 June 2021", **first)

    again = answer(desk, "Date: 14 June 2021", **first)

    assert (again.outcome, again.same_as_mail_id) == ("duplicate", 2)
    assert letters(desk) == [("acknowledgement", "ready"), ("corrected", "ready")]


def test_what_is_unsure_on_file_is_confirmed_by_a_reply(desk: Desk):
    unsure = replace(block(), title=read("Hcad of Procurement", sure=False))

    answer(asked(desk, pact_copy(unsure)), "Title: Head of Procurement")

    assert values(desk)["title"] == ("Head of Procurement", True, "reply")
    assert without_date(pact_copy()).signatories[0].date.value is None


def test_who_is_asked_for_the_role_alone_may_answer_with_the_role_alone(desk: Desk):
    answer(asked(desk, pact_copy(block(role=None))), "Procuring")

    assert (state(desk), values(desk)["participation_type"]) == ("ready", ("procuring", True, "reply"))


def test_a_line_of_our_own_letter_is_no_word_of_the_applicant_s(desk: Desk):
    unsure = replace(block(), title=read("Hcad of Procurement", sure=False))
    asked(desk, pact_copy(unsure))

    answer(desk, 'Title or function: "Hcad of Procurement" (please confirm)')

    assert values(desk)["title"][1:] == (False, "text")
    assert (state(desk), letters(desk)) == ("received", [("acknowledgement", "ready")])


def test_a_yes_confirms_what_was_asked_to_be_confirmed(desk: Desk):
    unsure = replace(block(), title=read("Head of Procurement", sure=False))

    answer(asked(desk, pact_copy(unsure)), "Yes, that is correct.")

    assert (state(desk), values(desk)["title"]) == ("ready", ("Head of Procurement", True, "reply"))


def test_a_yes_says_nothing_of_what_was_not_read(desk: Desk):
    answer(asked(desk), "Yes")

    assert (state(desk), values(desk)["date"], suggested(desk)) == (
        "received",
        (None, False, None),
        ["reply"],
    )
