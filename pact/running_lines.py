"""Heads and feet of a copy: lines that come again on page after page, told by repetition and place."""

import re
from collections import Counter
from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from pact.copy_words import CopyPage, CopyWord, line_text

_EDGE_LINES = 3
_LETTERS_AT_MOST = 300
_LETTERS_AT_LEAST = 10
_NEARLY_SAME, _RUN = 0.6, 8
_SIGNING = re.compile(r"\W*(?:signatures?|signing)\W+(?:page|sheet|form)\W*")
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|pagina|pagine|p\u00e1gina|side|sida|strona|p|pg|s)\b\W*)?(\d{1,3})"
    r"(?:\s*(?:/|of|von|van|de|di|av|af|sur|z|\||-)\s*(\d{1,3}))?\W*",
    re.IGNORECASE,
)


def running_lines(pages: Sequence[CopyPage]) -> dict[tuple[int, int], str]:
    """Return the text of heads, feet and page numbers, by page number and line.

    A line is one when it stands among the first or last of its page and comes again, whatever number
    stands in it, on a third of the pages; where it was seen on a picture, with its slips. A page number
    alone is one at the very edge of any page.
    """
    if len(pages) < 2:
        return {}
    edges = [(page.number, _edge_lines(page)) for page in pages]
    counts: Counter[str] = Counter()
    for _, lines in edges:
        counts.update({_key(text) for _, text, _ in lines})
    least = max(2, len(pages) // 3)
    heads = [key for key, count in counts.items() if count >= least]
    seen = {(page.number, word.line) for page in pages for word in page.words if word.score is not None}
    found = {}
    for number, lines in edges:
        for line, text, is_outermost in lines:
            key = _key(text)
            repeated = counts[key] >= least
            repeated = repeated or ((number, line) in seen and _is_read_otherwise(key, heads))
            repeated = repeated or _is_of_signature_page(key, heads)
            repeated = repeated and len(text) < _LETTERS_AT_MOST
            if repeated or (is_outermost and is_page_number(text, number, len(pages))):
                found[number, line] = text
    return found


def is_page_number(text: str, page: int, pages: int) -> bool:
    """Whether the line says nothing but the page's number, its own or that of a larger document."""
    told = _PAGE_NUMBER.fullmatch(text.strip())
    return (
        told is not None and (int(told[1]) >= page or told[2] is not None) and int(told[1]) <= 3 * pages + 60
    )


def _edge_lines(page: CopyPage) -> list[tuple[int, str, bool]]:
    """Return the page's first and last lines: their line, their text, whether they are the outermost."""
    lines: list[list[CopyWord]] = page.lines()
    chosen = lines if len(lines) <= 2 * _EDGE_LINES else lines[:_EDGE_LINES] + lines[-_EDGE_LINES:]
    outermost = {id(lines[0]), id(lines[-1])} if lines else set()
    return [(words[0].line, line_text(words), id(words) in outermost) for words in chosen]


def _is_read_otherwise(key: str, heads: Sequence[str]) -> bool:
    """Whether it is one of the heads with a slip of the OCR; letters are lost at the edge above all."""
    return any(
        min(len(key), len(head)) >= _LETTERS_AT_LEAST
        and Levenshtein.normalized_similarity(key, head) >= _NEARLY_SAME
        and any(head[at : at + _RUN] in key for at in range(len(head) - _RUN + 1))
        for head in heads
    )


def _is_of_signature_page(key: str, heads: Sequence[str]) -> bool:
    """Whether it is a head that says of its page that people sign there."""
    return any(key.startswith(head) and _SIGNING.fullmatch(key[len(head) :]) for head in heads)


def _key(text: str) -> str:
    return _DIGITS.sub("#", text.casefold().strip())
