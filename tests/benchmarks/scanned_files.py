"""Scans and photos to measure the reader with: the labelled folder's, and made-up ones."""

import mimetypes
from collections.abc import Iterator
from pathlib import Path

from benchmarks.reading_scores import LabelledFile, Score, labelled_folder
from made_up.labels import Handwriting, SignatoryLabel
from made_up.people import DEVELOPMENT, HELD_OUT
from made_up.scanned_copies import scanned, scanned_family

from pact.documents import FIELD_NAMES, BoxPt, DocumentAsRead, Field, Signatory

PICTURE_MEDIA = ("scan_pdf", "photo")
SCANNED_SETS = {f"scanned_{name}": name for name in (DEVELOPMENT, HELD_OUT)}
_WHOLE = 0.9  # of the handwriting's area: so much of it has to lie in the box for a person to read it


def labelled_pictures(folder: Path) -> Iterator[LabelledFile]:
    """Yield the scans and photos of a folder with labels.jsonl."""
    for file in labelled_folder(folder, PICTURE_MEDIA):
        media_type = mimetypes.guess_type(file.name)[0] or file.media_type
        yield LabelledFile(file.name, file.data, media_type, file.label, file.readable)


def made_up_pictures(
    set_name: str, seed: int, count: int, *, family: str | None = None
) -> Iterator[LabelledFile]:
    """Yield made-up scans and photos of one of SCANNED_SETS, of all families by turns or of one."""
    people = SCANNED_SETS[set_name]
    drawn = scanned_family(family, people, seed, count) if family else scanned(people, seed, count)
    for made in drawn:
        yield LabelledFile(made.file_name, made.data, made.media_type, made.label)


def count_handwriting(score: Score, file: LabelledFile, read: DocumentAsRead) -> None:
    """Count whether blank fields are told from written ones, and boxes hold the whole handwriting."""
    family = file.label.family
    for index, meant in enumerate(file.label.signatories):
        signatory = read.signatories[index] if index < len(read.signatories) else Signatory()
        for name in FIELD_NAMES:
            _count_field(score, family, name, getattr(signatory, name), meant)


def _count_field(score: Score, family: str, name: str, found: Field, meant: SignatoryLabel) -> None:
    if name == "participation_type":
        return
    if getattr(meant, name) is None:
        score.count("blank", family, right=found.value is None and found.method is None)
        return
    written = [one for one in meant.by_hand if one.field == name]
    if not written:
        return
    score.count("by hand", family, right=not found.sure or found.value == getattr(meant, name))
    if not found.sure:
        held = found.box_pt is not None and all(_is_held(one, found) for one in written)
        score.count("crop", family, right=held)
        if not held:
            score.other_misses.append(f"{family}: {name} box {found.box_pt}, written {written[0].box_pt}")


def _is_held(written: Handwriting, found: Field) -> bool:
    box = found.box_pt
    return box is not None and found.page == written.page and _share(written.box_pt, box) >= _WHOLE


def _share(inner: BoxPt, outer: BoxPt) -> float:
    width = max(0.0, min(inner[2], outer[2]) - max(inner[0], outer[0]))
    height = max(0.0, min(inner[3], outer[3]) - max(inner[1], outer[1]))
    return width * height / max((inner[2] - inner[0]) * (inner[3] - inner[1]), 1e-6)
