"""The paragraphs of a Word file with what was tracked in them: put in, taken out, by whom, and comments."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from lxml import etree

from intake.page.plain_text import tidy

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DEPTH_AT_MOST = 40
_PARAGRAPHS_AT_MOST = 20_000
_AUTHOR_LETTERS = 60
_OFF = {"0", "false", "off", "none"}
_PUT_IN = frozenset(("ins", "moveTo"))
_TAKEN_OUT = frozenset(("del", "moveFrom"))
_NOTE_MARK = "\u00b9"
_TEXTS = {
    "tab": " ",
    "ptab": " ",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "-",
    "softHyphen": "",
    **dict.fromkeys(("footnoteReference", "endnoteReference"), _NOTE_MARK),
}


class Tracked(StrEnum):
    """What tracking says about a piece of text."""

    NO = ""
    PUT_IN = "put in"
    TAKEN_OUT = "taken out"


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one run: whether it was tracked and by whom, and whether a line strikes it out."""

    text: str
    tracked: Tracked = Tracked.NO
    author: str = ""
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its pieces, the numbers of the comments on it, and its own element."""

    pieces: tuple[Piece, ...]
    comments: tuple[str, ...]
    element: etree._Element

    def accepted(self) -> tuple[Piece, ...]:
        """Return the pieces that stand there once all changes are accepted."""
        return tuple(piece for piece in self.pieces if piece.tracked is not Tracked.TAKEN_OUT)

    def original(self) -> tuple[Piece, ...]:
        """Return the pieces that stood there before the changes."""
        return tuple(piece for piece in self.pieces if piece.tracked is not Tracked.PUT_IN)


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody wrote beside the text."""

    author: str
    text: str


def paragraphs_of(root: etree._Element) -> Iterator[Paragraph]:
    """Yield the paragraphs below the element in their order, those of tables and text boxes too."""
    for count, element in enumerate(root.iter(f"{W}p")):
        if count >= _PARAGRAPHS_AT_MOST:
            return
        if any(_tag(above) == "Fallback" for above in element.iterancestors()):
            continue
        comments: list[str] = []
        pieces = tuple(_pieces(element, Piece(""), comments, 0))
        yield Paragraph(pieces, tuple(comments), element)


def comments_in(root: etree._Element | None) -> dict[str, Comment]:
    """Return the comments of the file by their number."""
    if root is None:
        return {}
    return {
        one.get(f"{W}id", ""): Comment(
            tidy(one.get(f"{W}author", ""))[:_AUTHOR_LETTERS],
            tidy(" ".join(text.text or "" for text in one.iter(f"{W}t"))),
        )
        for one in root.iter(f"{W}comment")
    }


def _pieces(parent: etree._Element, around: Piece, comments: list[str], depth: int) -> Iterator[Piece]:
    if depth > _DEPTH_AT_MOST:
        return
    for child in parent:
        tag = _tag(child)
        if tag == "r":
            yield from _run(child, around, comments)
        elif tag in _PUT_IN or tag in _TAKEN_OUT:
            tracked = Tracked.PUT_IN if tag in _PUT_IN else Tracked.TAKEN_OUT
            author = tidy(child.get(f"{W}author", ""))[:_AUTHOR_LETTERS]
            # What one puts in and another takes out again is taken out.
            if around.tracked is Tracked.TAKEN_OUT:
                tracked = Tracked.TAKEN_OUT
            yield from _pieces(child, replace(around, tracked=tracked, author=author), comments, depth + 1)
        elif tag == "commentRangeStart":
            comments.append(child.get(f"{W}id", ""))
        elif tag not in ("p", "pPr", "rPr", "sdtPr"):
            yield from _pieces(child, around, comments, depth + 1)


def _run(run: etree._Element, around: Piece, comments: list[str]) -> Iterator[Piece]:
    properties = run.find(f"{W}rPr")
    if properties is not None and _is_on(properties.find(f"{W}vanish")):
        return
    struck = properties is not None and (
        _is_on(properties.find(f"{W}strike")) or _is_on(properties.find(f"{W}dstrike"))
    )
    for child in run:
        tag = _tag(child)
        if tag in ("t", "delText"):
            yield replace(around, text=child.text or "", struck=struck)
        elif tag in _TEXTS:
            yield replace(around, text=_TEXTS[tag], struck=struck)
        elif tag == "commentReference" and child.get(f"{W}id", "") not in comments:
            comments.append(child.get(f"{W}id", ""))


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and element.get(f"{W}val", "1").lower() not in _OFF


def _tag(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
