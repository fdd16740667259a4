"""What a person reads: the frame in the language asked, the quotation in its own, and whom to ask."""

from pathlib import Path

import pytest
from made_up.criteria_shelf import index_of

from pact.library_documents import PUBLIC_VIEWER
from secretariat.answers.answer import answer_question
from secretariat.answers.answer_print import frame_words, print_answer
from storage.library.glossary import shipped_glossary
from storage.library.index_words import LANGUAGES


def shown(text: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    answer = answer_question(text, index_of(folder), shipped_glossary(), PUBLIC_VIEWER)
    print_answer(answer, "secretariat@example.org", gap_kept=False)
    return " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_word_of_the_frame(language: str):
    english, other = frame_words("en"), frame_words(language)

    assert set(other) == set(english)
    assert {name: words.count("{") for name, words in other.items()} == {
        name: words.count("{") for name, words in english.items()
    }


def test_the_frame_is_in_the_askers_language_and_the_quotation_in_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    text = shown("hoe lang is de garantie op een laptop op ambitieus niveau", tmp_path, capsys)

    assert text.startswith("Uit de bibliotheek: Baseline: the warranty runs for 3 years. Ambitious: 5 years.")
    assert "uitgave 2026" in text
    assert "geldend, citaat in het Engels" in text


def test_a_row_is_shown_with_the_names_of_its_columns(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    text = shown("recycled plastic share at ambitious level", tmp_path, capsys)

    assert "Criterion: Recycled plastic; Baseline: 12 %; Ambitious: 28 %" in text


def test_another_edition_is_shown_with_its_status(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    text = shown("how long does the laptop warranty run at baseline level", tmp_path, capsys)

    assert text.endswith("2021 (superseded): Baseline: the warranty runs for 2 years.")


def test_silence_says_what_was_searched_and_whom_to_ask(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    text = shown("zebra marmalade unicorn", tmp_path, capsys)

    assert text == (
        "The library does not say. Searched: 11 passages of 3 documents, in all their languages. "
        "Not found together: zebra, marmalade, unicorn. Ask the secretariat: secretariat@example.org."
    )
