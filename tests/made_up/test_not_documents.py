"""Pictures that are no documents can be opened and are labelled as what they are."""

from io import BytesIO
from random import Random

import pytest
from made_up.not_documents import PAINTERS, no_document
from made_up.people import DEVELOPMENT, HELD_OUT
from PIL import Image


@pytest.mark.parametrize("set_name", [DEVELOPMENT, HELD_OUT])
def test_every_picture_of_the_set_is_met_opens_and_is_no_document(set_name: str):
    made = [no_document(Random(seed), set_name) for seed in range(60)]

    for one in made:
        Image.open(BytesIO(one.data)).load()
    assert {one.label.layout for one in made} == set(PAINTERS[set_name])
    assert {one.label.is_document for one in made} == {False}
