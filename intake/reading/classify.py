"""What a document is, by what it says: a signed Pact, a Letter of Support, a report, an action plan,
other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from intake.block.labels import LabelField, fields_named
from intake.block.options import names_options
from intake.letter.letter_words import LETTER_TITLE, REFUSES, WISHES
from intake.page.plain_text import folded
from pact.documents import DocumentKind

_PACT = re.compile(
    r"circular (?:&|and) fair (?:ict|it)|\bcfit\b|fair ict pact|\bict pact\b|circulair\w* (?:en|"
    r"&) (?:eerlijk\w*|fair\w*) ict"
)
_IF = re.compile(
    r"\b(?:if|whether|how|may|might|could|ob|falls|si|als|wenn|indien|of wij|hvis|"
    r"om)\b[^,;.]{0,60}(?:support|endorse)"
)
_BEHIND_TITLE = re.compile(
    r"\W*(?:$|for|to|of|from|by|in|the|circular|cfit|regarding|on|aan|voor|van|fur|zum|zur|pour|au|til|"
    r"for|till|para|a|al|per|dla|pre|pro)\b|\W*$|\s*[-–—:|(]"
)
_SUPPORTS = re.compile(
    r"\b(?:we|i|our organi[sz]ation)\b[^.?!]{0,160}\b(?:support|endorse|stand behind|back)|"
    r"express\w* (?:our|its|my|the) (?:\w+ ){0,2}support|"
    r"in support of|pledges? (?:our|its) support|lend\w* (?:our|its) support|"
    r"onderschrijven|steunen|haar steun|onze steun|unterstutz\w*|soutien|soutenons|souscri\w*|stotte\w*|"
    r"stiller (?:vi )?oss bak|stod\w*|apoy\w*|apoia\w*|"
    r"sosten\w*|popiera\w*|poparcie\w*|tuemme|kannatamme|podporuj\w*|υποστηριζ\w*"
)
_CLOSING = re.compile(
    r"yours (?:sincerely|faithfully|truly)|sincerely|kind(?:est)? regards|best regards|respectfully|"
    r"dear (?:sir|madam|secretariat|members|"
    r"colleagues|mr|ms|steering)|to whom it may concern|with regards|met vriendelijke groet|hoogachtend|"
    r"geachte|mit freundlichen grussen|hochachtungsvoll|"
    r"sehr geehrte|salutations|cordialement|madame,? monsieur|med vennlig hilsen|vennlig hilsen|"
    r"med vanlig(?:a)? halsning\w*|med venlig hilsen|"
    r"atentamente|saludos|cordiali saluti|distinti saluti|atenciosamente|melhores cumprimentos|"
    r"z powazaniem|ystavallisin terveisin|"
    r"s pozdravem|με εκτιμηση|tisztelettel"
)
_REPORT = re.compile(
    r"annual (?:progress |monitoring |coordinated )*report|monitoring report|yearly report|jaarverslag|"
    r"jahresbericht|rapport annuel|arsrapport"
)
_PLAN = re.compile(r"(?:annual )?action plan|actieplan|aktionsplan|plan d'action|handlingsplan")
_OTHER_TITLE = re.compile(
    r"^(?:invoice|agenda|minutes|curriculum vitae|cv|quotation|offer|newsletter|press release|factuur|"
    r"rechnung|facture|notulen)\b|"
    r"\b(?:agenda|minutes|invoice|curriculum vitae)\b"
)
_CLAUSES = re.compile(
    r"steering committee|secretariat|working groups?|buyer groups?|paragraph \d|article \d|participants?|"
    r"supporters?"
)
_EDITION_2021 = re.compile(
    r"(?:june 14(?:th)?|14 june)[ ,]+2021.{0,80}(?:december 31(?:st)?|31 december)[ ,]+2030", re.DOTALL
)
_LETTERS_LOOKED_AT = 400_000


@dataclass(frozen=True, slots=True)
class Classified:
    """What a document is, how sure that is (0..1), and which edition of the Pact it shows."""

    kind: DocumentKind
    confidence: float
    edition: str | None = None


def classify(texts: Sequence[str], *, filled_block: bool = False) -> Classified:
    """Return the kind of the document with these pages' texts.

    ``filled_block`` says that a signature block with a participation type was found, by whatever layout.
    """
    labelled = filled_block or any(_has_pact_block(text) for text in texts)
    whole = folded(" ".join(texts)[:_LETTERS_LOOKED_AT])
    letter_title = any(_is_letter_title(line) for text in texts[:2] for line in text.split("\n")[:40])
    edition = "2021" if _EDITION_2021.search(whole) and _PACT.search(whole) else None
    if labelled and (filled_block or edition or not letter_title or len(whole) > 6_000):
        return Classified(DocumentKind.SIGNED_PACT, 0.99 if _PACT.search(whole) else 0.9, edition)
    if len(whole) < 30_000 and letter_title and (_PACT.search(whole) or _SUPPORTS.search(whole)):
        return Classified(DocumentKind.LETTER_OF_SUPPORT, 0.97)
    return _without_label(whole, edition)


def _without_label(whole: str, edition: str | None) -> Classified:
    title, pact = whole[:500], bool(_PACT.search(whole))
    if pact and _REPORT.search(title):
        return Classified(DocumentKind.ANNUAL_REPORT, 0.85)
    if pact and _PLAN.search(title):
        return Classified(DocumentKind.ACTION_PLAN, 0.85)
    letter = pact and len(whole) < 12_000 and not _OTHER_TITLE.search(title[:200])
    if letter and _CLOSING.search(whole) and _says_support(whole):
        return Classified(DocumentKind.LETTER_OF_SUPPORT, 0.85)
    if edition or (pact and len(whole) > 12_000 and len(set(_CLAUSES.findall(whole))) >= 6):
        return Classified(DocumentKind.SIGNED_PACT, 0.85, edition)
    return Classified(DocumentKind.OTHER, 0.9)


def _says_support(whole: str) -> bool:
    """Whether a sentence says that the writer supports: no question, no wish, no refusal."""
    for sentence in re.split(r"(?<=[.!?])\s", LETTER_TITLE.sub(" ", whole)):
        said = _SUPPORTS.search(WISHES.sub(" ", sentence))
        if said and not sentence.endswith("?") and not REFUSES.search(sentence) and not _IF.search(sentence):
            return True
    return False


def _is_letter_title(line: str) -> bool:
    """Whether the line is a title or subject that names a Letter of Support, and not a sentence about
    one."""
    flat = folded(line)
    match = LETTER_TITLE.search(flat)
    if match is None or match.start() > 14 or len(flat) > 110 or flat.endswith("."):
        return False
    return bool(_BEHIND_TITLE.match(flat, match.end()))


def _has_pact_block(text: str) -> bool:
    """Whether the page's text holds the Pact's block: its type label, or its options, among other
    labels."""
    named = fields_named(text)
    if LabelField.PARTICIPATION_TYPE in named and len(named) >= 3:
        # Forms for events ask for a kind of participation too, and name none of the Pact's.
        return names_options(text) > 0 or bool(_PACT.search(folded(text)))
    return len(named) >= 4 and names_options(text) == 3
