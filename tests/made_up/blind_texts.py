"""The words around a signature block of the set BLIND: what leads to it, and what follows."""

from dataclasses import dataclass
from random import Random

from made_up.blind_blocks import Filled
from made_up.pact_text import TITLE, Line, short_pact, whole_pact

BEFORE = (
    "Signed,",
    "In witness whereof the undersigned has signed this copy.",
    "Signature page",
    "Thus drawn up and signed in one copy:",
    "Signatory to the pact",
)
AFTER = (
    "Send a copy of this page to the secretariat and keep the other for your files.",
    "The secretariat lists every signatory on the website of the pact, and tells it of the next meeting.",
    "Whoever signs declares to have the power to do so; questions are answered by mail.",
)
BILINGUAL = {
    "nl": "Deze tekst bestaat in twee talen. Bij verschil gaat de Engelse tekst voor.",
    "fr": "Ce texte existe en deux langues. En cas de doute, la version anglaise prévaut.",
    "de": "Dieser Text liegt in zwei Sprachen vor. Im Zweifel gilt die englische Fassung.",
}
OFFICERS = ("T. Quist", "Marga Obbink", "A. Lindqvist-Roe")
OFFICE_TITLE = "For the Secretariat's use only"


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a block: lines of the text, the words before it, paragraphs after it, and a table
    of the secretariat's own (label and value), which is nobody's signature.
    """

    lines: tuple[Line, ...]
    before: str
    after: tuple[str, ...]
    office: tuple[tuple[str, str], ...]
    own_page: bool
    logo: str
    stamp: str
    running_head: str


def draw_around(rng: Random, filled: Filled, *, may_have_office: bool = True) -> Around:
    """Return surroundings; every fifth copy consists of the signature page alone."""
    length = rng.choice(("page", "short", "short", "short", "whole"))
    lines = {"page": (), "short": short_pact(rng, rng.choice((18, 30, 50))), "whole": whole_pact()}[length]
    note = BILINGUAL.get(filled.who.language if filled.who else "", "")
    if not lines:
        lines = (whole_pact()[0],)
        before = f"Signature page of the {TITLE}"
    else:
        before = rng.choice(BEFORE)
    if note and " / " in filled.labels.organisation:
        lines = (lines[0], whole_pact()[2].__class__(whole_pact()[2].rank, note), *lines[1:])
    # A stamp of the registry is no signature, and stands on copies with and without one.
    return Around(
        lines,
        before,
        tuple(rng.sample(AFTER, rng.choice((0, 1, 2)))),
        _office(rng) if may_have_office and rng.random() < 0.25 else (),
        rng.random() < 0.35 and len(lines) > 1,
        rng.choice("AKMW") if rng.random() < 0.3 else "",
        rng.choice(("RECEIVED\nREGISTRY", "COPY", "INCOMING\nMAIL")) if rng.random() < 0.2 else "",
        rng.choice(("", "", TITLE, f"{TITLE} | signature copy")),
    )


def _office(rng: Random) -> tuple[tuple[str, str], ...]:
    if rng.random() < 0.5:
        return (("Received by", ""), ("Date", ""), ("File number", ""))
    day = f"{rng.randrange(13, 28)} {rng.choice(('January', 'June', 'October'))} 2026"
    return (
        ("Name", rng.choice(OFFICERS)),
        ("Date", day),
        ("File number", f"P-{rng.randrange(100, 999)}"),
        ("Initials", ""),
    )
