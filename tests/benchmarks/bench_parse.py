"""What parsing costs: real mail beside the standard library's parser, and hostile mail against its bounds."""

import os
import resource
import statistics
import time
from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.header import decode_header
from email.policy import compat32
from pathlib import Path

import pytest
from made_up.hostile_mails import HOSTILE_MAILS

from intake.mail.parse import parse_mail

MOST_CPU_S = 1.0
MOST_BYTES = 256 << 20
RUNS = 5
_NO_MAILS = frozenset({".json", ".yml", ".py", ".msg", ".tnef", ".md", ".png", ".au"})


@pytest.mark.shared
def test_real_mail_beside_the_standard_library(shared: Path) -> None:
    mails = list(_mails(shared / "mail"))
    ours, theirs = [], []
    for _ in range(RUNS):
        theirs.append(_cpu_s(lambda: [_standard(raw) for raw in mails]))
        ours.append(_cpu_s(lambda: [parse_mail(raw) for raw in mails]))
    ratio = statistics.median(ours) / statistics.median(theirs)

    print(f"\n{len(mails)} mails, {sum(map(len, mails)) / 1e6:.1f} MB, median of {RUNS}")
    print(f"  compat32, all fields and parts decoded   {statistics.median(theirs):.2f} s CPU")
    print(
        f"  parse_mail                               {statistics.median(ours):.2f} s CPU, {ratio:.1f} times"
    )
    print(f"  the first run alone                      {ours[0] / theirs[0]:.1f} times")
    assert len(mails) > 1_000


@pytest.mark.parametrize("name", HOSTILE_MAILS)
def test_a_hostile_mail_stays_within_a_second_and_256_mb(name: str) -> None:
    raw = HOSTILE_MAILS[name]()

    cpu_s, more_bytes = _in_a_child(lambda: parse_mail(raw))

    print(f"\n  {name:34} {len(raw) / 1e6:6.2f} MB  {cpu_s:5.2f} s CPU  {more_bytes / 1e6:6.1f} MB more")
    assert cpu_s <= MOST_CPU_S
    assert more_bytes <= MOST_BYTES


def _standard(raw: bytes) -> None:
    """Do with the standard library what is done of a mail's fields, names and contents."""
    for part in message_from_bytes(raw, policy=compat32).walk():
        try:
            for value in part.values():
                decode_header(value)
            part.get_filename()
            data = part.get_payload(decode=True)
            if isinstance(data, bytes) and part.get_content_maintype() == "text":
                data.decode(part.get_content_charset() or "utf-8", "replace")
        except (ValueError, LookupError, TypeError, AttributeError):
            continue


def _mails(folder: Path) -> Iterator[bytes]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix not in _NO_MAILS:
            yield path.read_bytes()


def _cpu_s(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _in_a_child(work: Callable[[], object]) -> tuple[float, int]:
    """Return the processor time of the work, and the memory that it took beyond what was there."""
    reading, writing = os.pipe()
    if (child := os.fork()) == 0:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        took_s = _cpu_s(work)
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        os.write(writing, f"{took_s} {(after - before) * 1024}".encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as answer:
        cpu_s, more = answer.read().split()
    os.waitpid(child, 0)
    return float(cpu_s), int(more)
