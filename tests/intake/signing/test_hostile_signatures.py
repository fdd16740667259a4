"""Damaged and hostile signatures: a verdict of None and a sentence, never an end of the reading."""

import re
from random import Random

import pytest
from made_up import pades
from made_up.pades import SIGNATORY, Put, sign
from made_up.pki import SIGNED_AT, authority, crossed_issuers, long_revocation_list, revocation_list

from intake.signing.pdf_signatures import digital_signatures
from pact.certificate_words import Revocation, SignatureProblem
from pact.documents import DigitalSignature

PERSON = authority().person(SIGNATORY)
COPY = pades.copy_to_sign()


def checked(pdf: bytes, **limits: float) -> tuple[DigitalSignature, ...]:
    return digital_signatures(pdf, authority().trust, [SIGNATORY], **limits)


def damaged(pdf: bytes, rng: Random) -> bytes:
    """Return the file with something small done to it: bytes changed, cut out or put in, numbers swapped."""
    data = bytearray(pdf)
    at = rng.randrange(len(data))
    deed = rng.randrange(5)
    if deed == 0:
        data[at] = rng.randrange(256)
    elif deed == 1:
        del data[at : at + rng.randrange(1, 40)]
    elif deed == 2:
        data[at:at] = rng.randbytes(rng.randrange(1, 20))
    elif deed == 3:
        found = rng.choice(list(re.finditer(rb"\d+", pdf)))
        data[found.start() : found.end()] = b"%d" % rng.choice([0, 1, 7, -1, 99_999, 2**31, 2**63])
    else:
        value = rng.choice(list(re.finditer(rb"/Contents\s*<([0-9a-fA-F]{100,})>", pdf)))
        place = value.start(1) + rng.randrange(4_000)
        data[place] = rng.choice(b"0123456789abcdef")
    return bytes(data)


def test_no_damage_to_a_signed_file_raises_anything():
    whole = pades.with_timestamp(
        pades.with_revocation_data(
            sign(COPY, PERSON, Put(stamped=True)), crls=[revocation_list(authority().issuer)]
        )
    )
    both = sign(pades.with_text_added(whole, "Not binding"), authority().person("Wim Peeters"), Put("Second"))
    rng = Random(20220614)

    for _ in range(100):
        found = checked(damaged(both, rng))

        assert all(one.problem or one.intact for one in found)


def test_issuers_that_vouch_for_each_other_in_circles_end_in_time():
    leaf = crossed_issuers(SIGNATORY, 16)

    (found,) = checked(sign(COPY, leaf), cpu_s=0.3)

    assert (found.intact, found.trusted, found.problem) == (True, None, SignatureProblem.TOO_LARGE)


def test_without_any_time_nothing_is_claimed():
    (found,) = checked(sign(COPY, PERSON), cpu_s=0.0)

    assert (found.intact, found.trusted, found.changed_after) == (None, None, None)


def test_more_revocation_data_than_is_looked_through_is_said():
    long_list = long_revocation_list(authority().issuer, 80_000)

    (found,) = checked(pades.with_revocation_data(sign(COPY, PERSON), crls=[long_list]))

    assert (found.trusted, found.revocation) == (True, Revocation.UNUSABLE)


def test_a_signature_that_says_nothing_of_what_it_covers_is_present_and_unchecked():
    pdf = sign(COPY, PERSON)

    (found,) = checked(pdf.replace(b"/ByteRange", b"/ByteStick"))

    assert (found.intact, found.problem) == (None, SignatureProblem.NO_RANGE)


@pytest.mark.parametrize("numbers", [b"0 0 0 0", b"0 1", b"-1 9 9 9", b"0 99999999 9 9", b"a b c d"])
def test_a_byte_range_that_is_none_is_never_intact(numbers):
    pdf = sign(COPY, PERSON)
    spoilt = re.sub(
        rb"/ByteRange\s*\[[^\]]*\]", lambda m: b"/ByteRange [%s]" % numbers.ljust(len(m[0]) - 13), pdf
    )

    assert not any(one.intact for one in checked(spoilt))


def test_somebody_elses_certificate_put_into_a_signature_proves_nothing():
    forged = pades.with_certificate_of(sign(COPY, PERSON), authority().person(SIGNATORY, begin=SIGNED_AT))

    (found,) = checked(forged)

    assert not found.intact
    assert (found.trusted, found.names_signatory) == (None, None)
