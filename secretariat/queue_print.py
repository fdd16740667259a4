"""The queue on a terminal."""

from collections.abc import Sequence

from secretariat.console import print_table, say
from secretariat.queue_view import QueueLine


def print_queue(lines: Sequence[QueueLine]) -> None:
    """Print the queue as a table, in triage order."""
    rows = [
        (
            line.reference,
            f"{line.days_left}",
            line.organisation or "(not read)",
            line.participation_type or line.kind,
            line.state.replace("_", " "),
            line.why_here,
        )
        for line in lines
    ]
    print_table(
        ("reference", "days", "organisation", "asks for", "state", "why here"),
        rows,
        whole=2,
        empty="No open application. Mail that waits for a person: cfit held.",
    )
    if rows:
        say(f"{len(rows)} open. One in full: cfit show {lines[0].reference}")
