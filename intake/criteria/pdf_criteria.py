"""Criteria documents in PDF: text in its order, headings by their type, tables, notes, pages."""

import io
import logging
import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import PdfminerException

from intake.criteria.heading_looks import heading_depths
from intake.criteria.office_properties import is_of_no_use
from intake.criteria.pdf_blocks import Block, PageType, blocks_of, usual_leading
from intake.criteria.pdf_columns import Region, region_of, regions_of
from intake.criteria.pdf_hyphens import mended, words_within_lines
from intake.criteria.pdf_joining import joined_regions, table_rows_of
from intake.criteria.pdf_letters import LOWERED_AGAIN, RAISED, Line, letters_of
from intake.criteria.pdf_ruled_tables import PlacedTable, is_inside, ruled_tables
from intake.criteria.pdf_running_lines import is_running, running_places
from intake.page.unreadable import UnreadableError
from pact.documents import ReadErrorCode
from pact.library_elements import DocumentElements, Element, ElementKind

# What it notices of faces goes to nobody: a page that cannot be read is flagged.
logging.getLogger("pdfminer").setLevel(logging.ERROR)

_PAGES_AT_MOST = 2_000
_LEAST_LETTERS = 12
_MOST_UNKNOWN = 0.2
_FAULTS_OF_A_PAGE = (
    *(PdfminerException, PDFException, PSException, struct.error, zlib.error),
    *(ValueError, KeyError, IndexError, TypeError, AttributeError, AssertionError, RecursionError),
)
_LOCKED = "The file is protected with a password: save it without one, and add it again."
_DAMAGED = "The file is damaged and cannot be read."


@dataclass(frozen=True, slots=True)
class _Page:
    """One page as it is laid out, before it is known what is text and what is a heading."""

    number: int
    height: float
    regions: tuple[Region, ...]
    tables: tuple[PlacedTable, ...]
    sizes: Counter[float]
    is_readable: bool


def read_pdf_criteria(data: bytes) -> DocumentElements:
    """Return the elements of a PDF. UnreadableError when it is protected, damaged or too long."""
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            if len(pdf.pages) > _PAGES_AT_MOST:
                raise UnreadableError(ReadErrorCode.TOO_MANY_PAGES, "The file has more pages than are read.")
            pages = [_laid_out(page, number) for number, page in enumerate(pdf.pages, start=1)]
            described = tuple(_described(pdf.metadata or {}))
    except (PdfminerException, PDFException) as error:
        cause = error.args[0] if error.args else error
        if isinstance(cause, PDFPasswordIncorrect) or isinstance(error, PDFPasswordIncorrect):
            raise UnreadableError(ReadErrorCode.ENCRYPTED, _LOCKED) from error
        raise UnreadableError(ReadErrorCode.DAMAGED, _DAMAGED) from error
    blocks = _blocks(pages)
    return DocumentElements(
        elements=tuple(_elements(blocks)),
        pages=len(pages),
        unreadable_pages=tuple(page.number for page in pages if not page.is_readable),
        described=described,
    )


def _laid_out(page: Any, number: int) -> _Page:
    try:
        return _laid_out_whole(page, number)
    except _FAULTS_OF_A_PAGE:
        # One broken page does not take the others with it: it is flagged, as a picture is.
        return _Page(number, float(page.height), (), (), Counter(), is_readable=False)
    finally:
        page.close()


def _laid_out_whole(page: Any, number: int) -> _Page:
    chars = page.chars
    letters = letters_of(chars)
    tables = tuple(ruled_tables(page, letters))
    free = [one for one in letters if not any(is_inside(one, table.box) for table in tables)]
    inked = [one for one in letters if one.text.strip()]
    unknown = sum(str(char["text"]).startswith("(cid:") for char in chars)
    shows = bool(page.images) or len(page.curves) > _LEAST_LETTERS or bool(unknown)
    is_readable = unknown <= _MOST_UNKNOWN * len(chars) and (len(inked) >= _LEAST_LETTERS or not shows)
    return _Page(
        number=number,
        height=float(page.height),
        regions=tuple(regions_of(free, tables)),
        tables=tables,
        sizes=Counter(round(one.size, 1) for one in inked),
        is_readable=is_readable,
    )


def _blocks(pages: Sequence[_Page]) -> list[Block]:
    sizes: Counter[float] = sum((page.sizes for page in pages), Counter())
    body_size = sizes.most_common(1)[0][0] if sizes else 10.0
    running = running_places([(_lines(page), page.height) for page in pages])
    leading = usual_leading([region for page in pages for region in page.regions])
    regions = []
    for page in pages:
        kind = PageType(body_size, leading, page.height)
        for region, tables in _with_tables(page):
            lines = [line for line in region.lines if not is_running(line, page.height, running)]
            text = region_of(lines) if lines else replace(region, lines=())
            found = blocks_of(text, tables, kind)
            regions.append([replace(block, page=page.number) for block in found])
    return joined_regions([blocks for blocks in regions if blocks])


def _lines(page: _Page) -> list[Line]:
    return [line for region in page.regions for line in region.lines]


def _with_tables(page: _Page) -> list[tuple[Region, list[PlacedTable]]]:
    """Return the regions of a page, each with the ruled tables that stand in it."""
    if not page.regions:
        return [(Region((), table.box[0], table.box[2]), [table]) for table in page.tables]
    homes: list[tuple[Region, list[PlacedTable]]] = [(region, []) for region in page.regions]
    for table in page.tables:
        min(homes, key=lambda home: _distance(home[0], table))[1].append(table)
    return homes


def _distance(region: Region, table: PlacedTable) -> float:
    middle = (table.box[0] + table.box[2]) / 2
    aside = 0.0 if region.left <= middle <= region.right else 10_000.0
    top, bottom = region.lines[0].top, region.lines[-1].bottom
    return aside + max(top - table.box[3], table.box[1] - bottom, 0.0)


def _elements(blocks: Sequence[Block]) -> Iterator[Element]:
    words = words_within_lines(text for block in blocks for text in _texts(block))
    notes = frozenset(block.number for block in blocks if block.number.isdecimal())
    headings = [(block.text, block.look) for block in blocks if block.kind is ElementKind.HEADING]
    depths = iter(heading_depths(headings))
    indents = sorted({round(block.indent / 6) for block in blocks if block.kind is ElementKind.LIST_ITEM})
    for block in blocks:
        if block.kind is ElementKind.TABLE_ROW:
            for row in table_rows_of(block):
                header = _read(row.header, words, notes)
                yield replace(row, text=_read(row.text, words, notes), header=header)
            continue
        depth = 0
        if block.kind is ElementKind.HEADING:
            depth = next(depths)
        elif block.kind is ElementKind.LIST_ITEM:
            depth = indents.index(round(block.indent / 6)) + 1
        text = _read(block.text, words, notes)
        yield Element(block.kind, text, depth, block.marker, page=block.page)


def _texts(block: Block) -> Iterator[str]:
    yield block.text
    yield from (cell for line in block.table for cell in line.cells)


def _read(text: str, words: frozenset[str], notes: frozenset[str]) -> str:
    """Return a text with its parted words whole, and without the little numbers that call a note."""
    for number in notes:
        text = text.replace(f"{RAISED}{number}{LOWERED_AGAIN}", "")
        # Some typefaces have raised figures of their own, which look like others here.
        text = re.sub(
            rf"(?<=[^\W\d_][.,;:!?)”]){number}(?=\s|$)|(?<=[a-zà-ÿ]{{4}}){number}(?=[\s.,;:]|$)", "", text
        )
    return mended(text.replace(RAISED, "").replace(LOWERED_AGAIN, ""), words)


def _described(metadata: dict[str, Any]) -> Iterator[tuple[str, str]]:
    title = " ".join(str(metadata.get("Title", "") or "").split())
    if title and not is_of_no_use(title):
        yield "title", title
