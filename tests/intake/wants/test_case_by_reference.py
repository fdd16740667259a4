"""A case may be called by its reference as well as by a word for it."""

import pytest

from intake.wants.want import Want
from intake.wants.wants import wants_of


@pytest.mark.parametrize(
    "text",
    [
        "What is the status of CFIT-2026-0001?",
        "Status of CFIT-2026-0001",
        "Wat is de status van CFIT-2026-0001?",
        "Hoe staat het met CFIT-2026-0001?",
    ],
)
def test_asking_for_a_reference_asks_for_the_case(text: str):
    [wanted] = wants_of(text, "Re: Your application")

    assert (wanted.want, wanted.sure) == (Want.STATUS, True)
