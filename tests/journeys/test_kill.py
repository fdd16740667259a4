"""After 250 nothing is lost and nothing is doubled, whoever is killed when."""

from random import Random

import pytest
from journeys.kill_client import Outgoing
from journeys.kill_harness import listener_victim, run_kills
from journeys.kill_tally import DoorTally, count_door
from made_up.mails import build_mail

from storage.database import Database
from storage.originals import open_originals
from storage.settings import Settings

MAILS = 120
KILLS = 8


@pytest.mark.slow
def test_a_listener_that_is_killed_keeps_every_promise_once(settings: Settings, database: Database) -> None:
    rng = Random(20260331)
    outgoing = [plain_mail(number) for number in range(MAILS)]

    report = run_kills(settings, outgoing, lambda client: [listener_victim(client, MAILS, KILLS, rng)], rng)

    tally = count_door(database, open_originals(settings), outgoing, report.client.promises)
    assert tally == DoorTally(
        mails=MAILS,
        promises=MAILS,
        rows=MAILS,
        lost=0,
        twice=0,
        unsound=0,
        deliveries=tally.deliveries,
        without_delivery=0,
    )
    assert tally.deliveries >= MAILS
    assert report.kills == {"listener": KILLS}
    assert report.statuses == {"listener": 0}
    assert report.kills_after_commit >= 2


def plain_mail(number: int) -> Outgoing:
    sender = f"sender{number % 37}@town{number % 11}.example"
    return Outgoing(build_mail(sender=sender, subject=f"Question {number}", text="May we join?\n"), sender)
