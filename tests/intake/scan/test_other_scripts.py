"""Greek and Cyrillic print is read by the engine that knows it, where one is there, and asked about."""

import numpy as np
import pytest
from made_up.drawn_lines import drawn_line

from intake.ocr.engines import LocalEyes
from intake.ocr.eyes import NO_EYES, Eyes, Reader, SeenWord
from intake.ocr.languages import language_files
from intake.page.page import Word
from intake.pictures.straighten import StraightPage
from intake.scan.glance import Glance
from intake.scan.other_scripts import with_other_scripts
from intake.scan.seen_words import scale_of
from pact.documents import Method

BULGARIAN = "Област Горна Сребра"
needs_bulgarian = pytest.mark.skipif(
    "bul" not in language_files(), reason="Debian's tesseract-ocr-bul is not installed"
)


class Seeing:
    """Eyes that see the same words whatever they are shown."""

    def __init__(self, *words: SeenWord) -> None:
        self._words = words

    def read(self, pixels: np.ndarray, reader: Reader, languages: str = "eng") -> tuple[SeenWord, ...]:
        return self._words

    def turn_to(self, page: int, pages: int) -> None:
        """Nobody waits here."""


def told(page: StraightPage, glance: Glance, eyes: Eyes, words: list[Word]) -> list[tuple[str, bool]]:
    """Return each word in order, and whether it is doubted."""
    read = with_other_scripts(page, words, eyes, glance, rows=(0, page.gray.shape[0]))
    return [(word.text, word.score < 0.9) for word in sorted(read, key=lambda word: word.box[0])]


def unread_line(text: str) -> tuple[StraightPage, Glance]:
    """Return a page with the text, and a glance that could read none of its words."""
    page, boxes = drawn_line(text)
    return page, Glance((), "", tuple(scale_of(page).box(*box) for box in boxes))


@needs_bulgarian
def test_cyrillic_that_no_other_engine_read_is_read_where_the_language_is_there() -> None:
    page, glance = unread_line(BULGARIAN)

    read = told(page, glance, LocalEyes(), [])

    assert [text for text, _ in read] == BULGARIAN.split(" ")


def test_without_the_language_everything_stays_as_it_was() -> None:
    page, glance = unread_line(BULGARIAN)
    word = Word("OONACT", (10, 10, 60, 20), size_pt=11, method=Method.OCR, score=0.4)

    assert told(page, glance, NO_EYES, [word]) == [("OONACT", True)]


def test_a_greek_word_takes_the_place_of_the_guess_and_is_doubted() -> None:
    page, boxes = drawn_line("aaaaaaa bbbbbbbbb ccccccc")
    said = zip(("Εθνικός", "Προμηθειών", "Γενικός"), boxes, strict=True)
    eyes = Seeing(*(SeenWord(text, box, 0.92, 0) for text, box in said))
    guessed = [Word(t, scale_of(page).box(*b), size_pt=11, method=Method.OCR, score=0.95)
               for t, b in zip(("Eθνικó", "ρμηθειν", "Γενικ"), boxes, strict=True)]  # fmt: skip

    read = told(page, Glance((), ""), eyes, guessed)

    assert read == [("Εθνικός", True), ("Προμηθειών", True), ("Γενικός", True)]


def test_one_scribble_that_looks_cyrillic_shows_no_other_script() -> None:
    page, glance = unread_line("aaaaaaa bbbbbbbbb")
    eyes = Seeing(SeenWord("Жечка", (60.0, 88.0, 160.0, 140.0), 0.9, 0))

    assert told(page, glance, eyes, []) == []


def test_a_latin_word_that_was_read_well_stays() -> None:
    page, boxes = drawn_line("aaaaaaa bbbbbbbbb ccccccc ddddddd")
    texts = ("Организация", "Дирекция", "Директор", "Name")
    eyes = Seeing(*(SeenWord(t, b, 0.92, 0) for t, b in zip((*texts[:3], "Кате"), boxes, strict=True)))
    name = Word("Name", scale_of(page).box(*boxes[3]), size_pt=11, method=Method.OCR, score=0.99)
    glance = Glance((), "", tuple(scale_of(page).box(*box) for box in boxes[:3]))

    assert [text for text, _ in told(page, glance, eyes, [name])] == list(texts)
