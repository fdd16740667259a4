"""Numbers that Word counts itself are counted here the same way."""

from lxml import etree

from intake.docx.list_numbers import ListNumbers

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def xml(content: str) -> etree._Element:
    return etree.fromstring(f'<w:root xmlns:w="{W}">{content}</w:root>')


def level(at: int, form: str, pattern: str) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{pattern}"/>'
        "</w:lvl>"
    )


OUTLINE = xml(
    '<w:abstractNum w:abstractNumId="7">'
    + level(0, "decimal", "Paragraph %1 -")
    + level(1, "decimal", "%1.%2")
    + level(2, "decimal", "%3.")
    + level(3, "lowerLetter", "%4.")
    + level(4, "bullet", "*")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="2"><w:startOverride w:val="1"/>'
    "</w:lvlOverride></w:num>"
)


def paragraph(at: int | None, number: int = 1) -> etree._Element:
    place = "" if at is None else f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>'
    return xml(f"<w:p><w:pPr>{place}</w:pPr></w:p>")[0]


def test_levels_count_on_and_begin_again_below_a_higher_one():
    numbers = ListNumbers(OUTLINE, None)

    shown = [numbers.next_for(paragraph(at)) for at in (0, 1, 2, 3, 3, 2, None, 1, 2, 0, 1)]

    assert shown == [
        "Paragraph 1 -", "1.1", "1.", "a.", "b.", "2.", "", "1.2", "1.", "Paragraph 2 -", "2.1",
    ]  # fmt: skip


def test_a_list_that_says_where_it_starts_counts_apart():
    numbers = ListNumbers(OUTLINE, None)

    shown = [numbers.next_for(paragraph(2, number)) for number in (1, 1, 2, 1)]

    assert shown == ["1.", "2.", "1.", "3."]


def test_bullets_and_paragraphs_taken_out_of_a_list_have_no_number():
    numbers = ListNumbers(OUTLINE, None)

    assert [numbers.next_for(paragraph(4)), numbers.next_for(paragraph(0, 0))] == ["", ""]


def test_a_style_may_say_the_level():
    styles = xml(
        '<w:style w:styleId="Point"><w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        "</w:style>"
    )
    styled = xml('<w:p><w:pPr><w:pStyle w:val="Point"/></w:pPr></w:p>')[0]

    assert ListNumbers(OUTLINE, styles).next_for(styled) == "1."
