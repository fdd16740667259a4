import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from templates.letter_page import Block, blocks_of, html_twin
from templates.lines import wrapped

LETTER = """Dear Ada,

Thank you.

What we read
------------
Two files:
- the first, of which there is more to say than one line of this letter
  holds
- the second

1. Read.
2. Decide.

The Secretariat
cfit@pact.example
"""


class Seen(HTMLParser):
    """What a page shows and what it is made of."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data):
        self.words += data.split()


def test_a_letter_falls_into_headings_paragraphs_and_lists():
    assert list(blocks_of(LETTER)) == [
        Block("paragraph", ("Dear Ada,",)),
        Block("paragraph", ("Thank you.",)),
        Block("heading", ("What we read",)),
        Block("paragraph", ("Two files:",)),
        Block(
            "bullets",
            ("the first, of which there is more to say than one line of this letter holds", "the second"),
            ("-", "-"),
        ),
        Block("numbers", ("Read.", "Decide."), ("1", "2")),
        Block("paragraph", ("The Secretariat", "cfit@pact.example")),
    ]


@given(
    st.lists(st.sampled_from(["word", "-", "14.", "1.", "longer-word", "x" * 80]), min_size=1, max_size=80)
)
def test_a_paragraph_comes_out_as_it_was_before_it_was_wrapped(words: list[str]):
    paragraph = "So " + " ".join(words)

    assert list(blocks_of(wrapped(paragraph))) == [Block("paragraph", (paragraph,))]


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '<img src="https://evil.example/x.png">',
        "</p><style>*{display:none}</style>",
        "&lt;b&gt; &#60;",
        "<!-- -->",
        "javascript:alert(1)",
        '" onclick="x',
        "{{ 7 * 7 }} {% include 'x' %}",
    ],
)
def test_nothing_in_a_letter_becomes_part_of_its_page(hostile: str):
    seen = Seen(html_twin(hostile, f"Dear {hostile},\n\n- {hostile}\n\n1. {hostile}\n", "en"))

    assert " ".join(hostile.split()) in " ".join(seen.words)
    assert seen.tags == {"html", "head", "meta", "title", "body", "div", "p", "ul", "ol", "li"}
    assert seen.attributes == {"lang", "charset", "name", "content", "style", "value"}


@settings(deadline=None)  # the first page compiles its template
@given(st.text(max_size=300))
def test_a_page_holds_every_word_of_its_letter_and_never_a_link(body: str):
    text = re.sub(r"[^\S\n]|[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]", " ", body)
    page = html_twin("Subject", text, "en")

    marks = re.compile(r"^(-|\d+\.)$")
    said = [word for word in text.split() if not marks.match(word) and set(word) != {"-"}]
    shown = Seen(page).words[1:]
    assert [word for word in said if word not in shown] == []
    assert Seen(page).tags & {"a", "img", "link", "script", "style", "iframe", "form", "object"} == set()


def test_a_page_loads_nothing_and_says_its_language():
    page = html_twin("Subject", LETTER, "en")

    assert re.findall(r"url\(|@import|src=|href=|http-equiv", page) == []
    assert '<html lang="en">' in page


def test_a_language_that_this_release_has_no_words_of_is_named_all_the_same():
    assert '<html lang="xx">' in html_twin("Subject", "Text", "xx")
