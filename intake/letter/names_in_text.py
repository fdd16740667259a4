"""How the text of a letter names its sender: "We, ...," or "on behalf of ..." in many languages."""

import re
from collections.abc import Iterator

from intake.letter.letter_words import BOARD

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-ŽΆ-ΏΑ-ΩА-Я]"
_NAME = r"(?P<o>[^,.;\n]{3,90}?)"
_CAPITALISED = rf"(?P<o>(?:[Tt]he\s+)?{_CAPITAL}[^,.;\n]{{2,90}}?)"
_END = r"(?=,|\.\s|\.$|;|\s+(?:I|we|hereby|about|concerning|regarding|that|because|to|in|and (?:its|our)|"
_SAYS = (
    r"(?:is (?:pleased|proud|happy|delighted|glad|writing)|"
    r"(?:hereby |fully |strongly |wholeheartedly |gladly |warmly |formally )*"
    r"(?:endorses?|supports?|expresses|declares?|confirms?|wishes|welcomes?|pledges|states|affirms|"
    r"would like|stands behind|commits))"
)
_OPENING = r"(?:^|[.!?]\s+)(?:[Hh]ereby[, ]+|(?:With|By|Through|In) this letter,? )?"


def names_in(body: str) -> Iterator[str]:
    """Yield what a letter's sentences call its sender; not each of them is an organisation's name."""
    for pattern in _NAMED:
        for match in pattern.finditer(body):
            tail = _REST_OF_A_FORM.match(body, match.end("o"))
            name = re.sub(
                r"^(?:[Tt]he|[Dd]e|[Hh]et|[Dd]ie|[Dd]er|[Ll]a|[Ll]e)\s+(?=[A-ZÀ-Þ])", "", match["o"]
            )
            name = BOARD.sub("", name + (tail[0] if tail else ""))
            yield re.split(
                r"\s(?:I|we|wij|wir|nous|vi|is|are|was|has|have|does|do|did|can|may|must|should|shall|wishes|would|will|"
                r"and (?:we|i|its|our))\s",
                name,
            )[0]


_REST_OF_A_FORM = re.compile(
    r"(?:(?<=\bsp)\. z ?o\. ?o\.?|(?<=\be)\. ?V\.?|(?<=\b[SsBNVCUA])(?:\. ?[A-Za-z]){1,4}\.?|(?<=\bLtd)\.|"
    r"(?<=\bInc)\.|(?<=\bLda)\.|(?<=\bCorp)\.|(?<=\bS)\. Coop\.|, (?:Lda|Ltd|Inc|S\.A|S\.L|CRL|"
    r"LLC)\.?)(?![\w])"
)
"""What of a legal form stands behind its first full stop, or behind a comma."""

_NAMED: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b[Ww]e,\s+(?:the\s+)?{_NAME},\s",
        rf"\b(?:[Oo]n behalf of|[Ii]n the name of)\s+{_CAPITALISED}{_END}endorse|support|express)\b|$)",
        rf"{_OPENING}{_CAPITALISED}(?:\s+\([^)]*\))?,?\s+{_SAYS}\b",
        (
            rf"\bHierbij (?:verklaart|steunt|betuigt|onderschrijft|bevestigt)\s+{_NAME}\s+"
            r"(?:haar|zijn|de|het|dat)\b"
        ),
        rf"\bHiermit (?:erklärt|unterstützt|bekundet|bestätigt)\s+{_NAME}\s+(?:die|den|das|ihre|dass)\b",
        rf"\b(?:Par la pr[ée]sente),?\s+{_NAME}\s+(?:exprime|déclare|apporte|soutient|affirme|confirme)\b",
        (
            rf"(?:^|[.!?]\s+){_CAPITALISED}\s+(?:gir|erklærer|uttrykker|støtter|ger|uttrycker|stöder|giver|"
            r"udtrykker|verklaart|steunt|onderschrijft|erklärt|unterstützt|exprime|déclare|soutient)\s+"
            r"(?:med dette|herved|hermed|härmed|hierbij|hiermit|par la présente|sin|sitt|sit|haar|zijn|ihre|"
            r"seine|son|den|de|die|le)\b"
        ),
        (
            rf"\b(?:Por la presente|Pela presente|Con la presente),?\s+{_NAME}\s+(?:expresa|declara|"
            r"manifesta|exprime|apoya|apoia|sostiene|esprime|dichiara)\b"
        ),
        (
            rf"\b(?:Niniejszym|Tímto|Täten)\s+{_NAME}\s+(?:wyraża|popiera|deklaruje|vyjadřuje|podporuje|"
            r"ilmaisee|tukee)\b"
        ),
        (
            rf"\b(?:[Nn]amens|[Ii]m Namen (?:der|des|von)|[Aa]u nom de(?: la| l['’])?|[Pp]å vegne a[vf]|"
            rf"[Ff]ör|[Ee]n nombre de|[Ww] imieniu)\s*{_CAPITALISED}{_END}verklaar|erkläre|onderschrij|steun|"
            r"unterstütz|je|nous|støtte|jag|vi|ich|wir|ik|wij)\b|$)"
        ),
    )
)
"""How a letter's body names its sender; group ``o`` is the name."""
