"""What differs in a copy's wording is said by clause, with what was expected and what was found."""

from datetime import date

import pytest

from pact.application import ApplicationKind
from pact.checks import Circumstances, check_application
from pact.documents import Alteration, Change, CopyPart, DocumentAsRead, DocumentKind, Wording
from pact.findings import Severity

DAY = date(2026, 2, 2)
SHOWN = Alteration("5.3.2", Change.CHANGED, "set at 15", "set at 5", page=12)


def found(wording: Wording, *, wants_whole_copy: bool = False) -> list[tuple[str, str]]:
    codes = ("wording", "reservation", "only", "part", "whole", "older", "edition", "not_compared")
    document = DocumentAsRead(DocumentKind.SIGNED_PACT, 0.99, wording=wording)
    circumstances = Circumstances(DAY, wants_whole_copy=wants_whole_copy)
    findings = check_application(document, ApplicationKind.PARTICIPATION, circumstances)
    return [(one.code, one.seen) for one in findings if one.code.startswith(codes)]


def test_an_unaltered_copy_of_the_edition_in_force_gives_no_finding() -> None:
    assert found(Wording(True, "2021", part=CopyPart.WHOLE, in_force="2021-06-14")) == []


def test_a_changed_clause_stops_until_a_person_decides() -> None:
    assert found(Wording(True, "2021", (SHOWN,))) == [
        (
            "wording_changed",
            "5.3.2 changed: expected \u201cset at 15\u201d; found \u201cset at 5\u201d (page 12)",
        )
    ]


def test_what_may_only_be_how_it_was_read_is_asked_about() -> None:
    unsure = Alteration("5.3.2", Change.CHANGED, None, "set at S", sure=False)

    assert found(Wording(True, "2021", (unsure,))) == [
        ("wording_unsure", "5.3.2 changed: found \u201cset at S\u201d")
    ]


def test_of_many_changed_clauses_the_first_are_told_and_the_rest_counted() -> None:
    many = tuple(Alteration(f"1.1.{n}", Change.MISSING) for n in range(1, 21))

    told = found(Wording(True, "2021", many))

    assert (len(told), told[-1]) == (13, ("wording_changed", "8 further clauses differ."))


@pytest.mark.parametrize("clause", ["signature page", "heads and feet", "accompanying page"])
def test_what_was_written_around_the_text_is_a_reservation(clause: str) -> None:
    written = Alteration(clause, Change.ADDED, None, "not binding", 3)

    assert found(Wording(True, "2021", (written,))) == [
        ("reservation", f"{clause} added: found \u201cnot binding\u201d (page 3)")
    ]


def test_a_reservation_is_told_where_nothing_was_compared_too() -> None:
    written = Alteration("signature page", Change.ADDED, None, "not binding")
    wording = Wording(
        alterations=(written,), why_not="Only the signature page was sent.", part="signature_page"
    )

    assert [code for code, _ in found(wording)] == ["reservation", "only_signature_page"]


def test_of_a_copy_without_all_its_pages_one_sentence_is_asked() -> None:
    missing = Alteration("3.2", Change.MISSING)

    assert found(Wording(True, "2021", (missing,), part=CopyPart.SHORTENED)) == [
        ("part_of_the_pact", "Missing: 3.2.")
    ]


@pytest.mark.parametrize("part", [CopyPart.SHORTENED, CopyPart.SIGNATURE_PAGE])
def test_a_secretariat_may_ask_for_the_whole_copy(part: CopyPart) -> None:
    assert [code for code, _ in found(Wording(True, "2021", part=part), wants_whole_copy=True)] == [
        "whole_copy_wanted"
    ]


@pytest.mark.parametrize(("replaced_on", "codes"), [("2026-02-02", ["older_edition"]), ("2026-02-03", [])])
def test_an_edition_is_old_from_the_day_on_which_another_is_in_force(
    replaced_on: str, codes: list[str]
) -> None:
    wording = Wording(True, "2021", in_force="2021-06-14", replaced_on=replaced_on)

    assert [code for code, _ in found(wording)] == codes


def test_an_edition_that_is_not_in_force_yet_is_told() -> None:
    assert found(Wording(True, "2027", in_force="2027-01-01")) == [
        ("edition_not_in_force", "It is a copy of edition 2027, in force from 1 January 2027.")
    ]


def test_why_nothing_was_compared_is_good_to_know() -> None:
    wording = Wording(why_not="The text is not in English (nl); only the English text is compared.")
    document = DocumentAsRead(DocumentKind.SIGNED_PACT, 0.99, wording=wording)

    findings = check_application(document, ApplicationKind.PARTICIPATION, Circumstances(DAY))

    assert [(f.code, f.severity, f.seen) for f in findings if f.code == "not_compared"] == [
        ("not_compared", Severity.INFO, wording.why_not)
    ]
