"""Mails signed by S/MIME with certificates of the test authority: beside the mail, or around it."""

import asyncio
import base64

from made_up.pades import simple_signer
from made_up.pki import SIGNED_AT, Issued
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes

_BOUNDARY = "----signed-by-the-test-authority"


def entity(text: str, attachment: bytes = b"", name: str = "signed-pact.pdf") -> bytes:
    """Return a MIME entity with a text and perhaps a PDF, as it is signed: with CRLF line ends."""
    words = f"Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n"
    if not attachment:
        return words.encode()
    encoded = base64.encodebytes(attachment).decode().replace("\n", "\r\n")
    return (
        'Content-Type: multipart/mixed; boundary="inner"\r\n\r\n'
        f"--inner\r\n{words}\r\n--inner\r\n"
        f'Content-Type: application/pdf; name="{name}"\r\nContent-Transfer-Encoding: base64\r\n'
        f'Content-Disposition: attachment; filename="{name}"\r\n\r\n{encoded}\r\n--inner--\r\n'
    ).encode()


def signed_beside(contents: bytes, signer: Issued, sender: str = "roos@water.example") -> bytes:
    """Return a mail with its signature beside it (multipart/signed)."""
    value = _encoded(signature_over(contents, signer, detached=True))
    head = (
        f"{_fields(sender)}Content-Type: multipart/signed; micalg=sha-256;\r\n"
        f' protocol="application/pkcs7-signature"; boundary="{_BOUNDARY}"\r\n\r\n'
        f"This is an S/MIME signed message\r\n\r\n--{_BOUNDARY}\r\n"
    )
    tail = (
        f'\r\n--{_BOUNDARY}\r\nContent-Type: application/pkcs7-signature; name="smime.p7s"\r\n'
        f'Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="smime.p7s"\r\n\r\n'
        f"{value}\r\n--{_BOUNDARY}--\r\n"
    )
    return head.encode() + contents + tail.encode()


def signed_around(contents: bytes, signer: Issued, sender: str = "roos@water.example") -> bytes:
    """Return a mail that lies wholly inside its signature (application/pkcs7-mime)."""
    return _fields(sender).encode() + sealed_entity(contents, signer)


def sealed_entity(contents: bytes, signer: Issued) -> bytes:
    """Return the entity that carries signed contents, to be sent or signed again."""
    value = _encoded(signature_over(contents, signer, detached=False))
    return (
        'Content-Type: application/pkcs7-mime; smime-type=signed-data; name="smime.p7m"\r\n'
        f"Content-Transfer-Encoding: base64\r\n\r\n{value}\r\n"
    ).encode()


def signature_over(contents: bytes, signer: Issued, *, detached: bool) -> bytes:
    """Return the signed message (CMS), with or without the contents inside."""
    about = PdfCMSSignedAttributes(signing_time=SIGNED_AT)
    made = simple_signer(signer).async_sign_general_data(
        contents, "sha256", detached=detached, signed_attr_settings=about
    )
    return asyncio.run(made).dump()


def _encoded(message: bytes) -> str:
    return base64.encodebytes(message).decode().replace("\n", "\r\n").rstrip()


def _fields(sender: str) -> str:
    return (
        f"From: Roos Vandenbulcke <{sender}>\r\nTo: cfit@pact.example\r\nSubject: Our copy\r\n"
        "Message-ID: <1@water.example>\r\nMIME-Version: 1.0\r\n"
    )
