"""Two thousand mails while listener and worker are killed a hundred times each: the figures."""

import pytest
from journeys.kill_client import Outgoing
from journeys.kill_harness import KillPlan, KillReport, run_kills
from journeys.kill_tally import (
    DoorTally,
    JourneyTally,
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

MAILS = 2000
KILLS = 100


@pytest.mark.slow
def test_two_thousand_mails_and_two_hundred_kills(settings: Settings, database: Database) -> None:
    mails = list(stream(MAILS, seed=2030))
    expected = totals(expectation for _, _, expectation in mails)
    plan = KillPlan(
        [Outgoing(data, sender) for data, sender, _ in mails],
        seed=2031,
        listener_kills=KILLS,
        worker_kills=KILLS,
        letters=expected.acknowledgements,
    )

    report = run_kills(with_letters_leaving(settings, database), database, plan)

    door = count_door(database, open_originals_with_spool(settings, database), report.promises)
    journey = count_journey(database, settings.home / "outbox")
    print_figures(database, report, door, (journey, expected_journey(expected)))
    assert door == expected_door(MAILS)
    assert journey == expected_journey(expected)
    assert report.kills == {"listener": KILLS, "worker": KILLS}
    assert report.kills_after_commit >= 20


def print_figures(
    database: Database,
    report: KillReport,
    door: DoorTally,
    journeys: tuple[JourneyTally, JourneyTally],
) -> None:
    journey, wanted = journeys
    print(f"\nKill test on {database.dialect}, {report.took_s:.0f} s")
    print(f"  250s heard                   {door.promises} in {report.sendings} sendings")
    print(f"  kills -9                     {report.kills}, of them {report.kills_after_commit} after commit")
    print(f"  mail rows                    {door.rows}; lost {door.lost}, twice {door.twice}")
    print(f"  rows without their bytes     {door.unsound}; without a delivery {door.without_delivery}")
    print(f"  deliveries written down      {count_deliveries(database)}")
    for name in ("unprocessed", "parked", "held", "automatic", "applications", "joined"):
        print(f"  {name:<28} {getattr(journey, name)} (expected {getattr(wanted, name)})")
    print(f"  letters sent, unsent, outbox {journey.letters_sent}, {journey.letters_unsent}, ", end="")
    print(f"{journey.letters_in_outbox} (expected {wanted.letters_sent}, 0, {wanted.letters_in_outbox})")
    print(f"  journal                      {journey.journal} (expected {wanted.journal})")
    print(f"  there twice                  {list(journey.doubled)}; chain {list(journey.chain_problems)}")
