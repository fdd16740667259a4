"""The limits of the door, counted."""

import pytest

from intake.smtp.admission import TOO_MANY, Admission, Limits


def test_connections_are_limited_by_client_and_in_all() -> None:
    admission = Admission(Limits(connections=3, connections_per_client=2))

    replies = [admission.enter(client) for client in ("a", "a", "a", "b", "c")]

    assert replies == [None, None, TOO_MANY, None, TOO_MANY]


def test_a_connection_that_ends_makes_room() -> None:
    admission = Admission(Limits(connections=1))

    admission.enter("a")
    admission.depart("a")

    assert admission.enter("b") is None


@pytest.mark.parametrize(
    ("received_bytes", "passed_s", "left_s"),
    [
        (0, 0, 300),
        (0, 299, 1),
        (300, 300, 0.6),
        (300, 400, 0.001),
        # 25 MB at 600 bytes a second are slow but steady, and are never cut.
        (25_000_000, 25_000_000 / 600, 300),
    ],
)
def test_a_mail_may_be_silent_for_as_long_as_its_pace_allows(
    received_bytes: int, passed_s: float, left_s: float
) -> None:
    assert Limits().data_left_s(received_bytes, passed_s) == pytest.approx(left_s)
