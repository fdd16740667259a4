import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.reading.picture_album import MOST_PICTURES, as_album, pictures_of


@given(st.lists(st.binary(max_size=200), max_size=MOST_PICTURES))
def test_pictures_come_out_of_an_album_as_they_went_in(pictures: list[bytes]):
    assert pictures_of(as_album(pictures)) == pictures


@pytest.mark.parametrize("album", [b"\x00", b"\x00" * 7 + b"\x09abc", as_album([b""] * (MOST_PICTURES + 1))])
def test_what_is_no_album_is_refused(album: bytes):
    with pytest.raises(ValueError, match="no album"):
        pictures_of(album)
