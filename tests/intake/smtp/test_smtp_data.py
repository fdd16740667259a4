"""The content of a mail on the wire: where it ends, how large it may be, what may not hide in it."""

import pytest
from journeys.running import conversation, mails

from intake.smtp.smtp_data import Content, ContentLimits
from storage.database import Database
from storage.originals_spool import open_originals_with_spool
from storage.settings import Settings

KEPT = "250 2.0.0 Kept"
BARE = "550 5.5.2 Line ends must be CR LF: a bare CR or LF was found"


def test_a_line_that_begins_with_a_dot_arrives_as_it_was(settings: Settings, database: Database) -> None:
    data = b".\r\n..\r\n.a\r\n\r\n."

    with conversation(settings, database) as client:
        reply = client.hand_over(data, "anna@city.example", "cfit@localhost")

    assert reply == "250 2.0.0 Kept"
    assert open_originals_with_spool(settings, database).get(mails(database)[0].sha256) == data + b"\r\n"


def test_too_much_data_is_refused_after_it_was_heard_out(settings: Settings, database: Database) -> None:
    small = settings.model_copy(update={"max_mail_bytes": 100_000})

    with conversation(small, database) as client:
        too_large = client.hand_over(b"a\r\n" * 40_000, "anna@city.example", "cfit@localhost")
        within = client.hand_over(b"a\r\n" * 33_333, "anna@city.example", "cfit@localhost")

    assert too_large == "552 5.3.4 This mail is larger than we can take"
    assert within == "250 2.0.0 Kept"
    assert [mail.size_bytes for mail in mails(database)] == [99_999]


def test_data_without_end_is_cut_off(settings: Settings, database: Database) -> None:
    small = settings.model_copy(update={"max_mail_bytes": 100_000})

    with conversation(small, database) as client:
        client.begin_data("anna@city.example", "cfit@localhost")
        client.send(b"a\r\n" * 100_000)

        assert client.hear() == "552 5.3.4 This mail is larger than we can take"
        assert client.hear() == "421 4.3.2 Closing the connection"
        assert client.hear() == ""
    assert mails(database) == []


@pytest.mark.parametrize(
    "end",
    [
        b"\n.\n",
        b"\n.\r\n",
        b"\r\n.\n",
        b"\r.\r",
        b"\r.\r\n",
        b"\r\n.\r",
        b"\r.\n",
        b"\n.\r",
        b"\r\r\n.\r\n",
        b"\r\r\n.\r\r\n",
    ],
)
def test_no_mail_is_smuggled_behind_a_false_end_of_data(
    settings: Settings, database: Database, end: bytes
) -> None:
    second = (
        b"MAIL FROM:<boss@city.example>\r\nRCPT TO:<cfit@localhost>\r\nDATA\r\nSubject: x\r\n\r\ny\r\n.\r\n"
    )

    with conversation(settings, database) as client:
        client.begin_data("anna@city.example", "cfit@localhost")
        client.send(b"Subject: x\r\n\r\ny" + end + second)
        replies = [client.hear(), client.hear(), client.hear()]

    assert replies == [BARE, "421 4.3.2 Closing the connection", ""]
    assert mails(database) == []


def test_a_nul_in_the_header_is_refused_and_one_in_the_body_is_kept(
    settings: Settings, database: Database
) -> None:
    with conversation(settings, database) as client:
        in_header = client.hand_over(b"Subject: x\0y\r\n\r\nz", "anna@city.example", "cfit@localhost")
        in_body = client.hand_over(b"Subject: x\r\n\r\ny\r\n\0.\r\nz", "anna@city.example", "cfit@localhost")

    assert in_header == "550 5.6.0 A NUL character stands in the header"
    assert in_body == "250 2.0.0 Kept"
    assert len(mails(database)) == 1


def test_a_header_larger_than_allowed_is_refused_and_one_within_is_not(
    settings: Settings, database: Database
) -> None:
    field = b"X-Filler: " + b"a" * 88 + b"\r\n"
    within, beyond = field * 1023 + b"\r\nbody", field * 1025 + b"\r\nbody"

    with conversation(settings, database) as client:
        replies = [client.hand_over(data, "anna@city.example", "cfit@localhost") for data in (within, beyond)]

    assert replies == [KEPT, "552 5.3.4 The header of this mail is larger than we can take"]


def test_a_mail_that_goes_round_in_circles_is_refused(settings: Settings, database: Database) -> None:
    hop = b"Received: from a.example by b.example;\r\n\tMon, 2 Feb 2026 10:00:00 +0100\r\n"
    quoted = b"Subject: x\r\n\r\n" + hop * 60

    with conversation(settings, database) as client:
        replies = [
            client.hand_over(data, "anna@city.example", "cfit@localhost")
            for data in (hop * 50 + quoted, hop * 51 + quoted)
        ]

    assert replies == [KEPT, "554 5.4.6 This mail has passed too many servers: it goes round in circles"]


@pytest.mark.parametrize("step", [1, 2, 3, 4, 5, 7, 4000, 1_000_000])
def test_a_mail_is_the_same_however_the_network_cuts_it(step: int) -> None:
    body = b".\r\n..\r\n\r\n.\r\n.a\r\n" * 1000
    sent = (b"\r\n" + body).replace(b"\r\n.", b"\r\n..")[2:] + b".\r\nMAIL FROM:<>\r\n"

    assert heard(sent, step) == (body, b"MAIL FROM:<>\r\n")


def heard(sent: bytes, step: int) -> tuple[bytes, bytes]:
    """Return the mail and what follows it, from bytes that come ``step`` at a time."""
    taken: list[bytes] = []
    content = Content(ContentLimits(10_000_000, 100_000, 50), taken.append)
    for start in range(0, len(sent), step):
        rest = content.feed(sent[start : start + step])
        if rest is not None:
            content.finish()
            return b"".join(taken), rest + sent[start + step :]
    raise AssertionError("the end was not seen")
