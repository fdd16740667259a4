"""S/MIME: a mail's signature holds over its exact bytes, and the mail inside a signed one is read."""

import pytest
from made_up import signed_mails
from made_up.pki import Issued, authority
from made_up.signed_mails import entity, sealed_entity, signed_around, signed_beside

from intake.mail.parse import ParsedMail, parse_mail
from intake.mail.parsed_mail_wire import mail_from_wire, mail_to_wire
from intake.signing.trust_material import NO_TRUST
from pact.certificate_words import SignatureProblem
from pact.documents import DigitalSignature

ADDRESS = "roos@water.example"
PERSON = authority().person(address=ADDRESS)
PDF = b"%PDF-1.7 a made-up file"
CONTENTS = entity("Here is our copy.", PDF)
SENDERS = {"beside": signed_beside, "around": signed_around}


def parsed(raw: bytes) -> ParsedMail:
    return parse_mail(raw, authority().trust)


def only(mail: ParsedMail) -> DigitalSignature:
    (signature,) = mail.signatures
    return signature


@pytest.mark.parametrize("way", SENDERS)
def test_a_signed_mail_is_read_as_the_mail_that_was_signed(way):
    mail = parsed(SENDERS[way](CONTENTS, PERSON))

    assert mail.text == "Here is our copy."
    assert [(part.file_name, part.data) for part in mail.parts] == [("signed-pact.pdf", PDF)]
    assert mail.limits_hit == ()


@pytest.mark.parametrize("way", SENDERS)
def test_a_signature_of_the_sender_is_known_for_one(way):
    signature = only(parsed(SENDERS[way](CONTENTS, PERSON)))

    assert (signature.signer, signature.names_signatory) == ("Roos Vandenbulcke", True)
    assert (signature.intact, signature.trusted, signature.problem) == (True, True, None)
    assert signature.signed_at == "2022-06-14T10:00:00+00:00"


@pytest.mark.parametrize("way", SENDERS)
def test_a_signature_of_somebody_else_is_known_for_one(way):
    signature = only(
        parsed(SENDERS[way](CONTENTS, authority().person("Someone Else", address="x@y.example")))
    )

    assert (signature.intact, signature.names_signatory) == (True, False)


def test_a_mail_changed_on_its_way_is_read_and_its_signature_is_broken():
    raw = signed_beside(CONTENTS, PERSON).replace(b"our copy", b"our c0py")

    mail = parsed(raw)

    assert mail.text == "Here is our c0py."
    assert (only(mail).intact, only(mail).problem) == (False, SignatureProblem.BROKEN)


def test_a_mailbox_that_keeps_lines_without_carriage_returns_breaks_no_signature():
    mail = parsed(signed_beside(CONTENTS, PERSON).replace(b"\r\n", b"\n"))

    assert only(mail).intact is True


def test_a_certificate_without_an_address_is_compared_with_nobody():
    assert only(parsed(signed_beside(CONTENTS, authority().person()))).names_signatory is None


@pytest.mark.parametrize(
    ("signer", "problem"),
    [
        (authority("Elsewhere").person(address=ADDRESS), SignatureProblem.UNKNOWN_ISSUER),
        (authority().person(address=ADDRESS, usages=("key_agreement",)), SignatureProblem.NOT_FOR_SIGNING),
    ],
)
def test_a_certificate_that_is_not_trusted_says_why(signer: Issued, problem):
    signature = only(parsed(signed_beside(CONTENTS, signer)))

    assert (signature.intact, signature.trusted, signature.problem) == (True, False, problem)


def test_without_trust_a_mail_is_read_all_the_same():
    mail = parse_mail(signed_around(CONTENTS, PERSON), NO_TRUST)

    assert (len(mail.parts), only(mail).trusted) == (1, None)


def test_a_mail_sealed_and_signed_again_has_two_signatures():
    mail = parsed(signed_beside(sealed_entity(CONTENTS, PERSON), authority().person("Someone Else")))

    assert mail.text == "Here is our copy."
    assert [signature.signer for signature in mail.signatures] == ["Someone Else", "Roos Vandenbulcke"]


def test_seals_within_seals_are_opened_so_far_and_no_further():
    contents = CONTENTS
    for _ in range(6):
        contents = sealed_entity(contents, PERSON)

    mail = parsed(signed_mails.signed_around(contents, PERSON))

    assert len(mail.signatures) == 3
    assert [part.media_type_said for part in mail.parts] == ["application/pkcs7-mime"]


def test_a_document_wrapped_in_its_signature_stays_a_document():
    wrapped = signed_mails.signature_over(PDF, PERSON, detached=False)
    raw = entity("Here is our copy.", wrapped, "pact.pdf.p7m").replace(
        b"application/pdf", b"application/pkcs7-mime"
    )

    mail = parsed(b"From: a@b.example\r\nMIME-Version: 1.0\r\n" + raw)

    assert [(part.file_name, part.data) for part in mail.parts] == [("pact.pdf.p7m", wrapped)]
    assert mail.signatures == ()


@pytest.mark.parametrize("value", [b"", b"no signature", b"MAMCAQE=", b"AAAA" * 500])
def test_a_signature_that_is_none_is_said_to_be_damaged_and_the_mail_is_read(value):
    raw = signed_beside(CONTENTS, PERSON)
    begin = raw.index(b'filename="smime.p7s"') + len(b'filename="smime.p7s"') + 4
    spoilt = raw[:begin] + value + raw[raw.index(b"\r\n------", begin) :]

    mail = parsed(spoilt)

    assert mail.text == "Here is our copy."
    assert only(mail).problem == SignatureProblem.DAMAGED


def test_a_mail_without_a_signature_has_none():
    assert parsed(b"From: a@b.example\r\n\r\nHello\r\n").signatures == ()


def test_signatures_come_back_from_the_wire_as_they_went():
    mail = parsed(signed_beside(CONTENTS, PERSON))

    assert mail_from_wire(mail_to_wire(mail)) == mail


def test_a_name_with_controls_in_a_certificate_reaches_nobody():
    odd = authority().person("Roos\u202e\x07 Vandenbulcke", address=ADDRESS)

    mail = parsed(signed_beside(CONTENTS, odd))

    assert only(mail_from_wire(mail_to_wire(mail))).signer == "Roos Vandenbulcke"
