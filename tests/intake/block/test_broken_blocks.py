"""A signature block that a page's end cuts in two is one signatory."""

from made_up.sheets import LABELS, VALUES, Sheet

from intake.reading.read_file import read_file
from pact.documents import FIELD_NAMES, SignatureKind

PDF = "application/pdf"
READ = (*VALUES[:3], "procuring", "2022-06-14")


def rows_from(sheet: Sheet, top: float, rows: range, values: tuple[str, ...] = VALUES) -> None:
    for step, row in enumerate(rows):
        sheet.put(70, top - 24 * step, LABELS[row])
        sheet.put(200, top - 24 * step, values[row])


def read_blocks(sheet: Sheet) -> list[tuple[str | None, ...]]:
    signatories = read_file(sheet.pdf(), PDF).signatories
    return [tuple(getattr(one, name).value for name in FIELD_NAMES) for one in signatories]


def test_a_block_cut_by_the_end_of_the_page_is_one_signatory():
    sheet = Sheet()
    rows_from(sheet, 130, range(3))
    sheet.next_page()
    rows_from(sheet, 780, range(3, 6), (*VALUES[:5], "Roos Vandenbulcke"))

    assert read_blocks(sheet) == [READ]


def test_the_signature_is_the_one_on_the_second_page():
    sheet = Sheet()
    rows_from(sheet, 130, range(3))
    sheet.next_page()
    rows_from(sheet, 780, range(3, 6))
    sheet.scribble(200, 725)

    signatories = read_file(sheet.pdf(), PDF).signatories

    assert [one.signature.kind for one in signatories] == [SignatureKind.DRAWN]


def test_two_whole_blocks_on_two_pages_stay_two():
    sheet = Sheet()
    rows_from(sheet, 230, range(6))
    sheet.next_page()
    rows_from(sheet, 780, range(6))

    assert read_blocks(sheet) == [READ, READ]


def test_halves_that_both_ask_for_a_name_stay_two():
    sheet = Sheet()
    rows_from(sheet, 130, range(4))
    sheet.next_page()
    rows_from(sheet, 780, range(1, 6))

    assert len(read_blocks(sheet)) == 2


def test_an_organisation_alone_at_the_foot_of_a_page_belongs_to_the_block_on_the_next():
    sheet = Sheet()
    rows_from(sheet, 90, range(1))
    sheet.next_page()
    rows_from(sheet, 780, range(1, 6))

    assert read_blocks(sheet) == [READ]


def test_a_signature_alone_on_the_next_page_signs_the_block():
    sheet = Sheet()
    rows_from(sheet, 190, range(5))
    sheet.next_page()
    rows_from(sheet, 780, range(5, 6))
    sheet.scribble(200, 775)

    signatories = read_file(sheet.pdf(), PDF).signatories

    assert [one.signature.kind for one in signatories] == [SignatureKind.DRAWN]


def test_a_page_may_begin_and_end_in_the_middle_of_a_block():
    people = ("Roos Vandenbulcke", "Ilse Maertens", "Jorn Haverbeke")
    first, second, third = ((VALUES[0], name, *VALUES[2:]) for name in people)
    sheet = Sheet()
    rows_from(sheet, 130, range(3), first)
    sheet.next_page()
    rows_from(sheet, 780, range(3, 6), first)
    rows_from(sheet, 660, range(6), second)
    rows_from(sheet, 460, range(5), third)
    sheet.next_page()
    rows_from(sheet, 780, range(5, 6), third)

    assert [block[1] for block in read_blocks(sheet)] == list(people)


def test_a_heading_above_a_lone_label_at_the_foot_of_a_page_is_nobody_s_organisation():
    sheet = Sheet()
    sheet.put(70, 100, "Signature page")
    rows_from(sheet, 78, range(1), ("", *VALUES[1:]))
    sheet.next_page()
    rows_from(sheet, 780, range(1, 6))

    assert [block[0] for block in read_blocks(sheet)] == [None]
