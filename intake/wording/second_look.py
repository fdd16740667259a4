"""A second look at those lines of a scan where its first reading differs from the edition."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from intake.ocr.eyes import Eyes, EyesClosedError, Reader
from intake.page.page import Word, lines_of
from intake.scan.kept_pages import KeptPages
from intake.scan.seen_words import page_words
from pact.copy_words import CopyPage, CopyWord
from pact.second_reading import LinesAgain, SecondReading
from pact.wording import Edition, Laid, laid_beside


def laid_after_second_look(
    laid: Laid,
    pages: Sequence[CopyPage],
    editions: Sequence[Edition],
    language: str | None,
    look: "SecondLook",
) -> Laid:
    """Return the copy laid beside its edition once more, with what a second look saw; as it was where
    nothing is in doubt, or nothing was seen."""
    again = look.at(laid.doubted_lines(), pages)
    return laid_beside(pages, editions, language, SecondReading(again)) if again else laid


class SecondLook:
    """Looks at lines of kept pages by the engine that did not read them first."""

    def __init__(self, kept: KeptPages, eyes: Eyes) -> None:
        self._kept = kept
        self._eyes = eyes

    def at(self, doubted: Sequence[LinesAgain], pages: Sequence[CopyPage]) -> list[LinesAgain]:
        """Return the lines with what stands on them, as far as there is a picture and OCR for it."""
        try:
            return [replace(lines, words=words) for lines in doubted if (words := self._words(lines, pages))]
        except EyesClosedError:
            return []

    def _words(self, lines: LinesAgain, pages: Sequence[CopyPage]) -> tuple[CopyWord, ...]:
        boxes = [
            word.box_pt
            for page in pages
            if page.number == lines.page
            for word in page.words
            if lines.first <= word.line <= lines.last and word.box_pt is not None
        ]
        part = self._kept.lines(lines.page, boxes) if boxes else None
        if part is None:
            return ()
        seen = self._eyes.read(part.gray, Reader.SCENE)
        return tuple(_copy_words(lines_of(page_words(part, seen, boxes_are_tight=False))))


def _copy_words(lines: Sequence[Sequence[Word]]) -> Iterator[CopyWord]:
    for number, line in enumerate(lines):
        text = ""
        for word, behind in zip_longest(line, line[1:]):
            text += word.text
            if behind is None or not behind.glued:
                yield CopyWord(text, number, score=word.score)
                text = ""
