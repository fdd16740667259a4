"""Criteria documents in PDF, set by two programs in many ways: every heading, paragraph, item and row."""

import io
from collections.abc import Callable
from functools import cache

import pikepdf
import pytest
from made_up.library_content import (
    DOCUMENT,
    HEADING,
    IN_COLUMNS,
    ITEM,
    ONE_LINE_EACH,
    PARAGRAPH,
    Piece,
    row_heads,
    rows,
    texts,
)
from made_up.library_pdf import Print, as_pdf, with_picture_page
from made_up.library_typst import Setting, as_typst_pdf

from intake.criteria.pdf_hyphens import joined_lines, mended, words_within_lines
from intake.criteria.read_criteria import read_criteria
from pact.library_elements import DocumentElements, ElementKind
from pact.library_passages import cells_of

SHORT_PT = 330
NOTES = ("The first note of the page, in small print.", "The second.")
LINES_BELOW = "(x, y) => (bottom: 0.5pt)"

WAYS: dict[str, tuple[tuple[Piece, ...], Callable[[tuple[Piece, ...]], bytes]]] = {
    "ruled": (DOCUMENT, lambda pieces: as_pdf(pieces, Print())),
    "without rules": (DOCUMENT, lambda pieces: as_pdf(pieces, Print(ruled=False))),
    "over pages": (DOCUMENT, lambda pieces: as_pdf(pieces, Print(height_pt=SHORT_PT, running=True))),
    "over pages, head not repeated": (
        DOCUMENT,
        lambda pieces: as_pdf(pieces, Print(height_pt=SHORT_PT, running=True, repeat_head=False)),
    ),
    "over pages, without rules": (
        DOCUMENT,
        lambda pieces: as_pdf(pieces, Print(ruled=False, height_pt=SHORT_PT, running=True)),
    ),
    "over pages, without rules, head not repeated": (
        DOCUMENT,
        lambda pieces: as_pdf(pieces, Print(False, height_pt=SHORT_PT, running=True, repeat_head=False)),
    ),
    "one line each": (ONE_LINE_EACH, lambda pieces: as_pdf(pieces, Print(ruled=False))),
    "one line each, another program": (ONE_LINE_EACH, lambda pieces: as_typst_pdf(pieces, Setting("none"))),
    "two columns": (IN_COLUMNS, lambda pieces: as_pdf(pieces, Print(columns=2, height_pt=500))),
    "two columns over pages": (
        IN_COLUMNS,
        lambda pieces: as_pdf(pieces, Print(columns=2, height_pt=SHORT_PT, running=True)),
    ),
    "notes at the foot": (DOCUMENT, lambda pieces: as_pdf(pieces, Print(notes=NOTES))),
    "another program": (DOCUMENT, lambda pieces: as_typst_pdf(pieces, Setting())),
    "another program, without rules": (DOCUMENT, lambda pieces: as_typst_pdf(pieces, Setting("none"))),
    "another program, lines below": (DOCUMENT, lambda pieces: as_typst_pdf(pieces, Setting(LINES_BELOW))),
    "another program, over pages": (
        DOCUMENT,
        lambda pieces: as_typst_pdf(pieces, Setting("none", height_pt=SHORT_PT, running=True)),
    ),
    "words parted": (
        IN_COLUMNS,
        lambda pieces: as_typst_pdf(pieces, Setting(columns=2, justified=True, height_pt=500)),
    ),
    "words parted over pages, with a note": (
        IN_COLUMNS,
        lambda pieces: as_typst_pdf(
            pieces, Setting(columns=2, justified=True, height_pt=SHORT_PT, running=True, note=NOTES[0])
        ),
    ),
}


@cache
def read_as(way: str) -> DocumentElements:
    pieces, printed = WAYS[way]
    return read_criteria(printed(pieces))


def found(way: str, kind: ElementKind) -> list[str]:
    # One of the programs sets typographic apostrophes.
    return [one.text.replace("’", "'") for one in read_as(way).elements if one.kind is kind]


@pytest.mark.parametrize("way", WAYS)
def test_every_heading_is_found_as_deep_as_it_lies(way: str):
    pieces = [piece for piece in WAYS[way][0] if piece.kind == HEADING]

    assert found(way, ElementKind.HEADING) == [piece.text for piece in pieces]
    assert [one.depth for one in read_as(way).elements if one.kind is ElementKind.HEADING] == [
        piece.depth for piece in pieces
    ]


@pytest.mark.parametrize("way", WAYS)
def test_every_paragraph_and_every_item_is_found_word_for_word(way: str):
    assert found(way, ElementKind.PARAGRAPH) == texts(PARAGRAPH, WAYS[way][0])
    assert found(way, ElementKind.LIST_ITEM) == texts(ITEM, WAYS[way][0])


@pytest.mark.parametrize("way", WAYS)
def test_every_row_is_found_with_the_head_of_its_table(way: str):
    seen = [one for one in read_as(way).elements if one.kind is ElementKind.TABLE_ROW]

    assert [cells_of(one.text) for one in seen] == rows(WAYS[way][0])
    assert [cells_of(one.header) for one in seen] == row_heads(WAYS[way][0])


def test_notes_stand_apart_from_the_text_and_leave_no_number_in_it():
    assert found("notes at the foot", ElementKind.FOOTNOTE) == list(NOTES)
    assert found("words parted over pages, with a note", ElementKind.FOOTNOTE) == [NOTES[0]]


def test_a_row_is_cited_by_the_page_that_it_stands_on():
    pages = [one.page for one in read_as("over pages").elements if one.kind is ElementKind.TABLE_ROW]

    assert [pages.count(number) for number in (1, 2, 3)] == [0, 5, 5]


def test_a_page_that_is_a_picture_is_flagged():

    read = read_criteria(with_picture_page())

    assert (read.pages, read.unreadable_pages) == (2, (2,))


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (("The batte-", "ries last."), "The batteries last."),
        (("user-", "replaceable; user-replaceable"), "user-replaceable; user-replaceable"),
        (("Lade-", "und Entladezyklen"), "Lade- und Entladezyklen"),
        (("der CO2-", "Fußabdruck"), "der CO2-Fußabdruck"),
        (("from 3 -", "5 years"), "from 3 - 5 years"),
        (("a two-in-", "one notebook"), "a two-in-one notebook"),
        (("EN/", "IEC 61960"), "EN/IEC 61960"),
    ],
)
def test_a_parted_word_is_put_together_as_the_document_writes_it(lines: tuple[str, ...], whole: str):
    text = joined_lines(lines)

    assert mended(text, words_within_lines([text])) == whole


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7 and nothing else", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer <<>>"]
)
def test_a_damaged_file_is_refused_in_a_sentence(data: bytes):
    assert read_criteria(data).problem == "The file is damaged and cannot be read."


def test_a_broken_page_is_flagged_and_the_others_are_read():
    with pikepdf.open(io.BytesIO(as_pdf(DOCUMENT, Print(height_pt=SHORT_PT)))) as pdf:
        # A face of several parts that has none.
        face = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type0, DescendantFonts=pikepdf.Array()
        )
        pdf.pages[1].obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=face))
        out = io.BytesIO()
        pdf.save(out)

    read = read_criteria(out.getvalue())

    assert (read.pages, read.unreadable_pages) == (3, (2,))
    assert [one.text for one in read.elements if one.kind is ElementKind.HEADING][:2] == [
        "Criteria for made-up devices",
        "1 Scope",
    ]
