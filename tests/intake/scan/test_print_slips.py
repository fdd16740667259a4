"""Slips that the print reader always makes are put right; what only looks like one is left."""

import numpy as np
import pytest

from intake.ocr.eyes import Reader, SeenWord
from intake.pictures.straighten import StraightPage
from intake.scan.glance import glance_at
from intake.scan.print_slips import with_slips_mended


class SameWords:
    """Eyes that see the same words whatever they are shown."""

    def __init__(self, *words: SeenWord) -> None:
        self._words = words

    def read(self, pixels: np.ndarray, reader: Reader, languages: str = "eng") -> tuple[SeenWord, ...]:
        return self._words

    def turn_to(self, page: int, pages: int) -> None:
        """Nobody waits here."""


def line_of(texts: list[str], scores: list[float]) -> list[SeenWord]:
    return [
        SeenWord(text, (100.0 + 90 * at, 100.0, 180.0 + 90 * at, 124.0), score, 0)
        for at, (text, score) in enumerate(zip(texts, scores, strict=True))
    ]


def glanced(words: list[SeenWord]) -> str:
    blank = np.full((400, 1000), 255, np.uint8)
    page = StraightPage(np.dstack([blank] * 3), blank, 200.0, np.eye(3))
    return glance_at(page, SameWords(*words)).text


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("|CT-products", "ICT-products"),
        ("|\\CT", "ICT"),
        ("(|CT", "(ICT"),
        ("COz", "CO2"),
        ("COz,", "CO2,"),
        ("|Name", "|Name"),
        ("|", "|"),
        ("Cozumel", "Cozumel"),
        ("COzy", "COzy"),
    ],
)
def test_bars_for_a_capital_i_and_a_z_for_a_small_two_are_put_right(read: str, meant: str) -> None:
    word = SeenWord(read, (0, 0, 10, 10), 0.4, 0)

    assert with_slips_mended(word) == SeenWord(meant, (0, 0, 10, 10), 0.4, 0)


def test_a_word_that_a_footnote_mark_spoilt_stays_in_its_line_of_running_text() -> None:
    texts = ["two", "notable", "contributors*.", "In", "addition,", "offices"]

    assert glanced(line_of(texts, [0.97, 0.97, 0.1, 0.97, 0.97, 0.97])) == " ".join(texts)


def test_a_poor_word_in_a_short_line_is_left_out() -> None:
    assert glanced(line_of(["Name", "kJ~vH"], [0.97, 0.1])) == "Name"
