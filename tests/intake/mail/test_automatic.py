"""Automatic mail is told from people's; what may be answered is less than what may register."""

from pathlib import Path

import pytest
from made_up.mails import (
    AUTO_REPLY_STYLES,
    OURS,
    auto_reply,
    bounce,
    build_mail,
    own_letter_back,
    with_precedence_bulk,
)

from intake.mail.automatic import MOST_HOPS, Automatic, AutomaticKind, judge
from intake.mail.parse import parse_mail

SENDER = "w.vanderkooij@zilverveen.example"
OUR_ID = "<" + "0123456789abcdef" * 2 + "@localhost>"


def _judge(raw: bytes, envelope_from: str = SENDER) -> Automatic:
    return judge(parse_mail(raw), envelope_from, (OURS, "pact@Köln.example"))


def _headed(name: str, value: str, **mail: str) -> bytes:
    return build_mail(headers=((name, value),), **mail)


def test_a_persons_mail_is_answered() -> None:
    assert _judge(build_mail()) == Automatic(
        AutomaticKind.NONE, answer_allowed=True, why="Nothing shows that a machine wrote it."
    )


@pytest.mark.parametrize(
    "raw",
    [
        _headed("X-Auto-Response-Suppress", "All"),
        _headed("Auto-Submitted", "no"),
        _headed("Auto-Submitted", "No (a person wrote this)"),
        _headed("Precedence", "normal"),
        build_mail(subject="Re: Automatic reply: Your application"),
        build_mail(subject="Fwd: Returned mail: see transcript"),
        build_mail(subject="Undeliverable goods"),
        build_mail(sender="postmaster@small.example"),
    ],
)
def test_what_people_send_is_not_taken_for_automatic(raw: bytes) -> None:
    found = _judge(raw)

    assert (found.kind, found.answer_allowed) == (AutomaticKind.NONE, True)


@pytest.mark.parametrize("style", AUTO_REPLY_STYLES)
def test_out_of_office_notes_are_known(style: str) -> None:
    found = _judge(auto_reply(style=style))

    assert (found.kind, found.answer_allowed) == (AutomaticKind.AUTO_REPLY, False)


@pytest.mark.parametrize(
    "subject",
    [
        "Automatisch antwoord: Pact",
        "Réponse automatique : Pacte",
        "Respuesta automática: Pacto",
        "Risposta automatica: Patto",
        "Automatyczna odpowiedź: Pakt",
        "Automaattinen vastaus: Sopimus",
        "Automatisk svar: Pakten",
        "Αυτόματη απάντηση: Σύμφωνο",
        "ABWESENHEITSNOTIZ: Pakt",
        "[Automatic reply] Pact",
    ],
)
def test_out_of_office_notes_are_known_by_their_subject_in_many_languages(subject: str) -> None:
    assert _judge(build_mail(subject=subject)).kind == AutomaticKind.AUTO_REPLY


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Auto-Submitted", "auto-replied; owner-email=x@y.example"),
        ("X-Autoreply", "yes"),
        ("X-Autorespond", "pact"),
        ("Precedence", "auto_reply"),
        ("Content-Type", "multipart/report; report-type=disposition-notification; boundary=b"),
    ],
)
def test_answers_of_programs_are_known_by_their_fields(name: str, value: str) -> None:
    raw = f"From: {SENDER}\r\nSubject: Hello\r\n{name}: {value}\r\n\r\n".encode()

    assert _judge(raw).kind == AutomaticKind.AUTO_REPLY


@pytest.mark.parametrize(
    ("raw", "envelope_from"),
    [
        (bounce(), ""),
        (bounce(), "mailer-daemon@relay.example"),
        (bounce(action="delayed", status="4.4.1"), ""),
        (build_mail(sender="MAILER-DAEMON@relay.example", subject="Hello"), ""),
        (build_mail(sender="postmaster@relay.example", subject="Undeliverable: Pact"), SENDER),
        (build_mail(subject="Unzustellbar: Pakt"), ""),
        (_headed("X-Failed-Recipients", "a@b.example"), SENDER),
    ],
)
def test_bounces_are_known(raw: bytes, envelope_from: str) -> None:
    found = _judge(raw, envelope_from)

    assert (found.kind, found.answer_allowed) == (AutomaticKind.BOUNCE, False)


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (own_letter_back(), AutomaticKind.OWN_LETTER),
        (own_letter_back(sender="cfit+a.token@LOCALHOST"), AutomaticKind.OWN_LETTER),
        (build_mail(message_id=OUR_ID), AutomaticKind.OWN_LETTER),
        (_headed("X-Loop", OURS), AutomaticKind.LOOP),
        (
            build_mail(
                headers=[("Received", "from a by b; Wed, 1 Mar 2023 09:30:00 +0000")] * (MOST_HOPS + 1)
            ),
            AutomaticKind.LOOP,
        ),
    ],
    ids=["marked, from us", "plus address", "our Message-ID", "X-Loop", "hops"],
)
def test_our_letters_and_mail_in_circles_are_known(raw: bytes, kind: AutomaticKind) -> None:
    found = _judge(raw)

    assert (found.kind, found.answer_allowed) == (kind, False)


def test_a_colleagues_mail_from_our_domain_is_a_persons() -> None:
    raw = build_mail(sender="nora@localhost", message_id="<CAF0123@localhost>")

    assert _judge(raw).answer_allowed


@pytest.mark.parametrize(
    ("raw", "envelope_from", "why"),
    [
        (_headed("Auto-Submitted", "auto-generated"), SENDER, "A program sent it"),
        (with_precedence_bulk(), SENDER, "It was sent to many at once"),
        (build_mail(), "", "Its envelope names no sender"),
        (_headed("Return-Path", "<>"), SENDER, "Its envelope names no sender"),
        (build_mail(sender=OURS), SENDER, "It comes from an address of ours"),
        (build_mail(sender="no-reply@signing.example"), SENDER, "It comes from an address that nobody reads"),
        (b"Subject: Hello\r\n\r\n", SENDER, "Its From field holds no address"),
    ],
)
def test_what_is_not_answered_may_still_register(raw: bytes, envelope_from: str, why: str) -> None:
    found = _judge(raw, envelope_from)

    assert (found.kind, found.answer_allowed) == (AutomaticKind.NONE, False)
    assert found.why.startswith(why)


@pytest.mark.parametrize(
    ("name", "value"),
    [("List-Id", "<pact.lists.example>"), ("List-Post", "<mailto:a@b>"), ("Precedence", "list")],
)
def test_mail_of_a_list_is_not_answered(name: str, value: str) -> None:
    found = _judge(_headed(name, value))

    assert (found.kind, found.answer_allowed) == (AutomaticKind.LIST, False)


@pytest.mark.shared
def test_real_bounces_are_known_and_real_mail_is_not_taken_for_them(shared: Path) -> None:
    bounces = sorted((shared / "mail" / "sisimai+p5-sisimai" / "set-of-emails" / "maildir").rglob("*.eml"))
    people = sorted((shared / "mail" / "discourse+email_reply_trimmer" / "test" / "emails").glob("*.txt"))

    found = [_judge(path.read_bytes()).kind for path in bounces]
    wrong = [path.name for path in people if _judge(path.read_bytes()).kind != AutomaticKind.NONE]

    assert len(bounces) == 378
    assert sum(kind in (AutomaticKind.BOUNCE, AutomaticKind.AUTO_REPLY) for kind in found) >= 366
    assert (len(people), wrong) == (64, [])
