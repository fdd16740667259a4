"""A second look, and a third, at those lines of a scan where its first reading differs from the edition."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from intake.ocr.eyes import Eyes, EyesClosedError, Reader
from intake.page.page import Word, lines_of
from intake.scan.kept_pages import KeptPages, enlarged
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
    """Return the copy laid beside its edition once more, with what a second look saw, and on lines that still
    differ a third one, by the first engine from larger letters; as it was where nothing was seen."""
    parts: list[LinesAgain] = []
    for reader in (Reader.SCENE, Reader.PRINT):
        again = look.at(laid.doubted_lines(), pages, reader)
        if not again:
            break
        parts += again
        laid = laid_beside(pages, editions, language, SecondReading(parts))
    return laid


class SecondLook:
    """Looks at lines of kept pages by the engine that did not read them first."""

    def __init__(self, kept: KeptPages, eyes: Eyes) -> None:
        self._kept = kept
        self._eyes = eyes

    def at(
        self, doubted: Sequence[LinesAgain], pages: Sequence[CopyPage], reader: Reader
    ) -> list[LinesAgain]:
        """Return the lines with what stands on them, as far as there is a picture and OCR for it."""
        try:
            return [seen for lines in doubted if (seen := self._seen(lines, pages, reader)) is not None]
        except EyesClosedError:
            return []

    def _seen(self, lines: LinesAgain, pages: Sequence[CopyPage], reader: Reader) -> LinesAgain | None:
        boxes = [
            word.box_pt
            for page in pages
            if page.number == lines.page
            for word in page.words
            if lines.first <= word.line <= lines.last and word.box_pt is not None
        ]
        part = self._kept.lines(lines.page, boxes) if boxes else None
        if part is None:
            return None
        page = enlarged(part.page) if reader is Reader.PRINT else part.page
        seen = self._eyes.read(page.gray, reader)
        words = page_words(page, seen, boxes_are_tight=reader is Reader.PRINT)
        if not words:
            return None
        return replace(lines, words=tuple(_copy_words(lines_of(words))), streaks_pt=part.streaks_pt)


def _copy_words(lines: Sequence[Sequence[Word]]) -> Iterator[CopyWord]:
    for number, line in enumerate(lines):
        text = ""
        for word, behind in zip_longest(line, line[1:]):
            text += word.text
            if behind is None or not behind.glued:
                yield CopyWord(text, number, score=word.score)
                text = ""
