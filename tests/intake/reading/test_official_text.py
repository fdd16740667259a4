"""The secretariat's official text gives one edition, from whatever kind of file it is taken."""

from random import Random

import pytest
from made_up.altered_texts import demonstration_edition
from made_up.copies_docx import docx_copy
from made_up.copies_drawn import Look, draw_copy
from made_up.copies_typst import Setting, typst_copy
from made_up.pact_text import SIGNED, whole_pact
from made_up.signature_blocks import Block, Words

from intake.reading.official_text import official_text
from intake.reading.sniff import sniff
from intake.wording.official_lines import OfficialText
from pact.edition_text import edition_of

EDITION = demonstration_edition(with_words=True)
BLANK = Block(None, None, "", None, words=Words())


def as_text() -> bytes:
    return "\n\n".join([line.numbered for line in whole_pact()] + [SIGNED, "Organization"]).encode()


def as_pdf(producer: str) -> bytes:
    look = Look(
        running_head="A pact for trying out", face="times" if producer == "reportlab" else "helvetica"
    )
    return draw_copy(producer, [BLANK], "grid", look, Random(1))


def as_typst() -> bytes:
    return typst_copy([BLANK], "typst_grid", Setting("Libertinus Serif", 11), whole_pact(), Random(1))


def as_docx() -> bytes:
    return docx_copy([BLANK], "docx_grid", whole_pact(), Random(1))


@pytest.mark.parametrize(
    "make", [as_text, lambda: as_pdf("reportlab"), lambda: as_pdf("fpdf"), as_typst, as_docx]
)
def test_every_kind_of_file_gives_the_same_edition(make):
    data = make()
    text = official_text(data, sniff(data))

    edition = edition_of(text.lines, "demonstration", EDITION.in_force, wrapped=text.wrapped, with_words=True)

    assert [(c.number, c.words) for c in edition.clauses if c not in EDITION.clauses] == []
    assert edition.reads_as(EDITION)


def test_another_kind_of_file_is_refused_with_a_sentence():
    text = official_text(b"\x89PNG\r\n\x1a\n", sniff(b"\x89PNG\r\n\x1a\n"))

    assert text == OfficialText(
        problem="The official text is taken as PDF, as Word document (.docx) or as plain text."
    )


def test_the_text_comes_through_the_pipe_as_it_was():
    text = official_text(as_text(), sniff(as_text()))

    assert OfficialText.from_wire(text.to_wire()) == text
