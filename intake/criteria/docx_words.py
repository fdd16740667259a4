"""The words of a Word paragraph as its reader sees them, and how they look."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from intake.criteria.docx_styles import DocxStyles, W, number_of, switched, value_of
from intake.criteria.heading_looks import Look

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# What was struck out, what a program notes for itself, and second versions of one drawing.
_UNSEEN = {f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}pPr", f"{W}rPr", f"{_MC}Fallback"}
_BESIDE = {f"{W}txbxContent"}
_SIGNS = {f"{W}tab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-", f"{W}ptab": " "}
_DEEPEST = 60


@dataclass(frozen=True, slots=True)
class ParagraphWords:
    """The text of a paragraph, how it looks, and the numbers of the notes that it calls."""

    text: str
    look: Look
    notes: tuple[tuple[str, str], ...]


def words_of_paragraph(paragraph: etree._Element, styles: DocxStyles, usual_size: int) -> ParagraphWords:
    """Return what stands in a paragraph itself; text boxes that hang on it stand beside it."""
    facts = styles.facts(value_of(paragraph.find(f"{W}pPr/{W}pStyle")) or "Normal")
    pieces: list[str] = []
    letters = bold = 0
    sizes: set[int] = set()
    for run, piece in _pieces(paragraph, 0):
        pieces.append(piece)
        if piece.strip():
            properties = run.find(f"{W}rPr")
            letters += len(piece)
            if switched(properties.find(f"{W}b") if properties is not None else None, facts.bold):
                bold += len(piece)
            size = number_of(properties.find(f"{W}sz")) if properties is not None else 0
            sizes.add(size or facts.size or usual_size)
    notes = tuple(
        (kind, one.get(f"{W}id", ""))
        for kind in ("footnote", "endnote")
        for one in paragraph.iter(f"{W}{kind}Reference")
    )
    look = Look(min(sizes, default=usual_size) / usual_size, letters > 0 and bold == letters)
    return ParagraphWords(" ".join("".join(pieces).split()), look, notes)


def boxes_in(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Yield the text boxes that hang on a paragraph, one for each, however often the file repeats it."""
    for box in paragraph.iter(f"{W}txbxContent"):
        if not any(parent.tag in (f"{_MC}Fallback", f"{W}txbxContent") for parent in box.iterancestors()):
            yield box


def seen_paragraphs(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield every paragraph below an element, of a drawing that the file holds twice only the first."""
    for paragraph in parent.iter(f"{W}p"):
        if not any(above.tag == f"{_MC}Fallback" for above in paragraph.iterancestors()):
            yield paragraph


def _pieces(element: etree._Element, depth: int) -> Iterator[tuple[etree._Element, str]]:
    """Yield every piece of text with the run that it stands in."""
    if depth > _DEEPEST:
        return
    for child in element:
        if child.tag in _UNSEEN or child.tag in _BESIDE or not isinstance(child.tag, str):
            continue
        if child.tag == f"{W}t":
            yield element, child.text or ""
        elif child.tag in _SIGNS:
            yield element, _SIGNS[child.tag]
        else:
            yield from _pieces(child, depth + 1)
