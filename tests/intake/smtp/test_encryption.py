"""STARTTLS: offered with a certificate, taken up anew when it changes, and nothing from before it counts."""

import smtplib
import ssl
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from journeys.running import door_of, listener_in_thread, mails
from journeys.smtp_dialogue import Dialogue

from intake.smtp.listener import Listener
from storage.clock import utc_now
from storage.database import Database
from storage.settings import Settings, SettingsError

MAIL = b"From: Anna <anna@city.example>\r\nSubject: Our copy\r\n\r\nSee the attached document.\r\n"


def write_certificate(folder: Path, host: str) -> tuple[Path, Path]:
    """Write a certificate for ``host``, signed by itself, and its key; return where they are."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    now = utc_now()
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    paths = folder / "certificate.pem", folder / "key.pem"
    paths[0].write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    paths[1].write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return paths


def trusting() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


def certificate_shown(port: int) -> bytes:
    """Return the certificate that the listener shows at this moment."""
    with smtplib.SMTP("127.0.0.1", port) as client:
        client.starttls(context=trusting())
        assert isinstance(client.sock, ssl.SSLSocket)
        shown = client.sock.getpeercert(binary_form=True)
    assert shown is not None
    return shown


@pytest.fixture
def encrypted(settings: Settings, tmp_path: Path) -> Settings:
    certificate, key = write_certificate(tmp_path, "mail.example")
    return settings.model_copy(update={"tls_certificate": certificate, "tls_key": key})


def test_mail_comes_in_encrypted_and_large(encrypted: Settings, database: Database) -> None:
    large = MAIL + b"a line of some length\r\n" * 50_000

    with (
        listener_in_thread(encrypted, door_of(encrypted, database)) as port,
        smtplib.SMTP("127.0.0.1", port) as client,
    ):
        client.ehlo()
        offered_before = client.has_extn("starttls")
        client.starttls(context=trusting())
        client.ehlo()
        offered_after = client.has_extn("starttls")
        for data in (MAIL, large):
            client.sendmail("anna@city.example", ["cfit@localhost"], data)

    assert (offered_before, offered_after) == (True, False)
    assert [mail.size_bytes for mail in mails(database)] == [len(MAIL), len(large)]


def test_without_a_certificate_it_is_neither_offered_nor_taken(
    settings: Settings, database: Database
) -> None:
    with (
        listener_in_thread(settings, door_of(settings, database)) as port,
        Dialogue(port) as client,
    ):
        assert "STARTTLS" not in client.say("EHLO client.example")
        assert client.say("STARTTLS") == "503 5.5.1 STARTTLS is not offered here"


def test_what_was_sent_ahead_of_the_handshake_is_dropped_and_who_said_ehlo_has_to_say_it_again(
    encrypted: Settings, database: Database
) -> None:
    with listener_in_thread(encrypted, door_of(encrypted, database)) as port, Dialogue(port) as client:
        client.greet()
        client.send(b"STARTTLS\r\nMAIL FROM:<mallory@evil.example>\r\nRCPT TO:<cfit@localhost>\r\n")
        answered = client.hear()
        client.encrypt(trusting())
        replies = [client.say("RCPT TO:<cfit@localhost>"), client.say("MAIL FROM:<anna@city.example>")]
        client.greet()
        kept = client.hand_over(MAIL, "anna@city.example", "cfit@localhost")

    assert answered == "220 2.0.0 Ready to start TLS"
    assert replies == ["503 5.5.1 Send MAIL first", "503 5.5.1 Send EHLO first"]
    assert kept == "250 2.0.0 Kept"
    assert [mail.envelope_from for mail in mails(database)] == ["anna@city.example"]


def test_a_handshake_that_is_none_ends_the_connection(encrypted: Settings, database: Database) -> None:
    with listener_in_thread(encrypted, door_of(encrypted, database)) as port:
        with Dialogue(port) as client:
            client.greet()
            client.say("STARTTLS")
            client.send(b"MAIL FROM:<mallory@evil.example>\r\n" * 10)
            client.read_to_end()
        with Dialogue(port) as another:
            assert another.greeting == "220 localhost ESMTP"
    assert mails(database) == []


def test_a_renewed_certificate_is_shown_at_once_and_a_broken_one_never(
    encrypted: Settings, database: Database, tmp_path: Path
) -> None:
    with listener_in_thread(encrypted, door_of(encrypted, database)) as port:
        first = certificate_shown(port)
        write_certificate(tmp_path, "renewed.example")
        renewed = certificate_shown(port)
        (tmp_path / "key.pem").write_text("half of a ke")
        while_broken = certificate_shown(port)
        (tmp_path / "certificate.pem").unlink()
        while_gone = certificate_shown(port)

    assert first != renewed
    assert (while_broken, while_gone) == (renewed, renewed)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        ({"tls_key": None}, "belong together"),
        ({"tls_key": Path("/nonexistent/key.pem")}, "No such file or directory"),
    ],
)
def test_a_certificate_that_cannot_be_used_is_said_at_the_start(
    encrypted: Settings, database: Database, spoil: dict[str, Path | None], sentence: str
) -> None:
    door = door_of(encrypted, database)

    with pytest.raises(SettingsError, match=sentence):
        Listener(encrypted.model_copy(update=spoil), door.originals, lambda _: [])
