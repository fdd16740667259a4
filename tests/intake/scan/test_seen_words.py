"""OCR's words stand on their lines as print does, without the dots and rules that people write on."""

from dataclasses import replace

import pytest
from made_up.seen_sheets import SeenSheet

from intake.ocr.eyes import SeenWord
from intake.scan.seen_words import page_words


def words_of(sheet: SeenSheet) -> list[str]:
    seen = [word for line in sheet.lines for word in line]
    return [w.text for w in page_words(sheet.page(), seen, boxes_are_tight=False)]


def test_words_stand_on_the_baseline_they_were_printed_on() -> None:
    sheet = SeenSheet()
    sheet.put(70, 700, "Gemeente Havenmond")

    words = page_words(sheet.page(), sheet.lines[0], boxes_are_tight=False)

    assert [round(w.box[1] + 0.22 * w.size_pt) for w in words] == [700, 700]


def test_a_rule_under_the_words_does_not_lower_them() -> None:
    sheet = SeenSheet()
    sheet.put(70, 700, "Gemeente Havenmond")
    sheet.rule(60, 697, 300)

    words = page_words(sheet.page(), sheet.lines[0], boxes_are_tight=False)

    assert [round(w.box[1] + 0.22 * w.size_pt) for w in words] == [700, 700]


def test_words_of_nearly_one_size_are_of_one_size() -> None:
    sheet = SeenSheet()
    sheet.put(70, 700, "Name")
    sheet.put(70, 670, "Participation type")

    words = page_words(sheet.page(), [w for line in sheet.lines for w in line], boxes_are_tight=False)

    assert len({w.size_pt for w in words}) == 1


@pytest.mark.parametrize("drawn", ["......", "_____", "———", "~", "'", "·"])
def test_lines_and_specks_read_as_signs_are_left_out(drawn: str) -> None:
    sheet = SeenSheet()
    sheet.put(70, 700, "Title " + drawn)

    assert words_of(sheet) == ["Title"]


def test_a_line_to_write_on_is_taken_off_the_word_it_hangs_on() -> None:
    sheet = SeenSheet()
    sheet.put(70, 700, "Havenmond_____")

    assert words_of(sheet) == ["Havenmond"]


def test_a_slash_begins_a_word_of_its_own() -> None:
    sheet = SeenSheet()
    sheet.put(70, 700, "organization/both")

    words = page_words(sheet.page(), sheet.lines[0], boxes_are_tight=False)

    assert [(w.text, w.glued) for w in words] == [("organization", False), ("/", True), ("both", True)]


def test_a_speck_between_words_parts_them_but_in_catalan() -> None:
    sheet = SeenSheet()
    sheet.put(70, 700, "Havenmond·Noord col·laboració")

    assert words_of(sheet) == ["Havenmond", "Noord", "col·laboració"]


def test_words_keep_their_scores() -> None:
    sheet = SeenSheet()
    sheet.put(70, 700, "Name", score=0.62)
    seen: list[SeenWord] = [replace(word) for word in sheet.lines[0]]

    assert [w.score for w in page_words(sheet.page(), seen, boxes_are_tight=False)] == [0.62]
