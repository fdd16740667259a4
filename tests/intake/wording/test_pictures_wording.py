"""Copies that came as pictures alone are laid beside the edition as scanned PDFs are."""

from random import Random

import pytest
from made_up.altered_texts import demonstration_edition
from made_up.copy_sources import text_pages
from made_up.filled_forms import Manner, filled_form
from made_up.pact_text import Line, whole_pact
from made_up.paper_pages import printed_pages
from made_up.picture_files import tiff
from made_up.scanners import SCANNERS

from intake.ocr.engines import LocalEyes
from intake.ocr.eyes import NO_EYES
from intake.page.page import PageView, Word
from intake.reading.material import ReadingMaterial
from intake.reading.read_pictures import read_pictures
from intake.scan.kept_pages import KeptPages
from intake.wording.pictures_wording import pictures_wording
from intake.wording.second_look import SecondLook
from pact.documents import Change, Method, Wording

MATERIAL = ReadingMaterial(editions=(demonstration_edition(with_words=True),))
DPI = 150
NOBODY = SecondLook(KeptPages(), NO_EYES)


def of_tiff(last_lines: tuple[Line, ...]) -> Wording:
    """Return the wording of a TIFF with these lines on one page and a filled-in block on the next."""
    rng = Random(4)
    text = printed_pages(text_pages(rng, "development", last_lines, size=10), DPI)
    form = filled_form(rng, "development", (Manner(),), dpi=DPI)
    scanner = SCANNERS["development"][0]
    return read_pictures([tiff([*text, *form.pages], scanner)], eyes=LocalEyes(), material=MATERIAL).wording


def seen_page(lines: tuple[Line, ...]) -> PageView:
    """Return a page of a picture on which these lines, each a paragraph, were read word by word."""
    words: list[Word] = []
    for row, line in enumerate(lines):
        for column, text in enumerate(line.numbered.split()):
            box = (40.0 + 30 * column, 800.0 - 7 * row, 66.0 + 30 * column, 806.0 - 7 * row)
            words.append(Word(text, box, size_pt=6, method=Method.OCR, score=0.95))
    return PageView(1, 595, 842, tuple(words))


@pytest.mark.slow
def test_a_changed_clause_in_a_tiff_is_found_and_no_other():
    *before, last = whole_pact()[-14:]
    changed = Line(last.rank, last.text.replace("half a year", "two years"), last.number)

    wording = of_tiff((*before, changed))

    sent = [one for one in wording.alterations if one.change is not Change.MISSING]
    assert [(one.clause, one.change, one.sure) for one in sent] == [("6.7.2", Change.CHANGED, True)]


def test_pictures_of_the_text_as_it_is_alter_nothing():
    lines = whole_pact()[-40:]

    wording = pictures_wording([""], [seen_page(lines)], MATERIAL.editions, "en", look=NOBODY).wording

    assert (wording.compared, wording.alterations) == (True, ())


def test_pages_are_put_in_order_before_they_are_compared():
    lines = whole_pact()
    first, second = seen_page(lines[:60]), seen_page(lines[60:])
    there = [PageView(1, 595, 842, second.words), PageView(2, 595, 842, first.words)]

    wording = pictures_wording(["", ""], there, MATERIAL.editions, "en", look=NOBODY).wording

    assert wording.alterations == ()


def test_without_an_edition_pictures_are_not_compared():
    assert pictures_wording([""], [seen_page(whole_pact()[-40:])], (), "en", look=NOBODY).wording == Wording()
