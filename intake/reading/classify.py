"""What a document is, by what it says: a signed Pact, a Letter of Support, a report, an action plan,
other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from intake.block.labels import LabelField, fields_named
from intake.block.options import names_options
from intake.letter.endorsement import says_support
from intake.letter.endorsement_words import NAMED_IN_FULL, OTHER_INITIATIVE, OTHER_PACT, PACT
from intake.letter.letter_words import CLOSING, COVERING, SALUTATION
from intake.page.plain_text import folded
from intake.reading.language import language_of
from intake.reading.paper_titles import PaperTitle, first_lines, title_of
from pact.documents import DocumentKind

_PACT = re.compile(
    r"circular (?:&|and|en) (?:fair|eerlijk\w*) (?:ict|it)\b|\bcfit\b|fair ict pact|\bict[ -]pact\b|"
    r"circulair\w* (?:en|&) (?:eerlijk\w*|fair\w*) ict"
)
_REPORTS = re.compile(
    r"(?P<period>reporting (?:period|year)|berichtszeitraum|berichtsjahr|verslagjaar|rapporteringsperiode)|"
    r"(?P<done>were bought|were procured|bought new|devices procured|"
    r"number of devices)|(?P<kinds>remanufactured|refurbished)|"
    r"(?P<life>average lifetime|years in (?:service|use)|"
    r"end of life)|(?P<learned>lessons learned|good examples)|"
    r"(?P<users>ict users served|users served)"
)
_CLAUSES = re.compile(
    r"(?P<committee>steering committee)|(?P<secretariat>secretariat)|(?P<working>working groups?)|"
    r"(?P<buyers>buyer groups?)|(?P<parts>(?:paragraph|article) \d|"
    r"^\s*\d\.\d)|(?P<participants>participants?)|(?P<supporters>supporters?|letter of support)"
)
_NUMBERED = re.compile(
    r"^\s*(?:paragraph\s+|article\s+|art\.?\s*|§\s*)?(?:\d{1,2}(?:\.\d{1,2})+|\d{1,2}\.|[a-h]\.)\s+\S",
    re.MULTILINE | re.IGNORECASE,
)
_EDITION_2021 = re.compile(
    r"(?:june 14(?:th)?|14 june)[ ,]+2021.{0,80}(?:december 31(?:st)?|31 december)[ ,]+2030", re.DOTALL
)
_TOLD: dict[PaperTitle | None, DocumentKind] = {
    PaperTitle.REPORT: DocumentKind.ANNUAL_REPORT,
    PaperTitle.PLAN: DocumentKind.ACTION_PLAN,
}
_LETTERS_LOOKED_AT = 400_000
_LONGEST_LETTER = 14_000
_LONGEST_FORM = 6_000
_SHORTEST_PACT = 8_000


@dataclass(frozen=True, slots=True)
class Classified:
    """What a document is, how sure that is (0..1), and which edition of the Pact it shows."""

    kind: DocumentKind
    confidence: float
    edition: str | None = None


def classify(texts: Sequence[str], *, filled_block: bool = False, to_sign: bool = False) -> Classified:
    """Return the kind of the document with these pages' texts.

    ``filled_block`` says that a signature block with a participation type was found, by whatever layout,
    ``to_sign`` that one asks for a signature.
    """
    whole = folded(" ".join(texts)[:_LETTERS_LOOKED_AT])
    title = title_of(next((text for text in texts if text.strip()), ""))
    edition = "2021" if _EDITION_2021.search(whole) and _PACT.search(whole) else None
    is_whole_pact = edition is not None or _has_clauses(texts, whole)
    if filled_block or any(_has_pact_block(text) for text in texts):
        asks = to_sign or _asks_for_signature(texts)
        found = _with_block(whole, title, is_whole_pact=is_whole_pact, to_sign=asks)
    elif is_whole_pact and title not in (PaperTitle.REPORT, PaperTitle.PLAN):
        found = Classified(DocumentKind.SIGNED_PACT, 0.93)
    else:
        found = _without_block(texts, whole, title)
    is_pact = found.kind is DocumentKind.SIGNED_PACT
    return Classified(found.kind, found.confidence, edition if is_pact else None)


def names_pact(flat: str) -> bool:
    """Whether the folded text names the Pact, in English or in translation."""
    return bool(_PACT.search(flat) or NAMED_IN_FULL.search(flat))


def is_letter(texts: Sequence[str]) -> bool:
    """Whether the pages hold a letter: somebody is greeted, and it closes as letters do."""
    lines = [folded(line) for text in texts for line in text.split("\n") if line.strip()]
    greeted = any(SALUTATION.match(line) and len(line) < 90 for line in lines[:45])
    return greeted or any(CLOSING.match(line) and len(line) < 140 for line in lines)


def _with_block(whole: str, title: PaperTitle | None, *, is_whole_pact: bool, to_sign: bool) -> Classified:
    """A block with the Pact's labels is the Pact's, unless the paper calls itself something else."""
    if is_whole_pact:
        return Classified(DocumentKind.SIGNED_PACT, 0.995)
    if title in _TOLD:
        return Classified(_TOLD[title], 0.97)
    if title is PaperTitle.LETTER_OF_SUPPORT and len(whole) <= _LONGEST_FORM:
        return Classified(DocumentKind.LETTER_OF_SUPPORT, 0.97)
    if _matters_reported(whole) >= 3:
        return Classified(DocumentKind.ANNUAL_REPORT, 0.85)
    if title is PaperTitle.OTHER or not to_sign:
        return Classified(DocumentKind.OTHER, 0.93)
    return Classified(DocumentKind.SIGNED_PACT, 0.99 if names_pact(whole) else 0.9)


def _without_block(texts: Sequence[str], whole: str, title: PaperTitle | None) -> Classified:
    named = names_pact(whole)
    if title in _TOLD and (named or _tells_of_devices(whole)) and not _only_encloses(texts, whole):
        return Classified(_TOLD[title], 0.97)
    if len(whole) >= _LONGEST_LETTER or title not in (None, PaperTitle.LETTER_OF_SUPPORT):
        return Classified(DocumentKind.OTHER, 0.98)
    if title is PaperTitle.LETTER_OF_SUPPORT:
        return _by_its_title(texts, whole, named=named)
    language = language_of("\n".join(texts))
    if not (named and is_letter(texts) and says_support(texts, language)):
        return Classified(DocumentKind.OTHER, 0.98)
    if COVERING.search(whole):
        return Classified(DocumentKind.OTHER, 0.9)
    return Classified(DocumentKind.LETTER_OF_SUPPORT, 0.95)


def _tells_of_devices(whole: str) -> bool:
    """Whether it reports what the Pact's report asks for (3.1.2), though it does not name the Pact."""
    return _matters_reported(whole) >= 2


def _matters_reported(whole: str) -> int:
    return len({match.lastgroup for match in _REPORTS.finditer(whole)})


def _by_its_title(texts: Sequence[str], whole: str, *, named: bool) -> Classified:
    """A letter that calls itself one of support, for the Pact or for something else."""
    if named:
        return Classified(DocumentKind.LETTER_OF_SUPPORT, 0.99 if is_letter(texts) else 0.95)
    if PACT.search(whole) and not OTHER_PACT.search(whole):
        return Classified(DocumentKind.LETTER_OF_SUPPORT, 0.95)
    if any(OTHER_INITIATIVE.search(text) for text in texts):
        return Classified(DocumentKind.OTHER, 0.9)
    return Classified(DocumentKind.LETTER_OF_SUPPORT, 0.8)


def _only_encloses(texts: Sequence[str], whole: str) -> bool:
    return len(whole) < 2_500 and is_letter(texts) and COVERING.search(whole) is not None


def _has_clauses(texts: Sequence[str], whole: str) -> bool:
    """Whether the Pact itself stands there, and no summary: it is long, numbered, and has all its matters."""
    if len(whole) < _SHORTEST_PACT or not names_pact(" ".join(first_lines(texts)) or whole):
        return False
    matters = {match.lastgroup for match in _CLAUSES.finditer(whole)}
    numbered = sum(len(_NUMBERED.findall(text)) for text in texts)
    return len(matters) >= 5 and numbered >= 12


def _has_pact_block(text: str) -> bool:
    """Whether the page's text holds the Pact's block: its type label, or its options, among other
    labels."""
    named = fields_named(text)
    if LabelField.PARTICIPATION_TYPE in named and len(named) >= 3:
        # Forms for events ask for a kind of participation too, and name none of the Pact's.
        return names_options(text) > 0 or bool(_PACT.search(folded(text)))
    return len(named) >= 4 and names_options(text) == 3


def _asks_for_signature(texts: Sequence[str]) -> bool:
    """Whether some page asks for a signature, or for all else that the Pact's block asks for: a list of
    members does not."""
    for text in texts:
        named = fields_named(text)
        if LabelField.SIGNATURE in named or (LabelField.DATE in named and len(named) >= 3):
            return True
    # Labels that stand apart from their lines' beginnings, or came by OCR, are not seen in the text.
    return not any(len(fields_named(text)) >= 2 for text in texts)
