"""The levels of a document's criteria, in its own words: core and comprehensive, basis and ambitieus."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_VERBS = frozenset(
    ("must", "shall", "should", "may", "moet", "zou", "muss", "soll", "doit", "debe", "skal", "bør")
)
_KNOWN = (
    ("core", "comprehensive"),
    ("baseline", "ambitious", "frontrunner"),
    ("required", "optional"),
    ("mandatory", "best practice"),
    ("basic", "advanced"),
    ("basis", "significant", "ambitieus"),
    ("basis", "avansert", "spydspiss"),
    ("básico", "avanzado"),
    ("minimumeis", "gunningscriterium"),
    ("basis", "anspruchsvoll"),
    ("essentiel", "avancé"),
    ("must", "should"),
)
_PROOF = (
    "verification|proof|evidence|nachweis|nachweise|bewijs|bewijsmiddel|verificatie|preuve|preuves|vérification|"
    "justificatif|verificación|prueba|medios de verificación|dokumentasjon|dokumentation|verifisering|bevis"
)
_PROOF_LABEL = re.compile(rf"(?<!\w)({_PROOF})(?:\*\*)?\s?:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LevelPart:
    """What a text says for one level; ``level`` is empty for what it says about the proof."""

    level: str
    text: str


def split_level_words(said: str) -> tuple[str, ...]:
    """Return level words out of "core / comprehensive" or "core, comprehensive"."""
    return tuple(word.strip().lower() for word in re.split(r"[/,;|]", said) if word.strip())


def level_words_in(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the level words that a document uses as labels or column heads, where it names none itself."""
    seen = "\n".join(texts)
    for words in _KNOWN:
        if words[0] not in _VERBS and all(
            _label(words).search(seen) for words in ((word,) for word in words)
        ):
            return words
    return ()


def level_parts(text: str, level_words: tuple[str, ...]) -> list[LevelPart]:
    """Return what the text says level by level, word for word; nothing where it speaks of no level."""
    if not level_words:
        return []
    marks = [(found.start(), found.end(), _plain(found[1])) for found in _label(level_words).finditer(text)]
    if not marks:
        marks = _unlabelled(text, level_words)
    if not marks:
        return []
    marks = sorted(marks + [(found.start(), found.end(), "") for found in _PROOF_LABEL.finditer(text)])
    ends = [start for start, _, _ in marks[1:]] + [len(text)]
    return [
        LevelPart(level, _trimmed(text[end:until]))
        for (_, end, level), until in zip(marks, ends, strict=True)
    ]


def proof_in(text: str) -> str:
    """Return what the text says about the proof, from its label on; nothing where it does not."""
    found = _PROOF_LABEL.search(text)
    return _trimmed(text[found.end() :]) if found else ""


def is_proof_word(text: str) -> bool:
    """Whether a column's head, such as Evidence or Nachweis, names the proof."""
    return re.match(rf"(?:{_PROOF})\b", text.strip(" *_:"), re.IGNORECASE) is not None


def level_of(text: str, path: Sequence[str], level_words: tuple[str, ...]) -> str:
    """Return the one level that a passage is about; nothing where it names none, or several.

    What the passage says itself comes first, then the titles above it from the inside out.
    """
    own = {part.level for part in level_parts(text, level_words) if part.level}
    if own:
        return own.pop() if len(own) == 1 else ""
    for title in reversed(path):
        named = {word for word in level_words if _names_section(word).search(title)}
        if named:
            return named.pop() if len(named) == 1 else ""
    verbs = {word for word in level_words if word in _VERBS and _word(word).search(text)}
    return verbs.pop() if len(verbs) == 1 else ""


def level_of_head(cell: str, level_words: tuple[str, ...]) -> str:
    """Return the level that a column's head names, or nothing."""
    folded = _plain(cell)
    return next((word for word in level_words if folded == word or folded.startswith(f"{word} ")), "")


def _unlabelled(text: str, level_words: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """Return where "baseline 1 year, ambitious 2 years" names its levels; it takes two to be such a list."""
    found = [
        (match.start(), match.end(), word)
        for word in level_words
        for match in re.finditer(rf"(?<!\w){re.escape(word)}(?=\s+[\d<>≥≤])", text, re.IGNORECASE)
    ]
    return sorted(found) if len({word for _, _, word in found}) > 1 else []


@lru_cache(maxsize=200)
def _label(level_words: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(level_words, key=len, reverse=True))
    return re.compile(
        rf"(?<!\w)({words})(?:\s(?:criterion|criteria|level))?(?:\*\*|__)?\s?(?::|\|)", re.IGNORECASE
    )


@lru_cache(maxsize=200)
def _word(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=200)
def _names_section(word: str) -> re.Pattern[str]:
    """Return what finds "Core criteria" and "Energy (core)", and passes over "Our core work"."""
    wanted = re.escape(word)
    return re.compile(rf"^\W*{wanted}(?!\w)|[(\[\-–:]\s?{wanted}(?!\w)|(?<!\w){wanted}\W*$", re.IGNORECASE)


def _plain(text: str) -> str:
    return " ".join(text.strip(" *_:").lower().split())


def _trimmed(text: str) -> str:
    return text.strip().strip("*_ ,;").strip()
