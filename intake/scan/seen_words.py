"""Words that OCR saw, as words of a page: in points, on a baseline, at their size of type."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from intake.ocr.eyes import SeenWord
from intake.page.page import Word
from intake.page.plain_text import TICK_GLYPHS, tidy
from intake.pictures.straighten import StraightPage
from intake.scan.line_sizes import LineSize, line_size
from pact.documents import Method

POINTS_PER_INCH = 72.0
_DESCENT, _ASCENT = 0.22, 0.9  # of a size of type, below and above the baseline: as print has its boxes
_RUN_GAP = 1.6  # so many heights of a line apart, words stand in cells of their own
_ONE_SIZE = 0.3  # sizes of a page that differ by less are one: OCR measures them roughly
_TALLEST, _WORDS_THAT_TELL = 2.0, 5
_TIGHT = 0.25  # tesseract draws its boxes close round the ink; this much is added before measuring
_JOINTS = frozenset("/|") | TICK_GLYPHS
_NO_TEXT = re.compile(r"[\W_]*")
_KEPT_SIGNS = frozenset("/&-–—+()[],.:;@|") | TICK_GLYPHS
_SPECK = re.compile(r"(?<=\w)·(?=\w)(?!(?<=l·)l)")
_OF_ASIA = re.compile("[\u2e80-\ufdcf\uff00-\uffef]")  # what the careful engine takes pen strokes for
_DRAWN_TEXT = re.compile(r"(?:[_.…·~=\-–—]\s?){3,}|_+")  # lines and dots to write on, read as signs


@dataclass(frozen=True, slots=True)
class Scale:
    """From pixels of a straight page to its points: what a page's words are counted in."""

    height_px: int
    dpi: float

    def box(self, left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
        """Return a box given in pixels from the top left, in points from the lower left."""
        k = POINTS_PER_INCH / self.dpi
        return (left * k, (self.height_px - bottom) * k, right * k, (self.height_px - top) * k)


def scale_of(page: StraightPage) -> Scale:
    """Return the scale of a straight page."""
    return Scale(page.gray.shape[0], page.dpi)


def page_words(page: StraightPage, seen: Sequence[SeenWord], *, boxes_are_tight: bool) -> tuple[Word, ...]:
    """Return the words as the page model has them: boxes on a common baseline a line, signs that are
    lines to write on left out, slashes and ticks words of their own."""
    scale = scale_of(page)
    runs = [run for run in _runs(_padded(seen) if boxes_are_tight else seen) if run]
    sizes = [line_size(page.gray, run) for run in runs]
    usual = median(s.size_px for s in sizes) if sizes else 0.0
    words: list[Word] = []
    for run, size in zip(runs, sizes, strict=True):
        is_usual = abs(size.size_px - usual) < _ONE_SIZE * usual
        printed = replace(size, size_px=usual) if is_usual else size
        for one in _dots_parted(run):
            words.extend(_joints_parted(_word(one, printed, scale)))
    return tuple(w for w in words if w.text)


def _padded(seen: Iterable[SeenWord]) -> list[SeenWord]:
    padded = []
    for one in seen:
        left, top, right, bottom = one.box
        more = _TIGHT * (bottom - top)
        padded.append(replace(one, box=(left, top - more, right, bottom + more)))
    return padded


def _runs(seen: Sequence[SeenWord]) -> Iterator[list[SeenWord]]:
    """Yield the words of each line, parted where a wide gap shows that another cell begins."""
    lines: dict[int, list[SeenWord]] = {}
    for one in seen:
        lines.setdefault(one.line, []).append(one)
    for words in lines.values():
        line = _evened(sorted(words, key=lambda w: w.box[0]))
        run = [line[0]]
        for one in line[1:]:
            if one.box[0] - run[-1].box[2] > _RUN_GAP * (one.box[3] - one.box[1]):
                yield run
                run = []
            run.append(one)
        yield run


def _evened(line: Sequence[SeenWord]) -> list[SeenWord]:
    """Return the words of a line, one whose box took in a blot or the next line as high as the others."""
    tops, bottoms = median(w.box[1] for w in line), median(w.box[3] for w in line)
    most = _TALLEST * (bottoms - tops)
    evened = []
    for one in line:
        left, top, right, bottom = one.box
        tall = len(line) >= _WORDS_THAT_TELL and bottom - top > most
        evened.append(replace(one, box=(left, tops, right, bottoms)) if tall else one)
    return evened


def _dots_parted(run: Sequence[SeenWord]) -> Iterator[SeenWord]:
    """Yield the words, parted at a dot in mid-height: a speck between them; only Catalan has it, in l·l."""
    for one in run:
        starts = [0, *(match.end() for match in _SPECK.finditer(one.text))]
        left, top, right, bottom = one.box
        step = (right - left) / max(len(one.text), 1)
        for start, end in zip(starts, [*starts[1:], len(one.text)], strict=True):
            text = one.text[start:end].rstrip("·")
            box = (left + start * step, top, left + (start + len(text)) * step, bottom)
            yield replace(one, text=text, box=box)


def _word(seen: SeenWord, size: LineSize, scale: Scale) -> Word:
    left, _, right, _ = seen.box
    top = size.baseline_px - _ASCENT * size.size_px
    bottom = size.baseline_px + _DESCENT * size.size_px
    text = _without_drawn_signs(tidy(seen.text))
    return Word(
        text,
        scale.box(left, top, right, bottom),
        size_pt=round(size.size_px * POINTS_PER_INCH / scale.dpi, 1),
        method=Method.OCR,
        score=seen.score,
    )


def _without_drawn_signs(text: str) -> str:
    """Return the text without what is no letter of it: dotted lines, rules, specks of dust."""
    text = _OF_ASIA.sub("", _DRAWN_TEXT.sub("", text))
    if _NO_TEXT.fullmatch(text) and not set(text) <= _KEPT_SIGNS:
        return ""
    return text


def _joints_parted(word: Word) -> Iterator[Word]:
    """Yield the word's parts: a slash and a tick each begin a word of their own."""
    starts = [0]
    for index, sign in enumerate(word.text):
        if index and (sign in _JOINTS or word.text[index - 1] in _JOINTS):
            starts.append(index)
    left, bottom, right, top = word.box
    step = (right - left) / max(len(word.text), 1)
    for start, end in zip(starts, [*starts[1:], len(word.text)], strict=True):
        box = (left + start * step, bottom, left + end * step, top)
        yield replace(word, text=word.text[start:end], box=box, glued=start > 0)
