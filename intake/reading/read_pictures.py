"""Picture files read as one document: a photo, several photos of one mail, a TIFF with several pages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from intake.ocr.eyes import NO_EYES, Eyes
from intake.page.unreadable import UnreadableError
from intake.pictures.decode import each_picture_in
from intake.pictures.picture import Picture
from intake.reading.material import NO_MATERIAL, ReadingMaterial
from intake.reading.sniff import MediaType, sniff
from intake.reading.understood import understood
from intake.scan.scanned_copy import ScannedCopy, scanned_copy
from pact.documents import DocumentAsRead, PictureKind, PictureSeen, ReadError, ReadErrorCode, Remark


def read_pictures(
    pictures: Sequence[bytes], *, eyes: Eyes = NO_EYES, material: ReadingMaterial = NO_MATERIAL
) -> DocumentAsRead:
    """Return what the pictures say, taken as the pages of one document in their order.

    Page numbers count through all of them. A picture that cannot be opened is remarked where others
    can; where none can, the document comes back with ``error``. ``pictures`` tells what each file is.
    """
    sheets, faults, seen = _sheets(pictures)
    if not sheets:
        empty = ReadError(ReadErrorCode.EMPTY, "There is no picture to read.")
        return DocumentAsRead(pictures=seen, error=faults[0].error if faults else empty)
    numbers = range(1, len(sheets) + 1)
    copy = scanned_copy(numbers, lambda number: sheets[number - 1].picture(), eyes, alone=True)
    texts = [copy.texts.get(number, "") for number in numbers]
    document = understood(texts, copy.views)
    remarks = (*document.remarks, *_remarks(copy, faults))
    return replace(document, pages=len(sheets), remarks=remarks, pictures=seen)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One page of one picture file, decoded when it is asked for."""

    data: bytes
    media_type: MediaType
    index: int = 0

    def picture(self) -> Picture:
        """Return the page. UnreadableError when it cannot be decoded."""
        return next(islice(each_picture_in(self.data, self.media_type), self.index, None))


def _sheets(
    pictures: Sequence[bytes],
) -> tuple[list[_Sheet], list[UnreadableError], tuple[PictureSeen, ...]]:
    sheets, faults, seen = list[_Sheet](), list[UnreadableError](), list[PictureSeen]()
    for data in pictures:
        media_type = sniff(data)
        try:
            count = sum(1 for _ in each_picture_in(data, media_type)) if media_type is MediaType.TIFF else 1
        except UnreadableError as fault:
            faults.append(fault)
            seen.append(PictureSeen(PictureKind.UNREADABLE))
            continue
        seen.append(PictureSeen(PictureKind.PAGE, len(sheets) + 1))
        sheets.extend(_Sheet(data, media_type, index) for index in range(count))
    return sheets, faults, tuple(seen)


def _remarks(copy: ScannedCopy, faults: Sequence[UnreadableError]) -> list[Remark]:
    unread = [Remark("page_not_read", f"page {n}: {why}", n) for n, why in sorted(copy.unread.items())]
    return [*unread, *(Remark("page_not_read", fault.error.message) for fault in faults)]
