"""Mail that is fetched was received when our relay took it, else when the mailbox or the file did."""

from datetime import UTC, datetime, timedelta

import pytest
from made_up.mails import OURS, build_mail

from intake.addresses import OurAddresses
from intake.sender.relays import networks
from intake.ways_in.receipt import Reception, WayIn, came_by, relay_time

NOW = datetime(2026, 2, 2, 9, tzinfo=UTC)
STORED = NOW - timedelta(hours=1)
RELAYS = networks(["192.0.2.1", "192.0.2.2"])


def _received(host: str, at: str) -> tuple[str, str]:
    return ("Received", f"from x.example (x.example [{host}]) by y.example; Mon, 2 Feb 2026 {at} +0000")


BY_MAILBOX = _received("192.0.2.2", "07:03:00")
BY_INNER_RELAY = _received("192.0.2.1", "07:02:00")
BY_OUTER_RELAY = _received("198.51.100.7", "07:01:00")
FORGED = _received("192.0.2.1", "01:00:00")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ((BY_MAILBOX, BY_INNER_RELAY, BY_OUTER_RELAY, FORGED), datetime(2026, 2, 2, 7, 1, tzinfo=UTC)),
        ((BY_MAILBOX, BY_OUTER_RELAY, FORGED), datetime(2026, 2, 2, 7, 1, tzinfo=UTC)),
        ((BY_OUTER_RELAY, FORGED), None),
        ((BY_MAILBOX,), None),
        ((), None),
    ],
    ids=["two relays", "one relay", "no relay of ours", "nobody beyond it", "no field"],
)
def test_only_what_a_relay_of_ours_wrote_tells_the_time(
    fields: tuple[tuple[str, str], ...], expected: datetime | None
) -> None:
    assert relay_time(build_mail(headers=fields), RELAYS) == expected


def test_without_relays_no_field_is_believed() -> None:
    assert relay_time(build_mail(headers=(BY_MAILBOX, BY_OUTER_RELAY)), ()) is None


def test_the_envelope_says_by_whose_word_it_was_received() -> None:
    reception = Reception(OurAddresses((OURS,)), RELAYS)

    by_relay = reception.envelope(build_mail(headers=(BY_MAILBOX, BY_OUTER_RELAY)), WayIn.IMAP, STORED, NOW)
    by_mailbox = reception.envelope(build_mail(), WayIn.IMAP, STORED, NOW)

    assert (by_relay.source, by_relay.received_at) == ("imap-relay", datetime(2026, 2, 2, 7, 1, tzinfo=UTC))
    assert (by_mailbox.source, by_mailbox.received_at, by_mailbox.delivered_at) == ("imap", STORED, NOW)


def test_no_clock_moves_ours_forward() -> None:
    reception = Reception(OurAddresses((OURS,)), ())

    envelope = reception.envelope(build_mail(), WayIn.FOLDER, NOW + timedelta(days=3), NOW)

    assert envelope.received_at == NOW


@pytest.mark.parametrize("way", WayIn)
def test_every_way_is_told_in_words_and_smtp_needs_none(way: WayIn) -> None:
    assert came_by(way.value).endswith(".")
    assert came_by("smtp") == ""
