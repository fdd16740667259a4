"""The letters of a conversation, whole and in every language: how a case stands, what was taken over."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from made_up.told_letters import FOOT, golden

from pact.application import ApplicationKind, State
from pact.deadlines import decision_due
from pact.errors import PactError
from pact.findings import finding
from secretariat.answer_applicant import TOLD_BY_ITSELF
from secretariat.letter_texts import StatusTold, TakenOver, status_text, taken_over_text
from secretariat.what_was_read import requests_to_applicant
from templates.language_words import LANGUAGES
from templates.letter_page import html_twin

RECEIVED_ON = date(2026, 1, 31)
OUR_FOOT = replace(FOOT, secretariat_name="", privacy_notice="")
STATUS = StatusTold(
    reference="CFIT-2026-0001",
    kind=ApplicationKind.PARTICIPATION,
    name="Ada Maas",
    state=State.WAITING_FOR_APPLICANT,
    received_on=RECEIVED_ON,
    decision_due=decision_due(RECEIVED_ON),
    requests=requests_to_applicant([finding("missing_date", "x")]),
    foot=OUR_FOOT,
)
TAKEN_OVER = TakenOver(
    reference="CFIT-2026-0002",
    kind=ApplicationKind.SUPPORT,
    name="Ada Maas",
    replied_on=date(2026, 2, 3),
    received_on=RECEIVED_ON,
    decision_due=decision_due(RECEIVED_ON),
    fields=(("title", "Head of Procurement"), ("participation_type", "procuring"), ("date", "2021-06-14")),
    copies=("scan.pdf",),
    text_unchanged=True,
    left_to_person=True,
    requests=(),
    foot=OUR_FOOT,
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_a_case_stands_is_told_in_every_language(language: str):
    assert status_text(STATUS, language) == golden(f"{language}/status")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_taken_over_is_told_in_every_language(language: str):
    assert taken_over_text(TAKEN_OVER, language) == golden(f"{language}/corrected")


@pytest.mark.parametrize(("language", "state"), list(product(LANGUAGES, State)))
def test_every_state_has_words_and_an_open_one_its_due_day(language: str, state: State):
    body = " ".join(status_text(replace(STATUS, state=state, requests=()), language).body.split())

    assert ("6.4.2" in body) == state.is_open


def test_what_is_told_by_itself_is_still_to_be_decided():
    assert [state for state in TOLD_BY_ITSELF if not state.is_open] == []


def test_a_case_that_waits_for_its_applicant_does_not_say_that_nothing_is_to_be_done():
    body = status_text(replace(STATUS, requests=())).body

    assert ("We are waiting for your answer now." in body, "You do not need to do anything" in body) == (
        True,
        False,
    )


def test_a_value_of_a_reply_is_shown_in_quotes_and_without_addresses():
    fields = (("title", 'Head" see https://evil.example'),)

    body = taken_over_text(replace(TAKEN_OVER, fields=fields)).body

    assert '- Title or function: "Head\' see [web address left out]"\n' in body


@pytest.mark.parametrize("letter", [status_text(STATUS), taken_over_text(TAKEN_OVER)])
def test_the_page_says_the_same_words_as_the_text(letter):
    page = html_twin(letter.subject, letter.body, "en")

    assert (page.count("<h2"), "<a " in page, "<img" in page) == (letter.body.count("\n---"), False, False)


def test_a_notice_of_leaving_is_answered_by_a_person():
    with pytest.raises(PactError, match="answered by a person"):
        status_text(replace(STATUS, kind=ApplicationKind.TERMINATION))
    with pytest.raises(PactError, match="answered by a person"):
        taken_over_text(replace(TAKEN_OVER, kind=ApplicationKind.TERMINATION))
