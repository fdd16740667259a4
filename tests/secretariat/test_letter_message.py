import email
import email.policy
import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.letter_message import message_bytes, wire_address
from storage.sending import OutgoingLetter
from templates.letter_page import html_twin

AT = datetime(2026, 5, 12, 9, 30, tzinfo=UTC)
LETTER = OutgoingLetter(
    letter_id=1,
    to_address="sjoerd@zilverveen.example",
    subject="Welcome",
    body="Hello,\n\nThank you.\n",
    headers={"Reply-To": "cfit+cfit-2026-0001.abcdefghijklmnop2345@pact.example"},
    message_id="<0123456789abcdef@pact.example>",
    attempt=1,
)
HEADER = re.compile(rb"([A-Za-z-]+):")


def bytes_of(letter: OutgoingLetter, from_name: str = "The Secretariat") -> bytes:
    return message_bytes(letter, from_name=from_name, from_address="cfit@pact.example", at=AT)


def test_a_letter_is_the_same_bytes_each_time():
    assert bytes_of(LETTER) == bytes_of(LETTER)
    assert bytes_of(LETTER).startswith(
        b"From: The Secretariat <cfit@pact.example>\r\n"
        b"To: sjoerd@zilverveen.example\r\n"
        b"Subject: Welcome\r\n"
        b"Date: Tue, 12 May 2026 09:30:00 +0000\r\n"
        b"Message-ID: <0123456789abcdef@pact.example>\r\n"
        b"Reply-To: cfit+cfit-2026-0001.abcdefghijklmnop2345@pact.example\r\n"
        b"MIME-Version: 1.0\r\n"
        b'Content-Type: multipart/alternative; boundary="=_'
    )


def test_a_letter_is_its_text_and_then_a_page_that_says_the_same():
    text, page = email.message_from_bytes(bytes_of(LETTER), policy=email.policy.default).iter_parts()

    said = [(part.get_content_type(), part.get_content().replace("\r\n", "\n")) for part in (text, page)]
    assert said == [("text/plain", LETTER.body), ("text/html", html_twin("Welcome", LETTER.body, "en"))]


@pytest.mark.parametrize("control", ["\r\n", "\n", "\r", "\0", "\x1b", "\u2028", "\x85"])
@pytest.mark.parametrize("place", ["subject", "to_address", "message_id", "header", "from"])
def test_a_control_character_in_a_header_stops_the_letter(control: str, place: str):
    injected = f"a{control}Bcc: victim@other.example"
    letters = {
        "subject": replace(LETTER, subject=injected),
        "to_address": replace(LETTER, to_address=f"a{control}b@zilverveen.example"),
        "message_id": replace(LETTER, message_id=injected),
        "header": replace(LETTER, headers={"References": injected}),
    }

    with pytest.raises(ValueError, match=r"control|CR|LF|newline|linefeed|invalid"):
        bytes_of(letters.get(place, LETTER), from_name=injected if place == "from" else "The Secretariat")


@settings(deadline=None)  # the first page compiles its template
@given(subject=st.text(max_size=300), body=st.text(max_size=300), name=st.text(max_size=60))
def test_no_text_makes_a_header_of_its_own(subject: str, body: str, name: str):
    try:
        data = bytes_of(replace(LETTER, subject=subject, body=body), from_name=name)
    except ValueError:
        return

    head, _, _ = data.partition(b"\r\n\r\n")
    names = [match[1] for line in head.split(b"\r\n") if (match := HEADER.match(line))]
    assert names == [
        *(b"From", b"To", b"Subject", b"Date", b"Message-ID", b"Reply-To"),
        *(b"MIME-Version", b"Content-Type"),
    ]
    assert max(len(line) for line in data.split(b"\r\n")) <= 998


@settings(deadline=None)  # the first page compiles its template
@given(subject=st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=120))
def test_a_subject_in_any_script_comes_out_as_it_went_in(subject: str):
    message = email.message_from_bytes(
        bytes_of(replace(LETTER, subject=subject)), policy=email.policy.default
    )

    assert message["Subject"] == subject


def test_a_domain_goes_over_the_wire_in_a_labels():
    assert wire_address("cfit@großmühlenau.example") == "cfit@xn--gromhlenau-73a36a.example"
    assert wire_address("cfit@pact.example") == "cfit@pact.example"
