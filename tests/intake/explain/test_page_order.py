import pytest

from intake.explain.page_order import FINEST_DPI, MOST_MARKS, Mark, PageOrder, order_and_document, with_order


def test_an_order_and_its_document_come_through_unchanged():
    order = PageOrder(3, 150.0, (1.0, 2.0, 3.0, 4.0), (Mark((5.0, 6.0, 7.0, 8.0), "#c1121f", "1"),))

    assert order_and_document(with_order(order, b"%PDF-1.7 ...")) == (order, b"%PDF-1.7 ...")


def test_an_order_finer_than_any_reader_needs_is_cut_back():
    assert order_and_document(with_order(PageOrder(1, dpi=90_000.0), b""))[0].dpi == FINEST_DPI


def test_more_marks_than_a_page_can_show_are_left_out():
    order = PageOrder(1, marks=(Mark((0.0, 0.0, 1.0, 1.0), "#000000"),) * (MOST_MARKS + 1))

    assert len(order_and_document(with_order(order, b""))[0].marks) == MOST_MARKS


def test_bytes_that_are_no_order_are_refused():
    with pytest.raises(ValueError, match="Expecting value"):
        order_and_document(b"\x00\x00\x00\x04nono")
