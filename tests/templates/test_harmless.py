import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates.harmless import LONGEST_VALUE, can_be_greeted, harmless, own_words


@pytest.mark.parametrize(
    "honest",
    [
        "Gemeente Zilverveen",
        "Dipl.Ing. Jörg Übelhör",
        "Ing. Ondřej Šťáva, Ph.D.",
        "Einkaufsgesellschaft mbH & Co.KG",
        "Väinö Hämäläinen-Rautio",
        "Община Ясенов дол",
        "J. T. Wetherby-Smythe III",
        "signed pact (2).pdf",
        "scan 14.06.2021.docx",
        "Head of I.C.T. / Procurement",
        "Hoofd Inkoop: ICT",
    ],
)
def test_an_honest_value_is_repeated_as_it_is(honest: str):
    assert harmless(honest) == honest


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("Win at http://evil.example/x?y=1 now", "Win at [web address left out] now"),
        ("HTTPS://EVIL.EXAMPLE", "[web address left out]"),
        ("see www.evil.example", "see [web address left out]"),
        ("mailto:prize@evil.example", "[web address left out]"),
        ("javascript:alert(1)", "[web address left out]"),
        ("write to prize@evil.example", "write to [mail address left out]"),
        ("Prizes.net Ltd", "Prizes[.]net Ltd"),
        ("PRIZES.NET", "PRIZES[.]NET"),
        ("t.co/abc", "t[.]co/abc"),
        ("www.shop.prizes.net/pdf", "[web address left out]"),
        ("evil.pdf/run", "evil[.]pdf/run"),
    ],
)
def test_nothing_from_outside_becomes_a_link(hostile: str, shown: str):
    assert harmless(hostile) == shown


def test_what_was_left_out_is_said_in_the_words_of_the_letter():
    said = harmless("see www.evil.example or a@b.example", web="[weg]", mail="[post]")

    assert said == "see [weg] or [post]"


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("one\r\nBcc: victim", "one Bcc: victim"),
        ("one\x00two\x1b[31m", "one two [31m"),
        ("one\u2028two\u2029three\x85four", "one two three four"),
        ("abc\u202egpj", "abcgpj"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("\ud800lone", "lone"),
        ("  much \t  space  ", "much space"),
    ],
)
def test_a_value_is_one_line_without_anything_invisible(hostile: str, shown: str):
    assert harmless(hostile) == shown


def test_a_long_value_is_cut_and_says_so():
    assert harmless("x" * 121) == "x" * 117 + "..."
    assert harmless("x" * 120) == "x" * 120


def test_our_own_words_keep_their_lines_and_addresses():
    assert harmless(own_words("See https://pact.example\nor ask.\n")) == "See https://pact.example\nor ask."


@given(st.text(max_size=400))
def test_whatever_the_value_it_stays_short_printable_and_unlinked(value: str):
    shown = harmless(value)

    assert len(shown) <= LONGEST_VALUE
    assert shown.isprintable()
    assert "://" not in shown
    assert re.search(r"\S@\S", shown) is None


@pytest.mark.parametrize(
    "name",
    [
        "Sjoerd 't Hoen",
        "Maëlle d'Hautecombe",
        "J. T. Wetherby-Smythe III",
        "Freifrau Adelheid von und zu Tannenrode",
        "Όλγα Χριστοφίλη",
        "Procurement Team",
    ],
)
def test_a_plain_name_is_greeted(name: str):
    assert can_be_greeted(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Hoen, Sjoerd 't (Inkoop)",
        "cfit@zilverveen.example",
        "Win 1000 euro",
        "Prizes.net",
        "Click here now to get your free prize",
        "x" * 61,
        "A\nB",
        "two  spaces",
    ],
)
def test_anything_else_is_not(name: str):
    assert not can_be_greeted(name)
