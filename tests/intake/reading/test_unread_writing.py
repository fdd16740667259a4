"""Handwriting outside of a block's fields is told, and signatures, values, stamps and print are not."""

from dataclasses import replace

import pytest
from made_up.readings import signed_pact

from intake.page.page import PageView, Word
from intake.reading.unread_writing import with_unread_writing
from pact.documents import BoxPt, DocumentKind, Field, Method, Remark, Signatory, Signature, SignatureKind

LABELS = ("Organisation:", "Name:", "Title:", "Participation type:", "Date:", "Signature:")
NOTE = (80.0, 250.0, 300.0, 266.0)
SIGNED = (170.0, 430.0, 300.0, 460.0)


def page_with(*handwriting: BoxPt, more: tuple[Word, ...] = ()) -> PageView:
    """Return a signature page whose block stands from 600 down to 440 points, with this writing on it."""
    words = [
        Word(text, (60.0, 600.0 - 32 * row, 150.0, 612.0 - 32 * row), method=Method.OCR, score=0.97)
        for row, text in enumerate(LABELS)
    ]
    return PageView(1, 595, 842, (*words, *more), handwriting=handwriting)


def guessed(box: BoxPt, *texts: str, score: float = 0.3) -> tuple[Word, ...]:
    """Return words that OCR made of the writing in a box."""
    step = (box[2] - box[0]) / len(texts)
    return tuple(
        Word(
            text,
            (box[0] + n * step, box[1], box[0] + (n + 1) * step - 3, box[3]),
            method=Method.OCR,
            score=score,
        )
        for n, text in enumerate(texts)
    )


def told(view: PageView, signatory: Signatory | None = None) -> list[Remark]:
    document = signed_pact(signatory or Signatory())
    return list(with_unread_writing(document, [view]).remarks)


def test_a_line_written_below_the_block_is_told_with_its_place():
    (remark,) = told(page_with(NOTE))

    assert (remark.code, remark.page, remark.box_pt) == ("unread_writing", 1, NOTE)


def test_words_of_one_line_are_told_once():
    left, right = (80.0, 250.0, 160.0, 266.0), (170.0, 251.0, 300.0, 265.0)

    assert [remark.box_pt for remark in told(page_with(left, right))] == [(80.0, 250.0, 300.0, 266.0)]


@pytest.mark.parametrize(
    "box",
    [
        (170.0, 570.0, 300.0, 584.0),
        (170.0, 425.0, 300.0, 445.0),
        (80.0, 250.0, 110.0, 266.0),
        (80.0, 220.0, 190.0, 330.0),
        (1.0, 250.0, 200.0, 266.0),
    ],
    ids=["a value", "what hangs below the signature's line", "initials", "a stamp", "the picture's edge"],
)
def test_what_is_no_remark_is_not_told(box: BoxPt):
    assert told(page_with(box)) == []


def test_a_signature_below_the_block_is_not_told():
    low = (100.0, 380.0, 240.0, 404.0)
    signature = Signature(SignatureKind.DRAWN, 0.95, 1, low)

    assert told(page_with(low), Signatory(signature=signature)) == []


def test_a_sentence_that_was_taken_for_the_signature_is_told():
    low = (100.0, 380.0, 260.0, 396.0)
    signature = Signature(SignatureKind.DRAWN, 0.95, 1, low)
    words = guessed(low, "not", "for", "our", "schools")

    assert len(told(page_with(low, more=words), Signatory(signature=signature))) == 1


def test_a_value_far_from_its_label_is_not_told():
    name = Field("Ida Holm", 0.3, page=1, box_pt=NOTE)

    assert told(page_with(NOTE), Signatory(name=name)) == []


def test_print_that_looks_like_writing_is_not_told():
    assert told(page_with(NOTE, more=guessed(NOTE, "Circular", "Pact", score=0.97))) == []


def test_other_papers_are_full_of_writing():
    letter = replace(signed_pact(), kind=DocumentKind.LETTER_OF_SUPPORT)

    assert with_unread_writing(letter, [page_with(NOTE)]).remarks == ()
