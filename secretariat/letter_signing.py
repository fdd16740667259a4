"""DKIM signatures under our own letters (RFC 6376), the DNS record they need, and whether it is there."""

import base64
from collections.abc import Iterator

import dkim
import idna
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from intake.sender.names import Names, NamesAwayError, texts_of
from secretariat.health_checks import Health, Result
from storage.settings import Settings, SettingsError

LEAST_KEY_BITS = 2048
"""What receivers take for strong enough for years to come; below 1024 they take it for none (RFC 8301)."""

# RFC 6376, 5.4.1, as far as our letters have such fields, and those that say how the body is to be read.
_SIGNED = (
    b"from reply-to subject date to cc message-id in-reply-to references mime-version content-type "
    b"content-transfer-encoding auto-submitted".split()
)


def sign_letter(data: bytes, settings: Settings) -> bytes:
    """Return a message with our signature on top, or as it is where no key is set.

    Each field is signed once more than it stands there, so that nobody can add a second one
    (RFC 6376, 8.15). Raises SettingsError for a key that cannot be used.
    """
    if not settings.dkim_key:
        return data
    key = _private_key(settings)
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption())
    letter = dkim.DKIM(data, signature_algorithm=b"rsa-sha256")
    present = [name.lower() for name, _ in letter.headers]
    fields = [name for name in _SIGNED for _ in range(present.count(name) + 1)]
    signature = letter.sign(
        settings.dkim_selector.encode("ascii"),
        signing_domain(settings).encode("ascii"),
        pem,
        canonicalize=(b"relaxed", b"relaxed"),
        include_headers=fields,
    )
    return bytes(signature) + data


def signing_domain(settings: Settings) -> str:
    """Return the domain that answers for our letters (d=), in A-labels."""
    domain = settings.dkim_domain or settings.message_domain
    return domain if domain.isascii() else idna.encode(domain, uts46=True).decode("ascii")


def record_to_publish(settings: Settings) -> tuple[str, str]:
    """Return name and text of the TXT record that holds the public key (RFC 6376, 3.6.1).

    Raises SettingsError for a key that cannot be used.
    """
    public = _private_key(settings).public_key()
    der = public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    name = f"{settings.dkim_selector}._domainkey.{signing_domain(settings)}"
    return name, f"v=DKIM1; k=rsa; p={base64.b64encode(der).decode('ascii')}"


def examine_signing(settings: Settings, names: Names | None = None) -> Iterator[Result]:
    """Yield what `cfit doctor` says: which record to publish, and with ``names`` whether it is there."""
    if not settings.dkim_key:
        return
    try:
        name, text = record_to_publish(settings)
    except SettingsError as error:
        yield Result("dkim", Health.BAD, str(error))
        return
    if names is None:
        yield Result(
            "dkim", Health.GOOD, f"Letters are signed. The DNS needs a TXT record at {name}: {text}", name
        )
        return
    try:
        published = texts_of(names, name)
    except NamesAwayError:
        yield Result("dkim", Health.NOTE, f"The name servers did not say whether {name} is published.", name)
        return
    if any(_key_in(one) == _key_in(text.encode()) for one in published):
        yield Result("dkim", Health.GOOD, f"Letters are signed, and {name} holds their key.", name)
        return
    found = "holds another key" if published else "is not published"
    yield Result("dkim", Health.BAD, f"{name} {found}. Publish this TXT record there: {text}", name)


def _private_key(settings: Settings) -> RSAPrivateKey:
    try:
        key = load_pem_private_key(settings.dkim_key.encode(), password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise SettingsError(
            "CFIT_DKIM_KEY is no private key that can be read: give PEM without a password, such as "
            "`openssl genrsa 2048` writes."
        ) from error
    if not isinstance(key, RSAPrivateKey):
        raise SettingsError("CFIT_DKIM_KEY is no RSA key: every receiver knows RSA, and only some another.")
    if key.key_size < LEAST_KEY_BITS:
        raise SettingsError(
            f"CFIT_DKIM_KEY has {key.key_size} bits: make one of {LEAST_KEY_BITS} with `openssl genrsa 2048`."
        )
    return key


def _key_in(record: bytes) -> bytes:
    """Return the key of a record without the white space that people and tools put into it."""
    tags = dict(tag.strip().split(b"=", 1) for tag in record.split(b";") if b"=" in tag)
    return b"".join(tags.get(b"p", b"").split())
