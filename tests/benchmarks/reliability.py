"""How often a value read with some confidence is right: the table in docs/reading.md."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from pact.documents import Field

BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01)
"""Lower edges of the bins of confidence, and the upper edge of the last."""


@dataclass(slots=True)
class Reliability:
    """Counts of values read and of those that were right, by bin of confidence and by sureness."""

    read: Counter[tuple[float, bool]] = field(default_factory=Counter)
    right: Counter[tuple[float, bool]] = field(default_factory=Counter)

    def count(self, found: Field, *, right: bool) -> None:
        """Count one value that was read; what was not read claims nothing."""
        if found.value is None:
            return
        edge = max(edge for edge in BINS if edge <= found.confidence)
        self.read[edge, found.sure] += 1
        self.right[edge, found.sure] += right

    def lines(self) -> Iterator[str]:
        """Yield the table, the highest confidence first: range, then right of read when sure and when not."""
        yield "| confidence | said to be sure: right | not sure: right |"
        yield "|---|---|---|"
        for low, high in reversed(list(pairwise(BINS))):
            sure, unsure = (self._share(low, one) for one in (True, False))
            yield f"| {low:.2f} to {min(high, 1.0):.2f} | {sure} | {unsure} |"

    def _share(self, low: float, sure: bool) -> str:
        read = self.read[low, sure]
        return f"{self.right[low, sure]}/{read} ({self.right[low, sure] / read:.3f})" if read else ""
