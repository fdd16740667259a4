"""Words by which somebody signs, but not quite: reservations, conditions and exceptions, in many
languages."""

import re
import unicodedata

_RESERVES = {
    "en": r"reservations?|reserv(?:e|es|ing) the right|subject to|provided that|on (?:the )?condition|"
    r"under the condition|conditional(?:ly)?|with the exception|without prejudice|non-?binding|"
    r"not (?:be )?(?:bind\w*|bound|liable|obliged)|no (?:obligations?|commitment)|in ?so ?far as|"
    r"(?:do|does|shall|will|can|is|are) ?n[o']t (?:accept|agree|apply|commit|consent|endorse)|"
    r"not applicable to (?:us|our)|(?:excluding|except(?: for)?) (?:clause|paragraph|article|section)s?|"
    r"pending (?:the |our )?(?:\w+ )?approval|approval \w+ (?:\w+ ){0,5}(?:is|remains) pending",
    "nl": r"voorbehoud|behoudens|mits|met uitzondering van|niet bindend|onder (?:de )?voorwaarde",
    "de": r"vorbehalt\w*|unter der (?:bedingung|voraussetzung)|mit ausnahme|ausgenommen|unverbindlich|"
    r"nicht bindend|sofern",
    "fr": r"sous (?:toute )?reserves?|a (?:la )?condition|a l'exception|non contraignant\w*",
    "no": r"forbehold\w*|under forutsetning|med unntak|ikke bindende|forutsatt at",
    "da": r"med undtagelse|forudsat at",
    "sv": r"forbehall\w*|med undantag|inte bindande|forutsatt att",
    "es": r"con (?:la )?reservas?|a condicion|siempre que|con excepcion|no vinculante",
    "it": r"con riserva|a condizione|ad eccezione|non vincolante",
    "pt": r"com reservas?|desde que|com excecao",
    "pl": r"zastrzezeni\w*|pod warunkiem|z wyjatkiem",
    "fi": r"varauksin|edellyttaen",
    "cs": r"vyhrad\w*|s vyjimkou",
}
_RESERVATION = re.compile("|".join(rf"\b(?:{words})\b" for words in _RESERVES.values()))
_OF_THE_PACT = re.compile(
    r"\b(?:pact|clauses?|paragraphs?|articles?|participa\w+|obligations?|commit\w*|agree\w*|accept\w*|bind\w*|"
    r"bound|appl(?:y|ies)|budgets?|approv\w+|conditions?|signatory|undersigned|exceptions?|provisional\w*)\b"
)
_LIMITS = re.compile(r"\b(?:not|no|never|nor|only|except|unless|without|cannot|don't|doesn't|limited)\b")
_HARMLESS = re.compile(
    r"\b(?:all rights reserved|duly authori[sz]ed|on behalf of|please (?:return|send|sign|print|fill)|"
    r"page \d+ of|signed (?:by|in|at|electronically)|electronic(?:ally)? sign|digital(?:ly)? sign|"
    r"if (?:not )?applicable|delete (?:as|where|what)|block letters|tick|mark (?:one|what|with)|circle)"
)
_WORDS_OF_A_STATEMENT = 5


def makes_reservation(text: str) -> bool:
    """Whether the words make a reservation, a condition or an exception."""
    return _RESERVATION.search(_flat(text)) is not None


def may_limit(text: str) -> bool:
    """Whether the words are a sentence about the Pact that may limit what was signed."""
    flat = _flat(text)
    if len(flat.split()) < _WORDS_OF_A_STATEMENT or _HARMLESS.search(flat):
        return False
    return _OF_THE_PACT.search(flat) is not None and _LIMITS.search(flat) is not None


def _flat(text: str) -> str:
    """Return the text in lower case without accents, apostrophes straight."""
    letters = unicodedata.normalize("NFKD", text.casefold().replace("\u2019", "'"))
    return "".join(c for c in letters if not unicodedata.combining(c))
