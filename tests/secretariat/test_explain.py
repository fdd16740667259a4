"""What the reader saw, as a page: everything read is on it, and nothing on it runs."""

from dataclasses import replace
from pathlib import Path

from made_up.cases import block, pact_copy, read

from intake.explain.page_order import PageOrder
from pact.documents import Alteration, DocumentAsRead, Field, ReadError, ReadErrorCode, Remark, Wording
from secretariat.explain import shown_pages, write_explanation, written

PNG = b"\x89PNG made up"
HOSTILE = '<img src=x onerror="alert(1)">'


def orders_and_pages(document: DocumentAsRead) -> tuple[list[PageOrder], object]:
    orders: list[PageOrder] = []

    def picture_of(order: PageOrder) -> bytes:
        orders.append(order)
        return PNG

    return orders, shown_pages(document, picture_of)


def html_of(document: DocumentAsRead) -> str:
    return written("copy.pdf", document, (), shown_pages(document, lambda _: None))


def test_each_page_that_was_read_from_is_drawn_once_with_its_marks():
    second = replace(block(), name=Field("Ida Holm", 0.9, sure=True, page=5, box_pt=(1.0, 2.0, 3.0, 4.0)))

    orders, _ = orders_and_pages(pact_copy(block(), second))

    assert [(order.page, len(order.marks)) for order in orders] == [(2, 9), (5, 1)]


def test_what_has_no_place_is_listed_behind_the_pages():
    lacking = pact_copy(block(date=None))

    _, pages = orders_and_pages(lacking)

    assert [row.evidence.what for row in pages[-1].rows] == ["date"]
    assert pages[-1].number is None


def test_a_clause_that_differs_is_shown_with_both_its_wordings():
    altered = replace(
        pact_copy(),
        wording=Wording(
            compared=True,
            edition="2021",
            alterations=(Alteration("5.3.2", "changed", "15,000", "1,500"),),
        ),
    )

    html = html_of(altered)

    assert "<del>15,000</del> <ins>1,500</ins>" in html


def test_words_of_a_document_cannot_become_part_of_the_page():
    hostile = replace(
        pact_copy(replace(block(), name=read(HOSTILE), organisation=read(HOSTILE, sure=False))),
        remarks=(Remark("other_remark", HOSTILE, 2),),
    )

    html = html_of(hostile)

    assert "<img src=x" not in html
    assert "default-src &#39;none&#39;" in html or "default-src 'none'" in html


def test_a_file_that_could_not_be_read_says_why():
    unread = DocumentAsRead(error=ReadError(ReadErrorCode.ENCRYPTED, "It is locked."))

    assert "Not read (encrypted). It is locked." in html_of(unread)


def test_html_and_pictures_are_written_side_by_side(tmp_path: Path):
    document = pact_copy()
    pages = shown_pages(document, lambda _: PNG)

    files = write_explanation(tmp_path / "out", "copy", written("copy.pdf", document, (), pages), pages)

    assert [file.name for file in files] == ["copy.html", "copy-page-002.png"]
    assert files[1].read_bytes() == PNG
