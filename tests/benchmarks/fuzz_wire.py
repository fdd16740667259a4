"""Noise on the wire for as many minutes as are asked for: python tests/benchmarks/fuzz_wire.py 30."""

import logging
import sys
import tempfile
import time
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed
from hypothesis import settings as examples

sys.path.insert(0, str(Path(__file__).parents[1]))

from journeys.running import deliveries, door_of, listener_in_thread
from journeys.wire_noise import Noise, noises, say

from storage.database import connect
from storage.logs import configure_logs
from storage.migrate import migrate
from storage.originals_spool import open_originals_with_spool
from storage.settings import load_settings

ROUND = 500


class Faults(logging.Handler):
    """Remembers whatever is logged as an error."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.seen.append(record.getMessage())


def main(minutes: float) -> int:
    """Send noise until the time is up; print what was counted. Return 1 if anything was not as it must be."""
    until_s = time.monotonic() + 60 * minutes
    said = heard = cut = rounds = 0
    with tempfile.TemporaryDirectory() as folder:
        settings = load_settings(home=Path(folder) / "home", max_mail_bytes=200_000, max_hops=3)
        migrate(settings)
        configure_logs("listener", stream=(Path(folder) / "log").open("w"))
        faults = Faults()
        logging.getLogger().addHandler(faults)
        database = connect(settings.database_url)
        with listener_in_thread(settings, door_of(settings, database)) as port:

            @examples(
                max_examples=ROUND,
                deadline=None,
                database=None,
                phases=[Phase.generate],
                suppress_health_check=list(HealthCheck),
            )
            @given(noise=noises())
            def trial(noise: Noise) -> None:
                nonlocal said, heard, cut
                if time.monotonic() < until_s:
                    said += 1
                    answer = say(port, noise)
                    heard += answer.kept
                    cut += answer.was_cut

            while time.monotonic() < until_s:
                rounds += 1
                seed(rounds)(trial)()
        stored = len(deliveries(database))
        problems = list(open_originals_with_spool(settings, database).problems())
        database.close()
    print(
        f"{said} conversations in {minutes:g} minutes, {cut} of them cut before their last reply was heard:"
    )
    print(f"{heard} 250s heard, {stored} deliveries stored,", end=" ")
    print(f"{len(problems)} originals damaged, {len(faults.seen)} faults of ours {faults.seen[:3]}")
    return int(heard > stored or bool(problems) or bool(faults.seen))


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1])))
