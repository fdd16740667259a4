"""A mail is read within bounds, as it was meant, and its digest names its contents alone."""

import base64
import re
from datetime import UTC, datetime

import pytest
from made_up.hostile_mails import HOSTILE_MAILS
from made_up.mails import ODD_FILE_NAMES, Attachment, build_mail, forwarding, with_raw_file_name

from intake.mail.mail_parts import MOST_FIELDS, MOST_PARTS
from intake.mail.parse import parse_mail
from intake.mail.parsed_mail_wire import mail_from_wire, mail_to_wire

PDF = b"%PDF-1.7\nmade up\n"


def _raw(*lines: str) -> bytes:
    return "\r\n".join(("From: Nora Quist <nora@agency.example>", *lines)).encode()


def test_a_mail_says_who_when_what_and_to_whom() -> None:
    raw = _raw(
        "To: cfit@localhost, Desk <desk@agency.example>",
        "Reply-To: Desk <desk@agency.example>",
        "Subject: =?utf-8?Q?Aanvraag_Co=C3=B6rdinatie?=",
        "Date: Wed, 1 Mar 2023 10:30:00 +0100",
        "Message-ID: <one@agency.example>",
        "In-Reply-To: <letter@localhost>",
        "References: <first@localhost>",
        " <letter@localhost>",
        "",
        "Hello,",
        "there.",
    )

    mail = parse_mail(raw)

    assert (mail.from_name, mail.from_address) == ("Nora Quist", "nora@agency.example")
    assert mail.to == ("cfit@localhost", "desk@agency.example")
    assert mail.reply_to == "desk@agency.example"
    assert mail.subject == "Aanvraag Coördinatie"
    assert mail.date == datetime(2023, 3, 1, 9, 30, tzinfo=UTC)
    assert mail.message_id == "<one@agency.example>"
    assert mail.in_reply_to == ("<letter@localhost>",)
    assert mail.references == ("<first@localhost>", "<letter@localhost>")
    assert mail.text == "Hello,\nthere."
    assert (mail.parts, mail.limits_hit) == ((), ())


def test_attachments_and_pictures_in_the_text_are_documents_and_the_text_is_not() -> None:
    raw = build_mail(
        text="The text.",
        html="<p>The text.</p>",
        attachments=[
            Attachment("copy.pdf", PDF),
            Attachment("logo.png", b"\x89PNG", "image/png", inline=True),
            Attachment("note.txt", b"a note", "text/plain"),
            Attachment("meeting.ics", b"BEGIN:VCALENDAR", "text/calendar"),
        ],
    )

    mail = parse_mail(raw)

    assert [part.file_name for part in mail.parts] == ["copy.pdf", "logo.png", "note.txt", "meeting.ics"]
    assert [part.index for part in mail.parts] == [0, 1, 2, 3]
    assert mail.parts[0].data == PDF
    assert mail.parts[1].disposition == "inline"
    assert mail.text == "The text."


def test_what_a_forwarded_mail_carries_counts_and_is_marked() -> None:
    inner = build_mail(attachments=[Attachment("copy.pdf", PDF)])

    mail = parse_mail(forwarding(forwarding(inner)))

    assert [(part.file_name, part.data, part.forwarded) for part in mail.parts] == [("copy.pdf", PDF, True)]
    assert mail.text == "See the mail below."


def test_an_encoded_forwarded_mail_is_opened_too() -> None:
    inner = build_mail(attachments=[Attachment("copy.pdf", PDF)])
    letters = base64.encodebytes(inner).decode().splitlines()
    raw = _raw("Content-Type: message/rfc822", "Content-Transfer-Encoding: base64", "", *letters)

    mail = parse_mail(raw)

    assert [(part.file_name, part.data, part.forwarded) for part in mail.parts] == [("copy.pdf", PDF, True)]
    assert mail.text == "Please find our signed copy attached."


def test_html_alone_is_read_as_text() -> None:
    raw = _raw(
        "Content-Type: text/html; charset=utf-8",
        "",
        "<html><head><style>p{color:red}</style></head>",
        "<body><p>Dear&nbsp;all,</p>1 &lt; 2<br>é</body></html>",
    )

    assert parse_mail(raw).text == "Dear all,\n1 < 2\né"


@pytest.mark.parametrize(
    ("charset", "body"),
    [
        ("iso-8859-1", "Zoë".encode("latin-1")),
        ("utf-8", "Zoë".encode("latin-1")),
        ("us-ascii", "Zoë".encode()),
        ("no-such-charset", "Zoë".encode()),
        ("base64", "Zoë".encode()),
        ("\0", "Zoë".encode()),
        ("utf-16", "Zoë".encode("utf-16")),
    ],
    ids=["right", "wrong", "unlabelled utf-8", "unknown", "no charset at all", "nul", "two bytes"],
)
def test_text_survives_a_wrong_or_missing_charset(charset: str, body: bytes) -> None:
    raw = _raw(f"Content-Type: text/plain; charset={charset}", "", "") + body

    assert parse_mail(raw).text == "Zoë"


def test_half_a_character_does_not_come_through() -> None:
    raw = _raw("Content-Type: text/plain; charset=utf-7", "Subject: =?utf-7?Q?+2AA-?=", "", "+2AA-x")

    mail = parse_mail(raw)

    assert (mail.text, mail.subject) == ("\ufffdx", "\ufffd")


def test_base64_with_garbage_in_it_is_decoded() -> None:
    raw = _raw(
        "Content-Type: application/pdf; name=copy.pdf",
        "Content-Transfer-Encoding: base64",
        "",
        "JVBE!!Ri0x",
        " >LjcK",
        "-- ",
    )

    assert [part.data for part in parse_mail(raw).parts] == [b"%PDF-1.7\n"]


@pytest.mark.parametrize("name", ODD_FILE_NAMES)
def test_a_file_name_keeps_its_last_part_and_its_ending(name: str) -> None:
    raw = build_mail(attachments=[Attachment(name, PDF)])

    parts = parse_mail(raw).parts

    assert [part.file_name for part in parts] == [re.split(r"[/\\]", name)[-1]]


def test_a_file_name_as_bare_utf_8_is_read() -> None:
    raw = with_raw_file_name(build_mail(attachments=[Attachment("x.pdf", PDF)]), "Erklärung.pdf".encode())

    assert [part.file_name for part in parse_mail(raw).parts] == ["Erklärung.pdf"]


def test_the_digest_is_that_of_the_contents_and_not_of_their_wrapping() -> None:
    part = "Content-Type: application/pdf; name=a.pdf"
    text = "Content-Type: text/plain; charset="
    first = _raw(
        "Content-Type: multipart/mixed; boundary=one", "",
        "--one", f"{text}utf-8", "", "Zoë",
        "--one", part, "Content-Transfer-Encoding: base64", "", "JVBERg==", "--one--",
    )  # fmt: skip
    again = _raw(
        'Content-Type: multipart/mixed; boundary="two"', "Received: from elsewhere", "", "A preamble.",
        "--two", f"{text}iso-8859-1", "Content-Transfer-Encoding: quoted-printable", "", "Zo=EB  ", "",
        "--two", part, "", "%PDF", "--two--",
    )  # fmt: skip
    other = first.replace(b"JVBERg==", b"JVBERw==")

    digests = [parse_mail(raw).parts_digest for raw in (first, again, other)]

    assert digests[0] == digests[1]
    assert digests[0] != digests[2]


def test_a_lone_carriage_return_forges_no_field() -> None:
    raw = b"Subject: hello\rFrom: Chair <chair@pact.example>\r\nFrom: nora@agency.example\r\n\r\nText"

    mail = parse_mail(raw)

    assert mail.from_address == "nora@agency.example"
    assert mail.subject == "hello From: Chair <chair@pact.example>"


def test_decoded_lines_hold_no_controls() -> None:
    raw = _raw("Subject: =?utf-8?Q?a=0D=0ABcc:_victim=40x.example=00=E2=80=AEb?=", "", "")

    assert parse_mail(raw).subject == "a Bcc: victim@x.example b"


def _nested(depth: int) -> bytes:
    raw = _raw("")[:-2]
    for level in range(depth):
        raw += f"\r\nContent-Type: multipart/mixed; boundary=b{level}\r\n\r\n--b{level}".encode()
    return raw + b"\r\n\r\nText"


def _many_parts(count: int) -> bytes:
    return _raw("Content-Type: multipart/mixed; boundary=b", "", *(["--b", "", "x"] * count), "--b--")


@pytest.mark.parametrize(
    ("raw", "limits"),
    [
        (_nested(1_000), ("depth",)),
        (
            _raw("Content-Type: message/rfc822", "", *["Content-Type: message/rfc822\r\n"] * 100, ""),
            ("depth",),
        ),
        (_many_parts(100_000), ("parts",)),
        (_raw("X: " + "y" * 150_000, "", "Text"), ("header_block", "field_length")),
        (_raw(*["X: y"] * 2_000, "", "Text"), ("header_fields",)),
        (_raw("Content-Type: " + ";" * 50_000, "", "Text"), ("field_length",)),
        (_raw("", "\n" * 1_100_000), ("lines",)),
    ],
    ids=["depth", "nested mails", "parts", "header block", "fields", "semicolons", "lines"],
)
def test_what_goes_beyond_a_limit_is_said_and_its_sender_still_known(
    raw: bytes, limits: tuple[str, ...]
) -> None:
    mail = parse_mail(raw)

    assert mail.limits_hit == limits
    assert mail.from_address == "nora@agency.example"
    assert mail.parts == ()


def test_mail_at_the_limits_is_read_whole() -> None:
    fields = [f"X-{number}: y" for number in range(MOST_FIELDS - 2)]
    part = ["--b", "Content-Type: application/pdf", "", "x"]
    raw = _raw(*fields, "Content-Type: multipart/mixed; boundary=b", "", *part * MOST_PARTS, "--b--")

    mail = parse_mail(raw)

    assert len(mail.parts) == MOST_PARTS
    assert mail.limits_hit == ()


@pytest.mark.parametrize("raw", [b"", b"\r\n", b"\0" * 100, b"no header at all", bytes(range(256)) * 10])
def test_any_bytes_are_some_mail(raw: bytes) -> None:
    assert parse_mail(raw).parts == ()


@pytest.mark.parametrize("name", HOSTILE_MAILS)
def test_hostile_mail_is_read_to_its_limits_or_told_to_be_beyond_them(name: str) -> None:
    mail = parse_mail(HOSTILE_MAILS[name]())

    assert mail.from_address in ("", "nora@agency.example", "w.vanderkooij@zilverveen.example")
    assert len(mail.parts) <= MOST_PARTS
    assert mail_from_wire(mail_to_wire(mail)) == mail
