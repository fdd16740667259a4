"""Series of photos say which page each photo shows."""

from functools import cache

import pytest
from made_up.people import DEVELOPMENT, HELD_OUT
from made_up.photo_series import PhotoSeries, photo_series

SETS = (DEVELOPMENT, HELD_OUT)


@cache
def two_series(set_name: str) -> list[PhotoSeries]:
    return list(photo_series(set_name, 1, 2))


@pytest.mark.parametrize("set_name", SETS)
def test_every_page_of_the_document_is_among_the_photos(set_name: str):
    for series in two_series(set_name):
        assert len(series.files) == len(series.pages)
        assert set(series.pages) == set(range(1, max(series.pages) + 1))


@pytest.mark.parametrize("set_name", SETS)
def test_the_signature_stands_on_the_last_page_of_the_document(set_name: str):
    for series in two_series(set_name):
        pages = {written.page for written in series.label.first.by_hand if written.field == "signature"}

        assert pages == {max(series.pages)}


def test_the_same_seed_gives_the_same_series():
    assert next(photo_series(HELD_OUT, 1, 1)) == two_series(HELD_OUT)[0]
