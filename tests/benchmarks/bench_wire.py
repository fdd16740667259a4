"""The listener beside smtp-sink, which stores nothing, and plain aiosmtpd, which drops."""

import os
import statistics
from collections.abc import Iterator

import pytest
from benchmarks.wire_rivals import SESSIONS, Rival, fsyncs_a_second, postfix_program, rivals, send
from journeys.running import mails

from storage.database import connect
from storage.settings import Settings

ROUNDS = 5
SIZES = {"4 KB": (4 << 10, 1000), "200 KB": (200 << 10, 200), "2 MB": (2 << 20, 30)}
"""Size of a mail and how many are sent in a round."""


@pytest.fixture
def servers(settings: Settings) -> Iterator[dict[str, Rival]]:
    """Yield the three servers, or skip where Postfix's tools for testing are not installed."""
    if postfix_program("smtp-source") is None or postfix_program("smtp-sink") is None:
        pytest.skip("smtp-source and smtp-sink are not installed: on Debian they come with postfix")
    with rivals(settings) as running:
        yield running


@pytest.mark.slow
def test_rates_processor_time_and_memory(settings: Settings, servers: dict[str, Rival]) -> None:
    database = connect(settings.database_url)
    print(f"\nThe wire over {database.dialect}, {SESSIONS} sessions, medians of {ROUNDS}; ", end="")
    print(f"load {os.getloadavg()[0]:.1f}, {fsyncs_a_second(settings.home):.0f} fsyncs/s")
    times = {label: measured(servers, label, *size) for label, size in SIZES.items()}
    servers["ours"].forget_peak()
    send(servers["ours"], 2 << 20, 50, sessions=50)
    peak_mb = servers["ours"].peak_mb()
    print(f"  peak memory for 50 x 2 MB: {peak_mb:.0f} MB; load {os.getloadavg()[0]:.1f}")
    print(f"  beside smtp-sink: {times['200 KB']['smtp-sink']:.2f} at 200 KB (wanted: 0.9), ", end="")
    print(f"{times['2 MB']['smtp-sink']:.2f} at 2 MB (wanted: 0.8)")
    print(f"  beside aiosmtpd that drops: {times['4 KB']['plain aiosmtpd']:.2f} at 4 KB (wanted: 1.0)")

    assert len(mails(database)) == 50 + sum(count * (ROUNDS + 1) for _, count in SIZES.values())
    assert peak_mb <= 120
    database.close()


def measured(servers: dict[str, Rival], label: str, size_bytes: int, count: int) -> dict[str, float]:
    """Print a line for each server, and return how many times as fast as each of them ours is."""
    rates: dict[str, list[float]] = {name: [] for name in servers}
    cpu_s = dict.fromkeys(servers, 0.0)
    # Round by round, so that a disturbance of the machine meets all of them; the first is to warm up.
    for round_ in range(ROUNDS + 1):
        for name, rival in servers.items():
            before_s = rival.cpu_s()
            rate = send(rival, size_bytes, count)
            if round_:
                rates[name].append(rate)
                cpu_s[name] += rival.cpu_s() - before_s
    medians = {name: statistics.median(measured) for name, measured in rates.items()}
    for name in servers:
        cpu_ms_a_mb = 1000 * cpu_s[name] / (ROUNDS * count * size_bytes / 2**20)
        print(f"  {label:>6}  {name:<15} {medians[name]:8.0f} mails/s  {cpu_ms_a_mb:8.2f} ms CPU a MB")
    return {name: medians["ours"] / rate for name, rate in medians.items()}
