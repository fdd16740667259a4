"""The made-up mails are what they claim to be when a mail program takes them apart."""

from email import message_from_bytes
from email.message import Message

import pytest
from made_up.mails import (
    AUTO_REPLY_STYLES,
    ODD_FILE_NAMES,
    Attachment,
    auto_reply,
    bounce,
    build_mail,
    forwarding,
    own_letter_back,
    with_precedence_bulk,
    with_raw_file_name,
)


def parts(raw: bytes) -> list[Message]:
    return [part for part in message_from_bytes(raw).walk() if not part.is_multipart()]


@pytest.mark.parametrize("name", ODD_FILE_NAMES)
def test_an_attachment_arrives_byte_for_byte_whatever_its_name(name: str):
    raw = build_mail(attachments=[Attachment(name, b"%PDF-1.7\r\n\x00\xff.\r\n")])

    assert [part.get_payload(decode=True) for part in parts(raw)][1:] == [b"%PDF-1.7\r\n\x00\xff.\r\n"]


def test_the_same_arguments_give_the_same_bytes():
    once, again = (build_mail(attachments=[Attachment("a.pdf", b"a")], html="<p>Hello</p>") for _ in range(2))

    assert once == again


def test_every_line_ends_with_carriage_return_and_line_feed():
    raw = build_mail(text="one\ntwo\n", attachments=[Attachment("a.pdf", b"a")])

    assert raw.count(b"\n") == raw.count(b"\r\n")


def test_a_forwarded_mail_carries_the_inner_one_whole():
    inner = build_mail(subject="Our signed copy", attachments=[Attachment("a.pdf", b"a")])

    carried = [
        p for p in message_from_bytes(forwarding(inner)).walk() if p.get_content_type() == "message/rfc822"
    ]

    assert [mail.get_payload(0)["Subject"] for mail in carried] == ["Our signed copy"]


def test_a_bounce_is_a_report_on_delivery():
    mail = message_from_bytes(bounce(failed="nobody@zilverveen.example"))

    assert [part.get_content_type() for part in mail.get_payload()] == [
        "text/plain",
        "message/delivery-status",
        "text/rfc822-headers",
    ]


@pytest.mark.parametrize("style", AUTO_REPLY_STYLES)
def test_an_automatic_answer_says_what_it_answers(style: str):
    mail = message_from_bytes(auto_reply(style=style, in_reply_to="<letter-7@localhost>"))

    assert mail["In-Reply-To"] == "<letter-7@localhost>"


def test_bulk_mail_and_letters_of_ours_carry_their_marks():
    assert message_from_bytes(with_precedence_bulk(subject="Copy"))["Precedence"] == "bulk"
    assert message_from_bytes(own_letter_back())["Auto-Submitted"] == "auto-replied"


def test_a_raw_file_name_is_written_as_it_is():
    raw = with_raw_file_name(build_mail(attachments=[Attachment("a.pdf", b"a")]), b"\xfcbersicht.pdf")

    assert raw.count(b'filename="\xfcbersicht.pdf"') == 1
