import threading

import pytest

from storage.tries import Interrupted, JobFailed, insist

SOON = (0.001, 0.001)


class Fails:
    """An act that fails so many times, then succeeds."""

    def __init__(self, times: int) -> None:
        self.times = times
        self.tries = 0

    def __call__(self) -> None:
        self.tries += 1
        if self.tries <= self.times:
            raise ValueError("pl4nted")


@pytest.mark.parametrize(("failures", "tries"), [(0, 1), (1, 2), (2, 3)])
def test_what_succeeds_in_the_end_succeeded(failures: int, tries: int) -> None:
    act = Fails(failures)

    insist(act, waits_s=SOON, stopping=threading.Event())

    assert act.tries == tries


def test_the_last_failure_is_told_by_kind_and_place_without_a_value() -> None:
    line = Fails.__call__.__code__.co_firstlineno + 3

    with pytest.raises(JobFailed) as failed:
        insist(Fails(9), waits_s=SOON, stopping=threading.Event())

    assert str(failed.value) == (
        f"It failed 3 times, at last with ValueError at tests/storage/test_tries.py:{line}."
    )
    assert failed.value.__cause__ is None
    assert failed.value.__suppress_context__


def test_a_failure_inside_a_library_is_placed_at_our_line_that_called_it() -> None:
    def parse() -> None:
        int("no number")

    with pytest.raises(JobFailed, match=r"with ValueError at tests/storage/test_tries\.py:\d+\.$"):
        insist(parse, waits_s=(), stopping=threading.Event())


def test_a_stop_interrupts_the_wait_between_two_tries() -> None:
    stopping = threading.Event()
    stopping.set()
    act = Fails(9)

    with pytest.raises(Interrupted):
        insist(act, waits_s=(60.0,), stopping=stopping)

    assert act.tries == 1


def test_an_interruption_is_no_failure_that_anybody_catches() -> None:
    assert not issubclass(Interrupted, Exception)
