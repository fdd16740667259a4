"""The picture files of one document sorted: which hold its pages, and which are no pages at all."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from intake.ocr.eyes import Eyes
from intake.page.unreadable import UnreadableError
from intake.pictures.decode import count_pictures_in, picture_in
from intake.pictures.picture import Picture
from intake.pictures.worth import PageWorth, Worth, page_worth
from intake.reading.sniff import MediaType, sniff
from pact.documents import PictureKind, PictureSeen, ReadError, Remark

_KINDS = {Worth.NO_DOCUMENT: PictureKind.NO_DOCUMENT, Worth.TOO_SMALL: PictureKind.TOO_SMALL}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of one picture file, decoded when it is asked for."""

    data: bytes
    media_type: MediaType
    index: int = 0

    def picture(self) -> Picture:
        """Return the page. UnreadableError when it cannot be decoded."""
        return picture_in(self.data, self.media_type, self.index)


@dataclass(slots=True)
class SortedPictures:
    """``sheets`` are the pages in their order; ``seen`` tells each file; ``remarks`` why some are none;
    ``errors`` what was wrong with those that could not be opened."""

    sheets: list[Sheet] = field(default_factory=list)
    seen: list[PictureSeen] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    errors: list[ReadError] = field(default_factory=list)


def sorted_pictures(pictures: Sequence[bytes], eyes: Eyes) -> SortedPictures:
    """Return the pictures sorted by what they show. Names and places in a mail are not asked."""
    found = SortedPictures()
    for data in pictures:
        media_type = sniff(data)
        try:
            _take(found, data, media_type, eyes)
        except UnreadableError as fault:
            found.errors.append(fault.error)
            found.seen.append(PictureSeen(PictureKind.UNREADABLE))
            found.remarks.append(Remark("page_not_read", fault.error.message))
    return found


def _take(found: SortedPictures, data: bytes, media_type: MediaType, eyes: Eyes) -> None:
    if media_type is MediaType.TIFF:  # no camera and no logo makes one: its pages were scanned
        sheets = [Sheet(data, media_type, index) for index in range(count_pictures_in(data, media_type))]
        for sheet in sheets:
            sheet.picture()  # one page beyond the limits speaks against the whole file
        found.seen.append(PictureSeen(PictureKind.PAGE, len(found.sheets) + 1))
        found.sheets += sheets
        return
    sheet = Sheet(data, media_type)
    worth = page_worth(sheet.picture(), eyes)
    if worth.worth is Worth.DOCUMENT:
        found.seen.append(PictureSeen(PictureKind.PAGE, len(found.sheets) + 1))
        found.sheets.append(sheet)
        return
    found.seen.append(PictureSeen(_KINDS[worth.worth]))
    found.remarks.append(_remark(worth))


def _remark(worth: PageWorth) -> Remark:
    if worth.worth is Worth.TOO_SMALL:
        return Remark("picture_too_small", worth.sentence)
    return Remark("picture_without_page", "A picture shows no page of a document.")
