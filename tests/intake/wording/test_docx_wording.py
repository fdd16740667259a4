"""Word copies: tracked changes and comments are told at their clause, in the words of whoever made them."""

from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from made_up.altered_texts import demonstration_edition
from made_up.copies_docx import write_line
from made_up.pact_text import whole_pact

from intake.docx.docx_package import open_package
from intake.wording.copy_read import CopyRead
from intake.wording.docx_wording import docx_wording
from pact.documents import Remark

EDITION = demonstration_edition()
QUARTER = "up to a quarter of the budget"
BLOCK = (
    "Signed,",
    "Organization: Gemeente Lindenhove",
    "Name: Ada Maas",
    "Title: Director",
    "Date: 3 May 2022",
)


@pytest.fixture
def copy() -> Document:
    document = docx.Document()
    for line in whole_pact():
        write_line(document, line)
    for text in BLOCK:
        document.add_paragraph(text)
    return document


def paragraph_with(document: Document, words: str) -> Paragraph:
    return next(one for one in document.paragraphs if words in one.text)


def cut_in_three(paragraph: Paragraph, words: str) -> tuple[str, str]:
    before, _, behind = paragraph.text.partition(words)
    for run in list(paragraph.runs):
        run._element.getparent().remove(run._element)
    paragraph.add_run(before)
    return before, behind


def track(paragraph: Paragraph, old: str, new: str, author: str = "Legal") -> None:
    _, behind = cut_in_three(paragraph, old)
    for tag, text_tag, text in (("w:del", "w:delText", old), ("w:ins", "w:t", new)):
        change, run, words = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(text_tag)
        change.set(qn("w:author"), author)
        words.text = text
        run.append(words)
        change.append(run)
        paragraph._element.append(change)
    paragraph.add_run(behind)


def read(document: Document) -> CopyRead:
    buffer = BytesIO()
    document.save(buffer)
    return docx_wording(open_package(buffer.getvalue()), [EDITION], "en")


def test_an_unaltered_word_copy_has_nothing_to_tell(copy: Document):
    found = read(copy)

    assert (found.wording.compared, found.wording.alterations, found.remarks) == (True, (), ())


def test_a_tracked_change_is_told_at_its_clause_with_its_author_and_both_readings(copy: Document):
    track(paragraph_with(copy, QUARTER), "a quarter", "a half")

    found = read(copy)

    assert [(a.clause, a.found) for a in found.wording.alterations] == [
        ("5.3.4", "one, up to a half of the budget. What")
    ]
    assert found.remarks == (
        Remark("tracked_changes", "5.3.4, Legal: taken out \u201ca quarter\u201d, put in \u201ca half\u201d"),
        Remark("tracked_changes", "without these changes the text is that of edition demonstration"),
    )


def test_a_tracked_change_back_to_the_edition_is_told_too(copy: Document):
    paragraph = paragraph_with(copy, QUARTER)
    paragraph.runs[0].text = paragraph.text.replace("a quarter", "a half")
    track(paragraph, "a half", "a quarter", "")

    found = read(copy)

    assert found.wording.alterations == ()
    assert [remark.seen for remark in found.remarks] == [
        "5.3.4, somebody: taken out \u201ca half\u201d, put in \u201ca quarter\u201d",
        "without these changes the text differs from edition demonstration too: 5.3.4",
    ]


def test_a_comment_is_told_at_its_clause_with_its_author(copy: Document):
    paragraph = paragraph_with(copy, QUARTER)
    copy.add_comment(paragraph.runs, text="We cannot agree to this.", author="Legal")

    found = read(copy)

    assert (found.wording.alterations, found.remarks) == (
        (),
        (Remark("document_comment", "5.3.4, Legal: \u201cWe cannot agree to this.\u201d"),),
    )


def test_words_struck_out_are_taken_out(copy: Document):
    paragraph = paragraph_with(copy, QUARTER)
    _, behind = cut_in_three(paragraph, QUARTER)
    paragraph.add_run(QUARTER).font.strike = True
    paragraph.add_run(behind)

    (one,) = read(copy).wording.alterations

    assert (one.clause, one.change) == ("5.3.4", "changed")


def test_hidden_words_do_not_stand_there(copy: Document):
    paragraph_with(copy, QUARTER).add_run(" This is hidden.").font.hidden = True

    assert read(copy).wording.alterations == ()


def test_a_reservation_below_the_block_is_told(copy: Document):
    copy.add_paragraph("We sign subject to the approval of our council.")

    assert [(a.clause, a.change, a.found) for a in read(copy).wording.alterations] == [
        ("signature page", "added", "We sign subject to the approval of our council.")
    ]


def test_letters_set_below_the_line_belong_to_their_word(copy: Document):
    paragraph = paragraph_with(copy, QUARTER)
    _, behind = cut_in_three(paragraph, "budget")
    paragraph.add_run("budg")
    paragraph.add_run("et").font.subscript = True
    paragraph.add_run(behind)

    assert read(copy).wording.alterations == ()
