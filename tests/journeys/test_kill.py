"""After 250 nothing is lost and nothing is doubled, whoever is killed when."""

import pytest
from journeys.kill_client import Outgoing
from journeys.kill_harness import KillPlan, run_kills
from journeys.kill_tally import (
    count_deliveries,
    count_door,
    count_journey,
    expected_door,
    expected_journey,
)
from journeys.running import with_letters_leaving
from made_up.mail_stream import stream, totals
from made_up.mails import build_mail

from storage.database import Database
from storage.originals import open_originals
from storage.settings import Settings


@pytest.mark.slow
def test_a_listener_that_is_killed_keeps_every_promise_once(settings: Settings, database: Database) -> None:
    outgoing = [plain_mail(number) for number in range(120)]
    plan = KillPlan(outgoing, listener_kills=8, seed=20260331)

    report = run_kills(settings, database, plan)

    assert count_door(database, open_originals(settings), report.promises) == expected_door(120)
    assert 120 <= count_deliveries(database) <= report.sendings
    assert (report.kills, report.statuses) == ({"listener": 8}, {"listener": 0})
    assert report.kills_after_commit >= 2


@pytest.mark.slow
def test_killed_twenty_times_every_mail_has_its_effects_once(settings: Settings, database: Database) -> None:
    mails = list(stream(90, seed=20260401))
    expected = totals(expectation for _, _, expectation in mails)
    plan = KillPlan(
        [Outgoing(data, sender) for data, sender, _ in mails],
        listener_kills=10,
        worker_kills=10,
        letters=expected.acknowledgements,
        seed=20260402,
    )

    report = run_kills(with_letters_leaving(settings, database), database, plan)

    assert count_door(database, open_originals(settings), report.promises) == expected_door(90)
    assert 90 <= count_deliveries(database) <= report.sendings
    assert count_journey(database, settings.home / "outbox") == expected_journey(expected)
    assert report.kills == {"listener": 10, "worker": 10}
    assert report.statuses == {"listener": 0, "worker": 0}
    assert report.kills_after_commit >= 2


def plain_mail(number: int) -> Outgoing:
    sender = f"sender{number % 37}@town{number % 11}.example"
    return Outgoing(build_mail(sender=sender, subject=f"Question {number}", text="May we join?\n"), sender)
