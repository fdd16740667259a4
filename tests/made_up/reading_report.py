"""Holds readings against labels and counts: per field, per way of making, and what was wrong and sure."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from made_up.labels import MadeDocument, SignatoryLabel

from pact.documents import FIELD_NAMES, DocumentAsRead, DocumentKind, Field, Signatory

GROUPS = ("family", "layout", "mark_style", "date_style", "font")
"""What of a label the right answers are counted by, beside the field itself."""


@dataclass(slots=True)
class Tally:
    """Right answers of all answers."""

    right: int = 0
    asked: int = 0

    @property
    def share(self) -> float:
        """From 0 to 1; 1 where nothing was asked."""
        return self.right / self.asked if self.asked else 1.0

    def add(self, *, is_right: bool) -> None:
        """Count one answer."""
        self.asked += 1
        self.right += is_right

    def __str__(self) -> str:
        return f"{self.right}/{self.asked} = {self.share:.3f}"


@dataclass(slots=True)
class Report:
    """The figures of one run.

    ``fields`` are by name, with "kind", "signature" and "endorses" beside the five of the block;
    ``groups`` by (what, value); ``sure`` counts the right values that were said to be sure.
    """

    fields: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    groups: defaultdict[tuple[str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    sure: Tally = field(default_factory=Tally)
    wrong_and_sure: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def exact(self) -> float:
        """The share of exact values over the five fields of the block."""
        tallies = [self.fields[name] for name in FIELD_NAMES]
        return sum(t.right for t in tallies) / max(sum(t.asked for t in tallies), 1)

    def lines(self) -> list[str]:
        """Return the report as lines of text, the worst groups first."""
        found = [f"{name:20} {tally}" for name, tally in self.fields.items()]
        found.append(f"{'right and sure':20} {self.sure}")
        for group in GROUPS:
            rows = [
                (tally.share, value, tally) for (what, value), tally in self.groups.items() if what == group
            ]
            found.append(f"-- by {group}")
            found += [
                f"   {value or '(none)':34} {tally}" for _, value, tally in sorted(rows, key=lambda r: r[:2])
            ]
        found += ["-- wrong and sure", *self.wrong_and_sure, "-- wrong", *self.wrong]
        return found


def report_on(readings: Iterable[tuple[MadeDocument, DocumentAsRead]]) -> Report:
    """Return the figures over all those documents as they were read."""
    report = Report()
    for made, read in readings:
        _count_document(report, made, read)
    return report


def _count_document(report: Report, made: MadeDocument, read: DocumentAsRead) -> None:
    label = made.label
    _count(report, made, "kind", is_right=read.error is None and read.kind is label.kind, seen=str(read.kind))
    if label.endorses is not None:
        seen = read.endorses.value
        _count(report, made, "endorses", is_right=(seen is not None) == label.endorses, seen=str(seen))
    if len(read.signatories) > max(len(label.signatories), 1):
        report.wrong.append(f"{made.file_name}: {len(read.signatories)} signatories ({label.family})")
    for place, truth in enumerate(label.signatories):
        signatory = read.signatories[place] if place < len(read.signatories) else Signatory()
        for name in FIELD_NAMES:
            if name != "participation_type" or label.kind is DocumentKind.SIGNED_PACT:
                _count_field(report, made, name, getattr(signatory, name), truth)
        seen = signatory.signature.kind
        _count(
            report, made, "signature", is_right=seen is truth.signature, seen=f"{seen}, is {truth.signature}"
        )


def _count_field(report: Report, made: MadeDocument, name: str, found: Field, truth: SignatoryLabel) -> None:
    meant = getattr(truth, name)
    is_open = name == "date" and truth.ambiguous_date
    # A day that can be read in two ways is read well when somebody is asked about it.
    is_right = found.value == meant or (is_open and not found.sure)
    seen = f"{found.value!r}, is {meant!r}"
    _count(report, made, name, is_right=is_right, seen=seen, is_sure=found.sure)
    if is_right and meant is not None and not is_open:
        report.sure.add(is_right=found.sure)


def _count(
    report: Report, made: MadeDocument, name: str, *, is_right: bool, seen: str, is_sure: bool = False
) -> None:
    label = made.label
    report.fields[name].add(is_right=is_right)
    telling = {"mark_style": "participation_type", "date_style": "date"}
    for group in GROUPS:
        if telling.get(group, name) == name:
            report.groups[group, getattr(label, group)].add(is_right=is_right)
    if not is_right:
        how = f"{label.family} {label.layout} {label.mark_style} {label.date_style} {label.font}"
        where = report.wrong_and_sure if is_sure else report.wrong
        where.append(f"{made.file_name}: {name} {seen} ({how})")
