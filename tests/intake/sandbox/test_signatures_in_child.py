"""Certificates are checked in a child that can open nothing as they are in a free process."""

import json
from collections.abc import Iterator

import pytest
from made_up import pades
from made_up.pades import SIGNATORY, Put, sign
from made_up.pki import authority, revocation_list, status_answer

from intake.reading.material import ReadingMaterial
from intake.reading.read_file import read_file
from intake.reading.reading_json import from_json, to_json
from intake.reading.sniff import sniff
from intake.sandbox.reader_pool import ReaderPool
from pact.documents import SignatureKind

MATERIAL = ReadingMaterial(trust=authority().trust)
PERSON = authority().person(SIGNATORY)
COPY = pades.copy_to_sign(fields=True)
STAMPED = sign(COPY, PERSON, Put(stamped=True))

COPIES = {
    "time stamp": lambda: STAMPED,
    "RSA": lambda: sign(COPY, authority().person(SIGNATORY, rsa_bits=2048)),
    "revocation data": lambda: pades.with_timestamp(
        pades.with_revocation_data(
            STAMPED,
            crls=[revocation_list(authority().issuer)],
            answers=[status_answer(PERSON, authority().responder)],
        )
    ),
    "text added": lambda: pades.with_text_added(STAMPED, "Not binding"),
    "field filled in": lambda: pades.with_field_filled(STAMPED, "later"),
    "script added": lambda: pades.with_catalog_changed(STAMPED),
    "countersigned": lambda: sign(STAMPED, authority().person("Wim Peeters"), Put("Signature2")),
    "unknown issuer": lambda: sign(COPY, authority("Elsewhere").person(SIGNATORY)),
    "tampered": lambda: pades.tampered(STAMPED),
}


@pytest.fixture(scope="module")
def pool() -> Iterator[ReaderPool]:
    """Yield a pool whose children trust the test authority."""
    with ReaderPool(1, material=MATERIAL) as opened:
        yield opened


@pytest.mark.slow
@pytest.mark.parametrize("name", COPIES)
def test_a_child_reaches_the_verdicts_that_a_free_process_reaches(pool, name):
    data = COPIES[name]()

    in_child = pool.read(data)

    free = read_file(data, sniff(data), material=MATERIAL)
    assert in_child == from_json(json.dumps(to_json(free)).encode())
    assert in_child.signatories[0].signature.kind is SignatureKind.DIGITAL
    assert in_child.digital_signatures[0].signer == SIGNATORY
