"""Whether a mail domain may be taken for another: letters that look alike, slips, words added."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import OSA

from pact.mail_domains import owner_label

_LONGEST = 255
_LEAST_FOR_A_SLIP = 7
_LEAST_FOR_A_WORD = 5

# fmt: off
# Letters of other scripts, and figures, by the Latin letter that they are read as.
_LOOKS = str.maketrans({
    "0": "o", "1": "l", "3": "e", "5": "s", "а": "a", "с": "c", "е": "e", "һ": "h", "і": "i", "ј": "j",
    "к": "k", "м": "m", "н": "h", "о": "o", "р": "p", "ѕ": "s", "т": "t", "у": "y", "х": "x", "ԁ": "d",
    "ԛ": "q", "ԝ": "w", "ѵ": "v", "ɡ": "g", "ɩ": "i", "ı": "i", "ӏ": "l", "α": "a", "ε": "e", "ι": "i",
    "κ": "k", "ν": "v", "ο": "o", "ρ": "p", "τ": "t", "υ": "u", "χ": "x", "ł": "l", "ø": "o", "đ": "d",
    "ß": "b",
})
# What is put beside a true name to make a false one look like its mail or its log-in.
_BAIT = frozenset({
    "secure", "security", "login", "signin", "account", "accounts", "mail", "email", "webmail",
    "mailer", "support", "service", "services", "online", "portal", "verify", "update", "office",
    "office365", "docs", "document", "documents", "sign", "esign", "invoice", "billing", "payment",
    "helpdesk", "admin", "info", "official", "contact", "pact", "cfit", "ict", "nl", "eu", "com", "org",
    "gov", "int", "de", "be", "fr",
})
# fmt: on
_PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"))


class Likeness(StrEnum):
    """In what one domain is like another that it is not."""

    LETTERS = "it is written with letters that look alike"
    SLIP = "it differs by one letter"
    HYPHEN = "it differs by a hyphen"
    WORD = "it adds a word to it"
    IN_FRONT = "it begins with it and belongs to somebody else"
    ENDING = "it differs by its ending"


@dataclass(frozen=True, slots=True)
class LooksLike:
    """A known domain that another one is like, and in what."""

    domain: str
    likeness: Likeness


def looks_like(domain: str, known: Iterable[str]) -> LooksLike | None:
    """Return the known domain that this one may be taken for, the more telling likeness first.

    None for a domain that is known itself, or belongs to the owner of one that is.
    """
    domain = domain.strip().strip(".").lower()[:_LONGEST]
    others = {one.strip().strip(".").lower() for one in known}
    if not domain or any(_is_of_one_owner(domain, one) for one in others):
        return None
    order = list(Likeness)
    found = [LooksLike(one, likeness) for one in sorted(others) if (likeness := _likeness(domain, one))]
    return min(found, key=lambda one: order.index(one.likeness), default=None)


def are_of_one_owner(one: str, other: str) -> bool:
    """Whether two domains are the same, or one lies within the other, or both within one owner's."""
    return _is_of_one_owner(one.lower().strip("."), other.lower().strip("."))


def _is_of_one_owner(one: str, other: str) -> bool:
    return _registered(one) == _registered(other)


def _registered(domain: str) -> tuple[str, str]:
    """Return the label that the owner chose and all that stands behind it."""
    label = owner_label(domain)
    labels = domain.split(".")
    for place in range(len(labels) - 1, -1, -1):
        if owner_label(".".join(labels[place:])) == label:
            return label, ".".join(labels[place + 1 :])
    return label, ""


def _likeness(domain: str, known: str) -> Likeness | None:
    (label, ending), (known_label, known_ending) = _registered(domain), _registered(known)
    if not label or not known_label:
        return None
    if domain.startswith((f"{known}.", f"{known.replace('.', '-')}.")):
        return Likeness.IN_FRONT
    if label == known_label:
        return Likeness.ENDING if len(label) >= _LEAST_FOR_A_WORD and ending != known_ending else None
    return _likeness_of_labels(label, known_label, same_ending=ending == known_ending)


def _likeness_of_labels(label: str, known: str, *, same_ending: bool) -> Likeness | None:
    if _as_seen(label) == _as_seen(known):
        return Likeness.LETTERS
    if label.replace("-", "") == known.replace("-", ""):
        return Likeness.HYPHEN
    if _adds_bait(label, known):
        return Likeness.WORD
    return Likeness.SLIP if same_ending and _is_a_slip(label, known) else None


def _as_seen(label: str) -> str:
    """Return a label as a hurried reader sees it."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", label) if not unicodedata.combining(one))
    seen = plain.translate(_LOOKS)
    for written, read in _PAIRS:
        seen = seen.replace(written, read)
    return seen


def _adds_bait(label: str, known: str) -> bool:
    if len(known) < _LEAST_FOR_A_WORD or known not in label:
        return False
    words = [word for word in label.replace(known, "-", 1).split("-") if word]
    return bool(words) and all(word in _BAIT for word in words)


def _is_a_slip(label: str, known: str) -> bool:
    """Whether one letter was put in, left out, changed or swapped behind the first, as in rijkswaterstat."""
    if min(len(label), len(known)) < _LEAST_FOR_A_SLIP or label[0] != known[0]:
        return False
    return OSA.distance(label, known, score_cutoff=1) == 1 and label.rstrip("0123456789") != known
