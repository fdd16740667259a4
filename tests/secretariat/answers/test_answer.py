"""Answers are quotations: word for word, with their edition, and only where the library says it."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up.criteria_shelf import SECRET, index_of, shelf

from pact.library_documents import PUBLIC_VIEWER, SECRETARIAT_VIEWER, Viewer
from secretariat.answers.answer import Answer, answer_question
from storage.library.glossary import shipped_glossary
from storage.library.index_search import LibraryIndex
from storage.library.outcome import Outcome

TEXTS = {one.document.key: one.text for one in shelf()}
LONGEST = 600


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> LibraryIndex:
    return index_of(tmp_path_factory.mktemp("index"))


def ask(index: LibraryIndex, text: str, context: str = "", viewer: Viewer = PUBLIC_VIEWER) -> Answer:
    return answer_question(text, index, shipped_glossary(), viewer, context)


def test_a_question_is_answered_with_the_sentence_that_says_it(index: LibraryIndex):
    answer = ask(index, "how many battery cycles for laptops at baseline level")

    assert answer.outcome is Outcome.ANSWER
    assert answer.text == "Baseline: the battery keeps 80 % of its capacity after 600 cycles."
    assert answer.passages[0].document.key == "ashmere_laptops_2026"


@pytest.mark.parametrize(
    "text",
    [
        "hoeveel batterijcycli moet een laptop halen",
        "wie viele Akkuladezyklen muss der Laptop erreichen",
        "combien de cycles de batterie pour un ordinateur portable",
        "hvor mange ladesykluser skal batteriet tåle",
        "¿cuántos ciclos debe soportar la batería del portátil?",
    ],
)
def test_a_question_in_another_language_finds_the_same_passage(index: LibraryIndex, text: str):
    answer = ask(index, text)

    assert answer.passages[0].document.key == "ashmere_laptops_2026"
    assert "600 cycles" in answer.passages[0].quote


def test_an_english_question_finds_a_dutch_passage(index: LibraryIndex):
    answer = ask(index, "how many years are spare parts for phones available")

    assert answer.passages[0].quote == "Reserveonderdelen zijn minimaal 7 jaar na levering beschikbaar."


def test_the_edition_in_force_comes_first_and_the_old_one_is_said_to_be_so(index: LibraryIndex):
    answer = ask(index, "how long does the laptop warranty run at baseline level")

    assert answer.text == "Baseline: the warranty runs for 3 years."
    assert [(one.answer, one.is_superseded) for one in answer.other_editions] == [
        ("Baseline: the warranty runs for 2 years.", True)
    ]


def test_an_old_edition_answers_when_it_is_asked_for(index: LibraryIndex):
    answer = ask(index, "laptop battery cycles in the 2021 edition")

    assert answer.passages[0].document.key == "ashmere_laptops_2021"


def test_a_row_of_a_table_is_quoted_as_it_stands(index: LibraryIndex):
    answer = ask(index, "recycled plastic share at ambitious level")

    assert answer.text == "| Recycled plastic | 12 % | 28 % |"


def test_a_follow_up_is_answered_from_the_question_before_it(index: LibraryIndex):
    answer = ask(index, "and ambitious?", "how many battery cycles for laptops at baseline level")

    assert answer.text == "Ambitious: after 900 cycles."


def test_a_list_is_quoted_with_the_sentence_that_leads_up_to_it(index: LibraryIndex):
    answer = ask(index, "are docking stations and chargers taken back")

    assert answer.passages[0].quote.startswith("The supplier takes back each of these at no cost:")
    assert "chargers and docking stations" in answer.passages[0].quote


@pytest.mark.parametrize(
    "text",
    ["weather on the moon tomorrow", "who won the football match", "what fine is there for a late unicorn"],
)
def test_what_the_library_does_not_say_is_not_answered(index: LibraryIndex, text: str):
    answer = ask(index, text)

    assert answer.outcome is not Outcome.ANSWER
    assert answer.text is None


@pytest.mark.parametrize("text", ["negotiated ceiling spare keyboard florins", SECRET, "florins"])
def test_nobody_is_shown_what_is_not_theirs(index: LibraryIndex, text: str):
    public = ask(index, text)
    group = ask(index, text, viewer=Viewer(groups=frozenset({"laptops"})))

    assert [one for one in public.passages if one.document.key == "group_paper"] == []
    assert public.documents == 3
    assert [one.document.key for one in group.passages][:1] == ["group_paper"]


@pytest.mark.parametrize(
    "text",
    [
        "lade" * 500,
        "akkuladezyklen" * 140,
        "battery " * 250,
        "donaudampfschiff" * 100,
        "1 000 " * 300,
        "(" * 2000,
    ],
)
def test_a_question_made_to_keep_the_search_busy_is_bounded(index: LibraryIndex, text: str):
    answer = ask(index, text, text)

    assert len(answer.question.notions) <= 60
    assert answer.question.text == text


@given(st.text(max_size=80), st.text(max_size=40))
@settings(max_examples=30, deadline=None)
def test_whatever_is_asked_every_quotation_stands_in_its_document(text: str, context: str):
    answer = ask(_standing(), f"battery warranty {text}", context, SECRETARIAT_VIEWER)

    for passage in answer.passages:
        assert passage.quote in TEXTS[passage.document.key]
        assert passage.answer in passage.quote
        assert len(passage.quote) <= LONGEST


_MADE: list[LibraryIndex] = []


def _standing() -> LibraryIndex:
    """Return one index for all examples of a property: it never changes."""
    if not _MADE:
        import tempfile

        _MADE.append(index_of(Path(tempfile.mkdtemp(prefix="cfit-index-"))))
    return _MADE[0]
