"""How much a piece of a letter's line looks like a person, a title, an organisation: scores to be weighed."""

import re
from functools import lru_cache

from intake.block.dates import read_date
from intake.block.signature import platform_words
from intake.letter.letter_words import CONTACT, COPIED
from intake.letter.title_words import TITLES, UNITS
from intake.page.plain_text import folded, has_odd_characters
from pact.folding import words_of
from pact.legal_forms import without_legal_form
from pact.organisation_kinds import kinds_in

_PARTICLES = frozenset(
    re.findall(
        r"\S+",
        "van von und zur zum auf de der den del della di da do dos das du la le el los las dal dalla y e i "
        "ter ten ap ab ferch mac nic ua ui ibn abu "
        "te zu of af av op het in bin al ni o degli dei vom aus im ben t s lo",
    )
)
_LONGEST_PARTICLE = 3
_BEFORE_A_NAME = frozenset(
    re.findall(
        r"\S+",
        "mr mrs ms miss mx dr prof ir drs ing mevr mevrouw mw dhr heer herr frau fru m mme mlle me mm sir "
        "dame lord "
        "lady rev hon mag dipl dott dott.ssa dr.ssa avv arch geom rag eng eng.a eng.o engo d dna dona don "
        "sr sra "
        "mgr inz lic hab cand fil doc docent ft fm di ktm vtm tkt pr doutor doutora exmo exma freiherr "
        "freifrau "
        "graf grafin phd msc ma mba ph jur iur phil rer nat med kfm (fh) (univ) (uni) h.c e.h polit merc "
        "oecon "
        "scient univ hd sig sig.ra professor professorin doktor ddr",
    )
)
_BEHIND_A_NAME = re.compile(
    r"^(?:ph\.?\s?d|m\.?sc|b\.?sc|mba|m\.?a|b\.?a|ll\.?m|ll\.?b|m\.?phil|ll\.?d|ed\.?d|d\.?phil|"
    r"(?:[A-Z][a-z]?\.?){2,6}|[A-Z]{2,6}(?:\s[A-Z]{2,6})*)\.?$"
)
_WORD = re.compile(r"^['’]?[^\W\d_]+(?:[-'’.·][^\W\d_]*)*\.?$")
_NEVER_IN_A_NAME = re.compile(r"[\d:;!?/@&|_+*=<>]")
_UNIT_AT_END = re.compile(
    r"\s(?:team|unit|department|dept|division|office|directorate|section|branch|group)$"
)
_ORGANISATION = re.compile(
    r"(?<![\w-])(?:foundation|association|alliance|institut\w*|institutt|instytut\w*|university|college|"
    r"council|trust|union|agency|authority|"
    r"ministry|centre|center|centrum|forum|initiative|coalition|consortium|city of|municipality|region|"
    r"group|company|cooperative|co-operative|"
    r"watch|observator\w+|osservatorio|osservatori|bond|\w+bond|gemeente|provincie|instituut|instituutti|"
    r"instituutin|hogeschool|universit\w*|\w+verein|verband|"
    r"stiftung|bundnis|gesellschaft|stadt|hochschule|netzwerk|reseau|collectif|atelier|ville|commune|"
    r"syndicat|azienda|consorcio|health board|housing board|samenwerking|\w+samenwerking|\w+centrum|norsk|"
    r"forening\w*|foreining\w*|stiftels\w*|"
    r"stiftinga|fonden?|forbund\w*|\w+forbund|\w+forbundet|kommune|nettverk\w*|\w+nettet|natverk\w*|"
    r"netværk\w*|\w*laget|\w*lauget|\w+ringen|\w+skolen|\w+skole|"
    r"hogskol\w*|hogskul\w*|kommun|myndighet\w*|fundaci\w+|asociaci\w+|ayuntamiento|instituto|red de|"
    r"rede de|rete d\w+|cooperativa|fondazione|associazion\w+|"
    r"comune|istituto|consorzio|fundac\w+|associac\w+|camara|observatorio|fundacja|stowarzyszeni\w+|urzad|"
    r"uniwersytet\w*|siec|spoldzielni\w+|zwiazek|"
    r"saatio|\w*saatio|yhdistys|\w+yhdistys|liitto|kaupunki|osuuskunta|verkosto\w*|instituutti|"
    r"\w*korkeakoulu|agencja|gmina|powiat|izba|linnavalitsus|vald|"
    r"obcina|nadace|spolek|ustav|univerzita|mesto|ιδρυμα|ενωση|δημοσ|πανεπιστημιο|οργανισμοσ|ταμειο|"
    r"alapitvany|egyesulet|egyetem|onkormanyzat\w*|"
    r"society|federation|network|genossenschaft|verein|club|guild|platform|movement|campaign|"
    r"foretag\w*)(?![\w-])|"
    r"\b(?:ltd|limited|inc|llc|plc|gmbh|mbh|e\. ?v|eg|asbl|vzw|ry|r\.y|cic|s\.? ?coop|crl|lda|sarl|cvba|"
    r"u\.a|i/s|amba)\.?$"
)


@lru_cache(maxsize=5_000)
def likeness_to_person(text: str) -> float:
    """Return how much the text looks like one person's name: not below 0, and with a degree above 3."""
    tokens = [t.rstrip(",") for t in text.replace("·", " ").split()]
    core, degrees = _without_degrees(tokens)
    if not 1 <= len(core) <= 6 or _NEVER_IN_A_NAME.search(text) or has_odd_characters(text):
        return -4.0
    shaped = [t for t in core if _WORD.match(t)]
    capitals = [t for t in core if _begins_large(t)]
    if len(shaped) < len(core) or not capitals:
        return -4.0
    small = [t for t in core if t not in capitals and folded(t).strip("'.") not in _PARTICLES]
    # "Rhiannon ap Gwilym": between two names a short word may be one more particle of the world's.
    if len(small) > 1 or any(len(t) > _LONGEST_PARTICLE or t in (core[0], core[-1]) for t in small):
        return -3.0
    flat = folded(" ".join(core))
    score = (2.0 if len(capitals) >= 2 else -0.5) + (1.6 if degrees else 0.0) - 0.8 * len(small)
    if core[-1] not in capitals or folded(core[-1]).strip("'.") in _PARTICLES:
        score -= 3.0  # "Annelies in 't" goes on
    title = TITLES.find(flat)
    if title is not None:
        # Families are called Meister, Dijkgraaf and Bishop: the first word is a title's more often.
        score -= 2.4 if title.place == 0 else 1.6
    if likeness_to_organisation(text) > 1:
        score -= 3.0
    return score - (3.0 if is_unit(flat) else 0.0)


@lru_cache(maxsize=5_000)
def likeness_to_title(text: str) -> float:
    """Return how much the text looks like a title or function: above 2 a word says so."""
    if CONTACT.search(folded(text)) or has_odd_characters(text) or len(text) > 110:
        return -3.0
    seen = TITLES.find(text)
    if seen is None:
        return -0.2
    return 2.5 if seen.place < 3 else 1.8


@lru_cache(maxsize=5_000)
def likeness_to_organisation(text: str) -> float:
    """Return how much the text looks like an organisation's name: above 1 a word or a legal form says so."""
    flat = folded(text)
    if CONTACT.search(flat) or len(text) > 120 or not any(c.isalpha() for c in text):
        return -3.0
    if _ends_with_legal_form(text) or _ORGANISATION.search(flat) or kinds_in(text):
        return 2.2
    return -0.3


def _ends_with_legal_form(text: str) -> bool:
    last = text.rpartition(" ")[2]
    # "Torbjørn Ås" is nobody's limited company: such short forms are written in capitals.
    may_be_one = len(last) > 3 or not last.isalpha() or last[1:] != last[1:].lower()
    words = words_of(text)
    kept, form = without_legal_form(words)
    return may_be_one and form is not None and kept[:1] == words[:1]


@lru_cache(maxsize=5_000)
def begins_as_title(text: str) -> bool:
    """Whether the first word of what looks like a name is a title's: "Deputy Chief Executive"."""
    title = TITLES.find(folded(" ".join(_core_of(text))))
    return title is not None and title.place == 0


@lru_cache(maxsize=5_000)
def is_whole_name(text: str) -> bool:
    """Whether at least two of the words may be names: "DI Ville-Petteri" goes on, "Bürgermeister" is none."""
    words = [
        t for t in _core_of(text) if _begins_large(t) and not (len(t) < 4 and t.isupper() and "." not in t)
    ]
    return len(words) > 1


@lru_cache(maxsize=5_000)
def is_unit(text: str) -> bool:
    """Whether the text begins as the name of a department does."""
    seen = UNITS.find(text)
    if seen is not None and seen.place == 0:
        return True
    return bool(_UNIT_AT_END.search(folded(text))) and TITLES.find(text) is None


def is_behind_a_name(text: str) -> bool:
    """Whether the text is a degree or an order as it stands behind a name and a comma: "MBA", "OBE"."""
    return len(text) <= 14 and sum(c.isupper() for c in text) >= 2 and bool(_BEHIND_A_NAME.match(text))


def is_aside(text: str) -> bool:
    """Whether a line only says how to reach someone, when, by which service, or who got a copy."""
    flat = folded(text)
    dated = len(text) < 60 and read_date(text) is not None
    return bool(CONTACT.search(flat)) or dated or platform_words(text) is not None or bool(COPIED.match(flat))


def _core_of(text: str) -> list[str]:
    return _without_degrees([t.rstrip(",") for t in text.split()])[0]


def _without_degrees(tokens: list[str]) -> tuple[list[str], int]:
    """Return the tokens without what stands before and behind a name, and how many were left out."""
    core, before = list(tokens), 0
    while len(core) > 1 and _is_degree(core[0]):
        core, before = core[1:], before + 1
    behind = 0
    while len(core) > 2 and is_behind_a_name(core[-1].strip(",")):
        core, behind = core[:-1], behind + 1
    return core, before + behind


def _is_degree(token: str) -> bool:
    flat = folded(token).strip(".,")
    abbreviated = bool(re.match(r"^[a-z]{2,8}\.(?:[a-z]{1,8}\.?)*$", token)) or bool(
        re.match(r"^[A-Z][a-z]{1,4}\.-[A-Z]", token)
    )
    return (
        flat in _BEFORE_A_NAME
        or abbreviated
        or all(p in _BEFORE_A_NAME for p in re.split(r"[.\-]+", flat) if p)
    )


def _begins_large(token: str) -> bool:
    bare = token.lstrip("'’(")
    lead = re.sub(r"^(?:d|l|o|dell|dall|t|s)['’]", "", bare, flags=re.IGNORECASE)
    return bare[:1].isupper() or lead[:1].isupper()
