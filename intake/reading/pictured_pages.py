"""Pages of a PDF that are pictures, read and put among those that are text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from intake.block.labels import LabelField, fields_named
from intake.ocr.eyes import Eyes
from intake.page.page import PageView
from intake.page.plain_text import folded
from intake.pdf.read_pdf import PdfContents
from intake.pdf.scanned_pages import PageNature, page_pictures
from intake.scan.kept_pages import KeptPages
from intake.scan.scanned_copy import ScannedCopy, scanned_copy
from intake.scan.typed_over import with_typed_over
from pact.documents import Method, Remark

_LAYER_AGREES = (
    0.7  # of the words that our own OCR reads well, so many stand in a scanner's layer worth trust
)
_WORDS_TO_COMPARE = 12
_LAYER_SCORE = 0.8  # nobody saw a scanner's invisible words: they are asked about
_READ_WELL = 0.9
_NUMBERS_SAID = 10


@dataclass(frozen=True, slots=True)
class ReadPages:
    """A document's pages after its pictures were read: all texts, views of the pages that may be signed,
    those of pictures of running text apart, what was noticed, and the pictures for a second look.

    ``by_scanner`` are the pages whose text a scanner left, and nobody read again.
    """

    texts: tuple[str, ...]
    views: tuple[PageView, ...]
    running: tuple[PageView, ...] = ()
    remarks: tuple[Remark, ...] = ()
    kept: KeptPages = field(default_factory=KeptPages)
    by_scanner: frozenset[int] = frozenset()


def with_pictures_read(contents: PdfContents, eyes: Eyes) -> ReadPages:
    """Return the pages of a PDF with what stands on its pictures.

    A scanner's invisible text is believed on pages of running text only, and only where it says what
    our own eyes see on the page that is signed.
    """
    pictures = contents.pages_that_are(PageNature.PICTURE, PageNature.PICTURE_UNDER_TEXT)
    layered = contents.pages_that_are(PageNature.SCANNERS_LAYER)
    if not pictures and not layered:
        return ReadPages(contents.texts, contents.views)
    alone = not any(_holds_block(contents.texts[n - 1]) for n in contents.pages_that_are(PageNature.TEXT))
    checked = _pages_to_check(layered, contents.texts)
    with page_pictures(contents.sound) as pages:
        copy = scanned_copy(sorted({*pictures, *checked}), pages.picture, eyes, alone=alone)
        distrusted = [] if _layer_agrees(copy, checked, contents.texts) else layered
        rest = sorted(set(distrusted) - set(checked))
        if rest:
            _join(copy, scanned_copy(rest, pages.picture, eyes, alone=False))
    remarks = [*_unread(copy)]
    if distrusted:
        remarks.append(
            Remark("scanner_text_distrusted", f"The text hidden under {_pages(distrusted)}.", distrusted[0])
        )
    texts = tuple(copy.texts.get(n, text) for n, text in enumerate(contents.texts, 1))
    return ReadPages(
        texts=texts,
        views=tuple(_views(contents, copy)),
        running=tuple(copy.running),
        remarks=tuple(remarks),
        kept=copy.kept,
        by_scanner=frozenset(layered) - set(copy.texts),
    )


def _holds_block(text: str) -> bool:
    fields = fields_named(text)
    return len(fields) >= 4 and LabelField.PARTICIPATION_TYPE in fields


def _pages_to_check(layered: Sequence[int], texts: Sequence[str]) -> list[int]:
    """Return the pages with a scanner's layer that are read again: where labels stand, and the last."""
    found = [n for n in layered if len(fields_named(texts[n - 1])) >= 2]
    return sorted({*found, *layered[-1:]})


def _layer_agrees(copy: ScannedCopy, checked: Sequence[int], texts: Sequence[str]) -> bool:
    """Whether what we read on the checked pages stands in their layers too, accents and order aside."""
    seen = [
        folded(word.text)
        for view in copy.views
        if view.number in checked
        for word in view.words
        if word.score >= _READ_WELL and len(word.text) >= 4 and word.method is Method.OCR
    ]
    if len(seen) < _WORDS_TO_COMPARE:
        seen = [word for n in checked for word in folded(copy.texts.get(n, "")).split() if len(word) >= 4]
    layer = folded(" ".join(texts[n - 1] for n in checked))
    return not seen or sum(word in layer for word in seen) >= _LAYER_AGREES * len(seen)


def _join(copy: ScannedCopy, more: ScannedCopy) -> None:
    copy.texts.update(more.texts)
    copy.views.extend(more.views)
    copy.running.extend(more.running)
    copy.unread.update(more.unread)
    copy.kept.pages.extend(more.kept.pages)


def _unread(copy: ScannedCopy) -> Iterable[Remark]:
    if copy.unread:
        numbers = sorted(copy.unread)
        yield Remark("page_not_read", f"{_pages(numbers)}: {copy.unread[numbers[0]]}", numbers[0])


def _pages(numbers: Sequence[int]) -> str:
    said = ", ".join(map(str, numbers[:_NUMBERS_SAID]))
    more = " and further ones" if len(numbers) > _NUMBERS_SAID else ""
    return f"page {said}{more}" if len(numbers) == 1 else f"pages {said}{more}"


def _views(contents: PdfContents, copy: ScannedCopy) -> list[PageView]:
    """Return the views in page order: what was read from a picture in place of what lay under it."""
    own = {view.number: view for view in contents.views}
    read = {view.number for view in copy.views}
    natures = dict(enumerate(contents.natures, 1))
    views = []
    for view in copy.views:
        typed = own.get(view.number)
        over = typed is not None and natures[view.number] is PageNature.PICTURE_UNDER_TEXT
        views.append(with_typed_over(view, typed) if over and typed else view)
    for number, view in own.items():
        if number not in read:
            views.append(_unseen(view) if natures[number] is PageNature.SCANNERS_LAYER else view)
    return sorted(views, key=lambda view: view.number)


def _unseen(view: PageView) -> PageView:
    """Return the view of a scanner's layer that could not be read again: nothing in it is sure."""
    words = tuple(replace(w, method=Method.OCR, score=min(w.score, _LAYER_SCORE)) for w in view.words)
    return replace(view, words=words)
