"""How well readings agree with labels: fields, kinds and signatures by family, and what is wrong."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.reliability import Reliability
from made_up.labels import DOCX, PDF, Label, SignatoryLabel
from made_up.paper_sets import PAPER_SETS, papers
from made_up.signed_copies import documents

from pact.documents import FIELD_NAMES, DocumentAsRead, DocumentKind, Field, Signatory, SignatureKind

_KINDS = {"pact": DocumentKind.SIGNED_PACT, "letter_of_support": DocumentKind.LETTER_OF_SUPPORT}
_SIGNATURES = {
    "ink_image": SignatureKind.DRAWN,
    "ink_vector": SignatureKind.DRAWN,
    "ink_annot": SignatureKind.DRAWN,
    "stamp_annot": SignatureKind.DRAWN,
    "pades": SignatureKind.DIGITAL,
    "docusign_like": SignatureKind.PLATFORM,
    "typed": SignatureKind.TYPED,
}

_OF_PAPERS = {
    "endorsement_conditional",
    "endorsement_refused",
    "organisations_differ",
    "several_documents",
    "identity_document",
}
"""Remarks that a made-up label names where they are due."""


@dataclass(frozen=True, slots=True)
class LabelledFile:
    """A file with its truth. ``readable`` false: the right reading is an error."""

    name: str
    data: bytes
    media_type: str
    label: Label
    readable: bool = True


@dataclass(slots=True)
class Score:
    """Counts of right answers over all answers, and the cases to look at."""

    right: Counter[tuple[str, str]] = field(default_factory=Counter)
    asked: Counter[tuple[str, str]] = field(default_factory=Counter)
    right_with_value: int = 0
    right_and_sure: int = 0
    wrong_and_sure: list[str] = field(default_factory=list)
    other_misses: list[str] = field(default_factory=list)
    reliability: Reliability = field(default_factory=Reliability)

    def share(self, name: str) -> float:
        """Return the share of right answers to one question over all families."""
        asked = sum(n for (what, _), n in self.asked.items() if what == name)
        return sum(n for (what, _), n in self.right.items() if what == name) / asked if asked else 1.0

    @property
    def sure_share(self) -> float:
        """The share of right values that were said to be sure."""
        return self.right_and_sure / self.right_with_value if self.right_with_value else 1.0

    def count(self, name: str, family: str, *, right: bool) -> None:
        """Count one answer."""
        self.asked[name, family] += 1
        self.right[name, family] += right


def labelled_folder(folder: Path, media: tuple[str, ...] = ("native_pdf", "docx")) -> Iterator[LabelledFile]:
    """Yield the files of a folder with labels.jsonl whose medium is one of ``media``."""
    for line in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["medium"] not in media:
            continue
        kind = _KINDS.get(row["kind"], DocumentKind.OTHER)
        blocks = row.get("signatories") or ([row] if kind is not DocumentKind.OTHER else [])
        label = Label(kind, tuple(map(_signatory_label, blocks)), family=row["family"])
        data = (folder / "docs" / row["file"]).read_bytes()
        media_type = DOCX if row["file"].endswith(".docx") else PDF
        yield LabelledFile(row["file"], data, media_type, label, row.get("readable", True))


def made_up(set_name: str, seed: int, count: int) -> Iterator[LabelledFile]:
    """Yield made-up documents of a set, as made_up.signed_copies or made_up.paper_sets draws them."""
    draw = papers if set_name in PAPER_SETS else documents
    for made in draw(set_name, seed, count):
        yield LabelledFile(made.file_name, made.data, made.media_type, made.label)


def count_reading(score: Score, file: LabelledFile, read: DocumentAsRead) -> None:
    """Add one reading to the score."""
    family = file.label.family
    if not file.readable:
        score.count("error", family, right=read.error is not None)
        return
    kind_right = read.kind is file.label.kind
    score.count("kind", family, right=kind_right)
    if not kind_right:
        score.other_misses.append(f"{file.name}: kind {read.kind}, meant {file.label.kind}")
    if len(read.signatories) > max(len(file.label.signatories), 1):
        score.other_misses.append(f"{file.name}: {len(read.signatories)} signatories read")
    if file.label.endorses is not None:
        right = (read.endorses.value is not None) == file.label.endorses
        score.count("endorses", family, right=right)
        if not right:
            score.other_misses.append(f"{file.name}: endorses {read.endorses.value!r}")
    remarked, asked = {one.code for one in read.remarks} & _OF_PAPERS, set(file.label.remarks)
    if remarked | asked:
        score.count("remarks", family, right=remarked == asked)
    if remarked != asked:
        score.other_misses.append(f"{file.name}: remarks {sorted(remarked)}, meant {sorted(asked)}")
    for index, meant in enumerate(file.label.signatories):
        signatory = read.signatories[index] if index < len(read.signatories) else Signatory()
        _count_signatory(score, file, signatory, meant)


def _count_signatory(score: Score, file: LabelledFile, signatory: Signatory, meant: SignatoryLabel) -> None:
    for name in FIELD_NAMES:
        if name == "participation_type" and file.label.kind is not DocumentKind.SIGNED_PACT:
            continue
        _count_field(score, file, name, getattr(signatory, name), meant)
    right = signatory.signature.kind is meant.signature
    score.count("signature", file.label.family, right=right)
    if not right:
        score.other_misses.append(
            f"{file.name}: signature {signatory.signature.kind}, meant {meant.signature}"
        )


def _count_field(score: Score, file: LabelledFile, name: str, found: Field, meant: SignatoryLabel) -> None:
    wanted = getattr(meant, name) or None
    right = found.value == wanted
    if name == "date" and meant.ambiguous_date and not found.sure:
        # As written it may be two days: to ask is right, with the day that was meant or with none.
        right = right or found.value is None
    score.count(name, file.label.family, right=right)
    score.reliability.count(found, right=right)
    if right and found.value is not None and not (name == "date" and meant.ambiguous_date):
        score.right_with_value += 1
        score.right_and_sure += found.sure
    if not right:
        where = score.wrong_and_sure if found.sure else score.other_misses
        label = file.label
        how = f"{label.family} {label.layout} {label.mark_style} {label.date_style}".strip()
        where.append(f"{file.name}: {name} {found.value!r}, meant {wanted!r} ({how})")


def _signatory_label(row: dict[str, str | None]) -> SignatoryLabel:
    signature = _SIGNATURES.get(str(row["signature"]), SignatureKind.NONE)
    values = {name: row[name] or None for name in FIELD_NAMES}
    return SignatoryLabel(**values, signature=signature)
