"""What the styles of a Word file say of a paragraph: heading, list, bold, size."""

from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = ("0", "false", "off", "none")
_DEEPEST = 20
_USUAL_HALF_POINTS = 20


@dataclass(frozen=True, slots=True)
class StyleFacts:
    """One style. ``outline`` is a heading's level from 1, 0 for text; ``size`` in half points, 0 unsaid."""

    name: str = ""
    outline: int = 0
    bold: bool | None = None
    size: int = 0
    list_level: int = -1


@dataclass(slots=True)
class DocxStyles:
    """The styles of a file, looked up by their id."""

    root: etree._Element | None
    _by_id: dict[str, etree._Element] = field(default_factory=dict)
    _known: dict[str, StyleFacts] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for style in self.root.iter(f"{W}style") if self.root is not None else ():
            self._by_id[style.get(f"{W}styleId", "")] = style

    @property
    def usual_size(self) -> int:
        """The size of text that says nothing of its own, in half points."""
        sizes = self.root.iterfind(f"{W}docDefaults//{W}sz") if self.root is not None else iter(())
        said = next((number_of(size) for size in sizes), 0)
        return self.facts("Normal").size or said or _USUAL_HALF_POINTS

    def facts(self, style_id: str, depth: int = 0) -> StyleFacts:
        """Return what a style says, or else the style that it is based on."""
        if style_id not in self._known:
            self._known[style_id] = self._facts(style_id, depth)
        return self._known[style_id]

    def _facts(self, style_id: str, depth: int) -> StyleFacts:
        style = self._by_id.get(style_id)
        if style is None or depth > _DEEPEST:
            return StyleFacts(style_id.lower())
        based_on = value_of(style.find(f"{W}basedOn"))
        below = self.facts(based_on, depth + 1) if based_on else StyleFacts()
        name = value_of(style.find(f"{W}name")).lower()
        level = number_of(style.find(f"{W}pPr/{W}numPr/{W}ilvl"))
        listed = style.find(f"{W}pPr/{W}numPr") is not None
        return StyleFacts(
            name=name,
            outline=_outline(style, name) or below.outline,
            bold=switched(style.find(f"{W}rPr/{W}b"), below.bold),
            size=number_of(style.find(f"{W}rPr/{W}sz")) or below.size,
            list_level=level if listed else below.list_level,
        )


def value_of(element: etree._Element | None) -> str:
    """Return the value that an element carries, empty where there is none."""
    return element.get(f"{W}val", "") if element is not None else ""


def number_of(element: etree._Element | None) -> int:
    """Return the value as a number from 0, 0 where it is none."""
    said = value_of(element)
    return int(said) if said.isdecimal() and len(said) < 6 else 0


def switched(element: etree._Element | None, otherwise: bool | None) -> bool | None:
    """Return whether an element switches something on, or what holds otherwise."""
    if element is None:
        return otherwise
    return value_of(element).lower() not in _OFF


def _outline(style: etree._Element, name: str) -> int:
    level = style.find(f"{W}pPr/{W}outlineLvl")
    if level is not None and number_of(level) < 9:
        return number_of(level) + 1
    if name == "title":
        return 1
    last = name.removeprefix("heading ").strip()
    return int(last) if name.startswith("heading ") and last in list("123456789") else 0
