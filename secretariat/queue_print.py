"""The queue on a terminal."""

from collections.abc import Sequence

from secretariat.console import print_table, say
from secretariat.queue_view import QueueLine


def print_queue(lines: Sequence[QueueLine]) -> None:
    """Print the queue as a table, in triage order."""
    rows = [
        (
            line.reference,
            line.organisation or "(not read)",
            line.participation_type or line.kind,
            line.state.replace("_", " "),
            f"{line.days_left} d",
            line.why_here,
        )
        for line in lines
    ]
    print_table(
        ("reference", "organisation", "asks to be", "state", "left", "why here"),
        rows,
        empty="No open application. Mail that waits for a person: cfit held.",
    )
    if rows:
        say(f"{len(rows)} open. One in full: cfit show {lines[0].reference}")
