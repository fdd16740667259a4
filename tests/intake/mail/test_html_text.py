"""The words of an HTML body, in lines as they are seen."""

import pytest

from intake.mail.html_text import html_to_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("One<br>Two<br/>Three", "One\nTwo\nThree"),
        ("a\n  b", "a b"),
        ("<style>p{}</style>a<script>alert(1)</script>b<!-- c -->d", "abd"),
        ("<ul><li>One<li>Two</ul>", "One\nTwo"),
        ("<table><tr><td>Name</td><td>Nora</td></tr></table>", "Name\tNora"),
        ("1 &lt; 2 &amp; &euro;&nbsp;3", "1 < 2 & € 3"),
        ("a < b", "a < b"),
        ("<a href='x'>here</a>", "here"),
        ("", ""),
    ],
)
def test_html_is_read_as_it_is_seen(html: str, text: str) -> None:
    assert html_to_text(html) == text


@pytest.mark.parametrize(
    "piece", ["<a ", "<!--", "<style>", "<style></style", "&", "<", "<div>", '<a b="', "</"]
)
def test_repeated_pieces_cost_no_more_than_their_length(piece: str) -> None:
    assert len(html_to_text(piece * 100_000)) <= 500_000
