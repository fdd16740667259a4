"""Pages of criteria: what their reader sees of the text, without menus, scripts and hidden parts."""

from intake.criteria.html_criteria import read_html_criteria
from pact.library_elements import ElementKind
from pact.library_passages import cells_of

PAGE = """<!DOCTYPE html><html lang="nl-NL"><head><title>Criteria</title>
<meta name="DCTERMS.issued" content="2025-03-01"></head><body>
<nav><a href="/">Home</a></nav><script>var x = "no words"</script>
<div hidden>hidden</div><div style="display: none">also hidden</div>
<h1>Laptops &amp; CO<sub>2</sub></h1>
<div>Loose text<p>A paragraph<br>on two lines.<sup><a href="#fn1">1</a></sup></p>and more</div>
<ul><li>One<ol type="a"><li>deeper</li></ol></li><li>Two</li></ul>
<table><caption>Table 1</caption>
<tr><th rowspan="2">No.</th><th colspan="2">Years</th></tr><tr><th>Basic</th><th>Advanced</th></tr>
<tr><td>L1</td><td>3</td><td>5</td></tr><tr><td>L2</td><td colspan="2">4</td></tr></table>
<table role="presentation"><tr><td>Set in a frame</td><td>beside it</td></tr></table>
<div id="fn1">Measured in spring.</div>
<footer>Imprint</footer></body></html>"""


def found(*kinds: ElementKind) -> list[str]:
    return [one.text for one in read_html_criteria(PAGE).elements if one.kind in kinds]


def test_text_is_found_in_its_order_and_nothing_around_it():
    assert found(ElementKind.HEADING, ElementKind.PARAGRAPH) == [
        "Laptops & CO2",
        "Loose text",
        "A paragraph on two lines.",
        "and more",
        "Table 1",
        "Set in a frame",
        "beside it",
    ]


def test_items_go_by_marker_and_depth():
    items = [one for one in read_html_criteria(PAGE).elements if one.kind is ElementKind.LIST_ITEM]

    assert [(one.text, one.marker, one.depth) for one in items] == [
        ("One", "", 1),
        ("deeper", "a", 2),
        ("Two", "", 1),
    ]


def test_cells_over_several_rows_and_columns_are_said_in_each():
    rows = [one for one in read_html_criteria(PAGE).elements if one.kind is ElementKind.TABLE_ROW]

    assert [cells_of(one.text) for one in rows] == [("L1", "3", "5"), ("L2", "4", "4")]
    assert {cells_of(one.header) for one in rows} == {("No.", "Years Basic", "Years Advanced")}


def test_a_note_is_told_from_the_text():
    assert found(ElementKind.FOOTNOTE) == ["Measured in spring."]


def test_the_head_of_the_page_says_what_it_is():
    described = dict(read_html_criteria(PAGE).described)

    assert described == {"title": "Criteria", "language": "nl-NL", "date": "2025-03-01"}
