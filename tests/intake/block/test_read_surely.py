"""A value from a picture is as sure as its worst word; writing that nobody read is told from a blank."""

from dataclasses import replace

from made_up.sheets import VALUES, grid_sheet

from intake.block.extract import is_blank, signatories_on
from intake.page.page import PageView, Word
from intake.page.plain_text import UNKNOWN_GLYPH
from intake.pdf.read_pdf import read_pdf
from pact.documents import NOT_FOUND, Method, Signatory


def scanned(**changed: Word | None) -> PageView:
    """Return a page as OCR would give it; words named by their text are changed, or left out."""
    view = read_pdf(grid_sheet().pdf()).views[0]
    words = [replace(w, method=Method.OCR) for w in view.words]
    kept = [changed.get(w.text, w) for w in words]
    return replace(view, words=tuple(w for w in kept if w is not None))


def word_of(view: PageView, text: str) -> Word:
    return next(w for w in view.words if w.text == text)


def only(view: PageView) -> Signatory:
    (found,) = signatories_on(view).signatories
    return found


NAME = VALUES[1]
FIRST = NAME.split()[0]


def test_a_value_with_one_dim_word_is_unsure() -> None:
    dim = replace(word_of(scanned(), FIRST), score=0.7)

    found = only(scanned(**{FIRST: dim}))

    assert (found.name.value, found.name.sure) == (NAME, False)
    assert found.organisation.sure


def test_a_value_whose_words_were_all_read_well_is_sure() -> None:
    found = only(scanned())

    assert (found.name.value, found.name.sure, found.name.method) == (NAME, True, Method.OCR)


def test_writing_that_was_not_read_has_a_box_and_no_value() -> None:
    view = scanned()
    name = [w for w in view.words if w.text in NAME.split()]
    unread = replace(name[0], text=UNKNOWN_GLYPH, score=0.0)
    words = [unread if w is name[0] else w for w in view.words if w is name[0] or w not in name]
    ink = (unread.box[0] - 4, unread.box[1] - 6, unread.box[2] + 60, unread.box[3] + 6)

    found = only(replace(view, words=tuple(words), handwriting=(ink,)))

    assert (found.name.value, found.name.sure, found.name.method) == (None, False, Method.OCR)
    assert found.name.box_pt == ink
    assert not is_blank(found)


def test_a_blank_field_has_neither_value_nor_box() -> None:
    view = scanned()
    words = tuple(w for w in view.words if w.text not in NAME.split())

    assert only(replace(view, words=words)).name == NOT_FOUND
