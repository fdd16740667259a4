"""DKIM under our letters: checked by our own verifier, with the record that we say should be published."""

from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from made_up.letters import new_letter
from made_up.post import Post, parsed, post_by
from made_up.smtp_sink import smtp_sink
from made_up.zones import MadeNames

from intake.mail.parse import parse_mail
from intake.sender.dkim_check import check_dkim
from intake.sender.sender_check import Arrival, Trust, check_sender
from secretariat.health_checks import Health
from secretariat.letter_signing import examine_signing, record_to_publish, sign_letter
from secretariat.send_mail import send_letter
from storage.database import Database
from storage.letters import LetterState
from storage.settings import Settings, SettingsError, load_settings
from storage.tables import Letter

ADDRESS = "cfit@pact-home.org"


def pem_of(key: rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey) -> str:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


@pytest.fixture(scope="module")
def pem() -> str:
    """Return a key of our own, made once."""
    return pem_of(rsa.generate_private_key(public_exponent=65537, key_size=2048))


@pytest.fixture
def signing(home: Path, pem: str) -> Settings:
    """Return settings with a key."""
    return load_settings(home=home, addresses=ADDRESS, dkim_key=pem)


def published(settings: Settings) -> MadeNames:
    name, text = record_to_publish(settings)
    # A text of more than 255 octets goes in several strings (RFC 6376, 3.6.2.2).
    return MadeNames(
        {name: [("TXT", (text[:200], text[200:]))], "_dmarc.pact-home.org": [("TXT", "v=DMARC1; p=reject")]}
    )


def letter(settings: Settings) -> bytes:
    raw = (
        f"From: The Secretariat <{ADDRESS}>\r\nTo: ida@town.org\r\nSubject: Your application\r\n"
        "Date: Mon, 2 Feb 2026 10:00:00 +0000\r\nMessage-ID: <1@pact-home.org>\r\nMIME-Version: 1.0\r\n"
        "Content-Type: text/plain; charset=utf-8\r\n\r\nThank you.\r\n"
    )
    return sign_letter(raw.encode(), settings)


def standings(raw: bytes, names: MadeNames) -> list[tuple[str, str]]:
    return [(one.domain, one.standing.value) for one in check_dkim(raw, names)]


def test_a_signed_letter_holds_with_the_record_that_is_to_be_published(signing: Settings):
    raw, names = letter(signing), published(signing)
    mail = parse_mail(raw)
    verdict = check_sender(
        raw,
        Arrival("9.9.9.9", "relay.org", "x@relay.org"),
        from_addresses=mail.senders,
        headers=mail.headers,
        names=names,
        trust=Trust(),
    )

    assert standings(raw, names) == [("pact-home.org", "pass")]
    assert verdict.verdict.value == "pass"


def test_it_signs_in_the_relaxed_way_without_a_length_and_each_field_once_more(signing: Settings):
    field = parsed(letter(signing))["DKIM-Signature"]
    tags = dict(tag.strip().split("=", 1) for tag in field.split(";") if "=" in tag)

    assert tags["c"] == "relaxed/relaxed"
    assert (tags["d"], tags["s"]) == ("pact-home.org", "cfit")
    assert "l" not in tags
    signed = [name.strip() for name in tags["h"].split(":")]
    assert (signed.count("from"), signed.count("subject"), signed.count("reply-to")) == (2, 2, 1)


@pytest.mark.parametrize("field", ["From", "Subject", "To", "Reply-To", "Content-Type", "Date"])
def test_nobody_can_add_a_field_to_a_signed_letter(signing: Settings, field: str):
    raw = f"{field}: another\r\n".encode() + letter(signing)

    assert standings(raw, published(signing)) == [("pact-home.org", "fail")]


def test_without_a_key_a_letter_leaves_as_it_is(home: Path):
    assert (
        sign_letter(b"From: a@b.org\r\n\r\nHello\r\n", load_settings(home=home))
        == b"From: a@b.org\r\n\r\nHello\r\n"
    )


def test_domain_and_selector_may_be_given(home: Path, pem: str):
    settings = load_settings(
        home=home, addresses=ADDRESS, dkim_key=pem, dkim_domain="mail.pact-home.org", dkim_selector="s2026"
    )

    assert record_to_publish(settings)[0] == "s2026._domainkey.mail.pact-home.org"
    assert standings(letter(settings), published(settings)) == [("mail.pact-home.org", "pass")]


def test_a_key_in_a_file_is_read_and_never_shown(home: Path, pem: str, monkeypatch: pytest.MonkeyPatch):
    home.mkdir()
    (home / "dkim.pem").write_text(pem)
    monkeypatch.setenv("CFIT_DKIM_KEY_FILE", str(home / "dkim.pem"))

    settings = load_settings(home=home, addresses=ADDRESS)

    assert settings.dkim_key == pem.strip()
    assert "PRIVATE" not in repr(settings)


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("nonsense", "no private key that can be read"),
        (pem_of(rsa.generate_private_key(public_exponent=65537, key_size=1024)), "has 1024 bits"),
        (pem_of(ed25519.Ed25519PrivateKey.generate()), "no RSA key"),
    ],
)
def test_a_key_that_cannot_be_used_is_told_in_a_sentence(home: Path, key: str, says: str):
    settings = load_settings(home=home, addresses=ADDRESS, dkim_key=key)

    with pytest.raises(SettingsError, match=says):
        sign_letter(b"From: a@b.org\r\n\r\n", settings)
    [told] = examine_signing(settings)
    assert (told.health, says in told.says) == (Health.BAD, True)


def test_doctor_says_which_record_to_publish_and_whether_it_is_there(signing: Settings):
    name, text = record_to_publish(signing)

    [to_do] = examine_signing(signing)
    [there] = examine_signing(signing, published(signing))
    [missing] = examine_signing(signing, MadeNames({}))
    [other] = examine_signing(signing, MadeNames({name: [("TXT", "v=DKIM1; p=AAAA")]}))
    [away] = examine_signing(signing, MadeNames({}, away=[name]))

    assert to_do.says == f"Letters are signed. The DNS needs a TXT record at {name}: {text}"
    assert (there.health, there.says) == (Health.GOOD, f"Letters are signed, and {name} holds their key.")
    assert missing.says == f"{name} is not published. Publish this TXT record there: {text}"
    assert (other.health, other.says.startswith(f"{name} holds another key.")) == (Health.BAD, True)
    assert away.health is Health.NOTE


def test_without_a_key_doctor_says_nothing_of_it(home: Path):
    assert list(examine_signing(load_settings(home=home))) == []


def test_a_letter_arrives_signed_and_whole(database: Database, home: Path, pem: str):
    with smtp_sink() as sink:
        post = with_key(post_by(f"smtp://127.0.0.1:{sink.port}", database, home), pem)
        letter_id = post.write(new_letter(body="Beste Sjoerd,\n\nDank u wel — één ding nog.\n.\n..\n"))

        send_letter(post.desk, letter_id)

        [taken] = sink.taken
    assert standings(taken.data, published(post.desk.settings)) == [
        (post.desk.settings.message_domain, "pass")
    ]


def test_a_letter_waits_while_the_key_cannot_be_used(database: Database, home: Path):
    with smtp_sink() as sink:
        post = with_key(post_by(f"smtp://127.0.0.1:{sink.port}", database, home), "nonsense")
        letter_id = post.write()

        send_letter(post.desk, letter_id)

        assert sink.taken == []
    row: Letter = post.row(letter_id)
    assert (row.state, row.next_try_at is not None) == (LetterState.READY, True)


def with_key(post: Post, pem: str) -> Post:
    """Return the desk's post with letters signed by that key."""
    settings = post.desk.settings.model_copy(update={"dkim_key": pem})
    return replace(post, desk=replace(post.desk, settings=settings))
