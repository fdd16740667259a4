"""Labels and options that OCR misspelt, put right: for words read from pictures only."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Levenshtein

from intake.block.labels import CORE, PHRASES, LabelField, LabelMatch, label_at_start
from intake.page.page import Word, box_around, is_aligned, joined, lines_of
from intake.page.plain_text import folded
from pact.documents import BoxPt

_CELL_GAP = 1.1  # sizes of type between two words of different cells, as the page model parts segments
_SHORT = 6  # labels with fewer letters are near many words: they count only in a column of labels
_WORDS_AT_MOST = 5
_OPTION_WORDS = ("coordinating", "co-ordinating", "procuring", "organization", "organisation")
_READ_WELL = 0.97
_NOT_LETTERS = re.compile(r"[\W_]+")
_DIGITS_FOR_LETTERS = str.maketrans("015|", "olsl")


@dataclass(frozen=True, slots=True)
class _Phrase:
    text: str
    letters: str
    field: LabelField


def _key(text: str) -> str:
    """Return the text as labels are compared: letters only, those that engines confuse made one."""
    return _NOT_LETTERS.sub("", folded(text).translate(_DIGITS_FOR_LETTERS)).replace("rn", "m")


_PHRASES = tuple(
    _Phrase(phrase, _key(phrase), field)
    for field in (f for f in LabelField if f in CORE)
    for phrase in PHRASES[field]
    if len(_key(phrase)) >= 4
)


def with_labels_mended(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words with nearly right labels and options spelt right.

    A label is mended only where labels that need no mending show a signature block, and only for a
    field that none of them names; short ones only in one column with those.
    """
    cells = [cell for line in lines_of(words) for cell in _cells(line)]
    known = {index: match.field for index, cell in enumerate(cells) if (match := _label_of(cell)) is not None}
    columns = [cells[index][0].box for index in known]
    missing = CORE - set(known.values())
    result: list[Word] = []
    for index, cell in enumerate(cells):
        may_be_label = index not in known and missing and len(known) >= 2
        spelt = _mended(cell, missing, columns) if may_be_label else cell
        result.extend(_option_mended(word) for word in spelt)
    return tuple(result)


def _cells(line: Sequence[Word]) -> Iterator[list[Word]]:
    cell = [line[0]]
    for word in line[1:]:
        if word.box[0] - cell[-1].box[2] > _CELL_GAP * max(word.size_pt, cell[-1].size_pt):
            yield cell
            cell = []
        cell.append(word)
    yield cell


def _label_of(cell: Sequence[Word]) -> LabelMatch | None:
    match = label_at_start(joined(cell))
    return match if match is not None and match.field in CORE else None


def _mended(cell: list[Word], missing: frozenset[LabelField], columns: Sequence[BoxPt]) -> list[Word]:
    """Return the cell with its first words spelt as the label that they nearly are."""
    in_column = any(is_aligned(cell[0].box, box, slack=8.0) for box in columns)
    best: tuple[int, int, _Phrase] | None = None
    for count in range(1, min(len(cell), _WORDS_AT_MOST) + 1):
        closed = cell[count - 1].text.endswith(":")
        if not (closed or count == len(cell)) or not (in_column or closed):
            continue
        letters = _key("".join(w.text for w in cell[:count]))
        for phrase in _PHRASES:
            distance = _distance(letters, phrase, in_column=in_column)
            if phrase.field in missing and distance is not None and (best is None or distance < best[0]):
                best = (distance, count, phrase)
    return _respelt(cell, best[1], best[2].text) if best else cell


def _distance(letters: str, phrase: _Phrase, *, in_column: bool) -> int | None:
    """Return how many letters are wrong; None where too many are for this to be the label."""
    if len(phrase.letters) < _SHORT and not in_column:
        return None
    most = 1 if len(phrase.letters) < 9 else 2 if len(phrase.letters) < 15 else 3
    distance = Levenshtein.distance(letters, phrase.letters, score_cutoff=most)
    return distance if distance <= most else None


def _respelt(cell: list[Word], count: int, phrase: str) -> list[Word]:
    first, rest = cell[:count], cell[count:]
    closed = first[-1].text.endswith(":")
    spelt = phrase[:1].upper() + phrase[1:] + (":" if closed else "")
    left, bottom, right, top = box_around(w.box for w in first)
    step = (right - left) / len(spelt)
    parts, at = [], 0
    for text in spelt.split(" "):
        box = (left + at * step, bottom, left + (at + len(text)) * step, top)
        parts.append(replace(first[0], text=text, box=box, glued=False))
        at += len(text) + 1
    return [*parts, *rest]


def _option_mended(word: Word) -> Word:
    """Return the word spelt as the option that it nearly is; what was read well stays, and so does a
    plural, which no option is."""
    flat = folded(word.text).strip("()[]{}.,;:")
    if word.score >= _READ_WELL or len(flat) < 8 or flat.removesuffix("s") in _OPTION_WORDS:
        return word
    for option in _OPTION_WORDS:
        if Levenshtein.distance(flat, option, score_cutoff=2) <= 2:
            return replace(word, text=option.capitalize() if word.text[:1].isupper() else option)
    return word
