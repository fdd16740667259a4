"""What the end of a page or column parts, put together again: paragraphs and tables."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from intake.criteria.pdf_blocks import Block
from intake.criteria.pdf_hyphens import joined_lines
from intake.criteria.table_rows import TableLine, head_rows, joined_head, may_be_head, row_element
from pact.library_elements import Element, ElementKind

_ENDED = re.compile(r"[.!?:;…][\"'”»)]*$")
_TEXT = (ElementKind.PARAGRAPH, ElementKind.LIST_ITEM)
_SAME_EDGE_PT = 12.0


def joined_regions(regions: Sequence[Sequence[Block]]) -> list[Block]:
    """Return the blocks of all regions in order, what goes over the end of one put together."""
    whole: list[Block] = []
    for blocks in regions:
        for at, block in enumerate(blocks):
            before = _last_of_text(whole) if at == 0 else None
            if before is not None and _goes_on(whole[before], block):
                whole[before] = _together(whole[before], block)
            else:
                whole.append(block)
    return whole


def table_rows_of(block: Block) -> Iterator[Element]:
    """Yield the rows of a table, each with the page it stands on and the head of the table."""
    lines = [line for line in block.table if not line.is_empty]
    heads = head_rows(lines)
    header = joined_head(lines[:heads])
    if not heads and len(lines) > 1 and may_be_head(lines[0]):
        header = joined_head(lines[:1])
        yield row_element(lines[0].cells, "", lines[0].page or block.page)
        lines = lines[1:]
    for line in lines[heads:]:
        yield row_element(line.cells, header, line.page or block.page)


def _last_of_text(blocks: Sequence[Block]) -> int | None:
    """Return where the last block stands that is no note."""
    places = (at for at in range(len(blocks) - 1, -1, -1) if blocks[at].kind is not ElementKind.FOOTNOTE)
    return next(places, None)


def _goes_on(before: Block, block: Block) -> bool:
    if ElementKind.TABLE_ROW in (before.kind, block.kind):
        return len(before.edges) == len(block.edges) and all(
            abs(one - other) < _SAME_EDGE_PT for one, other in zip(before.edges, block.edges, strict=True)
        )
    if before.kind not in _TEXT or block.kind is not ElementKind.PARAGRAPH or before.look != block.look:
        return False
    return before.is_full or (not _ENDED.search(before.text) and block.text[:1].islower())


def _together(before: Block, block: Block) -> Block:
    if ElementKind.TABLE_ROW not in (before.kind, block.kind):
        return replace(before, text=joined_lines([before.text, block.text]))
    lines = [replace(line, page=block.page) for line in block.table]
    earlier = [replace(line, page=line.page or before.page) for line in before.table]
    heads = max(head_rows([line for line in earlier if not line.is_empty]), 1)
    repeated = [line.cells for line in lines[:heads]] == [line.cells for line in earlier[:heads]]
    lines = lines[heads:] if repeated else lines
    if lines and _is_rest_of_row(earlier, lines[0]):
        earlier[-1] = _row_with(earlier[-1], lines[0])
        lines = lines[1:]
    return replace(before, kind=ElementKind.TABLE_ROW, text="", table=(*earlier, *lines))


def _is_rest_of_row(earlier: Sequence[TableLine], first: TableLine) -> bool:
    """Whether a page begins with the rest of a row: its first cell is empty, as no other's is."""
    return not first.cells[0] and all(line.cells[0] for line in earlier)


def _row_with(line: TableLine, rest: TableLine) -> TableLine:
    cells = tuple(
        joined_lines([text for text in pair if text]) for pair in zip(line.cells, rest.cells, strict=False)
    )
    return replace(line, cells=cells)
