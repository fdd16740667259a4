"""Greek and Cyrillic print: read once more by an engine that knows these letters, where one is there."""

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from intake.ocr.eyes import Eyes, EyesClosedError, Reader, SeenWord
from intake.page.page import Word, overlap_share
from intake.pictures.straighten import StraightPage
from intake.scan.glance import Glance
from intake.scan.seen_words import page_words
from pact.documents import Method

LANGUAGES = "ell+bul"

_GREEK = re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_LETTERS = re.compile(r"[^\W\d_]")
_LONG = 4  # letters: shorter words are read badly for many reasons
_BADLY_READ = 0.75
_BADLY_READ_WORDS = 2
_WORTH = 0.6  # the score from which the other engine's word counts
_WELL_READ = 0.95
_DOUBTED = 0.85
_SAME_PLACE = 0.4
_SHOWN_BY = 3  # long words, each read so well, show that another script is there and no scribble
_SHOWN_SCORE = 0.85


def with_other_scripts(
    page: StraightPage, words: Sequence[Word], eyes: Eyes, glance: Glance, *, rows: tuple[int, int]
) -> tuple[Word, ...]:
    """Return the words between two rows of pixels, those in Greek or Cyrillic as the engine for these reads
    them; all as they are where nothing looks like it, or no such engine is there."""
    if not _may_hold_others(words, glance):
        return tuple(words)
    top, bottom = rows
    try:
        seen = eyes.read(np.ascontiguousarray(page.gray[top:bottom]), Reader.PRINT, LANGUAGES)
    except EyesClosedError:
        return tuple(words)
    moved = [_moved_down(one, top) for one in seen if one.score >= _WORTH and _script_of(one.text)]
    others = [_doubted(word) for word in page_words(page, moved, boxes_are_tight=True)]
    return _put_among(words, others)


def _may_hold_others(words: Sequence[Word], glance: Glance) -> bool:
    """Whether a word has Greek letters, or several are read as badly as print of another script, or not at
    all: the careful engine passes Cyrillic over."""
    if any(_GREEK.search(word.text) for word in words):
        return True
    badly = sum(word.score < _BADLY_READ and _is_long(word) for word in words)
    return badly + len(glance.unread) >= _BADLY_READ_WORDS


def _is_long(word: Word) -> bool:
    return len(_LETTERS.findall(word.text)) >= _LONG


def _script_of(text: str) -> re.Pattern[str] | None:
    """Return the script that all letters of the text are in, two at least; None for Latin and mixtures."""
    letters = _LETTERS.findall(text)
    scripts = (_GREEK, _CYRILLIC)
    return next((s for s in scripts if len(letters) > 1 and all(s.match(one) for one in letters)), None)


def _moved_down(word: SeenWord, rows: int) -> SeenWord:
    left, top, right, bottom = word.box
    return replace(word, box=(left, top + rows, right, bottom + rows))


def _doubted(word: Word) -> Word:
    return word if word.score >= _WELL_READ else replace(word, score=min(word.score, _DOUBTED))


def _put_among(words: Sequence[Word], others: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words with the others in place of those that they read better, or that nobody saw; as
    they are where too few others show another script."""
    kept: list[Word] = []
    beaten: set[int] = set()
    for other in others:
        under = [n for n, word in enumerate(words) if _is_same_place(word, other)]
        if all(_reads_better(other, words[n]) for n in under):
            kept.append(other)
            beaten.update(under)
    if sum(_is_long(word) and word.score >= _SHOWN_SCORE for word in kept) < _SHOWN_BY:
        return tuple(words)
    return (*(word for n, word in enumerate(words) if n not in beaten), *kept)


def _is_same_place(one: Word, other: Word) -> bool:
    return max(overlap_share(one.box, other.box), overlap_share(other.box, one.box)) > _SAME_PLACE


def _reads_better(other: Word, word: Word) -> bool:
    """Whether the other engine's word is to be believed: a Greek letter among Latin ones is a guess."""
    return word.method is Method.OCR and (bool(_GREEK.search(word.text)) or other.score > word.score)
