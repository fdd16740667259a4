"""A copy is laid beside the edition that it fits, and every clause that differs is named."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest
from made_up.altered_texts import EDITORS, altered_text, demonstration_edition, edition_from
from made_up.pact_text import Line, Rank, whole_pact

from pact.copy_words import page_of_text
from pact.documents import Alteration, Change, CopyPart, Wording
from pact.fingerprint import digest
from pact.wording import CopyPage, CopyWord, Edition, wording_of

EDITION = demonstration_edition()
WITH_WORDS = demonstration_edition(with_words=True)
TEXT = "\n".join(line.numbered for line in whole_pact())


def as_one_page(lines: list[Line]) -> list[CopyPage]:
    return [page_of_text(0, "\n".join(line.numbered for line in lines))]


def on_pages(text: str, lines_each: int = 12) -> list[CopyPage]:
    """Return the text wrapped as a printer would, with heads and page numbers."""
    wrapped: list[str] = []
    for paragraph in text.split("\n"):
        row = ""
        for word in paragraph.split():
            if len(row) + len(word) > 88:
                wrapped.append(row)
                row = ""
            row = f"{row} {word}".strip()
        wrapped.append(row)
    sheets = [wrapped[at : at + lines_each] for at in range(0, len(wrapped), lines_each)]
    return [
        page_of_text(number, "\n".join(["A pact for trying out", *sheet, f"{number} / {len(sheets)}"]))
        for number, sheet in enumerate(sheets, 1)
    ]


def replaced(old: str, new: str) -> Wording:
    assert TEXT.count(old) == 1
    return wording_of(on_pages(TEXT.replace(old, new)), [WITH_WORDS])


def told(wording: Wording) -> list[tuple[str, str]]:
    return [(one.clause, one.change) for one in wording.alterations]


def test_an_unaltered_copy_has_no_alterations():
    wording = wording_of(on_pages(TEXT), [EDITION])

    assert wording == Wording(True, "demonstration", part=CopyPart.WHOLE, in_force="2021-06-14")


@pytest.mark.parametrize("kind", EDITORS)
@pytest.mark.parametrize("seed", range(6))
def test_every_kind_of_change_is_found_at_its_clause_and_nowhere_else(kind: str, seed: int):
    lines, edit = altered_text(whole_pact(), kind, Random(f"{kind}-{seed}"))

    found = wording_of(as_one_page(lines), [EDITION]).alterations

    assert {one.clause for one in found} - set(edit.clauses) == set()
    assert {one.change for one in found} <= set(edit.changes)
    assert found != ()


def test_a_changed_clause_shows_what_was_expected_and_what_was_found():
    wording = replaced("up to a quarter of the budget", "up to a third of the budget")

    assert [(a.clause, a.expected, a.found) for a in wording.alterations] == [
        ("5.3.4", "one, up to a quarter of the budget. What", "one, up to a third of the budget. What")
    ]


def test_words_that_only_digests_are_known_of_are_counted():
    altered = TEXT.replace("up to a quarter of the budget", "up to a third of the budget")

    (one,) = wording_of(on_pages(altered), [EDITION]).alterations

    assert one.expected == "one, up to a [1 word] of the budget. What"


def test_a_figure_inside_a_sentence_is_never_taken_for_a_page_number():
    wording = replaced("until the end of the year 2030", "until the end of the year 2029")

    assert told(wording) == [("6.2.1", "changed")]


def test_a_figure_that_begins_a_line_is_compared_too():
    text = TEXT.replace("the end of the year 2030.", "the end of the year\n2.5 and\n30 more.")
    edition = edition_from(
        [replace(x, text=x.text.replace("2030.", "2.5 and 30 more.")) for x in whole_pact()]
    )

    unaltered = wording_of([page_of_text(0, text)], [edition])
    altered = wording_of([page_of_text(0, text.replace("2.5", "3.5"))], [edition])

    assert told(unaltered) == []
    assert told(altered) == [("6.2.1", "changed")]


def test_a_word_of_the_same_short_digest_does_not_go_unseen():
    wanted = digest("promise")
    twin = next(word for n in range(99_999) if digest(word := f"w{n}") == wanted)
    wording = replaced("It is a promise between people", f"It is a {twin} between people")

    assert told(wording) == [("6.1.1", "changed")]


def test_a_paragraph_of_its_own_is_said_to_be_added_to_the_section():
    paragraph = "Reservation: our council has to agree first, and until then nothing holds."
    lines = list(whole_pact())
    at = next(n for n, line in enumerate(lines) if line.text.startswith("A procuring organization pays"))

    wording = wording_of(
        as_one_page([*lines[: at + 1], Line(Rank.TEXT, paragraph), *lines[at + 1 :]]), [EDITION]
    )

    assert wording.alterations == (Alteration("5.3", Change.ADDED, None, paragraph),)


def test_a_clause_missing_with_all_its_items_is_named_once():
    lines = list(whole_pact())
    begin = next(n for n, line in enumerate(lines) if line.text.startswith("A procuring organization sees"))

    wording = wording_of(as_one_page(lines[:begin] + lines[begin + 6 :]), [EDITION])

    assert told(wording) == [("3.1.1", "missing")]


def test_two_neighbours_that_changed_places_are_both_said_to_have_moved():
    lines = list(whole_pact())
    at = next(n for n, line in enumerate(lines) if line.text.startswith("Minutes are short"))
    swapped = [*lines[: at - 1], lines[at], lines[at - 1], *lines[at + 1 :]]

    assert told(wording_of(as_one_page(swapped), [EDITION])) == [("4.6", "moved"), ("4.7", "moved")]


def test_words_struck_out_count_as_taken_out():
    page = page_of_text(0, TEXT)
    at = next(n for n, word in enumerate(page.words) if word.text == "quarter" and n > 2_000)
    struck = (*page.words[:at], page.words[at]._replace(struck=True), *page.words[at + 1 :])

    (one,) = wording_of([replace(page, words=struck)], [EDITION]).alterations

    assert (one.change, "[struck out: quarter]" in (one.found or "")) == ("changed", True)


def test_a_note_typed_beside_the_text_is_added_at_the_clause_it_stands_by():
    page = page_of_text(1, TEXT)
    line = next(word.line for word in page.words if word.text == "Minutes")
    note = [CopyWord(text, 9_999, (10.0, 20.0, 50.0, 30.0), apart=True) for text in ["not", "for", "us"]]
    at = next(n for n, word in enumerate(page.words) if word.line == line + 1)
    words = (*page.words[:at], *note, *page.words[at:])

    wording = wording_of([CopyPage(1, words)], [EDITION])

    box = (10.0, 20.0, 50.0, 30.0)
    assert wording.alterations == (Alteration("4.7", Change.ADDED, None, "not for us", 1, box),)


def test_pages_in_another_order_are_no_change():
    pages = on_pages(TEXT)
    shuffled = [pages[1], pages[0], *pages[2:]]

    assert told(wording_of(shuffled, [EDITION])) == []


def test_two_copies_in_one_file_are_each_compared():
    altered = TEXT.replace("up to a quarter of the budget", "up to a third of the budget")
    both = [*on_pages(TEXT), *on_pages(altered)]
    pages = [replace(page, number=number) for number, page in enumerate(both, 1)]

    assert told(wording_of(pages, [EDITION])) == [("5.3.4", "changed")]


def test_a_covering_letter_and_an_annex_are_no_additions():
    letter = page_of_text(1, "Dear secretariat,\nplease find our signed copy.\nWith kind regards,\nAda Maas")
    annex = page_of_text(0, "Annex\nOur offices: Lindenhove, Zilverveen and Havenmeer.")
    pages = [letter, *on_pages(TEXT), annex]

    assert told(wording_of(pages, [EDITION])) == []


def test_a_reservation_in_the_covering_letter_is_told():
    letter = page_of_text(1, "Dear secretariat,\nwe sign subject to the approval of our council.\nAda Maas")
    pages = [letter, *on_pages(TEXT)]

    assert told(wording_of(pages, [EDITION])) == [("accompanying page", "added")]


def test_a_reservation_in_the_foot_of_every_page_is_told():
    foot = CopyWord("Subject to the council's approval", 9_999)
    pages = [replace(page, words=(*page.words, foot)) for page in on_pages(TEXT)]

    assert told(wording_of(pages, [EDITION])) == [("heads and feet", "added")]


def test_a_reservation_below_the_signature_is_added_on_the_signature_page():
    block = "Signed,\nOrganization Gemeente Lindenhove\nName Ada Maas\nReservation: not binding"

    wording = wording_of([*on_pages(TEXT), page_of_text(999, block)], [EDITION])

    assert told(wording) == [("signature page", "added")]


def test_only_the_signature_page_is_told_from_a_text_of_no_edition():
    block = page_of_text(1, "Signed,\nOrganization Gemeente Lindenhove\nName Ada Maas\nDate 3 May 2022")

    wording = wording_of([block], [EDITION])

    assert (wording.compared, wording.part) == (False, CopyPart.SIGNATURE_PAGE)


def test_pages_that_were_not_sent_make_a_shortened_copy():
    pages = on_pages(TEXT)

    wording = wording_of([*pages[:6], *pages[10:]], [EDITION])

    assert wording.part == CopyPart.SHORTENED


def test_a_translated_copy_is_not_compared():
    page = page_of_text(
        1, "Wij kopen samen in, langer en zuiniger, en wij vertellen elkaar wat het kost. " * 30
    )

    wording = wording_of([page], [EDITION], "nl")

    assert (wording.compared, wording.why_not) == (
        False,
        "The text is not in English (nl); only the English text is compared.",
    )


def later_edition() -> Edition:
    lines = [replace(x, text=x.text.replace("up to a quarter", "up to a tenth")) for x in whole_pact()]
    return replace(edition_from(lines, "2027"), in_force=date(2027, 1, 1))


def test_a_copy_is_laid_beside_the_edition_it_fits_best():
    newer = TEXT.replace("up to a quarter", "up to a tenth")

    wordings = [wording_of(on_pages(text), [EDITION, later_edition()]) for text in (TEXT, newer)]

    assert [(w.edition, w.alterations, w.replaced_on) for w in wordings] == [
        ("demonstration", (), "2027-01-01"),
        ("2027", (), None),
    ]


@pytest.mark.parametrize("text", ["the " * 60_000, "a b c " * 100_000, "x" * 300_000, TEXT * 12])
def test_hostile_text_is_compared_within_bounds_or_not_at_all(text: str):
    wording = wording_of([page_of_text(1, text)], [EDITION])

    assert len(wording.alterations) <= 80
