"""Words are compared without what typesetters do to them, and with every figure that they carry."""

import pytest

from pact.plain_words import LOST_GLYPH, goes_on, plain_words


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("Pact,", ("pact",)),
        ("CO\u2082", ("co2",)),
        ("75%", ("75", "%")),
        ("\u20ac15,000", ("\u20ac", "15000")),
        ("15.000", ("15000",)),
        ("0,25", ("0.25",)),
        ("0.250", ("0.250",)),
        ("and/or", ("and", "or")),
        ("one-third", ("onethird",)),
        ("one\u2010third", ("onethird",)),
        ("\u2013", ()),
        ("(i.e.", ("ie",)),
        ("buyers\u2019", ("buyers",)),
        ("bene\ufb01t", ("benefit",)),
        ("contributors\u00b9.", ("contributors",)),
        ("m\u00b2", ("m2",)),
        ("14th", ("14th",)),
        ("&", ("and",)),
        ("Caf\u00e9", ("cafe",)),
        ("(2018)", ("2018",)),
    ],
)
def test_a_printed_word_has_these_plain_words(printed: str, plain: tuple[str, ...]):
    assert plain_words(printed) == plain


def test_a_letter_that_the_file_does_not_name_stays_in_its_word():
    assert plain_words("bene\ue001t") == (f"bene{LOST_GLYPH}t",)


@pytest.mark.parametrize(
    ("printed", "is_hyphenated"), [("organ\u2010", True), ("organ-", True), ("-", False)]
)
def test_a_word_that_ends_in_a_hyphen_goes_on(printed: str, is_hyphenated: bool):
    assert goes_on(printed) == is_hyphenated
