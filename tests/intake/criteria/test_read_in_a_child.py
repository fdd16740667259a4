"""Documents of the library are read where mailed ones are: in a limited child that ends with them."""

from collections.abc import Iterator

import pytest
from made_up import library_printed
from made_up.library_content import rows
from made_up.library_pdf import as_pdf
from made_up.library_typst import Setting, as_typst_pdf

from intake.criteria.read_criteria import read_criteria
from intake.sandbox.reader_pool import ReaderPool
from pact.library_elements import ElementKind
from pact.library_passages import cells_of

FORMATS = {
    "markdown": library_printed.as_markdown,
    "html": library_printed.as_html,
    "docx": library_printed.as_docx,
    "xlsx": library_printed.as_xlsx,
    "pdf": as_pdf,
    "another pdf": lambda: as_typst_pdf(form=Setting("none")),
}


@pytest.fixture(scope="module")
def pool() -> Iterator[ReaderPool]:
    """Yield one pool for all tests of this file."""
    with ReaderPool() as readers:
        yield readers


@pytest.mark.parametrize("form", FORMATS)
def test_a_child_reads_what_a_free_process_reads(form: str, pool: ReaderPool):
    data = FORMATS[form]()

    read = pool.criteria(data)

    assert read == read_criteria(data)
    assert [cells_of(one.text) for one in read.elements if one.kind is ElementKind.TABLE_ROW] == rows()


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"\x89PNG\r\n\x1a\n", "The library reads PDF, Word (docx), Excel (xlsx), Markdown and HTML files"),
        (b"PK\x03\x04[Content_Types].xml word/", "The file is damaged and cannot be opened."),
        (b"  \n", "No words were found in this file."),
        (b"<html><body></body></html>", "No words were found in this file."),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(data: bytes, problem: str, pool: ReaderPool):
    assert pool.criteria(data).problem.startswith(problem)


def test_a_page_in_which_tags_are_nested_without_end_is_read_or_refused(pool: ReaderPool):
    data = b"<html><body>" + b"<div>" * 60_000 + b"deep" + b"</div>" * 60_000

    read = pool.criteria(data)

    assert (bool(read.elements), bool(read.problem)) in [(True, False), (False, True)]
