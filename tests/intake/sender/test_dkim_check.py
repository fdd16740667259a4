"""DKIM signatures one by one: what holds, what was changed, what may have been added."""

import base64
import re
from pathlib import Path

import dkim
import pytest
from asn1crypto.keys import PublicKeyInfo, RSAPublicKey
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ed25519
from hypothesis import given
from hypothesis import strategies as st
from made_up.dkim_mails import SELECTOR, key_record, mail_from, sealed, signed, with_footer
from made_up.zones import MadeNames

from intake.sender import dkim_check
from intake.sender.dkim_check import DkimStanding, arc_oldest_results, check_dkim
from intake.sender.relaxed_body import without_space_at_line_ends

TOWN = "strict-gov.org"
NAMES = MadeNames(dict([key_record(TOWN)]))

# The public keys that RFC 6376 (appendix A.2) and RFC 8463 (appendix A.2) print with their examples.
_BRISBANE = (
    "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDwIRP/UC3SBsEmGqZ9ZJW3/DkMoGeLnQg1fWn7/zYtIxN2SnFCjxOCKG9v3b4jYfcT"
    "Nh5ijSsq631uBItLa7od+v/RtdC2UzJ1lWT947qR+Rcac2gbto/NMqJ0fzfVjH4OuKhitdY9tf6mcwGjaNBcWToIMmPSPDdQPNUYckcQ"
    "2QIDAQAB"
)
_FOOTBALL = (
    "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQiY/J16JYi0Qvx/byY"
    "zCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w"
    "3QIDAQAB"
)
OF_THE_RFCS = MadeNames(
    {
        "brisbane._domainkey.example.com": [("TXT", f"v=DKIM1; p={_BRISBANE}")],
        "brisbane._domainkey.football.example.com": [
            ("TXT", "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")
        ],
        "test._domainkey.football.example.com": [("TXT", f"v=DKIM1; k=rsa; p={_FOOTBALL}")],
    }
)

# Of the suite's files by the RFCs' examples, those that do not simply pass.
NOT_PASSING = {
    "added_header-date.eml": ["partial"],
    "added_header-from.eml": ["fail"],
    "added_header-subject.eml": ["partial"],
    "added_header-to.eml": ["partial"],
    "flags_s-auid_and_sdid_match.eml": ["unknown"],  # its key is not among those that the RFCs print
    "flags_s-auid_is_subdomain_of_sdid.eml": ["unknown"],
    "unsigned_header-reply_to-not_in_domain.eml": ["partial"],
    "rfc6376-A.2-body_modified.eml": ["body_changed"],
    "rfc6376-A.2-header_subject_modified.eml": ["fail"],
    "rfc6376-A.2-ill_formed-missing_v.eml": ["fail"],
    "rfc8463-A.3-key_algo_mismatch.eml": ["fail", "fail"],
}


def standings(raw: bytes, names: MadeNames = NAMES) -> list[str]:
    return [one.standing.value for one in check_dkim(raw, names)]


@pytest.mark.shared
def test_the_examples_of_the_rfcs_and_what_was_done_to_them_stand_as_they_should(shared: Path):
    folder = shared / "mail" / "lieser+dkim_verifier" / "test" / "data"
    files = [one for one in folder.rglob("*.eml") if one.parent.name != "original"]
    of_rfcs = [one for one in files if b"DKIM-Signature:" in one.read_bytes()]

    found = {one.name: standings(with_crlf(one.read_bytes()), OF_THE_RFCS) for one in of_rfcs}

    assert len(found) == 34
    assert {name: one for name, one in found.items() if set(one) != {"pass"}} == NOT_PASSING


def with_crlf(raw: bytes) -> bytes:
    return re.sub(rb"\r?\n", b"\r\n", raw)


@pytest.mark.parametrize("field", ["Subject", "Date", "To", "From", "Reply-To", "Content-Type", "Message-ID"])
def test_a_second_field_of_a_kind_that_a_mail_has_once_is_not_signed(field: str):
    raw = signed(mail_from(f"ida@{TOWN}", extra=("Reply-To: a@b.org", "Content-Type: text/plain")), TOWN)

    assert standings(raw) == ["pass"]
    assert standings(f"{field}: another\r\n".encode() + raw)[0] in ("partial", "fail")


def test_fields_that_a_mail_may_have_often_may_be_added():
    raw = b"Received: from a by b\r\nX-Spam: no\r\n" + signed(mail_from(f"ida@{TOWN}"), TOWN)

    assert standings(raw) == ["pass"]


def test_a_body_that_was_added_to_is_told_from_a_header_that_was_changed():
    raw = signed(mail_from(f"ida@{TOWN}"), TOWN)

    assert standings(with_footer(raw)) == [DkimStanding.BODY_CHANGED]
    assert standings(raw.replace(b"Subject: Our", b"Subject: Your")) == [DkimStanding.FAIL]


def test_a_made_up_signature_that_fails_by_the_body_is_no_changed_mail():
    plain = mail_from(f"ida@{TOWN}")
    made_up = (
        f"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d={TOWN}; s={SELECTOR};"
        " h=from:to:subject:date; bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=; b=AAAA\r\n"
    ).encode()
    of_another_mail = signed(plain, TOWN).removesuffix(plain)

    assert standings(made_up + plain) == [DkimStanding.FAIL]
    assert standings(of_another_mail + with_footer(plain.replace(b"Our", b"Your"))) == [DkimStanding.FAIL]


def test_a_signature_by_ed25519_holds_for_its_mail_alone():
    key = ed25519.Ed25519PrivateKey.generate()
    public = key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    record = f"v=DKIM1; k=ed25519; p={base64.b64encode(public).decode()}"
    names = MadeNames({f"{SELECTOR}._domainkey.{TOWN}": [("TXT", record)]})
    raw = signed_by_ed25519(mail_from(f"ida@{TOWN}"), key)

    assert standings(raw, names) == ["pass"]
    assert standings(raw.replace(b"Subject: Our", b"Subject: Your"), names) == ["fail"]


@pytest.mark.parametrize("written", ["", "AAAA", "%%%", "A" * 5000])
def test_a_key_by_ed25519_that_is_none_fails(written: str):
    names = MadeNames({f"{SELECTOR}._domainkey.{TOWN}": [("TXT", f"v=DKIM1; k=ed25519; p={written}")]})
    raw = signed_by_ed25519(mail_from(f"ida@{TOWN}"), ed25519.Ed25519PrivateKey.generate())

    assert standings(raw, names) == ["fail"]


def signed_by_ed25519(raw: bytes, key: ed25519.Ed25519PrivateKey) -> bytes:
    """Return the mail with a signature made by hand from RFC 6376, 3.7, and RFC 8463, 3."""
    head, _, body = raw.partition(b"\r\n\r\n")
    fields = [line.split(b":", 1) for line in head.split(b"\r\n")]
    taken = [b"from", b"to", b"subject", b"date"]
    told = [(name.lower(), value.strip()) for name, value in fields]
    chosen = [next(one for one in told if one[0] == name) for name in taken]
    tags = (
        f"v=1; a=ed25519-sha256; c=relaxed/relaxed; d={TOWN}; s={SELECTOR}; "
        f"h={':'.join(name.decode() for name in taken)}; bh={base64.b64encode(digest(body)).decode()}; b="
    ).encode()
    signs = b"".join(name + b":" + value + b"\r\n" for name, value in chosen) + b"dkim-signature:" + tags
    signature = base64.b64encode(key.sign(digest(signs)))
    return b"DKIM-Signature: " + tags + signature + b"\r\n" + raw


def digest(data: bytes) -> bytes:
    hashing = hashes.Hash(hashes.SHA256())
    hashing.update(data)
    return hashing.finalize()


@given(st.lists(st.sampled_from([b" ", b"\t", b"a", b"\r\n", b"\r", b"\n"]), max_size=40).map(b"".join))
def test_space_at_line_ends_goes_as_the_rfc_says(content: bytes):
    assert without_space_at_line_ends(content) == re.sub(b"[\t ]+\r\n", b"\r\n", content)


def test_a_body_of_nothing_but_space_is_canonicalised_in_one_pass():
    # With the library's own function this takes an hour.
    raw = signed(mail_from(f"ida@{TOWN}"), TOWN) + b" " * 1_000_000 + b"x\r\n"

    assert standings(raw) == [DkimStanding.BODY_CHANGED]


def test_of_a_large_mail_fewer_signatures_are_checked(monkeypatch: pytest.MonkeyPatch):
    raw = signed(signed(signed(mail_from(f"ida@{TOWN}"), TOWN), TOWN), TOWN)
    monkeypatch.setattr(dkim_check, "MOST_BYTES", 2 * len(raw))

    assert standings(raw) == ["pass", "pass"]


def test_a_key_longer_than_any_that_is_used_fails_at_once():
    # The library would reckon with it for minutes, and with the longest that DNS can carry for hours.
    bits = 30_000
    key = RSAPublicKey({"modulus": (1 << bits) - 3, "public_exponent": (1 << bits) - 1})
    written = base64.b64encode(PublicKeyInfo.wrap(key, "rsa").dump())
    names = MadeNames({f"{SELECTOR}._domainkey.{TOWN}": [("TXT", b"v=DKIM1; p=" + written)]})
    fitting = b"b=" + base64.b64encode(b"U" * (bits // 8)) + b"\r\nFrom"
    raw = re.sub(rb"b=[A-Za-z0-9+/=\s]+\r\nFrom", fitting, signed(mail_from(f"ida@{TOWN}"), TOWN))

    assert standings(raw, names) == ["fail"]


def test_a_chain_of_more_sets_than_any_forwarder_makes_is_not_looked_at():
    raw = mail_from(f"ida@{TOWN}")
    for _ in range(dkim_check.LEAST_ARC_SETS):
        raw = sealed(raw, TOWN, "dmarc=pass")
    many = b"".join(b"ARC-Seal: i=%d; a=rsa-sha256; cv=pass; d=x.org; s=s; b=AA\r\n" % n for n in range(60))

    assert arc_oldest_results(raw, NAMES) is not None
    assert arc_oldest_results(many + raw, NAMES) is None


def test_no_more_of_the_stand_in_is_given_than_dkimpy_asks_for():
    assert sorted(vars(dkim.nacl)) == ["encoding", "exceptions", "signing"]
