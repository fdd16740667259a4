"""List items whose number somebody typed: "1. ..." and "a) ..." in paragraphs of their own."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pact.library_elements import Element, ElementKind

_FURTHEST = 300
_TYPED = re.compile(r"(?:[•●▪■◦○‣]|\(?(\d{1,2})[.)]|\(?([a-z])[.)])\s+(?=\S)")


def with_typed_items(elements: Sequence[Element]) -> list[Element]:
    """Return the elements, paragraphs that count on from one another as list items without their numbers.

    A number alone proves nothing: "i. e." begins no list. It takes the first of a row and the second after
    it, before the next heading, or the one after the last.
    """
    found: list[Element] = []
    last = {"1": 0, "a": 0}
    for at, element in enumerate(elements):
        if element.kind is ElementKind.HEADING:
            last = {"1": 0, "a": 0}
        typed = _TYPED.match(element.text) if element.kind is ElementKind.PARAGRAPH else None
        if typed is None:
            found.append(element)
            continue
        row, count = _place(typed)
        if row and not _counts_on(last[row], count, row, elements[at + 1 : at + _FURTHEST]):
            found.append(element)
            continue
        if row:
            last[row] = count
        if row == "1":
            last["a"] = 0
        marker = typed[1] or typed[2] or ""
        text = element.text[typed.end() :]
        depth = 2 if row == "a" and last["1"] else 1
        found.append(replace(element, kind=ElementKind.LIST_ITEM, text=text, depth=depth, marker=marker))
    return found


def _place(typed: re.Match[str]) -> tuple[str, int]:
    """Return the row that a marker counts in, empty for a bullet, and its place in it from 1."""
    if typed[1]:
        return "1", int(typed[1])
    return ("a", ord(typed[2]) - ord("a") + 1) if typed[2] else ("", 0)


def _counts_on(last: int, count: int, row: str, following: Sequence[Element]) -> bool:
    if last and count == last + 1:
        return True
    if count != 1:
        return False
    for element in following:
        if element.kind is ElementKind.HEADING:
            return False
        typed = _TYPED.match(element.text) if element.kind is ElementKind.PARAGRAPH else None
        if typed is not None and _place(typed) == (row, 2):
            return True
    return False
