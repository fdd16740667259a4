"""Picture files read as one document: a photo, several photos of one mail, a TIFF with several pages."""

from collections.abc import Sequence
from dataclasses import replace

from intake.ocr.eyes import NO_EYES, Eyes
from intake.reading.material import NO_MATERIAL, ReadingMaterial
from intake.reading.sorted_pictures import sorted_pictures
from intake.reading.understood import understood
from intake.reading.unread_writing import with_unread_writing
from intake.scan.scanned_copy import ScannedCopy, scanned_copy
from intake.wording.copy_read import with_wording
from intake.wording.pictures_wording import pictures_wording
from intake.wording.second_look import SecondLook
from pact.documents import (
    FIELD_NAMES,
    DocumentAsRead,
    DocumentKind,
    ReadError,
    ReadErrorCode,
    Remark,
    Signatory,
)

_NO_PAGE = 0.95  # how surely a picture without a page is no application


def read_pictures(
    pictures: Sequence[bytes], *, eyes: Eyes = NO_EYES, material: ReadingMaterial = NO_MATERIAL
) -> DocumentAsRead:
    """Return what the pictures say, taken as the pages of one document in their order.

    Page numbers count through all of them. A picture that cannot be opened is remarked where others
    can; where none can, the document comes back with ``error``. ``pictures`` tells what each file is.
    """
    found = sorted_pictures(pictures, eyes)
    seen = tuple(found.seen)
    if not found.sheets:
        empty = ReadError(ReadErrorCode.EMPTY, "There is no picture to read.")
        error = found.errors[0] if found.errors else None if pictures else empty
        return DocumentAsRead(
            kind_confidence=_NO_PAGE, pages=0, remarks=tuple(found.remarks), pictures=seen, error=error
        )
    numbers = range(1, len(found.sheets) + 1)
    copy = scanned_copy(numbers, lambda number: found.sheets[number - 1].picture(), eyes, alone=True)
    texts = [copy.texts.get(number, "") for number in numbers]
    document = with_unread_writing(understood(texts, copy.views), copy.views)
    if document.kind is DocumentKind.SIGNED_PACT:
        views = (*copy.views, *copy.running)
        look = SecondLook(copy.kept, eyes)
        wording = pictures_wording(texts, views, material.editions, document.language, look=look)
        document = with_wording(document, wording)
    remarks = (*document.remarks, *_unread(copy), *found.remarks)
    signatories = each_once(document.signatories) if len(found.sheets) > 1 else document.signatories
    return replace(document, pages=len(found.sheets), signatories=signatories, remarks=remarks, pictures=seen)


def each_once(signatories: Sequence[Signatory]) -> tuple[Signatory, ...]:
    """Return the signatories without those that a second photo of one page repeats."""
    kept: list[Signatory] = []
    for one in signatories:
        twin = next((n for n, other in enumerate(kept) if _is_same(one, other)), None)
        if twin is None:
            kept.append(one)
        elif _sure_fields(one) > _sure_fields(kept[twin]):
            kept[twin] = one
    return tuple(kept)


def _is_same(one: Signatory, other: Signatory) -> bool:
    said = [(one.organisation, other.organisation), (one.name, other.name)]
    return all(a.value is not None and a.value == b.value for a, b in said) and _page(one) != _page(other)


def _page(signatory: Signatory) -> int | None:
    return signatory.name.page


def _sure_fields(signatory: Signatory) -> int:
    return sum(getattr(signatory, name).sure for name in FIELD_NAMES)


def _unread(copy: ScannedCopy) -> list[Remark]:
    return [Remark("page_not_read", f"page {n}: {why}", n) for n, why in sorted(copy.unread.items())]
