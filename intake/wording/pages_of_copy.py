"""Pages as they are laid beside an edition: words in reading order, the signature block told apart."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from intake.block.blocks import BlockPage, blocks_of
from intake.block.labels import LabelField
from intake.block.options import names_options
from intake.block.signature import platform_words
from intake.block.values import filled_blocks
from intake.page.page import PageView, Segment, Word, lines_of, segments_of
from intake.pdf.stray_letters import with_strays_joined
from pact.copy_words import as_one_page, page_of_text
from pact.documents import Method
from pact.wording import CopyPage, CopyWord

_ABOVE_LABELS_PT = 3.0
_VALUE_WORDS_AT_MOST = 9
_INITIALS = 4
_SCANNERS_SCORE = 0.7  # a scanner does not tell how well it read
_LAID_OVER = (Method.FORM, Method.ANNOTATION)


def copy_pages(
    texts: Sequence[str], views: Sequence[PageView], *, by_scanner: Collection[int] = ()
) -> list[CopyPage]:
    """Return the pages of a file: by their words where there are views, else by their text.

    ``by_scanner`` are the pages whose text some scanner left under a picture: it is read, not printed,
    so that what differs there is never sure.
    """
    viewed: dict[int, list[CopyPage]] = {}
    for view in views:
        viewed.setdefault(view.number, []).append(page_of_view(view))
    return [
        as_one_page(viewed[number])
        if number in viewed
        else page_of_text(number, text, score=_SCANNERS_SCORE if number in by_scanner else None)
        for number, text in enumerate(texts, 1)
    ]


def page_of_view(view: PageView) -> CopyPage:
    """Return the page's words: running text as the file has it, then what stands around the signature.

    Words of OCR keep their scores; what was typed over the text stands apart, at its height.
    """
    blocks = blocks_of(view)
    top = max((label.box[3] for block in blocks.blocks for label in block.labels.values()), default=0.0)
    top += _ABOVE_LABELS_PT if blocks.blocks else 0.0
    body = with_strays_joined([word for word in view.words if word.middle_y >= top])
    lines = [*_with_notes(body, view)]
    if blocks.blocks:
        lines += _around_signature(blocks, top)
    words = (_copy_word(run, at, view, line) for at, line in enumerate(lines) for run in _runs(line.words))
    return CopyPage(view.told_number or 0, tuple(words))


@dataclass(frozen=True, slots=True)
class _Line:
    """Words of one line; ``block`` are those of them that belong to the signature block."""

    words: tuple[Word, ...]
    block: frozenset[Word] = frozenset()
    apart: bool = False


def _with_notes(body: Sequence[Word], view: PageView) -> Iterator[_Line]:
    """Yield the lines of the running text, each note behind the line at whose height it was put."""
    printed = list(_lines([word for word in body if word.method not in _LAID_OVER]))
    notes = [
        segment
        for segment in segments_of(view)
        if segment.words[0] in body and segment.words[0].method in _LAID_OVER and _says_something(segment)
    ]
    for line in printed:
        yield _Line(tuple(line))
        here = [n for n in notes if n.middle_y > line[0].middle_y - line[0].size_pt]
        for note in here:
            yield _Line(note.words, apart=True)
        notes = [n for n in notes if n not in here]
    for note in notes:
        yield _Line(note.words, apart=True)


def _says_something(segment: Segment) -> bool:
    """Initials at a page's foot are no change of its text."""
    return sum(c.isalpha() for c in segment.text) > _INITIALS


def _lines(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield the words line by line, as the file has them: raised and lowered ones stay on their line."""
    line: list[Word] = []
    for word in words:
        if line and not _goes_on(line[-1], word):
            yield line
            line = []
        line.append(word)
    if line:
        yield line


def _goes_on(last: Word, word: Word) -> bool:
    size = max(last.size_pt, word.size_pt)
    small = min(last.size_pt, word.size_pt) < 0.8 * size
    near = abs(last.box[1] - word.box[1]) < (0.7 if small else 0.35) * size
    return near and word.box[0] > last.box[0] - 2


def _around_signature(blocks: BlockPage, top: float) -> Iterator[_Line]:
    """Yield what stands in and around the signature blocks, line by line from the top."""
    pieces = [Segment(label.words) for label in blocks.labels]
    own = {word for piece in pieces for word in piece.words} | _values_in(blocks)
    pieces = [piece for piece in (*pieces, *blocks.pieces) if piece.middle_y < top]
    for piece in pieces:
        if names_options(piece.text) or platform_words(piece.text):
            own.update(piece.words)
    for line in lines_of(word for piece in pieces for word in piece.words):
        yield _Line(tuple(line), frozenset(own.intersection(line)))


def _values_in(blocks: BlockPage) -> set[Word]:
    """Return the words that were filled in; a long text is none, whatever it stands beside."""
    return {
        word
        for block in filled_blocks(blocks)
        for field, pieces in block.values.items()
        for piece in pieces
        if field is not LabelField.SIGNATURE and len(piece.text.split()) <= _VALUE_WORDS_AT_MOST
        for word in piece.words
    }


def _runs(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield the words that are printed as one: no space parts them, and one line strikes them out."""
    run: list[Word] = []
    for word in words:
        if run and not (word.glued and word.struck == run[-1].struck):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _copy_word(run: Sequence[Word], at: int, view: PageView, line: _Line) -> CopyWord:
    lefts, bottoms, rights, tops = zip(*(word.box for word in run), strict=True)
    box = view.told_box((min(lefts), min(bottoms), max(rights), max(tops)))
    first = run[0]
    score = min(word.score for word in run) if first.method is Method.OCR else None
    text = "".join(word.text for word in run)
    return CopyWord(text, at, box, score, first.struck, first in line.block, line.apart)
