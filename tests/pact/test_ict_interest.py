import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pact.ict_interest import looks_like_ict_interest
from pact.judgement import Answer, Judgement


@pytest.mark.parametrize(
    "name",
    [
        "Laptop Reseller Nord B.V.", "Nordlys Telecom ASA", "Havenmeer Computers", "Eastmarsh Software Ltd",
        "Müllenbacher Systemhaus GmbH", "Électronique du Nord SARL", "Castelnuovo Informatica S.r.l.",
        "Dobříš Počítače s.r.o.", "Halbleiterwerk Größenau AG", "Datacenter Fjordvik AS", "GrønnByte AS",
        "GreenOffice Leasing B.V.", "Bright Digital Agency B.V.", "Stadt Müllenbach IT GmbH",
        "European ICT Industry Association", "Bundesverband Digitalwirtschaft e.V.", "Bündnis Kreislauf-IT",
        "Free Software Foundation of Northfield", "Refurbished Phones Northfield", "I.T. Nord Ltd",
    ],
)  # fmt: skip
def test_private_names_that_speak_of_ict_raise_the_doubt(name):
    assert looks_like_ict_interest(name).answer is Answer.YES


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("Agency for ICT", '"ICT" speaks of ICT, but "Agency" says a public agency or authority.'),
        ("Telecom Agency", '"Telecom" speaks of ICT, but "Agency" says a public agency or authority.'),
        (
            "Direction du numérique",
            '"numérique" speaks of ICT, but "Direction" says a public agency or authority.',
        ),
        (
            "Shared service organisation ICT",
            '"ICT" speaks of ICT, but "Shared service" says a body that buys for several.',
        ),
        (
            "IT University of Eastmarsh",
            '"IT" speaks of ICT, but "University" says a university, school or research body.',
        ),
    ],
)  # fmt: skip
def test_a_public_body_with_ict_in_its_name_has_no_interest_and_that_is_said(name, seen):
    assert looks_like_ict_interest(name) == Judgement(Answer.NO, seen)


@pytest.mark.parametrize(
    "name",
    [
        "Gemeente Havenmeer", "Baltic Energy Grid AS", "Havenmeer Food Wholesale B.V.", "GreenByte",
        "Dienst ICT Uitvoering", "Right to Repair Alliance Northfield", "Freedom it is Ltd", "Papír Kft.",
        "European Network of Buyers", "Northfield Water Systems Ltd", "Klinikum Größenau gGmbH", "",
    ],
)  # fmt: skip
def test_other_names_raise_none(name):
    assert looks_like_ict_interest(name).answer is Answer.NO


def test_a_title_that_speaks_of_selling_tips_the_scale():
    assert looks_like_ict_interest("GreenByte", "Director").answer is Answer.NO
    assert looks_like_ict_interest("GreenByte", "Sales Director") == Judgement(
        Answer.YES, '"GreenByte" may mean a trade in ICT, and the title "Sales" speaks of selling.'
    )
    assert looks_like_ict_interest("Havenmeer Bakery", "Sales Director").answer is Answer.NO


@given(st.text(max_size=80), st.text(max_size=40))
def test_any_name_and_title_get_an_answer_and_a_sentence(name, title):
    judged = looks_like_ict_interest(name, title)

    assert judged.answer in (Answer.YES, Answer.NO)
    assert judged.seen.endswith(".")


@pytest.mark.shared
def test_of_the_applicants_in_the_labels_only_the_leasing_company_is_in_doubt(shared: Path):
    lines = (shared / "documents" / "labels.jsonl").read_text(encoding="utf-8").splitlines()
    signed = [json.loads(line) for line in lines if json.loads(line)["kind"] == "pact"]

    doubted = {
        label["organisation"]
        for label in signed
        if label["organisation"]
        and looks_like_ict_interest(label["organisation"], label["title"]).answer is Answer.YES
    }

    assert doubted == {"GreenOffice Leasing B.V."}
