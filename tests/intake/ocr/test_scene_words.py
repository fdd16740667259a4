"""A line as recognised becomes words: parted where they were printed apart, boxed where their ink is."""

import numpy as np
import pytest
from numpy.typing import NDArray

from intake.ocr.scene_words import CropWord, SeenLine, words_on_crop

LETTER_PX = 10
HEIGHT_PX = 40


def _printed(text: str, *, gap_px: int = 12) -> tuple[SeenLine, NDArray[np.uint8]]:
    """Return a line in which every letter is a bar; "|" is a gap that the recogniser did not say."""
    crop = np.full((HEIGHT_PX, 1000), 255, dtype=np.uint8)
    x = 20
    signs, middles = "", []
    for sign in text:
        if sign == "|":
            x += gap_px
            continue
        signs += sign
        middles.append(x + LETTER_PX / 2)
        if sign != " ":
            crop[8:34, x + 1 : x + LETTER_PX - 1] = 0
        x += LETTER_PX
    return SeenLine(signs, tuple(middles), tuple(0.9 for _ in signs)), crop[:, : x + 20]


def _texts(text: str, **layout: int) -> list[str]:
    return [word.text for word in words_on_crop(*_printed(text, **layout))]


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("Marijke van den Oever", ["Marijke", "van", "den", "Oever"]),
        ("  Agency  ", ["Agency"]),
        ("", []),
        ("   ", []),
        ("Alle·Steden", ["Alle", "Steden"]),
        ("col·legi", ["col·legi"]),
        ("d’Aubigné", ["d’Aubigné"]),
    ],
)
def test_words_are_parted_where_a_space_was_seen(printed: str, words: list[str]) -> None:
    assert _texts(printed) == words


def test_a_capital_far_from_the_letter_before_begins_a_word() -> None:
    assert _texts("Helsingfors|Hankinta") == ["Helsingfors", "Hankinta"]


@pytest.mark.parametrize("printed", ["McAllister", "GreenOffice", "strong|er", "6|.7", "I|CT"])
def test_nothing_else_does(printed: str) -> None:
    assert _texts(printed) == [printed.replace("|", "")]


def test_a_line_below_the_words_hides_no_gap_between_them() -> None:
    line, crop = _printed("Agency|Everything")
    crop[36:38] = 0

    assert [word.text for word in words_on_crop(line, crop)] == ["Agency", "Everything"]


def test_a_word_is_boxed_where_its_ink_is() -> None:
    words = words_on_crop(*_printed("ab cd"))

    assert words == [CropWord("ab", 21.0, 39.0, 0.9), CropWord("cd", 51.0, 69.0, 0.9)]


def test_a_word_is_as_sure_as_its_least_sure_letter() -> None:
    line, crop = _printed("ab cd")
    doubtful = SeenLine(line.text, line.middles, (0.9, 0.3, 1.0, 0.8, 0.7))

    assert [word.score for word in words_on_crop(doubtful, crop)] == [0.3, 0.7]


def test_letters_without_ink_stand_where_they_were_seen() -> None:
    line, crop = _printed("ab")
    blank = np.full_like(crop, 255)

    assert words_on_crop(line, blank)[0].text == "ab"
