"""On which pages a later revision of a PDF differs from the signed one, and what text it added."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress

import pypdfium2 as pdfium
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from intake.pdf.pdf_text import text_of
from intake.signing.library_faults import LIBRARY_FAULTS
from intake.signing.page_prints import PagePrints
from pact.certificate_words import LaterChange

_PAGES_READ = 3
_TOLD_CHARS = 160


def page_changes(
    embedded: EmbeddedPdfSignature, data: bytes, covered_end: int
) -> tuple[LaterChange | None, str]:
    """Return the weightiest difference that the pages show, and where, in words; None for none.

    One of LIBRARY_FAULTS where the revisions cannot be read.
    """
    reader = embedded.reader
    old = PagePrints(reader.get_historical_resolver(embedded.signed_revision))
    new = PagePrints(reader.get_historical_resolver(reader.xrefs.total_revisions - 1))
    if len(old) != len(new):
        return LaterChange.CONTENT, f"{len(old)} pages when it was signed, {len(new)} now"
    return next(_differences(old, new, lambda pages: _text_added(data, covered_end, pages)), (None, ""))


def _differences(
    old: PagePrints, new: PagePrints, told: Callable[[Sequence[int]], str]
) -> Iterator[tuple[LaterChange, str]]:
    """Yield what differs, the weightiest first."""
    pages = range(len(old))
    if rewritten := [n + 1 for n in pages if old.contents(n) != new.contents(n)]:
        yield LaterChange.CONTENT, told(rewritten)
    if redrawn := [n + 1 for n in pages if old.look(n) != new.look(n)]:
        yield LaterChange.CONTENT, f"{_numbered(redrawn)}: other fonts or pictures"
    if noted := [n + 1 for n in pages if old.notes(n).keys() != new.notes(n).keys()]:
        texts = [text for n in noted for key, text in new.notes(n - 1).items() if key not in old.notes(n - 1)]
        yield LaterChange.ANNOTATIONS, _quoted(noted, texts)
    if covered := [n + 1 for n in pages if new.large_signatures(n) - old.large_signatures(n)]:
        yield LaterChange.ANNOTATIONS, f"{_numbered(covered)}: a signature's picture covers much of it"
    if filled := [n + 1 for n in pages if old.fields(n) != new.fields(n)]:
        yield LaterChange.FORM_FILLING, _numbered(filled)


def _text_added(data: bytes, covered_end: int, pages: Sequence[int]) -> str:
    """Return the lines that these pages show now and did not when they were signed."""
    with suppress(pdfium.PdfiumError, *LIBRARY_FAULTS):
        before = _lines(data[:covered_end], pages[:_PAGES_READ])
        return _quoted(pages, list(_lines(data, pages[:_PAGES_READ]) - before))
    return _numbered(pages)


def _lines(data: bytes, pages: Iterable[int]) -> Counter[str]:
    document = pdfium.PdfDocument(data)
    try:
        texts = [text_of(document[number - 1]) for number in pages]
    finally:
        document.close()
    return Counter(" ".join(line.split()) for text in texts for line in text.split("\n") if line.strip())


def _quoted(pages: Sequence[int], texts: Iterable[str]) -> str:
    text = " ".join(filter(None, texts))
    return f'{_numbered(pages)}: "{text[:_TOLD_CHARS]}" was added' if text else _numbered(pages)


def _numbered(pages: Sequence[int]) -> str:
    shown = ", ".join(str(number) for number in pages[:10]) + (" and more" if len(pages) > 10 else "")
    return f"page {shown}" if len(pages) == 1 else f"pages {shown}"
