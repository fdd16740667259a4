"""The three participation types as forms print them, in the Pact's English and in translation."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from intake.page.page import Segment, Word
from intake.page.plain_text import folded
from pact.documents import Method, ParticipationType

Option = ParticipationType

_COORDINATING = (
    r"co-?ordinating|co-?ordinator|coordiner\w*|koordinier\w*|koordinator\w*|koordiner\w*|"
    r"coordinat(?:rice|eur|ore|rici)|"
    r"coordinador\w*|coordenador\w*|coordinant\w*|coordonnat\w*|koordynuj\w*|koordynator\w*|"
    r"koordinoiv\w*|koordinuj\w*|"
    r"συντονιστ\w*|συντονιζ\w*|koordinal\w*|koordinir\w*|koordineeri\w*|coordonato\w*"
)
_PROCURING = (
    r"procuring|procurer|purchasing|contracting|inkopend\w*|inkoper|aanbestedend\w*|beschaffend\w*|"
    r"beschaffer\w*|einkaufend\w*|"
    r"acheteu\w*|acquereu\w*|achetant\w*|innkjop\w*|anskaffend\w*|upphandlande|inkopande|indkob\w*|"
    r"ordregivende|"
    r"compradora?|contratante|adquirente|acquirente|committente|appaltante|aggiudicatric\w*|adjudicante|"
    r"zamawiaj\w*|"
    r"kupuj\w*|hankinta\w*|hankkiva\w*|zadavajic\w*|nakupuj\w*|obstaravaj\w*|nakupujuc\w*|αγοραστ\w*|"
    r"προμηθε\w*|αναθετουσ\w*|"
    r"beszerzo|ajanlatker\w*|narocnik\w*|nabavlja\w*|hankija|hankiv\w*|achizito\w*"
)
_BOTH = (
    r"both|beide\w*|allebei|les deux|tous les deux|begge(?: deler)?|bada(?: delarna)?|ambos|ambas|"
    r"ambedue|entrambi|entrambe|"
    r"oba|obie|obydwa|obydwie|molemmat|oboje|obe|και (?:οι|τα) δυο|και τα δυο|αμφοτερ\w*|mindketto|"
    r"molemad|ambele|mind a ketto"
)
_ORGANISATION = (
    r"organi[sz]ation(?:s|\(s\))?|organisatie\w*|organisasjon\w*|organisation\w*|organizaci\S*|"
    r"organizzazion\w*|"
    r"organizaca\w*|organizacj\w*|organisaatio\w*|οργανισμ\w*|participants?|partij|stelle|einrichtung\w*|"
    r"entidad\w*|ente|"
    r"role|roles|level|levels|rolle\w*|capacities"
)
_SIDE = re.compile(rf"(?<!\w)(?:(?P<c>{_COORDINATING})|(?P<p>{_PROCURING})|(?P<b>{_BOTH}))(?!\w)")
_ORG_WORD = re.compile(rf"(?<!\w)(?:{_ORGANISATION})(?!\w)")
_AND = re.compile(
    rf"[\s,()]*(?:as\s+)?(?:(?:{_ORGANISATION})\s*)?(?:and|as well as|&|\+|en|und|sowie|et|og|och|y|e|ed|"
    rf"i|oraz|ja|a|και|es|in|si)\s+(?:as\s+)?(?:an?\s+)?"
)


@dataclass(slots=True)
class Choice:
    """One option as it stands on the page: its place in the text, its words, whether it is ticked.

    ``ticked`` is None where nothing to tick stands beside it, False beside an empty box; ``doubtful``
    where the box may be otherwise.
    """

    option: ParticipationType
    start: int
    end: int
    words: tuple[Word, ...]
    ticked: bool | None = None
    method: Method | None = None
    doubtful: bool = False


def names_options(text: str) -> int:
    """Return how many of the three options the text names."""
    return len({match.lastgroup for match in _SIDE.finditer(folded(text.replace("_", " ")))})


def is_option_in_full(text: str) -> bool:
    """Whether the text names an option with its word for an organisation: "procuring organisation"."""
    return names_options(text) > 0 and _ORG_WORD.search(folded(text)) is not None


def option_named(label: str) -> ParticipationType | None:
    """Return the option that a form's name for a box tells, None where it tells none."""
    flat = re.sub(r"[^\w]+|_|\d", " ", folded(label))
    sides = {match.lastgroup for match in _SIDE.finditer(flat)}
    if sides == {"c", "p"} or "b" in sides:
        return Option.BOTH
    return {"c": Option.COORDINATING, "p": Option.PROCURING}.get(str(next(iter(sides), "")))


def text_with_owners(segments: Sequence[Segment]) -> tuple[str, list[Word | None]]:
    """Return one folded text and, for each of its characters, the word it came from."""
    text, owners = "", list[Word | None]()
    for segment in segments:
        for index, word in enumerate(segment.words):
            if text and not (word.glued and index):
                text += " "
                owners.append(None)
            flat = "".join(folded(c)[:1] or c for c in word.text.replace("_", " "))
            text += flat
            owners.extend([word] * len(flat))
    return text, owners


def choices_in(text: str, owners: list[Word | None]) -> list[Choice]:
    """Return the options in the order they are printed; "coordinating and procuring" is one, both."""
    found: list[Choice] = []
    position = 0
    while (match := _SIDE.search(text, position)) is not None:
        option = {"c": Option.COORDINATING, "p": Option.PROCURING, "b": Option.BOTH}[match.lastgroup or "b"]
        end = _end_of_option(text, match.end())
        option, end = _with_second_side(text, option, match, end)
        words = tuple(dict.fromkeys(w for w in owners[match.start() : end] if w is not None and _letters(w)))
        found.append(Choice(option, match.start(), end, words))
        position = end
    return found


def choice_by_letter(choices: Sequence[Choice], text: str) -> Choice | None:
    """Return the option whose letter is named behind a list of lettered ones: "our choice: (b)"."""
    letters: dict[str, Choice] = {}
    for choice in choices:
        letter = re.search(r"(?<!\w)\(?([a-e1-5])[.)]\s*$", text[: choice.start])
        if letter:
            letters.setdefault(letter[1], choice)
    named = re.search(r"[:=]\s*\(?([a-e1-5])[.)]*\s*$", text[choices[-1].end :])
    return letters.get(named[1]) if named and len(letters) > 1 else None


def _letters(word: Word) -> bool:
    return any(c.isalpha() for c in word.text)


def _end_of_option(text: str, end: int) -> int:
    """The word "organization" belongs to its option when it directly follows (it may follow a line's
    end)."""
    follows = re.compile(r"\s*").match(text, end)
    organisation = _ORG_WORD.match(text, follows.end() if follows else end)
    return organisation.end() if organisation else end


def _with_second_side(
    text: str, option: ParticipationType, match: re.Match[str], end: int
) -> tuple[ParticipationType, int]:
    """ "Both (coordinating and procuring)" and "coordinating and procuring organization" mean both."""
    if option is Option.BOTH:
        rest = re.compile(rf"[\s,:(–-]*(?:as\s+|a\s+)*(?:{_COORDINATING}|{_PROCURING})").match(
            text, match.end()
        )
        if rest is None:
            return option, end
        join = _AND.match(text, _end_of_option(text, rest.end()))
        second = _SIDE.match(text, join.end()) if join else None
        return (option, _end_of_option(text, second.end())) if second else (option, end)
    join = _AND.match(text, end)
    second = _SIDE.match(text, join.end()) if join else None
    if second and second.lastgroup not in ("b", match.lastgroup):
        return Option.BOTH, _end_of_option(text, second.end())
    return option, end
