"""On pictures a word may be another one; figures, and words that turn a clause round, never are."""

from dataclasses import replace

import pytest
from made_up.altered_texts import demonstration_edition
from made_up.pact_text import whole_pact

from pact.copy_words import page_of_text
from pact.documents import Alteration
from pact.misread_words import is_like, may_be_misread, misread
from pact.wording import CopyPage, wording_of

EDITION = demonstration_edition()
TEXT = "\n".join(line.numbered for line in whole_pact())


def seen(old: str, new: str, score: float) -> tuple[Alteration, ...]:
    """Return what is found in a scanned copy in which one word was read otherwise, with that score."""
    at = next(n for n, word in enumerate(TEXT.split()) if word == old)
    words = []
    for number, word in enumerate(page_of_text(1, TEXT).words):
        words.append(
            word._replace(text=new if number == at else word.text, score=score if number == at else 0.96)
        )
    return wording_of([CopyPage(1, tuple(words))], [EDITION]).alterations


@pytest.mark.parametrize(
    ("meant", "read"),
    [("mended", "rnended"), ("clear", "dear"), ("brochures.", "brochvres."), ("grows", "gr0ws")],
)
def test_a_word_read_badly_is_taken_for_the_one_it_looks_like(meant: str, read: str) -> None:
    assert seen(meant, read, 0.6) == ()


def test_a_word_read_well_is_taken_for_itself() -> None:
    assert [one.change for one in seen("mended", "rnended", 0.97)] == ["changed"]


@pytest.mark.parametrize(
    ("old", "new"), [("not", "hot"), ("eleven", "seven"), ("2030.", "2036."), ("may", "many")]
)
def test_what_turns_a_clause_round_is_never_taken_for_a_misreading(old: str, new: str) -> None:
    assert [one.change for one in seen(old, new, 0.5)] == ["changed"]


def test_a_figure_is_no_other_figure() -> None:
    assert "2036" not in set(misread("2030"))
    assert not is_like("2030", "2036")


def test_only_what_was_seen_can_be_misread() -> None:
    assert [may_be_misread("rnended", score) for score in (None, 0.5, 0.95)] == [False, True, False]


def test_a_digital_copy_has_no_misreadings() -> None:
    page = page_of_text(1, TEXT.replace(" mended before", " rnended before"))

    assert [one.change for one in wording_of([replace(page)], [EDITION]).alterations] == ["changed"]
