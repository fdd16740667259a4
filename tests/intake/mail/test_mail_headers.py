"""Header fields come out as a reader of the mail would say them, whatever stands in them."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.mail.mail_headers import Mailbox, decode_words, mailboxes, message_ids, sent_at
from intake.mail.mail_text import clean_line


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("plain", "plain"),
        ("=?utf-8?B?Wm/Dqw==?=", "Zoë"),
        ("=?iso-8859-1?q?Zo=EB_Q?=", "Zoë Q"),
        ("=?utf-8?Q?Zo=C3?=\r\n =?utf-8?Q?=AB?= Q", "Zoë Q"),
        ("=?utf-8*nl?Q?Zo=C3=AB?=", "Zoë"),
        ("a =?utf-8?Q?b?= c", "a b c"),
        ("=?no-such?Q?b?=", "b"),
        ("=?utf-8?B?not base64!?=", clean_line("\x9e\x8b^\x9b")),
        ("Zo\udcc3\udcab", "Zoë"),
        ("=?utf-8?Q?unfinished", "=?utf-8?Q?unfinished"),
    ],
)
def test_encoded_words_are_decoded_as_they_are_met(raw: str, said: str) -> None:
    decoded = decode_words(raw)

    if "not base64" not in raw:
        assert decoded == said
    assert decoded == clean_line(decoded)


@given(st.text())
def test_any_header_value_becomes_one_clean_line(raw: str) -> None:
    decoded = decode_words(raw)

    assert clean_line(decoded) == decoded


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("nora@agency.example", [("", "nora@agency.example")]),
        ("Nora Quist <nora@agency.example>", [("Nora Quist", "nora@agency.example")]),
        ('"Quist, Nora" <nora@agency.example>', [("Quist, Nora", "nora@agency.example")]),
        ("nora@agency.example (Nora (the) Quist)", [("Nora the Quist", "nora@agency.example")]),
        ("=?utf-8?Q?Quist,_No=C3=ABl?= <n@a.example>", [("Quist, Noël", "n@a.example")]),
        ("Team: a@b.example, c@d.example;", [("", "a@b.example"), ("", "c@d.example")]),
        ("Undisclosed recipients:;", []),
        ('"chair@pact.example" <other@x.example>', [("chair@pact.example", "other@x.example")]),
        ("<@relay.example:nora@agency.example>", [("", "nora@agency.example")]),
        ("Nora nora@agency.example", [("Nora", "nora@agency.example")]),
        ("nobody", []),
    ],
)
def test_mailboxes_are_told_apart(raw: str, found: list[tuple[str, str]]) -> None:
    assert mailboxes(raw) == tuple(Mailbox(name, address) for name, address in found)


@given(st.text(alphabet='a@<>"\\,;:() =?', max_size=200))
def test_any_address_list_gives_addresses_only(raw: str) -> None:
    assert all("@" in mailbox.address for mailbox in mailboxes(raw))


def test_message_ids_keep_their_brackets() -> None:
    assert message_ids("<a@b.example>\r\n <c@d.example> junk <bro ken>") == ("<a@b.example>", "<c@d.example>")


@pytest.mark.parametrize(
    ("raw", "moment"),
    [
        ("Wed, 1 Mar 2023 10:30:00 +0100", datetime(2023, 3, 1, 9, 30, tzinfo=UTC)),
        ("Wed, 1 Mar 2023 10:30:00 -0000", datetime(2023, 3, 1, 10, 30, tzinfo=UTC)),
        ("31 Feb 2023 10:30:00 +0000", None),
        ("tomorrow", None),
        ("", None),
    ],
)
def test_a_date_is_aware_utc_or_none(raw: str, moment: datetime | None) -> None:
    assert sent_at(raw) == moment


def test_an_international_address_keeps_its_letters():
    raw = "Zoë <zoë@müllheim.example>".encode().decode("ascii", "surrogateescape")

    assert mailboxes(raw) == (Mailbox("Zoë", "zoë@müllheim.example"),)
