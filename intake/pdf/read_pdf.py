"""PDF files as page views: cheap text everywhere, places and drawings only where a signature block
stands."""

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from intake.block.labels import CORE, LabelField, fields_named
from intake.letter.letter_pages import may_be_signed_letter
from intake.page.page import Ink, PageView, Word, segments_of
from intake.page.plain_text import folded
from intake.page.unreadable import UnreadableError
from intake.pdf.decorations import decorated, inks_of, tick_boxes
from intake.pdf.pdf_drawings import drawings_of, is_drawn_on
from intake.pdf.pdf_forms import FormContents, form_contents, repaired
from intake.pdf.pdf_text import text_of, upright_box, words_of
from intake.pdf.scanned_pages import PageNature, nature_of
from pact.documents import ReadErrorCode

PAGES_AT_MOST = 400
SIGNATURE_PAGES_AT_MOST = 24
_SIDE_AT_MOST_PT = 20_000


@dataclass(frozen=True, slots=True)
class PdfContents:
    """A PDF as it was read: the text of every page, views of the pages that matter, and what a form
    held."""

    texts: tuple[str, ...]
    views: tuple[PageView, ...]
    form: FormContents
    natures: tuple[PageNature, ...]
    sound: bytes = b""  # the file as it could be opened, mended where it was damaged
    is_torn: bool = False  # mended, and pages are blank that may have held something
    drawn_on: frozenset[int] = frozenset()  # numbers of the pages with lines or shapes
    annotated: frozenset[int] = frozenset()  # numbers of the pages with annotations of any kind

    def pages_that_are(self, *natures: PageNature) -> list[int]:
        """Return the numbers, from 1, of the pages of one of these natures."""
        return [number for number, nature in enumerate(self.natures, 1) if nature in natures]


def read_pdf(data: bytes) -> PdfContents:
    """Return the contents of the PDF. UnreadableError when it is encrypted, damaged, empty or too long."""
    if not data:
        raise UnreadableError(ReadErrorCode.EMPTY, "The file is empty.")
    with _opened(data) as (document, sound):
        count = len(document)
        if count == 0:
            raise UnreadableError(ReadErrorCode.DAMAGED, "The file holds no page that can be read.")
        if count > PAGES_AT_MOST:
            message = f"The file has {count} pages; at most {PAGES_AT_MOST} are read."
            raise UnreadableError(ReadErrorCode.TOO_MANY_PAGES, message)
        contents = _contents(document, sound)
    pages = zip(contents.texts, contents.natures, strict=True)
    shown = sum(nature is not PageNature.TEXT or bool(text.strip()) for text, nature in pages)
    return replace(contents, sound=sound, is_torn=sound is not data and shown < count)


@contextmanager
def _opened(data: bytes) -> Iterator[tuple[pdfium.PdfDocument, bytes]]:
    """Open the file, mended by pikepdf where pdfium cannot; yield it with the bytes that were opened."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as problem:
        if "assword" in str(problem):
            message = "The file is protected with a password. Please send it again without one."
            raise UnreadableError(ReadErrorCode.ENCRYPTED, message) from problem
        data = repaired(data)
        try:
            document = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as again:
            raise UnreadableError(
                ReadErrorCode.DAMAGED, "The file is damaged and cannot be opened."
            ) from again
    try:
        yield document, data
    finally:
        document.close()


def _contents(document: pdfium.PdfDocument, data: bytes) -> PdfContents:
    texts, annotated, natures, lost, drawn = [], set(), [], set(), set()
    for index in range(len(document)):
        try:
            page = document[index]
        except pdfium.PdfiumError:
            texts.append("")
            natures.append(PageNature.TEXT)
            lost.add(index)
            continue
        _check_size(page, index)
        texts.append(text_of(page))
        if pdfium_c.FPDFPage_GetAnnotCount(page.raw) > 0:
            annotated.add(index)
        natures.append(nature_of(page, texts[-1]))
        if is_drawn_on(page):
            drawn.add(index)
        page.close()
    if len(lost) == len(document):
        raise UnreadableError(ReadErrorCode.DAMAGED, "None of the file's pages can be read.")
    form = FormContents()
    if annotated or document.get_formtype() != pdfium_c.FORMTYPE_NONE:
        form = form_contents(io.BytesIO(data), annotated)
    running = running_lines(texts)
    typed_over = [i for i, nature in enumerate(natures) if nature is PageNature.PICTURE_UNDER_TEXT]
    wanted = sorted({*signature_pages(texts, form.pages), *typed_over[-SIGNATURE_PAGES_AT_MOST:]} - lost)
    views = tuple(_view(document[i], i, form, running) for i in wanted)
    return PdfContents(
        tuple(texts), views, form, tuple(natures),
        drawn_on=frozenset(index + 1 for index in drawn),
        annotated=frozenset(index + 1 for index in annotated),
    )  # fmt: skip


def views_of(contents: PdfContents, numbers: Sequence[int]) -> tuple[PageView, ...]:
    """Return views of these pages, counted from 1, with everything that stands on them."""
    document = pdfium.PdfDocument(contents.sound)
    try:
        return tuple(_view(document[n - 1], n - 1, contents.form, frozenset()) for n in numbers)
    finally:
        document.close()


def _check_size(page: pdfium.PdfPage, index: int) -> None:
    if max(page.get_size()) > _SIDE_AT_MOST_PT:
        message = f"Page {index + 1} is larger than any sheet of paper, and is not read."
        raise UnreadableError(ReadErrorCode.TOO_LARGE, message)


def signature_pages(texts: Sequence[str], filled: frozenset[int]) -> list[int]:
    """Return the indices of the pages that may hold a signature block, in page order.

    Three labels make a candidate; of many candidates those with most labels are kept. A document of
    one or two pages is looked at whole, for letters sign without labels.
    """
    if len(texts) <= 3:
        return list(range(len(texts)))
    scored: dict[int, int] = {}
    for index, text in enumerate(texts):
        named = fields_named(text)
        if len(named) >= 3 or (len(named) == 2 and LabelField.PARTICIPATION_TYPE in named) or index in filled:
            scored[index] = len(named) + (2 if index in filled else 0)
    letters = [i for i, text in enumerate(texts) if may_be_signed_letter(text)][:SIGNATURE_PAGES_AT_MOST]
    if not scored:
        return sorted({0, len(texts) - 1, *letters})
    best = sorted(scored, key=lambda i: (-scored[i], i))[:SIGNATURE_PAGES_AT_MOST]
    return sorted({*best, *_cut_off(texts, best), *letters})


def _cut_off(texts: Sequence[str], chosen: Sequence[int]) -> set[int]:
    """Return the pages beside the chosen ones that have the labels which these lack: a page's end may leave
    one."""
    found = set[int]()
    for index in chosen:
        missing = CORE - fields_named(texts[index])
        beside = [i for i in (index - 1, index + 1) if 0 <= i < len(texts)]
        found |= {i for i in beside if missing and missing & fields_named(texts[i])}
    return found


def running_lines(texts: Sequence[str]) -> frozenset[str]:
    """Return the heads and feet that come again on pages, folded, each digit as #."""
    if len(texts) < 3:
        return frozenset()
    counts: Counter[str] = Counter()
    for text in texts:
        lines = [line for line in text.split("\n") if line.strip()]
        counts.update({running_key(line) for line in (*lines[:3], *lines[-3:])})
    least = max(3, len(texts) // 3)
    return frozenset(key for key, count in counts.items() if count >= least and len(key) < 160)


def running_key(line: str) -> str:
    """Return a line as heads and feet are compared: folded, numbers as #."""
    return re.sub(r"\d+", "#", folded(line))


def _view(page: pdfium.PdfPage, index: int, form: FormContents, running: frozenset[str]) -> PageView:
    """Return the page with its words, drawings and what its form fields and annotations add."""
    size = page.get_size()
    if page.get_rotation() in (90, 270):
        size = (size[1], size[0])
    text, drawings = words_of(page), drawings_of(page)
    page.close()
    extra = form.on_page(index)
    words = decorated((*text.words, *extra.words), replace(drawings, rules=drawings.rules + extra.struck))
    words = tuple(replace(w, circled=w.circled or _any_holds(extra.circles, w)) for w in words)
    words = tuple(replace(w, highlighted=w.highlighted or _any_holds(extra.washes, w)) for w in words)
    boxes = (*tick_boxes(drawings, text.words), *extra.tick_boxes)
    inks = (*inks_of(drawings, words), *extra.inks)
    view = PageView(index + 1, size[0], size[1], words, drawings.rules, inks, boxes)
    if text.turn:
        view = _turned(view, text.turn, len(text.words))
    return _without_running_lines(view, running)


def _any_holds(boxes: Sequence[tuple[float, float, float, float]], word: Word) -> bool:
    x, y = (word.box[0] + word.box[2]) / 2, word.middle_y
    return any(b[0] <= x <= b[2] and b[1] <= y <= b[3] for b in boxes)


def _turned(view: PageView, turn: int, printed: int) -> PageView:
    """Turn everything but the printed words, which were turned when they were read."""
    size = (view.width_pt, view.height_pt)
    width, height = (size[1], size[0]) if turn % 2 else size
    return replace(
        view,
        width_pt=width,
        height_pt=height,
        turn=turn,
        words=view.words[:printed]
        + tuple(replace(w, box=upright_box(w.box, turn, size)) for w in view.words[printed:]),
        rules=tuple(upright_box(r, turn, size) for r in view.rules),
        inks=tuple(Ink(i.kind, upright_box(i.box, turn, size)) for i in view.inks),
        tick_boxes=tuple(replace(b, box=upright_box(b.box, turn, size)) for b in view.tick_boxes),
    )


def _without_running_lines(view: PageView, running: frozenset[str]) -> PageView:
    if not running:
        return view
    dropped: set[int] = set()
    for segment in segments_of(view):
        in_margin = segment.middle_y > 0.88 * view.height_pt or segment.middle_y < 0.12 * view.height_pt
        if in_margin and running_key(segment.text) in running:
            dropped.update(map(id, segment.words))
    dropped_boxes = {w.box for s in segments_of(view) for w in s.words if id(w) in dropped}
    return replace(view, words=tuple(w for w in view.words if w.box not in dropped_boxes))
