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

from storage.database import Database
from storage.originals_spool import open_originals_with_spool
from storage.settings import Settings


@pytest.mark.slow
def test_killed_twenty_times_every_mail_has_its_effects_once(settings: Settings, database: Database) -> None:
    mails = list(stream(90, seed=20260401))
    expected = totals(expectation for _, _, expectation in mails)
    plan = KillPlan(
        [Outgoing(data, sender) for data, sender, _ in mails],
        listener_kills=14,
        worker_kills=6,
        letters=expected.acknowledgements,
        seed=20260402,
    )

    report = run_kills(with_letters_leaving(settings, database), database, plan)

    assert count_door(
        database, open_originals_with_spool(settings, database), report.promises
    ) == expected_door(90)
    assert 90 <= count_deliveries(database) <= report.sendings
    assert count_journey(database, settings.home / "outbox") == expected_journey(expected)
    assert report.kills == {"listener": 14, "worker": 6}
    assert report.statuses == {"listener": 0, "worker": 0}
    assert report.kills_after_commit >= 4
