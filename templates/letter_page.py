"""The HTML twin of a letter, made from its plain text alone: it cannot say anything else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from templates import render
from templates.language_words import LANGUAGES, words_of
from templates.lines import COLUMNS, bound_together


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a letter: what it is, and its lines or items.

    ``kind`` is heading, paragraph, bullets or numbers; an item of numbers keeps its ``number``.
    """

    kind: str
    lines: tuple[str, ...]
    numbers: tuple[str, ...] = ()


def html_twin(subject: str, body: str, language: str) -> str:
    """Return a whole HTML page that says what the plain text says: escaped, unlinked, without resources."""
    return render(
        "mail/letter.html.j2",
        subject=subject,
        blocks=tuple(blocks_of(body)),
        lang=words_of(language)["html_lang"] if language in LANGUAGES else language,
    )


def blocks_of(body: str) -> Iterator[Block]:
    """Yield the headings, paragraphs and lists of a plain text in their order.

    Lines that were only wrapped are joined again; lines that somebody ended stay lines.
    """
    for stretch in re.split(r"\n(?:[ \t]*\n)+", body.strip("\n")):
        lines = [line.rstrip() for line in stretch.split("\n") if line.strip()]
        while lines:
            kind = _kind_of(lines)
            taken = 2 if kind == "heading" else _length_of_run(lines, kind)
            yield _block(kind, lines[:taken])
            lines = lines[taken:]


_ITEM = {"bullets": re.compile(r"(-) (.+)"), "numbers": re.compile(r"(\d{1,9})\. (.+)")}


def _kind_of(lines: list[str]) -> str:
    if len(lines) > 1 and re.fullmatch(r"-{3,}", lines[1]) and len(lines[1]) == len(lines[0]):
        return "heading"
    return next((kind for kind, item in _ITEM.items() if item.match(lines[0])), "paragraph")


def _length_of_run(lines: list[str], kind: str) -> int:
    """Return how many lines belong to the block that the first one opens; a list's hang by spaces."""
    for index in range(1, len(lines)):
        hangs = kind != "paragraph" and lines[index].startswith("  ")
        if not hangs and _kind_of(lines[index:]) != kind:
            return index
    return len(lines)


def _block(kind: str, lines: list[str]) -> Block:
    if kind == "heading":
        return Block(kind, (lines[0],))
    if kind == "paragraph":
        return Block(kind, tuple(_unwrapped(lines)))
    items: list[tuple[str, list[str]]] = []
    for line in lines:
        opening = _ITEM[kind].match(line)
        if opening:
            items.append((opening[1], [opening[2]]))
        else:
            items[-1][1].append(line.strip())
    return Block(kind, tuple(" ".join(said) for _, said in items), tuple(number for number, _ in items))


def _unwrapped(lines: list[str]) -> Iterator[str]:
    """Yield the lines as they were before wrapping: one was wrapped where the next word did not fit."""
    joined = ""
    before = ""
    for line in lines:
        first_word = bound_together(line).split(" ")[0]
        if before and len(before) + 1 + len(first_word) > COLUMNS:
            joined += f" {line}"
        else:
            yield from filter(None, [joined])
            joined = line
        before = line
    yield joined
