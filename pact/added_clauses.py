"""What was put into a copy: words inside a clause, or a paragraph of its own and the number it goes by."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from pact.copy_words import CopyText, CopyWord, line_text
from pact.edition_index import IndexedEdition
from pact.word_alignment import Gap

_FULL_LINE = 0.93
_INDENT_PT = 5.0


@dataclass(frozen=True, slots=True)
class Addition:
    """Words put in. ``number`` is None where they stand inside the clause with that index; else it says
    where their own paragraph stands."""

    clause: int
    gap: Gap
    number: str | None = None


def addition_at(gap: Gap, edition: IndexedEdition, text: CopyText) -> Iterator[Addition]:
    """Yield what the gap puts in, every paragraph with a number of its own apart."""
    if not edition.begins_clause(gap.low):
        yield Addition(edition.clause_at(gap.low), gap)
        return
    before = edition.clause_at(max(gap.low - 1, 0))
    behind = edition.clause_at(gap.low) if gap.low < len(edition.digests) else None
    if not _is_paragraph(gap, text):
        at_head = behind is not None and text.begins_line(gap.begin) and not _ends_line(gap.end, text)
        yield Addition(behind if at_head and behind is not None else before, gap)
        return
    cuts = [gap.begin, *(at for at in sorted(text.numbers) if gap.begin < at < gap.end), gap.end]
    for begin, end in pairwise(cuts):
        number = _own_number(begin, before, edition, text) or _home(before, behind, edition)
        yield Addition(before, Gap(gap.low, gap.high, begin, end), number)


def _ends_line(end: int, text: CopyText) -> bool:
    return end >= len(text.owners) or text.begins_line(end)


def _is_paragraph(gap: Gap, text: CopyText) -> bool:
    """Whether what was put in stands on lines of its own, and the line before had room for its beginning."""
    if not text.begins_line(gap.begin) or not _ends_line(gap.end, text):
        return False
    if gap.begin == 0 or text.numbers.get(gap.begin):
        return True
    line = text.line_index(gap.begin - 1)
    if text.lines[line].page == 0 or text.lines[line].page != text.line_of(gap.begin).page:
        return True
    widths = [_width(at, text) for at in range(max(line - 12, 0), min(line + 12, len(text.lines)))]
    first = text.printed[text.owners[gap.begin]]
    had_room = _width(line, text) + 1 + len(first.text) < _FULL_LINE * max(widths)
    return had_room or _is_indented_otherwise(first, line, text)


def _is_indented_otherwise(first: CopyWord, line: int, text: CopyText) -> bool:
    """Whether the word begins further left or right than the text of the line before, numbers aside."""
    begun = bisect_left(text.owners, text.lines[line].begin)
    above = text.printed[text.owners[begun]].box_pt if begun < len(text.owners) else None
    if above is None or first.box_pt is None:
        return False
    return abs(above[0] - first.box_pt[0]) > _INDENT_PT


def _width(line: int, text: CopyText) -> int:
    begin = text.lines[line].begin
    end = text.lines[line + 1].begin if line + 1 < len(text.lines) else len(text.printed)
    return len(line_text(text.printed[begin:end]))


def _own_number(begin: int, before: int, edition: IndexedEdition, text: CopyText) -> str | None:
    """Return the number that the paragraph bears itself, completed to the Pact's way of numbering."""
    numbers = text.numbers.get(begin, ())
    own = numbers[-1][-1] if numbers and numbers[-1] else ""
    stem = edition.clause(before).number
    if not own or not stem[:1].isdigit():
        return None
    if "." in own:
        return own
    point = _without_item(stem.split("."))
    if own.isalpha():
        return ".".join([*point, own])
    return ".".join([*_section(point, edition), own])


def _home(before: int, behind: int | None, edition: IndexedEdition) -> str:
    """Return the section, or the point between whose items a paragraph without a number stands."""
    stem = edition.clause(before).number
    if not stem[:1].isdigit():
        return stem
    parts = stem.split(".")
    following = edition.clause(behind).number.split(".") if behind is not None else [""]
    if parts[-1].isalpha() and following[:-1] == parts[:-1] and following[-1].isalpha():
        return ".".join(parts[:-1])
    return ".".join(_section(_without_item(parts), edition))


def _without_item(parts: list[str]) -> list[str]:
    return parts[:-1] if parts[-1].isalpha() else parts


def _section(parts: list[str], edition: IndexedEdition) -> list[str]:
    """Return the section of a point, or the section or paragraph itself: what has points below it."""
    number = ".".join(parts)
    holds_points = any(
        clause.number.startswith(f"{number}.") and clause.number.rpartition(".")[2].isdigit()
        for clause in edition.edition.clauses
    )
    return parts if holds_points or len(parts) == 1 else parts[:-1]
