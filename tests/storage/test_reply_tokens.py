import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.database import Database
from storage.reply_tokens import digest_of, known_token, new_token, reply_address, token_in_address
from storage.tables import Letter, ReplyToken

TOKEN = "abcdefghijklmnop2345"


def test_no_two_tokens_are_the_same():
    tokens = {new_token() for _ in range(1000)}

    assert len(tokens) == 1000
    assert [token for token in tokens if not re.fullmatch("[a-z2-7]{20}", token)] == []


def test_a_reply_address_names_the_case_and_carries_the_token():
    address = reply_address("cfit@pact.example", "CFIT-2026-0001", TOKEN)

    assert address == f"cfit+cfit-2026-0001.{TOKEN}@pact.example"


@pytest.mark.parametrize(
    ("local", "expected"),
    [
        ("c" * 28, f"{'c' * 28}+cfit-2026-0001.{TOKEN}@pact.example"),
        ("c" * 29, f"{'c' * 29}+{TOKEN}@pact.example"),
        ("c" * 43, f"{'c' * 43}+{TOKEN}@pact.example"),
        ("c" * 44, None),
    ],
)
def test_a_local_part_never_exceeds_64_octets(local: str, expected: str | None):
    assert reply_address(f"{local}@pact.example", "CFIT-2026-0001", TOKEN) == expected


@pytest.mark.parametrize(
    ("address", "token"),
    [
        (f"cfit+cfit-2026-0001.{TOKEN}@pact.example", TOKEN),
        (f"CFIT+CFIT-2026-0001.{TOKEN.upper()}@PACT.example", TOKEN),
        (f"cfit+m-12.{TOKEN}@pact.example", TOKEN),
        (f"cfit+{TOKEN}@pact.example", TOKEN),
        (f"cfit.{TOKEN}@pact.example", None),
        ("cfit+cfit-2026-0001@pact.example", None),
        ("cfit@pact.example", None),
        (f"cfit+{TOKEN}x@pact.example", None),
        ("", None),
    ],
)
def test_a_token_is_found_in_an_address_whatever_became_of_its_case(address: str, token: str | None):
    assert token_in_address(address) == token


@given(st.text(max_size=200))
def test_looking_for_a_token_never_fails(address: str):
    assert token_in_address(f"cfit+{address}.{TOKEN}@pact.example") == TOKEN
    assert token_in_address(address) in (None, address.lower().rpartition("@")[0][-20:])


def test_an_unknown_token_opens_nothing(database: Database):
    with database.read() as session:
        assert known_token(session, TOKEN) is None


def test_a_token_is_not_kept_in_the_clear(database: Database):
    assert digest_of(TOKEN) == digest_of(TOKEN.upper())
    assert digest_of(TOKEN) != TOKEN
    assert "token" not in Letter.model_fields
    assert "token" not in ReplyToken.model_fields
