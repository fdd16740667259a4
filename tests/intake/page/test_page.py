"""Where words stand on a page, and where that is in the file they came from."""

from intake.page.page import PageView


def test_a_box_of_a_straightened_page_is_told_in_the_files_own_points() -> None:
    # The file's page lies on its side: what is up on the straight page is left in the file.
    page = PageView(1, 595.0, 842.0, to_file=(0, -1, 842, 1, 0, 0, 0, 0, 1))

    assert page.told_box((10.0, 20.0, 110.0, 40.0)) == (802.0, 10.0, 822.0, 110.0)


def test_perspective_is_put_back_into_the_box() -> None:
    page = PageView(1, 100.0, 100.0, to_file=(1, 0, 0, 0, 1, 0, 0, 0.01, 1))

    assert page.told_box((0.0, 0.0, 100.0, 100.0)) == (0.0, 0.0, 100.0, 50.0)
