"""The signature fields of a PDF that somebody filled: their value, their page, their box."""

import io
import itertools
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.decode_limits import DecodeLimits, DocumentDecodeBudget, StreamDecodeLimits
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.rw_common import PdfHandler
from pyhanko.sign.fields import enumerate_sig_fields

from intake.signing.library_faults import LIBRARY_FAULTS, Stopwatch
from pact.documents import BoxPt

MOST_FIELDS = 32
MOST_PAGES = 400
_DEEPEST = 40
_MEGABYTE = 1 << 20
_LIMITS = DecodeLimits(
    per_stream=StreamDecodeLimits(max_output_size=48 * _MEGABYTE),
    document_budget=DocumentDecodeBudget(base_allowance=96 * _MEGABYTE, max_ratio=20),
)


@dataclass(frozen=True, slots=True)
class FilledField:
    """One signature field with a value. ``page`` counts from 1; ``box_pt`` is None where nothing shows."""

    reader: PdfFileReader
    name: str
    field: generic.DictionaryObject
    value: generic.DictionaryObject
    page: int | None
    box_pt: BoxPt | None


class _WatchedFile(io.BytesIO):
    """A file in memory that is not read for ever: every object that is looked up begins with a seek."""

    def __init__(self, data: bytes, watch: Stopwatch) -> None:
        super().__init__(data)
        self._watch = watch

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        self._watch.check()
        return super().seek(offset, whence)


def opened(data: bytes, watch: Stopwatch) -> PdfFileReader:
    """Return a reader of the file. One of LIBRARY_FAULTS or OutOfTimeError where it cannot be read."""
    return PdfFileReader(_WatchedFile(data, watch), strict=False, decode_limits=_LIMITS)


def filled_fields(reader: PdfFileReader) -> Iterator[FilledField]:
    """Yield at most MOST_FIELDS filled signature fields; a value that several share comes once.

    One of LIBRARY_FAULTS where the form is too damaged to be walked through.
    """
    places = {reference: number for number, reference in enumerate(page_references(reader), start=1)}
    seen: set[int] = set()
    for name, held, bearer in itertools.islice(enumerate_sig_fields(reader, filled_status=True), MOST_FIELDS):
        value, field = held.get_object(), bearer.get_object()
        if not isinstance(value, generic.DictionaryObject) or not isinstance(field, generic.DictionaryObject):
            continue
        if id(value) in seen:
            continue
        seen.add(id(value))
        yield FilledField(reader, str(name)[:200], field, value, _page_of(field, places), _box_of(field))


def page_references(handler: PdfHandler) -> Iterator[generic.Reference]:
    """Yield the references of the pages in order, at most MOST_PAGES."""
    return itertools.islice(_pages_below(handler.root.raw_get("/Pages"), 0), MOST_PAGES)


def _pages_below(node: generic.PdfObject, depth: int) -> Iterator[generic.Reference]:
    found = node.get_object()
    if depth > _DEEPEST or not isinstance(found, generic.DictionaryObject):
        return
    if "/Kids" in found:
        for kid in found["/Kids"]:
            yield from _pages_below(kid, depth + 1)
    elif isinstance(node, generic.IndirectObject):
        yield node.reference


def _page_of(field: generic.DictionaryObject, places: dict[generic.Reference, int]) -> int | None:
    """Return the page that the field, or its one widget, says it stands on."""
    for one in (field, *_kids(field)):
        with suppress(*LIBRARY_FAULTS):
            reference = one.raw_get("/P")
            if isinstance(reference, generic.IndirectObject):
                return places.get(reference.reference)
    return None


def _box_of(field: generic.DictionaryObject) -> BoxPt | None:
    for one in (field, *_kids(field)):
        with suppress(*LIBRARY_FAULTS):
            x1, y1, x2, y2 = (float(side) for side in one["/Rect"])
            if x1 != x2 and y1 != y2:
                return (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
    return None


def _kids(field: generic.DictionaryObject) -> list[generic.DictionaryObject]:
    with suppress(*LIBRARY_FAULTS):
        return [kid.get_object() for kid in field["/Kids"][:4]]
    return []
