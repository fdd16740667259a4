"""Answers that are a day or a role and hardly more, and what only looks like one."""

from datetime import date

import pytest

from intake.wants.lone_answer import lone_date, lone_role, lone_yes

CAME_ON = date(2026, 5, 12)


@pytest.mark.parametrize(
    "text",
    [
        "4 May 2026",
        "On 4 May 2026.",
        "04.05.2026",
        "Datum: 04.05.2026",
        "2026-05-04",
        "Het is op 4 mei 2026 ondertekend.",
        "Der Vertrag wurde am 4. Mai 2026 unterzeichnet.",
        "Signé le 4 mai 2026",
        "Dear Secretariat,\n\n4 May 2026\n\nKind regards,\nIda Holm\nHead of ICT Procurement",
    ],
)
def test_a_day_and_hardly_more_is_the_day_of_signing(text: str):
    said = lone_date(text, CAME_ON)

    assert said is not None
    assert (said.field, said.value, said.sure) == ("date", "2026-05-04", True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Thank you!",
        "03/04/2026",
        "4 May 2026 or 5 May 2026",
        "4 May 2026?",
        "4 June 2026",
        "It was not signed on 4 May 2026",
        "I am on leave until 4 May 2026",
        "We sent it on 4 May 2026.",
        "Meeting 4 May 2026",
        "Our council met on 4 May 2026 and our mayor signed it",
        "On 4 May 2026 our building was closed, so I could not ask anybody.",
    ],
)
def test_what_may_be_another_day_is_left_to_a_person(text: str):
    assert lone_date(text, CAME_ON) is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Procuring.", "procuring"),
        ("Procuring organisation", "procuring"),
        ("Dear Secretariat,\n\nBoth.\n\nKind regards,\nIda", "both"),
        ("inkopende organisatie", "procuring"),
        ("Coordinating", "coordinating"),
    ],
)
def test_a_role_and_no_more_is_the_role_that_was_asked_for(text: str, role: str):
    said = lone_role(text)

    assert said is not None
    assert (said.field, said.value, said.sure) == ("participation_type", role, True)


@pytest.mark.parametrize(
    "text", ["", "Thanks both", "Both?", "Not procuring", "I think both of them", "We buy laptops"]
)
def test_what_may_mean_another_role_is_left_to_a_person(text: str):
    assert lone_role(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Yes",
        "Yes, that is correct.",
        "Dear Secretariat,\n\nWe confirm this.\n\nKind regards,\nIda",
        "Ja, dat klopt.",
        "Alles klopt!",
        "Das ist richtig.",
        "Oui, c'est exact.",
        "Ja, det stemmer.",
        "Sí, es correcto.",
    ],
)
def test_a_yes_and_no_more_confirms(text: str):
    assert lone_yes(text) != ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Thanks!",
        "Yes?",
        "No",
        "Yes, but the date is wrong.",
        "That is not correct.",
        "Yes, we will look.",
    ],
)
def test_what_is_more_or_less_than_a_yes_confirms_nothing(text: str):
    assert lone_yes(text) == ""
