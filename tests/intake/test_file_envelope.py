"""The envelope of a mail from a file: sender, our address, and when it arrived."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.addresses import OurAddresses
from intake.file_envelope import FileEnvelope, envelope_of
from intake.mailboxes import FoundMail

OURS = OurAddresses(["cfit@pact.example", "help@pact.example"])
MODIFIED = datetime(2026, 3, 1, tzinfo=UTC)
TWO_HOPS = (
    b"Received: from a by b; Mon, 14 Jun 2021 10:00:00 +0200\n"
    b"Received: from c by a; Mon, 14 Jun 2021 09:00:00 +0200\n"
)
TOP_HOP = datetime(2021, 6, 14, 8, tzinfo=UTC)
FROM_LINE = datetime(2025, 2, 1, tzinfo=UTC)


def envelope(data: bytes, *, from_line_at: datetime | None = None) -> FileEnvelope:
    return envelope_of(FoundMail(Path("a.eml"), 1, data, from_line_at, MODIFIED), OURS)


@pytest.mark.parametrize(
    ("header", "sender"),
    [
        (b"From: Anna <anna@city.example>\n", "anna@city.example"),
        (b"Return-Path: <bounce+1@city.example>\nFrom: anna@city.example\n", "bounce+1@city.example"),
        (b"Return-Path: <>\nFrom: anna@city.example\n", ""),
        (b"From: nobody\n", ""),
        (b"", ""),
    ],
)
def test_the_sender_is_that_of_the_delivery_else_of_the_mail(header: bytes, sender: str) -> None:
    assert envelope(header + b"\nbody").sender == sender


@pytest.mark.parametrize(
    ("header", "recipient"),
    [
        (b"To: x@other.example, Help <HELP@pact.example>\n", "help@pact.example"),
        (b"To: x@other.example\nCc: cfit+abc@pact.example\n", "cfit+abc@pact.example"),
        (b"Delivered-To: help@pact.example\nTo: cfit@pact.example\n", "help@pact.example"),
        (b"To: x@other.example\n", "cfit@pact.example"),
        (b"", "cfit@pact.example"),
    ],
)
def test_the_recipient_is_the_first_address_of_ours_that_is_named(header: bytes, recipient: str) -> None:
    assert envelope(header + b"\nbody").recipient == recipient


@pytest.mark.parametrize(
    ("header", "from_line_at", "arrived_at"),
    [
        (TWO_HOPS + b"Date: Sun, 13 Jun 2021 10:00:00 +0200\n", FROM_LINE, TOP_HOP),
        (b"Received: nonsense\nDate: Mon, 14 Jun 2021 08:00:00 -0000\n", None, TOP_HOP),
        (b"Date: Mon, 14 Jun 2021 08:00:00\n", None, TOP_HOP),
        (b"Date: yesterday\n", FROM_LINE, FROM_LINE),
        (b"Date: Mon, 14 Jun 99999 10:00:00 +0000\n", None, MODIFIED),
        (b"", None, MODIFIED),
    ],
)
def test_the_time_is_the_best_that_the_file_says(
    header: bytes, from_line_at: datetime | None, arrived_at: datetime
) -> None:
    assert envelope(header + b"\nbody", from_line_at=from_line_at).arrived_at == arrived_at


def test_an_outlook_item_says_nothing_yet() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1From: anna@city.example\n\n"

    assert envelope(data) == FileEnvelope("", "cfit@pact.example", MODIFIED)


FIELD = st.sampled_from(
    [b"From: ", b"To: ", b"Date: ", b"Received: ", b"Return-Path: ", b"\n", b"=?utf-8?q?"]
)


@given(st.lists(st.one_of(FIELD, st.binary(max_size=60)), max_size=20).map(b"".join))
def test_no_header_is_beyond_it(data: bytes) -> None:
    assert envelope(data).arrived_at.tzinfo is UTC
