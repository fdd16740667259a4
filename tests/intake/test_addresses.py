"""Paths of MAIL and RCPT: what is read, what is refused, and which addresses are ours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.addresses import NULL_SENDER, Address, MalformedPath, OurAddresses, parse_path

OURS = OurAddresses(["cfit@pact.example", "help@bücher.example"])


@pytest.mark.parametrize(
    ("text", "address", "parameters"),
    [
        ("<anna@city.example>", Address("anna", "city.example"), ""),
        ("anna@city.example", Address("anna", "city.example"), ""),
        (
            "<anna@city.example> SIZE=10 BODY=8BITMIME",
            Address("anna", "city.example"),
            "SIZE=10 BODY=8BITMIME",
        ),
        ('<"anna"@city.example>', Address("anna", "city.example"), ""),
        ('<"an na>x"@city.example>', Address("an na>x", "city.example"), ""),
        ('<"a\\"b"@city.example>', Address('a"b', "city.example"), ""),
        ("<prvs=1+a=b!c%d@city.example>", Address("prvs=1+a=b!c%d", "city.example"), ""),
        ("<büro@bücher.example>", Address("büro", "bücher.example"), ""),
        ("<anna@[192.0.2.1]>", Address("anna", "[192.0.2.1]"), ""),
        ("<>", NULL_SENDER, ""),
        ("<> SIZE=10", NULL_SENDER, "SIZE=10"),
    ],
)
def test_a_path_gives_its_address_and_parameters(text: str, address: Address, parameters: str) -> None:
    assert parse_path(text) == (address, parameters)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<",
        "<anna>",
        "<anna@>",
        "<@city.example>",
        "<@relay.example:anna@city.example>",
        "<@a.example,@b.example:anna@city.example>",
        "<anna@city.example",
        "anna@city.example>",
        "<anna@city.example>SIZE=10",
        "<anna@city.example\r\nRCPT TO:<victim@other.example>>",
        "<anna\x00@city.example>",
        "<an\u202ena@city.example>",
        "<anna\udcff@city.example>",
        "<anna@city@example>",
        "<" + "a" * 200 + "@city.example>",
        "<anna@" + "a" * 300 + ">",
        "<" * 2000,
        '<"' + '\\"' * 900,
    ],
)
def test_a_malformed_path_is_refused(text: str) -> None:
    with pytest.raises(MalformedPath):
        parse_path(text)


@pytest.mark.parametrize(
    ("path", "ours"),
    [
        ("<cfit@pact.example>", "cfit@pact.example"),
        ("<CFIT@Pact.Example>", "cfit@pact.example"),
        ('<"cfit"@pact.example>', "cfit@pact.example"),
        ("<cfit+2026-0001.aBc@pact.example>", "cfit+2026-0001.aBc@pact.example"),
        ("<help@bücher.example>", "help@bücher.example"),
        ("<help@BÜCHER.example>", "help@bücher.example"),
        ("<help@xn--bcher-kva.example>", "help@bücher.example"),
    ],
)
def test_our_addresses_are_known_in_every_way_of_writing_them(path: str, ours: str) -> None:
    assert OURS.match(parse_path(path)[0]) == ours


@pytest.mark.parametrize(
    "path",
    [
        "<victim@other.example>",
        "<cfit@pact.example.evil.example>",
        "<cfit@evil.pact.example>",
        "<victim%other.example@pact.example>",
        "<cfit+victim%other.example@pact.example>",
        "<cfit+other.example!victim@pact.example>",
        "<other.example!victim@pact.example>",
        '<"victim@other.example"@pact.example>',
        '<"cfit+victim@other.example"@pact.example>',
        "<other@pact.example>",
        "<cfitx@pact.example>",
        "<cfit@[127.0.0.1]>",
        "<>",
    ],
)
def test_nothing_else_is_ours(path: str) -> None:
    assert OURS.match(parse_path(path)[0]) is None


def test_an_address_configured_with_a_plus_is_taken_whole() -> None:
    ours = OurAddresses(["team+pact@city.example"])

    assert ours.match(Address("TEAM+pact", "city.example")) == "team+pact@city.example"
    assert ours.match(Address("team+other", "city.example")) is None


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused_and_what_is_read_can_be_read_again(text: str) -> None:
    try:
        address, _ = parse_path(text)
    except MalformedPath:
        return

    assert parse_path(f"<{address.text}>")[0] == address
