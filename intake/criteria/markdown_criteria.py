"""Criteria documents in Markdown: their elements as slices of the source, so that every mark stays."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from markdown_it import MarkdownIt
from markdown_it.token import Token

from intake.criteria.front_matter import front_matter
from pact.library_elements import DocumentElements, Element, ElementKind

_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,40}\]:")
_MARKUP_ONLY = re.compile(r"(?:<!--.*?-->|<[^>]*>|\s)*", re.DOTALL)
_LETTERED_ITEM = re.compile(r"\(?([a-z]|[ivx]{1,4}|\d{1,3})[.)]\s")


@dataclass
class _Lists:
    """The lists that are open at one place, the outermost first; a number counts an ordered one."""

    numbers: list[int | None] = field(default_factory=list)
    fresh: bool = False

    def opened(self, token: Token) -> None:
        start = token.attrGet("start")
        first = start if isinstance(start, int) else 1
        self.numbers.append(first - 1 if token.type == "ordered_list_open" else None)

    def item(self) -> None:
        self.fresh = True
        if self.numbers and self.numbers[-1] is not None:
            self.numbers[-1] += 1


def read_markdown(text: str) -> DocumentElements:
    """Return the elements of a Markdown text; each but a heading is a slice of it, word for word."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    described, taken = front_matter(text)
    # Blank lines in place of the front matter: every line keeps its number.
    body = "\n" * text.count("\n", 0, taken) + text[taken:]
    parser = MarkdownIt("commonmark").enable("table")
    # "[^1]: word" would be taken for a link's address, and vanish.
    parser.disable("reference")
    elements = _Reading(text).elements_of(parser.parse(body))
    return DocumentElements(elements=tuple(elements), text=text, described=described)


class _Reading:
    """One reading of a text: where its lines begin, and what stands open."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = text.split("\n")
        self._starts = [0, *accumulate(len(line) + 1 for line in self._lines)]
        self._lists = _Lists()
        self._header = ""
        self._in_head = False

    def elements_of(self, tokens: Sequence[Token]) -> list[Element]:
        found: list[Element] = []
        for at, token in enumerate(tokens):
            element = self._element(token, tokens[at + 1] if at + 1 < len(tokens) else None)
            if element is not None and element.text.strip():
                found.append(element)
        return found

    def _element(self, token: Token, following: Token | None) -> Element | None:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            self._lists.opened(token)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self._lists.numbers.pop()
        elif token.type == "list_item_open":
            self._lists.item()
        elif token.type in ("thead_open", "thead_close"):
            self._in_head = token.type == "thead_open"
        elif token.type == "heading_open" and following is not None:
            return Element(ElementKind.HEADING, _words(following), depth=int(token.tag[1:]))
        elif token.type == "paragraph_open" and following is not None:
            return self._paragraph(token, following)
        elif token.type == "tr_open":
            return self._row(token)
        elif token.type in ("fence", "code_block", "html_block"):
            return self._block(token)
        return None

    def _paragraph(self, token: Token, inline: Token) -> Element:
        first, last = _lines_of(token)
        opening = inline.content.split("\n", 1)[0]
        start = self._starts[first] + max(self._lines[first].find(opening), 0)
        element = self._slice(ElementKind.PARAGRAPH, start, self._end_of(last))
        if _FOOTNOTE.match(element.text):
            return replace(element, kind=ElementKind.FOOTNOTE)
        if not self._lists.numbers or not self._lists.fresh:
            return element
        self._lists.fresh = False
        number = self._lists.numbers[-1]
        lettered = _LETTERED_ITEM.match(element.text)
        marker = str(number) if number is not None else lettered[1] if lettered else ""
        depth = len(self._lists.numbers)
        return replace(element, kind=ElementKind.LIST_ITEM, depth=depth, marker=marker)

    def _row(self, token: Token) -> Element | None:
        first, _ = _lines_of(token)
        start = self._starts[first] + len(self._lines[first]) - len(self._lines[first].lstrip(" >"))
        element = self._slice(ElementKind.TABLE_ROW, start, self._end_of(first + 1))
        if self._in_head:
            self._header = element.text
            return None
        return replace(element, header=self._header)

    def _block(self, token: Token) -> Element | None:
        first, last = _lines_of(token)
        if token.type == "fence":  # its fences are no words; one that is not closed ends with the text
            closed = self._lines[last - 1].strip(" >") in (token.markup, "")
            first, last = first + 1, last - 1 if closed else last
        if last <= first:
            return None
        element = self._slice(ElementKind.PARAGRAPH, self._starts[first], self._end_of(last))
        if token.type == "html_block" and _MARKUP_ONLY.fullmatch(element.text):
            return None
        return element

    def _slice(self, kind: ElementKind, start: int, end: int) -> Element:
        text = self._text[start:end]
        inner = text.strip()
        start += text.find(inner)
        return Element(kind, inner, start=start, end=start + len(inner))

    def _end_of(self, last: int) -> int:
        return self._starts[last] - 1 if last < len(self._starts) else len(self._text)


def _lines_of(token: Token) -> tuple[int, int]:
    first, last = token.map or (0, 0)
    return first, last


def _words(inline: Token) -> str:
    """Return a heading's words without the marks between them."""
    return "".join(child.content or " " for child in inline.children or ()).strip()
