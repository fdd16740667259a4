"""Pages of a scan are read closely where somebody signs, also where a page's end cuts the block in two."""

from dataclasses import dataclass, field

import numpy as np
from made_up.seen_sheets import SeenSheet
from numpy.typing import NDArray

from intake.ocr.eyes import Reader, SeenWord
from intake.page.unreadable import UnreadableError
from intake.pictures.picture import Picture
from intake.scan.scanned_copy import scanned_copy
from pact.documents import ReadErrorCode

TEXT = ("We buy devices that last for many years", "and we mend what can be mended")
UPPER = ("Signed,", "Organisation: Gemeente Zilverveen", "Name: Ida Holm", "Participation type: both")
LOWER = ("Date: 14-06-2021", "Signature:")


def sheet_of(*lines: str) -> SeenSheet:
    sheet = SeenSheet()
    for row, line in enumerate(lines):
        sheet.put(60, 740 - 30 * row, line)
    return sheet


@dataclass(slots=True)
class PagesSeen:
    """Eyes for several pages, one after the other; ``closely`` are those that the careful engine was asked
    for."""

    sheets: dict[int, SeenSheet]
    page: int = 0
    closely: list[int] = field(default_factory=list)

    def picture_of(self, number: int) -> Picture:
        """Return the picture of a page, which is what is looked at from now on."""
        self.page = number
        pixels = self.sheets[number].page().pixels
        return Picture(pixels, 200.0)

    def read(self, pixels: NDArray[np.uint8], reader: Reader, languages: str = "eng") -> tuple[SeenWord, ...]:
        """Return the page's words, wherever on it was asked for."""
        if reader is Reader.SCENE:
            self.closely.append(self.page)
        return tuple(word for line in self.sheets[self.page].lines for word in line)

    def turn_to(self, page: int, pages: int) -> None:
        """Nobody waits."""


def read_closely(*pages: tuple[str, ...], alone: bool = False) -> list[int]:
    seen = PagesSeen({number: sheet_of(*lines) for number, lines in enumerate(pages, 1)})
    copy = scanned_copy(list(seen.sheets), seen.picture_of, seen, alone=alone)
    assert sorted({view.number for view in copy.views}) == sorted(set(seen.closely))
    return sorted(set(seen.closely))


def test_the_page_with_the_labels_is_read_closely():
    assert read_closely(TEXT, (*UPPER, *LOWER)) == [2]


def test_a_signature_alone_on_the_next_page_is_looked_at_too():
    assert read_closely((*UPPER, LOWER[0]), LOWER[1:]) == [1, 2]


def test_date_and_signature_on_the_next_page_are_looked_at_too():
    assert read_closely(UPPER, LOWER) == [1, 2]


def test_the_begin_of_a_block_on_the_page_before_is_looked_at_too():
    assert read_closely(UPPER[:2], (*UPPER[2:], *LOWER)) == [1, 2]


def test_a_label_that_the_block_has_already_calls_for_no_second_page():
    assert read_closely((*UPPER, *LOWER), LOWER) == [1]


def test_a_page_that_cannot_be_drawn_is_told_with_its_reason():
    def none(number: int) -> Picture:
        raise UnreadableError(ReadErrorCode.DAMAGED, "There is no such page.")

    copy = scanned_copy([1], none, PagesSeen({}), alone=True)

    assert copy.unread == {1: "There is no such page."}


def test_a_letter_that_is_all_there_is_is_read_closely_whole():
    assert read_closely(TEXT, alone=True) == [1]
