"""What bounces say: by their report, else by their words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up.mails import bounce, build_mail

from intake.bounces.bounce_report import BounceAction, bounce_report
from intake.mail.parse import parse_mail

OUR_ID = f"<{'0a' * 16}.{'abcdefghijklmnop2345'}@pact.example>"


def of(raw: bytes):
    return bounce_report(raw, parse_mail(raw).text)


def in_words(text: str):
    return of(build_mail(sender="mailer-daemon@relay.example", subject="Returned mail", text=text))


@pytest.mark.parametrize(
    ("action", "status", "expected"),
    [
        ("failed", "5.1.1", (BounceAction.FAILED, True)),
        ("failed", "4.4.7", (BounceAction.FAILED, False)),
        ("delayed", "4.4.1", (BounceAction.DELAYED, False)),
        ("relayed", "2.1.5", (BounceAction.DELIVERED, False)),
    ],
)
def test_a_report_tells_failed_from_late_and_lasting_from_passing(action: str, status: str, expected: tuple):
    report = of(bounce(action=action, status=status))

    assert ((report.action, report.lasting), report.status) == (expected, status)
    assert report.words == f"550 {status} no such user"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<kim@x.example>: 550 5.1.1 User unknown", (BounceAction.FAILED, True)),
        ("Sorry, your message could not be delivered: the mailbox is full.", (BounceAction.FAILED, False)),
        ("450 4.2.0 Greylisted; delivery has failed after five days", (BounceAction.FAILED, False)),
        (
            "Your message has been delayed. It will be retried; you do not need to resend.",
            (BounceAction.DELAYED, False),
        ),
        ("Ihre Nachricht konnte nicht zugestellt werden.", (BounceAction.FAILED, True)),
        ("Uw bericht kon niet worden bezorgd.", (BounceAction.FAILED, True)),
    ],
)
def test_without_a_report_the_words_tell(text: str, expected: tuple):
    report = in_words(text)

    assert ((report.action, report.lasting), report.is_told) == (expected, True)


def test_a_text_that_says_nothing_of_delivery_tells_nothing():
    assert in_words("I am away until Monday, room 5.1.").is_told is False


def test_whoever_complains_about_a_letter_has_it():
    raw = build_mail(text="This is an abuse report.").replace(
        b"\r\n\r\n", b"\r\n\r\nFeedback-Type: abuse\r\n", 1
    )

    assert of(raw).action is BounceAction.DELIVERED


def test_our_letter_is_named_by_a_message_id_that_bears_a_token():
    returned = build_mail(message_id=OUR_ID)
    untokened = build_mail(message_id=f"<{'0a' * 16}@pact.example>")

    assert of(bounce(original=returned)).message_ids == (OUR_ID,)
    assert in_words(f"Message-ID: {OUR_ID}\n550 5.1.1 unknown").message_ids == (OUR_ID,)
    assert of(bounce(original=untokened)).message_ids == ()


def test_what_a_server_says_stands_on_one_line_without_controls():
    raw = bounce().replace(b"no such user", b"no such\r\n user\x07 here " + b"x" * 400)

    words = of(raw).words

    assert words.startswith("550 5.1.1 no such user here xxx")
    assert (len(words), words.isprintable()) == (200, True)


@given(st.binary(max_size=3000), st.text(max_size=3000))
def test_no_bytes_make_it_fail(raw: bytes, text: str):
    bounce_report(raw, text)
