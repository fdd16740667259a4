"""A Word copy beside the editions: as it stands once its changes are accepted, and as it stood before."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain

from lxml import etree

from intake.block.labels import fields_named, label_at_start
from intake.block.options import names_options
from intake.docx.docx_package import DocxPackage
from intake.docx.docx_paragraphs import Paragraph, Piece, Tracked, comments_in, paragraphs_of
from intake.page.plain_text import tidy
from intake.wording.copy_read import CopyRead
from pact.documents import Remark
from pact.wording import CopyPage, CopyWord, Edition, Laid, laid_beside

_REMARKS_AT_MOST = 20
_LETTERS_SHOWN = 160
_LABELS_AT_LEAST = 3
_LABELS_WITHIN = 14
_LONGEST_LABEL_LINE = 120
_VALUE_WORDS_AT_MOST = 9
_PAGE = 0  # a Word file says nothing about pages

Reading = Callable[[Paragraph], Sequence[Piece]]


def docx_wording(package: DocxPackage, editions: Sequence[Edition], language: str | None) -> CopyRead:
    """Return what the copy alters once all its changes are accepted, and remarks on what is tracked.

    The remarks say for each clause what was put in and taken out and by whom, what the text is without
    these changes, and what is written in comments.
    """
    paragraphs = tuple(chain.from_iterable(paragraphs_of(part) for part in _parts(package)))
    laid = laid_beside([_page(paragraphs, Paragraph.accepted)], editions, language)
    remarks = [*_changes(paragraphs, laid), *_comments(paragraphs, package, laid)]
    if any(piece.tracked for one in paragraphs for piece in one.pieces) and laid.wording.compared:
        before = laid_beside([_page(paragraphs, Paragraph.original)], editions, language)
        remarks.append(Remark("tracked_changes", _as_it_was(before)))
    return CopyRead(laid.wording, tuple(remarks))


def _parts(package: DocxPackage) -> Iterator[etree._Element]:
    """Yield the parts with text; notes behind the text, as they have no fixed place in it."""
    yield from package.headers
    yield package.document
    for notes in (package.footnotes, package.endnotes):
        if notes is not None:
            yield notes
    yield from package.footers


def _page(paragraphs: Sequence[Paragraph], reading: Reading) -> CopyPage:
    lines = [list(_words(reading(one))) for one in paragraphs]
    begin = _first_label(lines)
    words: list[CopyWord] = []
    for at, line in enumerate(lines):
        block = begin is not None and at >= begin and _is_of_block(line)
        words += [word._replace(line=at, block=block) for word in line]
    return CopyPage(_PAGE, tuple(words))


def _words(pieces: Sequence[Piece]) -> Iterator[CopyWord]:
    """Yield the words of the pieces; a word is struck out when every letter of it is."""
    if not any(piece.struck for piece in pieces):
        yield from (CopyWord(text) for text in "".join(piece.text for piece in pieces).split())
        return
    text, struck = "", True
    for piece in pieces:
        for letter in piece.text:
            if not letter.isspace():
                text += letter
                struck = struck and piece.struck
            elif text:
                yield CopyWord(text, struck=struck)
                text, struck = "", True
    if text:
        yield CopyWord(text, struck=struck)


def _first_label(lines: Sequence[Sequence[CopyWord]]) -> int | None:
    """Return the line at which the signature block begins: a short one with a label, and others close
    behind it."""
    texts = [" ".join(word.text for word in line) for line in lines]
    texts = [text if len(text) <= _LONGEST_LABEL_LINE else "" for text in texts]
    starts = [at for at, text in enumerate(texts) if text and label_at_start(text)]
    for at in starts:
        if len(fields_named("\n".join(texts[at : at + _LABELS_WITHIN]))) >= _LABELS_AT_LEAST:
            return at
    return None


def _is_of_block(line: Sequence[CopyWord]) -> bool:
    text = " ".join(word.text for word in line)
    return len(line) <= _VALUE_WORDS_AT_MOST or label_at_start(text) is not None or names_options(text) > 1


def _changes(paragraphs: Sequence[Paragraph], laid: Laid) -> Iterator[Remark]:
    """Yield a remark for each paragraph with tracked changes, at its clause and with its authors."""
    clauses = laid.clauses_by_line()
    changed = [(at, one) for at, one in enumerate(paragraphs) if any(p.tracked for p in one.pieces)]
    for at, one in changed[:_REMARKS_AT_MOST]:
        where = _clause_at(at, clauses)
        by = dict.fromkeys(piece.author or "somebody" for piece in one.pieces if piece.tracked)
        said = [
            f"{tracked.value} \u201c{words[:_LETTERS_SHOWN]}\u201d"
            for tracked in (Tracked.TAKEN_OUT, Tracked.PUT_IN)
            if (words := tidy("".join(p.text for p in one.pieces if p.tracked is tracked)))
        ]
        if said:
            yield Remark("tracked_changes", f"{where}{', '.join(by)}: {', '.join(said)}")
    if len(changed) > _REMARKS_AT_MOST:
        further = len(changed) - _REMARKS_AT_MOST
        yield Remark("tracked_changes", f"{further} further paragraphs carry tracked changes")


def _comments(paragraphs: Sequence[Paragraph], package: DocxPackage, laid: Laid) -> Iterator[Remark]:
    written = comments_in(package.comments)
    if not written:
        return
    clauses = laid.clauses_by_line()
    places = {number: at for at, one in enumerate(paragraphs) for number in one.comments}
    for number, comment in list(written.items())[:_REMARKS_AT_MOST]:
        where = _clause_at(places[number], clauses) if number in places else ""
        text = comment.text[: 2 * _LETTERS_SHOWN]
        yield Remark("document_comment", f"{where}{comment.author or 'somebody'}: \u201c{text}\u201d")


def _clause_at(line: int, clauses: Mapping[tuple[int, int], str]) -> str:
    """Return the clause of the paragraph, or of the one before it, as it is put in front of a remark."""
    for at in range(line, max(line - 4, -1), -1):
        if (_PAGE, at) in clauses:
            return f"{clauses[_PAGE, at]}, "
    return ""


def _as_it_was(before: Laid) -> str:
    wording = before.wording
    if not wording.compared:
        return "without these changes the text is that of no edition known here"
    if not wording.alterations:
        return f"without these changes the text is that of edition {wording.edition}"
    clauses = ", ".join(dict.fromkeys(one.clause for one in wording.alterations[:8]))
    return f"without these changes the text differs from edition {wording.edition} too: {clauses}"
