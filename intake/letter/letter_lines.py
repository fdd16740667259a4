"""The lines of a letter, and who signed at its end: names, titles, organisations, ink."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from intake.block.dates import read_date
from intake.block.read_surely import confidence_in, is_read_dimly
from intake.block.signature import platform_words, signature_in
from intake.letter.letter_words import CLOSING, CONTACT, ORGANISATION, TITLE
from intake.page.page import PageView, Segment, segments_of
from intake.page.plain_text import folded, has_odd_characters, tidy
from pact.documents import NOT_FOUND, BoxPt, Field, Method, Signature, SignatureKind

_SIGNED_WITH_S = re.compile(
    r"^(?:/?s/?\s*[/:]|\((?:signed|sgd|gez|get|w\.g|signé|undertegnet|podpisano)\.?\)|(?:sgd|gez|get|"
    r"w\.g)\.)\s*",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    re.findall(
        r"\S+",
        "van von und zur zum auf de der den del della di da do dos du la le el los las das dal dalla y e "
        "i ter ten te zu of af av",
    )
) | {"'t", "op", "het", "bin", "al", "ni", "ó", "o", "degli", "dei", "vom", "aus", "im", "ben", "ibn"}
_HONORIFIC = re.compile(
    r"^(?:mr|mrs|ms|dr|prof|ir|drs|ing|mevr|dhr|herr|frau|m|mme|sir|dame|rev|mag|dipl|msc|phd|mba)\.?$"
)
_LINES_AT_MOST = 14
_UNSIGNED = Signature()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a letter with where it stands; ``raw`` is its place on the page as it was laid out."""

    text: str
    page: int | None
    box_pt: BoxPt | None
    method: Method
    raw: Segment
    view: PageView


@dataclass(frozen=True, slots=True)
class SignedBy:
    """One who signed a letter."""

    name: Field = NOT_FOUND
    title: Field = NOT_FOUND
    organisation: Field = NOT_FOUND
    signature: Signature = _UNSIGNED


def letter_lines(view: PageView) -> list[Line]:
    """Return the segments of the page as lines, from the top down."""
    lines = []
    for segment in segments_of(view):
        text = tidy(segment.text)
        if any(c.isalnum() for c in text):
            box = view.told_box(segment.box)
            lines.append(Line(text, view.told_number, box, segment.words[0].method, segment, view))
    return lines


def signed_by(lines: Sequence[Line]) -> list[SignedBy]:
    """Return who signed below the closing words, side by side or one alone; a blank one where nobody
    did."""
    start = _closing_index(lines)
    after = list(lines[start + 1 : start + 1 + _LINES_AT_MOST])
    if start >= 0:
        tail = _behind_on_behalf_of(lines[start])
        after = ([tail] if tail else []) + after
    columns = _columns(after)
    found = [_one_signatory(column, lines[start] if start >= 0 else None) for column in columns]
    named = [s for s in found if s.name.value]
    return named or found[:1]


def _closing_index(lines: Sequence[Line]) -> int:
    """Return the index of the last closing line, or where the last short lines begin."""
    for index in range(len(lines) - 1, -1, -1):
        if CLOSING.match(folded(lines[index].text)) and len(lines[index].text) < 140:
            return index
    index = len(lines) - 1
    while index > 0 and len(lines[index].text) < 60 and len(lines) - index < 8:
        index -= 1
    return index if index > 0 else -1


def _behind_on_behalf_of(line: Line) -> Line | None:
    match = re.match(
        r"^(?:signed )?(?:for and )?(?:on behalf of|namens|im namen (?:der|des|von)|"
        r"for)\s+(?:the\s+)?(.{3,80})$",
        line.text,
        re.IGNORECASE,
    )
    if match is None:
        return None
    return Line(match.group(1).rstrip(":, "), line.page, line.box_pt, line.method, line.raw, line.view)


def _columns(lines: Sequence[Line]) -> list[list[Line]]:
    """Part lines of two who signed side by side; the first line with two segments tells the columns."""
    rows: list[list[Line]] = []
    for line in lines:
        if rows and rows[-1][0].view is line.view and abs(rows[-1][0].raw.middle_y - line.raw.middle_y) < 5:
            rows[-1].append(line)
        else:
            rows.append([line])
    wide = [row for row in rows if len(row) == 2]
    if len(wide) < 2:
        return [list(lines)]
    edge = min(row[1].raw.box[0] for row in wide) - 20
    return [[x for x in lines if x.raw.box[0] < edge], [x for x in lines if x.raw.box[0] >= edge]]


@dataclass(slots=True)
class _Draft:
    """What is known so far of one who signed, line by line from the closing words down."""

    name: Line | None = None
    title: Line | None = None
    organisation: Line | None = None
    typed: bool = False
    skipped: bool = False  # something above the name was not understood

    def take(self, line: Line) -> None:
        """Take one more line for what it most likely is."""
        flat = folded(line.text)
        if _SIGNED_WITH_S.match(line.text):
            self.typed = True
            self.name = self.name or _with_text(line, _SIGNED_WITH_S.sub("", line.text))
        elif self.name is not None and folded(self.name.text) == flat:
            self.typed, self.name = True, line
        elif _is_aside(line, flat):
            return
        elif self.name is None:
            self._take_name(line, flat)
        elif self.organisation is None and ORGANISATION.search(flat) and not self._may_be_title(flat):
            self.organisation = line
        elif len(line.text) < 90:
            self._take_title(line)

    def _take_name(self, line: Line, flat: str) -> None:
        if looks_like_person(line.text):
            self.name = line
        elif "," in line.text and looks_like_person(line.text.split(",")[0]):
            self.name, self.title = _split_at_comma(line)
        elif self.organisation is None and ORGANISATION.search(flat):
            self.organisation = line
        else:
            self.skipped = True

    def _may_be_title(self, flat: str) -> bool:
        return self.title is None and bool(TITLE.search(flat))

    def _take_title(self, line: Line) -> None:
        if self.title is None:
            self.title, self.organisation = _title_and_organisation(line, self.organisation)
        elif self.organisation is None:
            self.organisation = line


def _is_aside(line: Line, flat: str) -> bool:
    """Whether the line only says how to reach someone, when, or by which service."""
    dated = read_date(line.text) is not None and len(line.text) < 60
    return bool(CONTACT.search(flat)) or dated or platform_words(line.text) is not None


def _one_signatory(lines: Sequence[Line], closing: Line | None) -> SignedBy:
    draft = _Draft()
    for line in lines:
        draft.take(line)
    signature = _signature(lines, closing, draft.name, typed=draft.typed)
    person = _field(draft.name, person=True)
    if draft.skipped:
        # Something above the name was not understood: it may have been the name.
        person = replace(person, sure=False, confidence=0.6)
    return SignedBy(person, _field(draft.title), _field(draft.organisation), signature)


def looks_like_person(text: str) -> bool:
    """Whether a line may be a person's name: two to six words with capitals, no title's or firm's word."""
    text = re.sub(r"\s*\([^)]*\)$", "", re.sub(r",\s*(?:PhD|MSc|MBA|MA|BSc|LL\.?M|CPA)\.?$", "", text))
    tokens = text.replace("·", " ").split()
    flat = folded(text)
    if not 2 <= len(tokens) <= 6 or re.search(r"[\d:;!?/@&|_]", text) or ORGANISATION.search(flat):
        return False
    if TITLE.search(flat) and not any(_HONORIFIC.match(folded(t)) for t in tokens):
        return False
    capitals = [t for t in tokens if t[:1].isupper() or t[:2].lower() in ("d'", "d’", "o'", "o’", "'t", "’t")]
    others = [t for t in tokens if t not in capitals]
    return len(capitals) >= 2 and all(
        folded(t).strip("'.") in _PARTICLES or folded(t) in _PARTICLES for t in others
    )


def _with_text(line: Line, text: str) -> Line:
    return Line(tidy(text), line.page, line.box_pt, line.method, line.raw, line.view)


def _split_at_comma(line: Line) -> tuple[Line, Line]:
    name, _, title = line.text.partition(",")
    return _with_text(line, name), _with_text(line, title)


def _title_and_organisation(line: Line, organisation: Line | None) -> tuple[Line, Line | None]:
    """ "Director, Ethical Minerals Watch" is both; a comma inside a title ("Deputy Director, "
    "Commercial") is not."""
    head, comma, tail = line.text.rpartition(",")
    if comma and organisation is None and ORGANISATION.search(folded(tail)) and TITLE.search(folded(head)):
        return _with_text(line, head), _with_text(line, tail)
    return line, organisation


def _signature(lines: Sequence[Line], closing: Line | None, name: Line | None, *, typed: bool) -> Signature:
    if not lines or closing is None:
        anchor = name or (lines[0] if lines else None)
        if anchor is None:
            return Signature()
        top = anchor.raw.box[3] + 90
    else:
        anchor, top = closing, closing.raw.box[3]
    view = (name or anchor).view
    same_page = [x for x in lines if x.view is view]
    left = min([x.raw.box[0] for x in same_page], default=0.0)
    bottom = min([x.raw.box[1] for x in same_page], default=0.0)
    if anchor.view is not view:
        top = view.height_pt
    right = left + 330 if any(x.raw.box[0] > left + 150 for x in same_page) else view.width_pt
    found = signature_in((left - 30, bottom - 60, right, top + 10), [], view)
    if found.kind is not SignatureKind.NONE:
        return found
    if typed and name is not None:
        return Signature(SignatureKind.TYPED, 0.9, name.page, name.box_pt)
    return found


def _field(line: Line | None, *, person: bool = False) -> Field:
    if line is None:
        return NOT_FOUND
    value = line.text.strip(" ,;")
    sure = not has_odd_characters(value) and len(value) < 80
    if person:
        sure = sure and looks_like_person(value)
    words = line.raw.words
    sure = sure and not any(w.changed for w in words) and not is_read_dimly(words)
    confidence = min(0.95, confidence_in(words))
    return Field(
        value, confidence if sure else min(confidence, 0.6), sure, line.page, line.box_pt, line.method
    )
