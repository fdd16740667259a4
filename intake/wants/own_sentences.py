"""The sentences a sender wrote: without legal notices at the end and without what stands in quotes."""

import re
from collections.abc import Iterator
from itertools import islice

from intake.page.plain_text import folded

LONGEST_TEXT = 6_000
MOST_SENTENCES = 200
"""So many characters and sentences of a mail are looked at. Where there is more, no rule is sure."""

# Single signs that fold to many letters: no word of the languages read here is written with them.
_SWELLING = re.compile("[\u3200-\u33ff\ufb50-\ufdff]")

_END = re.compile(
    r"(?<=[.!?…])(?<!\b\d\.)(?<!\b\d\d\.)[)\"”»’]*\s+(?=[^\Wa-z_]|[\"“«¿¡(•*-])|\n\s*\n|"
    r"\n(?=\s{0,8}(?:[-–•*]|\d{1,2}[.)])\s)"
)
# A short line ends where it ends: greetings, labels with their values, names under a letter.
_SHORT_LINE = re.compile(r"(?m)^(.{0,50})\n(?=\s*[^\Wa-z_])")
_BEFORE_LABEL = re.compile(r"\n(?=[ \t]{0,8}[^\W\d_][^:\n]{1,40}:(?:\s|$))")
_ABBREVIATION = re.compile(
    r"\b(?:dr|mr|mrs|ms|prof|nr|no|bzw|ca|z|d|i|a|e|g|st|m|mme|sra?|dhr|mevr|t|o|v|vr|bl|etc|approx)\.$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“”„«»][^\"“”„«»\n]{12,400}[\"“”„«»]")
_REPLY = re.compile(
    r"^\s*(?:(?:re|fwd?|aw|wg|sv|vs|vb|antw|tr|rv|res|enc|odp|"
    r"r)\s?(?:\[\d+\])?\s?:\s*)+",
    re.IGNORECASE,
)

_NOTICE = re.compile(
    r"intended (?:solely|only|exclusively)|(?:is|are|may be|contains?) (?:strictly )?(?:confidential|"
    r"privileged)|"
    r"not the (?:intended|right) (?:recipient|addressee)|received (?:it|this \S+) in error|unsubscribe|"
    r"uitsluitend bestemd|(?:is|zijn) vertrouwelijk|niet de (?:beoogde|geadresseerde)|abusievelijk|"
    r"afmelden voor|"
    r"vertrauliche (?:und|informationen)|nicht der (?:richtige|beabsichtigte) (?:adressat|empfanger)|"
    r"irrtumlich erhalten|"
    r"message est confidentiel|destine exclusivement|recu (?:ce message |ce courriel )?par erreur|"
    r"confidentialite|"
    r"konfidensiel|fortrolig|kun ment for|berre meint for|er du ikke rett|feilaktig mottatt|"
    r"es confidencial|dirigid[oa] unicamente|recibido (?:este \S+ )?por error|aviso legal|"
    r"konfidentiell|avsett endast|e riservat|destinat[oa] esclusivamente|jest poufn|wylacznie dla"
)
"""Words of the legal notices that stand below mails (folded)."""


def without_reply_mark(subject: str) -> str:
    """Return a subject without "Re:" and its like."""
    return _REPLY.sub("", subject[:500]).strip()


def is_reply_subject(subject: str) -> bool:
    """Whether the subject says that it answers or forwards another mail, whose words it then has."""
    return _REPLY.match(subject[:500]) is not None


def own_sentences(text: str) -> list[str]:
    """Return the first sentences of a text, each with its closing mark.

    A legal notice ends its paragraph; words in quotes are somebody else's and left out.
    """
    return list(
        islice(_sentences(_SWELLING.sub(" ", text[:LONGEST_TEXT].replace("\r\n", "\n"))), MOST_SENTENCES)
    )


def is_cut_short(text: str, sentences: list[str]) -> bool:
    """Whether these sentences of a text are not all of it."""
    return len(text) > LONGEST_TEXT or len(sentences) >= MOST_SENTENCES


def _sentences(text: str) -> Iterator[str]:
    for paragraph in re.split(r"\n\s*\n", _BEFORE_LABEL.sub("\n\n", text)):
        for sentence in _split(_SHORT_LINE.sub(r"\1\n\n", _QUOTED.sub(_kept_of_quote, paragraph))):
            if _NOTICE.search(folded(sentence)):
                break
            yield sentence


def _kept_of_quote(quote: re.Match[str]) -> str:
    # A name in quotes is part of what is said; a sentence in quotes is what another said.
    return quote[0] if len(quote[0].split()) <= 6 else " … "


def _split(text: str) -> Iterator[str]:
    begun = ""
    for piece in _END.split(text):
        begun = f"{begun} {piece}".strip() if begun else piece.strip()
        if _ABBREVIATION.search(begun[-12:]):
            continue
        if begun:
            yield " ".join(begun.split())
        begun = ""
    if begun:
        yield " ".join(begun.split())
