"""Crops of pages: each field that is not sure, as the picture that a person needs to judge it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from intake.explain.page_order import PageOrder
from intake.sandbox.reader_pool import ReaderPool
from pact.evidence import Evidence, Standing, evidence_of
from secretariat.application_as_read import reading_of
from secretariat.desk import Desk
from secretariat.readers import open_readers
from secretariat.stored_documents import documents_named, may_be_opened
from storage.tables import Document

_CROP_DPI = 150.0
_ASKED = (Standing.UNSURE, Standing.DIFFERS)


@dataclass(frozen=True, slots=True)
class Crop:
    """One piece of a page as PNG, the evidence that it shows, and the file that it was cut from."""

    file_name: str
    evidence: Evidence
    png: bytes


def write_crops(desk: Desk, reference: str, folder: Path) -> Iterator[Path]:
    """Write the crops of an application, or of a mail, as PNG files into a folder; yield the files.

    PactError when the reference is unknown.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with open_readers(desk.settings) as readers:
        for number, crop in enumerate(crops_of_case(desk, readers, reference), start=1):
            what = re.sub(r"[^a-z0-9]+", "-", crop.evidence.what.lower()).strip("-")
            file = folder / f"{reference}-{number:02d}-{what}.png"
            file.write_bytes(crop.png)
            yield file


def crops_of_case(desk: Desk, readers: ReaderPool, reference: str) -> Iterator[Crop]:
    """Yield a crop for whatever a person has to judge in the documents of a case, in their order.

    That is every field read but not surely, every clause that differs, every writing that could
    not be read; only what has a place on a page. PactError when the reference is unknown.
    """
    with desk.database.read() as session:
        rows = list(documents_named(session, reference))
    for row in filter(may_be_opened, rows):
        yield from crops_of_document(desk, readers, row)


def crops_of_document(desk: Desk, readers: ReaderPool, row: Document) -> Iterator[Crop]:
    """Yield the crops of one stored document."""
    wanted = [one for one in evidence_of(reading_of(row)) if _is_to_be_judged(one)]
    if not wanted:
        return
    data = desk.originals.get(row.sha256)
    for one in wanted:
        png = readers.picture(data, PageOrder(one.page or 1, _CROP_DPI, crop_pt=one.box_pt))
        if png is not None:
            yield Crop(row.file_name, one, png)


def _is_to_be_judged(evidence: Evidence) -> bool:
    has_place = evidence.page is not None and evidence.box_pt is not None
    return has_place and (evidence.standing in _ASKED or evidence.standing is Standing.NOTICED)
