"""The text of an edition is taken apart into clauses, numbered as the Pact numbers them."""

from datetime import date

import pytest
from made_up.altered_texts import demonstration_edition, numbers_of
from made_up.pact_text import whole_pact

from pact.edition_text import TextLine, edition_of
from pact.errors import PactError
from pact.fingerprint import Edition

DAY = date(2021, 6, 14)


def edition_with(*intro: str, wrapped: bool = False) -> Edition:
    body = ["Paragraph 1 - Aims", "1.1 First aim"]
    body += [f"{number}. Point number {number} says something." for number in range(1, 13)]
    lines = [TextLine(line) for line in (*intro, *body, "Signed,", "13. Organization")]
    return edition_of(lines, "made up", DAY, wrapped=wrapped, with_words=True)


def words_by_clause(edition: Edition) -> dict[str, str]:
    return {clause.number: " ".join(word for word in clause.words if word) for clause in edition.clauses}


def test_points_and_items_bear_the_numbers_of_their_section():
    numbers = [number for number in numbers_of(whole_pact()) if number]

    found = [c.number for c in demonstration_edition().clauses if c.number[0].isdigit()]

    assert found == numbers


def test_text_before_the_first_paragraph_goes_by_its_heading():
    clauses = words_by_clause(
        edition_with("A pact", "We begin.", "Why we join", "Because of this and of that, as follows.")
    )

    assert {k: v for k, v in clauses.items() if not k[0].isdigit()} == {
        "title": "A pact",
        "intro": "We begin.",
        "intro, Why we join": "Why we join Because of this and of that, as follows.",
    }


def test_what_stands_behind_signed_is_no_clause():
    assert "1.1.13" not in words_by_clause(edition_with("A pact"))


def test_a_note_floats_and_its_mark_is_no_word():
    edition = edition_with("A pact", "So say scholars\u00b9 of note.", "1. A book about this.", "We go on.")

    note = next(clause for clause in edition.clauses if clause.floats)
    intro = next(clause for clause in edition.clauses if clause.number == "intro")

    assert (note.number, intro.notes, " ".join(note.words)) == ("intro, note 1", (3,), "A book about this.")


def test_words_cut_at_a_lines_end_are_one():
    clauses = words_by_clause(edition_with("A pact", "We pro-", "cure to-", "gether.", wrapped=True))

    assert clauses["intro"] == "We procure together."


def test_a_text_without_numbered_clauses_is_no_edition():
    with pytest.raises(PactError, match="Only 0 numbered clauses"):
        edition_of([TextLine("Dear reader,")], "letter", DAY, wrapped=False, with_words=False)
