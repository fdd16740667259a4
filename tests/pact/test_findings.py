import pytest

from pact.documents import FIELD_NAMES
from pact.findings import CODES, SEVERITY_WORDS, Finding, Severity, finding, in_order_of_weight


@pytest.mark.parametrize("code", CODES)
def test_a_finding_takes_weight_and_clause_from_its_row(code):
    found = finding(code, "as seen")

    assert found == Finding(code, CODES[code].severity, CODES[code].clause, "as seen")


def test_a_code_without_a_row_is_an_error():
    with pytest.raises(KeyError):
        finding("moon_phase", "full")


@pytest.mark.parametrize("name", FIELD_NAMES)
def test_every_field_may_be_missing_or_unsure_and_the_applicant_is_asked_for_it(name):
    assert CODES[f"missing_{name}"].ask_applicant
    assert CODES[f"unsure_{name}"].ask_applicant


@pytest.mark.parametrize("code", CODES)
def test_words_and_requests_are_written_to_be_shown(code):
    row = CODES[code]

    assert row.words[0].isupper()
    assert not row.words.endswith(".")
    assert row.ask_applicant == "" or row.ask_applicant.endswith(".")


def test_what_is_theirs_to_mend_is_never_a_mere_remark():
    asked = [row for row in CODES.values() if row.ask_applicant]

    assert all(row.severity is not Severity.INFO for row in asked)


def test_the_heaviest_finding_comes_first_and_then_the_order_of_the_table():
    codes = ["sender_not_checked", "missing_date", "conflict_of_interest", "missing_name"]

    ordered = [found.code for found in in_order_of_weight(finding(code, "") for code in codes)]

    assert ordered == ["conflict_of_interest", "missing_name", "missing_date", "sender_not_checked"]


def test_a_code_of_an_earlier_release_is_still_shown_after_the_others():
    old = Finding("moon_phase", Severity.ASK, None, "full")

    ordered = in_order_of_weight([old, finding("missing_name", ""), finding("sender_not_checked", "")])

    assert [found.code for found in ordered] == ["missing_name", "moon_phase", "sender_not_checked"]


def test_every_severity_has_its_words():
    assert set(SEVERITY_WORDS) == set(Severity)
    assert Severity.STOP.words == "a person has to decide"
