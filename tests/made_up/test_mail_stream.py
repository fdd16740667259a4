"""The stream of mail says beforehand what must become of it, and never repeats itself."""

from collections import Counter
from email import message_from_bytes

from made_up.mail_stream import Fate, stream, totals


def test_no_two_mails_are_the_same():
    mails = [raw for raw, _, _ in stream(120, seed=9)]

    assert len(set(mails)) == 120


def test_a_third_of_the_mails_brings_a_document():
    labels = [expectation.label for _, _, expectation in stream(120, seed=9)]

    assert sum(label is not None for label in labels) == 40


def test_every_organisation_is_registered_once_and_joined_after_that():
    fates = Counter(
        (expectation.organisation, expectation.fate)
        for _, _, expectation in stream(120, seed=9)
        if expectation.organisation
    )

    assert {count for (_, fate), count in fates.items() if fate is Fate.REGISTERED} == {1}
    assert {name for name, fate in fates if fate is Fate.JOINED} < {name for name, _ in fates}


def test_the_totals_count_every_mail_once():
    counted = totals(expectation for _, _, expectation in stream(120, seed=9))

    assert counted.applications + counted.joined + counted.held + counted.automatic == counted.mails == 120


def test_a_stream_can_be_made_again():
    assert list(stream(30, seed=9)) == list(stream(60, seed=9))[:30]


def test_a_bounce_comes_from_nobody():
    senders = {
        envelope_from
        for raw, envelope_from, _ in stream(120, seed=9)
        if message_from_bytes(raw).get_content_type() == "multipart/report"
    }

    assert senders == {""}
