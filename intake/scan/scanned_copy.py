"""The pictures of one document read in the order that finds its signature page soonest."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from intake.block.labels import CORE, LabelField
from intake.ocr.eyes import Eyes, EyesClosedError
from intake.page.page import PageView
from intake.page.unreadable import UnreadableError
from intake.pictures.picture import Picture
from intake.pictures.straighten import StraightPage, straightened
from intake.scan.glance import glance_at
from intake.scan.kept_pages import KeptPages
from intake.scan.scanned_page import scanned_page, view_with

PICTURES_AT_MOST = 60
"""So many pictures of one document are read; of a longer one the last and the first."""

_READ_CLOSELY_AT_MOST = 6
_SHORT = 3  # pages: a document as short is read closely whole, for letters are signed without labels

PictureOf = Callable[[int], Picture]
"""Gives the picture of a page, counted from 1. UnreadableError when there is none to be had."""


@dataclass(slots=True)
class ScannedCopy:
    """What was read: the text of each picture page by number, views of the pages that may be signed,
    those of running text apart, the numbers of those that could not be read, each with the reason, and
    the straight pages themselves for a second look."""

    texts: dict[int, str] = field(default_factory=dict)
    views: list[PageView] = field(default_factory=list)
    running: list[PageView] = field(default_factory=list)
    unread: dict[int, str] = field(default_factory=dict)
    kept: KeptPages = field(default_factory=KeptPages)


def scanned_copy(numbers: Sequence[int], picture_of: PictureOf, eyes: Eyes, *, alone: bool) -> ScannedCopy:
    """Return what stands on the pictures with these page numbers.

    The last page is looked at first, for there people sign; a page that may hold a signature block is
    read closely at once. ``alone`` says that the document has no other pages, where it may be signed.
    """
    wanted = _in_order_of_promise(numbers)
    work = _Work(picture_of, eyes)
    work.copy.unread.update((n, "the document has too many pages") for n in set(numbers) - set(wanted))
    is_short = len(numbers) <= _SHORT
    for place, number in enumerate(wanted, 1):
        eyes.turn_to(place, len(wanted))
        work.take(number, whole=alone and is_short and not work.saw_labels)
    readable = [n for n in numbers if n in work.copy.texts]
    if alone and not is_short and not work.saw_labels and readable:
        for number in dict.fromkeys((readable[-1], readable[0])):
            work.take(number, whole=True)
    for number in work.other_halves():
        work.take(number, whole=True)
    closely = {view.number for view in work.copy.views}
    work.copy.running = [view for view in work.copy.running if view.number not in closely]
    for views in (work.copy.views, work.copy.running):
        views.sort(key=lambda view: view.number)
    return work.copy


def _in_order_of_promise(numbers: Sequence[int]) -> list[int]:
    """Return the numbers in the order of reading, the last one first."""
    ordered = sorted(numbers)
    if len(ordered) > PICTURES_AT_MOST:
        half = PICTURES_AT_MOST // 2
        ordered = [*ordered[:half], *ordered[-half:]]
    return ordered[::-1]


@dataclass(slots=True)
class _Work:
    """One document while its pictures are read."""

    picture_of: PictureOf
    eyes: Eyes
    copy: ScannedCopy = field(default_factory=ScannedCopy)
    saw_labels: bool = False
    fields: dict[int, set[LabelField]] = field(default_factory=dict)

    def other_halves(self) -> list[int]:
        """Return the pages, not read closely yet, that hold the rest of a block on the page before or behind:
        a signature alone, or a date and a signature, are too few labels to be seen for one by themselves."""
        found = []
        for number in sorted({view.number for view in self.copy.views}):
            lacking = CORE - self.fields[number]
            for near in (number - 1, number + 1):
                labels = self.fields.get(near, set())
                is_read = any(view.number == near for view in self.copy.views)
                # "Signed," over a block looks like the label of a signature, which may stand overleaf.
                if labels and labels - {LabelField.SIGNATURE} <= lacking and not is_read:
                    found.append(near)
        return found

    def take(self, number: int, *, whole: bool) -> None:
        """Read one picture; closely where labels show a signature block, or where it is wanted whole."""
        try:
            pages = straightened(self.picture_of(number), self.eyes)
            read = [self._read(page, number, whole=whole) for page in pages]
        except EyesClosedError as closed:
            self.copy.unread[number] = str(closed)
        except UnreadableError as fault:
            self.copy.unread[number] = fault.error.message
        else:
            # Two pages on one picture are one page of the file: their texts follow each other.
            self.copy.texts[number] = "\n".join(read)

    def _read(self, page: StraightPage, number: int, *, whole: bool) -> str:
        glance = glance_at(page, self.eyes)
        self.fields[number] = self.fields.get(number, set()) | glance.fields
        self.saw_labels = self.saw_labels or glance.may_be_signed
        if not (glance.may_be_signed or whole) or len(self.copy.views) >= _READ_CLOSELY_AT_MOST:
            view = view_with(page, number, glance.words)
            self.copy.running.append(view)
            self._keep(page, view)
            return glance.text
        read = scanned_page(page, number, self.eyes, glance)
        self.copy.views.append(read.view)
        self._keep(page, read.view)
        return read.text

    def _keep(self, page: StraightPage, view: PageView) -> None:
        if view.to_file is not None:
            self.copy.kept.keep(page, view.number, view.to_file)
