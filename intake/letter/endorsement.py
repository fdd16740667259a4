"""The sentence by which a letter endorses the Pact, or sets a condition, or refuses (Pact 2.2.2.a)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from intake.block.read_surely import is_read_dimly
from intake.letter.endorsement_words import (
    AIMS,
    ASKS_IN_FINNISH,
    DECLINES,
    DEPENDS,
    EXPRESSES,
    HESITATES,
    NAMED_IN_FULL,
    NOT,
    NOT_ONLY,
    OTHER_INITIATIVE,
    OTHER_PACT,
    OURS,
    OUTRIGHT,
    PACT,
    SUPPORTS,
    WANTS,
)
from intake.letter.letter_lines import Line, box_of, running_text
from intake.letter.letter_words import LETTER_TITLE, SALUTATION
from intake.page.plain_text import folded
from pact.documents import NOT_FOUND, Field, Remark

_ENDS = re.compile(
    r"(?<=[.!?])(?<!\s[^\W\d_]\.)(?<!\bDr\.)(?<!Prof\.)(?<!Coop\.)(?<!\bSt\.)\s+(?=[\"“«¿¡]?[A-ZÀ-ÞŁŚŻŹĆÅÄÖÆØΑ-Ω])"
)
_JOINS = {
    "en": "and but yet",
    "nl": "en maar",
    "de": "und aber sondern",
    "fr": "et mais",
    "no": "og men",
    "da": "og men",
    "sv": "och men",
    "es": "y e pero sino",
    "it": "e ed ma",
    "pt": "e mas",
    "pl": "i oraz ale lecz",
    "fi": "ja mutta vaan",
    "cs": "a ale",
}
_JOIN = {
    language: re.compile(rf"(?<!\w)(?:{'|'.join(words.split())})(?!\w)") for language, words in _JOINS.items()
}
_ANY_JOIN = re.compile(
    r"(?<!\w)(?:and|but|maar|und|aber|sondern|et|mais|og|och|oraz|ale|pero|mas|mutta|ja)(?!\w)"
)
_DENIED_BEFORE = re.compile(rf"(?<!\w){NOT}\s+(?:[\w'’-]+\s+){{0,5}}$")
_DENIED_BEHIND = re.compile(r"^\s+(?:[\w'’-]+\s+){0,4}(?:not|niet|nicht|pas|ikke|ikkje|inte|ej)(?!\w)")
_DENIED_WITHIN = re.compile(rf"^{NOT}\s")
_NOT_IN_ASIDE = re.compile(
    rf"(?<!\w)(?:die|dat|welke|der|das|welche[rs]?|som)\s+(?:[\w'’-]+\s+){{0,3}}{NOT}\s+[\w'’-]+\s"
)
_OWN_SUBJECT = re.compile(r"^\s+(?:wij|we|ik|wir|ich|vi|jeg|eg|jag)(?!\w)")
_IF = re.compile(
    r"(?:decid\w+|estudi\w+|valut\w+|ponder\w+|examin\w+|discut\w+|zdecyd\w+)\s(?:[\w']+\s){0,6}(?:si|se|czy)\s(?:\w+\s)?$"
)
_SHORTEST = 20


class Stance(StrEnum):
    """How one sentence stands to the Pact."""

    ENDORSES = "endorses"
    DEPENDS = "depends"
    REFUSES = "refuses"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Endorsement:
    """The sentence that endorses, with what has to be remarked of it."""

    sentence: Field = NOT_FOUND
    remarks: tuple[Remark, ...] = ()


def endorsement_in(paragraphs: Sequence[Sequence[Line]], sender: str, language: str | None) -> Endorsement:
    """Return how the letter endorses the Pact: not where it refuses, hopes, asks or means another thing."""
    own = folded(sender)
    judged = [(stance_of(text, language), text, lines) for text, lines in _sentences(paragraphs)]
    refused = next(((text, lines) for stance, text, lines in judged if stance is Stance.REFUSES), None)
    if refused is not None:
        return Endorsement(remarks=(Remark("endorsement_refused", refused[0], refused[1][0].page),))
    endorsing = [one for one in judged if one[0] in (Stance.ENDORSES, Stance.DEPENDS)]
    if not endorsing:
        return Endorsement()
    free = [one for one in endorsing if one[0] is Stance.ENDORSES]
    _, text, lines = max(free or endorsing, key=lambda one: bool(OUTRIGHT.search(folded(one[1]))))
    bound = next(((t, x) for stance, t, x in judged if stance is Stance.DEPENDS), None)
    remarks = (Remark("endorsement_conditional", bound[0], bound[1][0].page),) if bound else ()
    return Endorsement(_field(text, lines, own), remarks)


def stance_of(sentence: str, language: str | None = None) -> Stance:
    """Return how one sentence stands to the Pact; ``language`` says which small words join clauses."""
    join = _JOIN.get(language or "", _ANY_JOIN)
    flat = LETTER_TITLE.sub(" ", NOT_ONLY.sub(" ", folded(sentence)))
    said = list(SUPPORTS.finditer(flat))
    if (
        not said
        or len(flat) < _SHORTEST
        or flat.rstrip('"”» ').endswith("?")
        or not _is_about_the_pact(sentence, flat)
    ):
        return Stance.SILENT
    if any(_is_denied(flat, match, join) for match in said):
        return Stance.REFUSES
    if all(_is_only_hoped(flat, match, join) for match in said):
        return Stance.SILENT
    return Stance.DEPENDS if DEPENDS.search(flat) else Stance.ENDORSES


def says_support(texts: Sequence[str], language: str | None) -> bool:
    """Whether a sentence of these pages speaks for its writer about supporting the Pact: yes, on a
    condition, or no."""
    lines = [line.strip() for text in texts for line in text.split("\n") if line.strip()]
    # A greeting ends what stands above it; a sentence's own lines run on.
    whole = " ".join(f"{x}." if SALUTATION.match(folded(x)) and len(x) < 90 else x for x in lines)
    flat_whole = folded(whole)
    judged = ((stance_of(sentence, language), folded(sentence)) for sentence in _ENDS.split(whole))
    return any(
        stance is not Stance.SILENT and (OURS.search(flat) or _is_named_again(flat, flat_whole))
        for stance, flat in judged
    )


def _is_named_again(sentence: str, whole: str) -> bool:
    """Whether the sentence begins with a name that stands elsewhere too: a writer who speaks of itself so."""
    said = SUPPORTS.search(sentence)
    opening = " ".join(sentence[: said.start()].split()[:3]) if said else ""
    return len(opening) > 7 and whole.count(opening) > 1


def names_the_pact(flat: str) -> bool:
    """Whether the folded text speaks of the Pact, in short or by its name in any translation."""
    return bool(PACT.search(flat) or NAMED_IN_FULL.search(flat))


def _is_about_the_pact(sentence: str, flat: str) -> bool:
    others = bool(OTHER_PACT.search(flat))
    if names_the_pact(flat):
        return not others or bool(re.search(r"cfit|circular", flat))
    return bool(AIMS.search(flat)) and not others and not OTHER_INITIATIVE.search(sentence)


def _is_denied(flat: str, match: re.Match[str], join: re.Pattern[str]) -> bool:
    """Whether the clause around the word of support denies it, or declines."""
    cuts = [*re.finditer(r"[,;:()–—]", flat), *join.finditer(flat)]
    before = flat[max([c.end() for c in cuts if c.end() <= match.start()], default=0) : match.start()]
    behind = flat[match.end() : min([c.start() for c in cuts if c.start() >= match.end()], default=len(flat))]
    # "Als organisatie die niet als inkoper deelneemt onderschrijven wij": the denial ends before the verb.
    in_aside = _NOT_IN_ASIDE.search(before) and _OWN_SUBJECT.match(behind)
    if (_DENIED_BEFORE.search(before) and not in_aside) or _DENIED_BEHIND.search(behind):
        return True
    declined = DECLINES.search(flat[: match.start()])
    return declined is not None and bool(
        re.search(rf"(?<!\w){NOT}(?!\w)", flat[declined.start() : match.start()])
    )


def _is_only_hoped(flat: str, match: re.Match[str], join: re.Pattern[str]) -> bool:
    """Whether the word of support is hoped for, asked after or still to be decided, or only wanted."""
    before = flat[max(0, match.start() - 90) : match.start()]
    last_join = max([c.end() for c in join.finditer(before)], default=0)
    if HESITATES.search(before[last_join:]) or _IF.search(before) or ASKS_IN_FINNISH.search(flat):
        return True
    wanted = WANTS.search(before[last_join:])
    return wanted is not None and not EXPRESSES.search(flat)


def _sentences(paragraphs: Sequence[Sequence[Line]]) -> Iterator[tuple[str, list[Line]]]:
    """Yield each sentence with the lines it stands on."""
    for paragraph in paragraphs:
        text = running_text(paragraph)
        for sentence in _ENDS.split(text):
            yield sentence, _lines_of(sentence, paragraph)


def _lines_of(sentence: str, paragraph: Sequence[Line]) -> list[Line]:
    key = folded(sentence)
    held = [x for x in paragraph if x.flat in key or key in x.flat or _overlap(x.flat, key)]
    return held or list(paragraph[:1])


def _overlap(line: str, sentence: str) -> bool:
    """Whether a line ends as the sentence begins, or begins as it ends."""
    head, tail = sentence[:18], sentence[-18:]
    return head in line or tail in line


def _field(sentence: str, lines: Sequence[Line], sender: str) -> Field:
    flat = folded(sentence)
    ours = OURS.search(flat) is not None or (bool(sender) and sender in flat)
    dim = any(is_read_dimly(x.raw.words) for x in lines)
    sure = ours and not dim
    first = lines[0]
    return Field(sentence, 0.97 if sure else 0.6, sure, first.page, box_of(lines), first.method)
