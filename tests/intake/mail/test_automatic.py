"""Automatic mail is told from people's; what may be answered is less than what may register."""

import re
from collections.abc import Iterator
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
from made_up.people_mails import people_write

from intake.mail.automatic import MOST_HOPS, Automatic, AutomaticKind, judge
from intake.mail.parse import parse_mail

SENDER = "w.vanderkooij@zilverveen.example"
FAILED = "Delivery to nora@agency.example failed: 550 5.1.1 user unknown"
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
        (build_mail(sender="postmaster@relay.example", subject="Undeliverable: Pact", text=FAILED), SENDER),
        (build_mail(sender="no-reply@relay.example", subject="Mail", text=FAILED), SENDER),
        (build_mail(sender="postmaster@relay.example", subject="Re: Pact", text=FAILED), SENDER),
        (build_mail(sender="it@relay.example", subject="Mail", text=FAILED), "MAILER-DAEMON@relay.example"),
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


@pytest.mark.parametrize("subject", ["Out of office", "Afwezig tot maandag", "Abwesend: Pakt", "Fuori sede"])
def test_a_note_of_absence_is_one_where_it_answers_and_a_persons_word_where_it_does_not(subject: str) -> None:
    note = build_mail(subject=subject, headers=(("In-Reply-To", "<letter-1@localhost>"),))

    assert _judge(note).kind == AutomaticKind.AUTO_REPLY
    assert _judge(build_mail(subject=subject), "").kind == AutomaticKind.AUTO_REPLY
    assert _judge(build_mail(subject=subject)).answer_allowed


def test_of_two_thousand_mails_of_people_in_fourteen_languages_none_is_taken_for_automatic() -> None:
    found = [
        (subject, judge(parse_mail(raw), "nora@agency.example", (OURS,))) for subject, raw in people_write()
    ]

    assert len(found) == 2_160
    assert [subject for subject, judged in found if not judged.answer_allowed] == []


@pytest.mark.shared
def test_of_the_bounces_of_strangers_none_is_answered_and_more_than_99_in_100_are_known(shared: Path) -> None:
    mails = list(_bounces(shared / "mail" / "sisimai+p5-sisimai" / "set-of-emails"))
    judged = {name: _judge_as_sent(raw) for name, raw in mails}

    answered = sorted(name for name, found in judged.items() if found.answer_allowed)
    unknown = sorted(name for name, found in judged.items() if found.kind is AutomaticKind.NONE)

    assert len(mails) == 417
    # The first is none, as its name says; people pass on a bounce in the others.
    assert answered == ["is-not-bounce-01.eml", "make-test-36.eml", "mbox-0#36"]
    # A message service tells that a mail was delivered.
    assert set(unknown) - set(answered) == {"lhost-amazonses-12.eml"}


@pytest.mark.shared
def test_mail_of_strangers_is_not_taken_for_automatic(shared: Path) -> None:
    people = sorted((shared / "mail" / "discourse+email_reply_trimmer" / "test" / "emails").glob("*.txt"))

    wrong = [path.name for path in people if _judge(path.read_bytes()).kind != AutomaticKind.NONE]

    assert (len(people), wrong) == (64, [])


def _bounces(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        data = path.read_bytes() if path.is_file() else b""
        if path.name.startswith("mbox"):
            mails = re.split(rb"^From [^\n]*\d{4}[^\n]*\n", data, flags=re.MULTILINE)
            yield from ((f"{path.name}#{number}", raw) for number, raw in enumerate(mails) if raw.strip())
        elif path.suffix in (".eml", "") and data:
            yield path.name, re.sub(rb"\AFrom [^\r\n]*(?:\r\n|\r|\n)", b"", data)


def _judge_as_sent(raw: bytes) -> Automatic:
    """Judge it with what it says of its envelope, else as if its author had sent it."""
    mail = parse_mail(raw)
    said = next(
        (value.strip("<> ") for name, value in mail.headers if name == "return-path"), mail.from_address
    )
    return judge(mail, said, (OURS,))
