"""What is wanted of a page: all of it or a crop, how fine, and which places are to be marked on it."""

import json
from dataclasses import asdict, dataclass

from pact.documents import BoxPt

FINEST_DPI = 300.0
MOST_MARKS = 200


@dataclass(frozen=True, slots=True)
class Mark:
    """One place to be drawn: its box in the file's page points, its colour (#rrggbb), its number."""

    box_pt: BoxPt
    colour: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class PageOrder:
    """A picture of one page, counted from 1; ``crop_pt`` keeps that part of it only."""

    page: int
    dpi: float = 110.0
    crop_pt: BoxPt | None = None
    marks: tuple[Mark, ...] = ()


def with_order(order: PageOrder, document: bytes) -> bytes:
    """Return order and document as the one run of bytes that a reading child is handed."""
    said = json.dumps(asdict(order)).encode()
    return len(said).to_bytes(4, "big") + said + document


def order_and_document(data: bytes) -> tuple[PageOrder, bytes]:
    """Return what ``with_order`` put together. ValueError, KeyError or TypeError for anything else."""
    length = int.from_bytes(data[:4], "big")
    said = json.loads(data[4 : 4 + length])
    marks = tuple(
        Mark(_box(mark["box_pt"]), str(mark["colour"]), str(mark["number"]))
        for mark in said["marks"][:MOST_MARKS]
    )
    crop = _box(said["crop_pt"]) if said["crop_pt"] is not None else None
    return PageOrder(int(said["page"]), min(float(said["dpi"]), FINEST_DPI), crop, marks), data[4 + length :]


def _box(numbers: list[float]) -> BoxPt:
    left, bottom, right, top = (float(number) for number in numbers)
    return left, bottom, right, top
