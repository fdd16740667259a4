"""The numbers that Word counts itself: "1.1", "2." or "b." before paragraphs that only say their level."""

from dataclasses import dataclass, field

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVELS = 9
_LETTERS = 26


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level counts: its format, its pattern ("%1.%2") and where it starts."""

    form: str = "decimal"
    pattern: str = ""
    start: int = 1


@dataclass(slots=True)
class ListNumbers:
    """The lists of a Word file, counted on from paragraph to paragraph."""

    numbering: etree._Element | None
    styles: etree._Element | None
    _lists: dict[str, dict[int, _Level]] = field(default_factory=dict)
    _kinds: dict[str, str] = field(default_factory=dict)
    _styled: dict[str, tuple[str, int]] = field(default_factory=dict)
    _counts: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.numbering is None:
            return
        kinds = {
            one.get(f"{_W}abstractNumId", ""): _levels(one) for one in self.numbering.iter(f"{_W}abstractNum")
        }
        for one in self.numbering.iter(f"{_W}num"):
            number, kind = one.get(f"{_W}numId", ""), _value(one.find(f"{_W}abstractNumId"))
            self._lists[number] = kinds.get(kind, {})
            # Lists of one kind count on from each other, unless one says where it starts.
            restarts = one.find(f"{_W}lvlOverride/{_W}startOverride") is not None
            self._kinds[number] = f"{kind}/{number}" if restarts else kind
        for style in self.styles.iter(f"{_W}style") if self.styles is not None else ():
            place = _place(style.find(f"{_W}pPr/{_W}numPr"))
            if place is not None:
                self._styled[style.get(f"{_W}styleId", "")] = place

    def next_for(self, paragraph: etree._Element) -> str:
        """Return the number that Word shows before the paragraph, empty where it has none."""
        style = _value(paragraph.find(f"{_W}pPr/{_W}pStyle"))
        place = _place(paragraph.find(f"{_W}pPr/{_W}numPr")) or self._styled.get(style)
        if place is None or place[0] not in self._lists:
            return ""
        number, level = place
        levels = self._lists[number]
        counts = self._counts.setdefault(self._kinds[number], [0] * _LEVELS)
        counts[level] = counts[level] + 1 if counts[level] else levels.get(level, _Level()).start
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        return _shown(levels, level, counts)


def _levels(kind: etree._Element) -> dict[int, _Level]:
    found = {}
    for level in kind.iter(f"{_W}lvl"):
        start = _value(level.find(f"{_W}start"))
        found[_level_of(level.get(f"{_W}ilvl", "0"))] = _Level(
            _value(level.find(f"{_W}numFmt")) or "decimal",
            _value(level.find(f"{_W}lvlText")),
            int(start) if start.isdigit() and len(start) < 5 else 1,
        )
    return found


def _place(properties: etree._Element | None) -> tuple[str, int] | None:
    """Return list and level; None for no list, and for number 0, which takes a paragraph out of one."""
    if properties is None:
        return None
    number = _value(properties.find(f"{_W}numId"))
    return (number, _level_of(_value(properties.find(f"{_W}ilvl")))) if number not in ("", "0") else None


def _level_of(said: str) -> int:
    return min(int(said), _LEVELS - 1) if said.isdigit() else 0


def _shown(levels: dict[int, _Level], level: int, counts: list[int]) -> str:
    text = levels.get(level, _Level()).pattern
    for at in range(level + 1):
        one = levels.get(at, _Level())
        text = text.replace(f"%{at + 1}", _formatted(counts[at] or one.start, one.form))
    return "" if levels.get(level, _Level()).form in ("bullet", "none") else text.strip()


def _formatted(count: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % _LETTERS) * ((count - 1) // _LETTERS + 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman"):
        return _roman(count) if form == "lowerRoman" else _roman(count).upper()
    return str(count)


def _roman(count: int) -> str:
    signs = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    text = ""
    for value, sign in signs:
        text += sign * (count // value)
        count %= value
    return text


def _value(element: etree._Element | None) -> str:
    return element.get(f"{_W}val", "") if element is not None else ""
