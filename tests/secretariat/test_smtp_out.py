import ssl
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from made_up.letters import AT
from made_up.smtp_sink import smtp_sink

from pact.errors import Refusal
from secretariat.smtp_out import WHOLE_LIMIT_S, NotNow, SmtpServer, deliver, server_of, try_mail_server
from storage.sending import LEASE
from storage.settings import load_settings

DATA = b"From: cfit@pact.example\r\nSubject: a dot\r\n\r\nfirst\r\n.\r\n..last\r\n"


@pytest.fixture
def certificate(tmp_path: Path) -> ssl.SSLContext:
    """Return the server's side of TLS with a certificate that nobody vouches for."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "sink.example")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(AT - timedelta(days=3650))
        .not_valid_after(AT + timedelta(days=36500))
        .sign(key, hashes.SHA256())
    )
    (tmp_path / "certificate.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (tmp_path / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(tmp_path / "certificate.pem", tmp_path / "key.pem")
    return context


def send(server: SmtpServer, recipient: str = "sjoerd@zilverveen.example") -> None:
    deliver(server, sender="cfit@pact.example", recipient=recipient, data=DATA, our_name="pact.example")


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://mail.pact.example", SmtpServer("mail.pact.example", 25)),
        ("smtp://mail.pact.example:587", SmtpServer("mail.pact.example", 587)),
        ("smtps://mail.pact.example", SmtpServer("mail.pact.example", 465, implicit_tls=True)),
        ("smtp://[::1]:2525", SmtpServer("::1", 2525, is_this_machine=True)),
        (
            "smtps://a%40b:p%3A%2Fs@mail.pact.example:1465",
            SmtpServer("mail.pact.example", 1465, implicit_tls=True, user="a@b", password="p:/s"),
        ),
    ],
)
def test_the_server_is_read_off_its_address(url: str, server: SmtpServer):
    assert server_of(url) == server


def test_a_port_that_is_none_is_said_to_be_so():
    with pytest.raises(NotNow, match="CFIT_SMTP_URL has no valid port"):
        server_of("smtp://mail.pact.example:mail")


@pytest.mark.parametrize(
    ("host", "is_this_machine"),
    [
        ("localhost", True),
        ("127.0.0.1", True),
        ("[::1]", True),
        ("10.0.0.1", False),
        ("localhost.evil.example", False),
        ("mail.pact.example", False),
    ],
)
def test_only_this_machine_is_trusted_without_a_certificate(host: str, is_this_machine: bool):
    assert server_of(f"smtp://{host}").is_this_machine is is_this_machine


def test_encryption_is_used_when_it_is_offered(certificate: ssl.SSLContext):
    with smtp_sink(certificate=certificate) as sink:
        send(server_of(f"smtp://127.0.0.1:{sink.port}"))

    assert [taken.over_tls for taken in sink.taken] == [True]


def test_a_text_with_dots_arrives_as_it_left():
    with smtp_sink() as sink:
        send(SmtpServer("127.0.0.1", sink.port))

    assert [taken.data for taken in sink.taken] == [DATA]


def test_a_certificate_that_nobody_vouches_for_is_refused_elsewhere(certificate: ssl.SSLContext):
    with smtp_sink(certificate=certificate, password="k") as sink:
        elsewhere = SmtpServer("127.0.0.1", sink.port, user="secretariat", password="k")
        with pytest.raises(NotNow, match=r"could not be used: .*certificate verify failed"):
            send(elsewhere)

    assert (sink.taken, sink.tried_passwords) == ([], [])


def test_a_password_is_never_sent_in_the_clear_elsewhere():
    with smtp_sink(password="k") as sink:
        elsewhere = SmtpServer("127.0.0.1", sink.port, user="secretariat", password="k")
        with pytest.raises(NotNow, match="the password is not sent in the clear"):
            send(elsewhere)

    assert (sink.taken, sink.tried_passwords) == ([], [])


def test_a_server_that_asks_for_no_password_is_a_setting_to_mend():
    with smtp_sink() as sink, pytest.raises(NotNow, match="AUTH extension is not supported"):
        send(server_of(f"smtp://secretariat:k@127.0.0.1:{sink.port}"))


def test_trying_the_server_logs_in_and_sends_nothing(home: Path):
    with smtp_sink(password="k") as sink:
        right = load_settings(home=home, smtp_url=f"smtp://secretariat:k@127.0.0.1:{sink.port}")
        wrong = load_settings(home=home, smtp_url=f"smtp://secretariat:x@127.0.0.1:{sink.port}")
        problems = [try_mail_server(right), try_mail_server(wrong)]

    assert problems[0] == ""
    assert problems[1].startswith("The mail server did not let us send: 535 ")
    assert (set(sink.tried_passwords), sink.taken) == ({"k", "x"}, [])


def test_an_outbox_has_no_server_to_try(home: Path):
    assert try_mail_server(load_settings(home=home, smtp_url="outbox:")) == ""


def test_an_unfit_recipient_is_a_refusal_for_good():
    with smtp_sink() as sink:
        sink.answers["RCPT"] = "501 5.1.3 bad address"
        with pytest.raises(Refusal, match=r"refused the recipient: 501 5\.1\.3 bad address"):
            send(SmtpServer("127.0.0.1", sink.port))


def test_what_a_server_says_is_cut_and_on_one_line():
    with smtp_sink() as sink:
        sink.answers["RCPT"] = "550-first\r\n550 " + "x" * 300
        with pytest.raises(Refusal) as refusal:
            send(SmtpServer("127.0.0.1", sink.port))

    assert refusal.value.text == "The mail server refused the recipient: " + ("550 first " + "x" * 300)[:200]


def test_a_letter_is_left_to_its_sender_for_longer_than_sending_takes():
    assert timedelta(seconds=WHOLE_LIMIT_S) < LEASE
