"""Where one file holds several papers: a covering letter and a copy, two copies, a copy and a letter."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from intake.letter.letter_words import CLOSING, COVERING, SALUTATION
from intake.page.plain_text import folded
from intake.reading.classify import Classified, classify, is_letter, names_pact
from intake.reading.identity_papers import is_identity_paper
from intake.reading.paper_titles import PaperTitle, first_lines, title_of
from pact.documents import DocumentKind, Remark


class PaperKind(StrEnum):
    """What one paper of a file is, in words for a person."""

    PACT = "a copy of the Pact"
    LETTER_OF_SUPPORT = "a Letter of Support"
    LETTER = "a letter"
    REPORT = "a report"
    PLAN = "an action plan"
    OTHER = "another paper"


@dataclass(frozen=True, slots=True)
class FilePart:
    """One paper of a file: its pages, counted from 1, and what it is."""

    pages: tuple[int, ...]
    classified: Classified
    paper: PaperKind


_PAPER_OF = {
    DocumentKind.SIGNED_PACT: PaperKind.PACT,
    DocumentKind.LETTER_OF_SUPPORT: PaperKind.LETTER_OF_SUPPORT,
    DocumentKind.ANNUAL_REPORT: PaperKind.REPORT,
    DocumentKind.ACTION_PLAN: PaperKind.PLAN,
}
_TITLED = (PaperTitle.REPORT, PaperTitle.PLAN, PaperTitle.LETTER_OF_SUPPORT)
_HEAD_LINES = 45
_SHORT_LETTER = 2_500
_SIGNED_BY_LABELS = re.compile(r"signature page|page de signature|unterschriftenseite|handtekeningenpagina")


def identity_pages(texts: Sequence[str]) -> tuple[int, ...]:
    """Return the numbers of the pages that are identity papers: nobody reads them further."""
    return tuple(number for number, text in enumerate(texts, 1) if is_identity_paper(text))


def identity_remark(pages: Sequence[int]) -> Remark:
    """Return what is said of identity papers: where they are, and nothing of what they say."""
    where = (
        "Page " + ", ".join(map(str, pages[:10]))
        if len(pages) == 1
        else f"Pages {', '.join(map(str, pages[:10]))}"
    )
    return Remark("identity_document", f"{where} of the file.", pages[0])


def parts_of(texts: Sequence[str], blocks: Mapping[int, bool], without: Sequence[int] = ()) -> list[FilePart]:
    """Return the papers of a file, at least one. ``blocks`` are the pages with a signature block of the
    Pact, and whether it asks for a signature; the pages ``without`` belong to none."""
    numbers = [n for n in range(1, len(texts) + 1) if n not in without]
    groups: list[list[int]] = []
    for number in numbers:
        if groups and not _begins(texts, number, groups[-1], blocks):
            groups[-1].append(number)
        else:
            groups.append([number])
    groups = groups or [numbers]
    return [_part(group, texts, blocks) for group in groups]


def several_remark(parts: Sequence[FilePart]) -> Remark | None:
    """Return what is said where a file holds several papers that matter, else None."""
    named = [part for part in parts if part.paper is not PaperKind.OTHER]
    if len(named) < 2:
        return None
    said = "; ".join(f"{_pages(part.pages)}: {part.paper}" for part in named)
    return Remark("several_documents", f"{said[:1].upper()}{said[1:]}.", named[1].pages[0])


def _part(pages: Sequence[int], texts: Sequence[str], blocks: Mapping[int, bool]) -> FilePart:
    own = [texts[n - 1] for n in pages]
    found = [blocks[n] for n in pages if n in blocks]
    classified = classify(own, filled_block=bool(found), to_sign=any(found))
    paper = _PAPER_OF.get(classified.kind)
    if paper is None:
        flat = folded(" ".join(own))
        is_ours = names_pact(flat) or COVERING.search(flat) is not None
        paper = PaperKind.LETTER if is_letter(own[:2]) and is_ours else PaperKind.OTHER
    return FilePart(tuple(pages), classified, paper)


def _begins(texts: Sequence[str], number: int, before: Sequence[int], blocks: Mapping[int, bool]) -> bool:
    """Whether another paper begins with this page; ``before`` are the pages of the one so far."""
    text = texts[number - 1]
    if not text.strip():
        return False
    ended = _closes(texts[before[-1] - 1])
    was_letter = _greets(texts[before[0] - 1]) or (ended and len(texts[before[-1] - 1]) < _SHORT_LETTER)
    if _greets(text) and (_closes(text) or (number < len(texts) and _closes(texts[number]))):
        return True
    if was_letter and ended and not _runs_on(text):
        return number in blocks or _opens_pact(text) or title_of(text) in _TITLED or _has_own_head(text)
    signed = any(n in blocks for n in before)
    return signed and (_opens_pact(text) or title_of(text) in _TITLED) and not _repeats_head(texts, number)


def _greets(text: str) -> bool:
    lines = [folded(line) for line in text.split("\n") if line.strip()][:_HEAD_LINES]
    return any(SALUTATION.match(line) and len(line) < 90 and not line.endswith(".") for line in lines)


def _closes(text: str) -> bool:
    lines = [folded(line) for line in text.split("\n") if line.strip()]
    return any(CLOSING.match(line) and len(line) < 140 for line in lines)


def _runs_on(text: str) -> bool:
    """Whether a letter's second page only goes on: it begins in the middle of a sentence."""
    first = next((line.strip() for line in text.split("\n") if line.strip()), "")
    return first[:1].islower()


def _opens_pact(text: str) -> bool:
    """Whether the Pact's own title stands at the top, and no mention of it."""
    return any(
        names_pact(line) and len(line) < 60 and not _SIGNED_BY_LABELS.search(line)
        for line in first_lines([text])[:3]
    )


def _has_own_head(text: str) -> bool:
    return len(text) > 1_500 and names_pact(folded(text))


def _repeats_head(texts: Sequence[str], number: int) -> bool:
    """Whether the page opens with the same line as the page before: a running head, not a title."""
    here, above = first_lines([texts[number - 1]])[:1], first_lines([texts[number - 2]])[:1]
    return number > 1 and bool(here) and here == above


def _pages(pages: Sequence[int]) -> str:
    return f"page {pages[0]}" if len(pages) == 1 else f"pages {pages[0]} to {pages[-1]}"
