"""Whether a sender's mail domain looks like the organisation's own (Pact 6.4.2.c)."""

from pact.abbreviations import written_in_full
from pact.folding import SMALL_WORDS, spellings, words_of
from pact.legal_forms import without_legal_form
from pact.mail_domains import is_free_mail, owner_label
from pact.organisation_kinds import is_kind_word

_LEAST_COVERED = 0.65
_LEAST_ACRONYM = 3
_LEAST_PREFIX = 5

# Parts of a domain that say what kind of body it is and not which.
_FILLERS = frozenset({"uni", "univ", "gem", "min", "prov", "um", "st", "hs", "www", "mail", "info"})

# Greek and Cyrillic names are spelled in Latin letters in most domains.
# fmt: off
_LATIN = str.maketrans({
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k",
    "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "τ": "t", "υ": "y",
    "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o", "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e",
    "ж": "zh", "з": "z", "и": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sht", "ъ": "a",
    "ы": "y", "ь": "y", "э": "e", "ю": "yu", "я": "ya",
})
# fmt: on


def domain_fits(name: str, domain: str) -> bool:
    """Whether the domain contains the organisation's name, or is short for it.

    Umlauts count in both spellings, Greek and Cyrillic letters as Latin ones. Free mail never
    fits. False also means "cannot tell", so it is a reason to ask and none to refuse.
    """
    label = owner_label(domain)
    if not label or is_free_mail(domain):
        return False
    labels = [one for spelled in spellings(label) for one in _with_and_without_kind(spelled)]
    return any(_fits(words, one) for words in _spelled_words(name) for one in labels)


def _with_and_without_kind(label: str) -> tuple[str, str]:
    """Return a folded label run together, whole and without what says only the kind of body."""
    parts = [part for part in label.split() if part not in _FILLERS and not is_kind_word(part)]
    whole = label.replace(" ", "")
    return whole, "".join(parts) or whole


def _spelled_words(name: str) -> list[list[str]]:
    texts = [text for full in written_in_full(name) for text in spellings(full)]
    both = dict.fromkeys([*texts, *(text.translate(_LATIN) for text in texts)])
    return [without_legal_form(words_of(text))[0] for text in both]


def _fits(words: list[str], label: str) -> bool:
    significant = [word for word in words if word not in SMALL_WORDS]
    if not significant:
        return False
    telling = [word for word in significant if not is_kind_word(word)] or significant
    return (
        label in telling
        or _is_covered(label, words, telling)
        or _is_short_for(label, words)
        or any(len(label) >= _LEAST_PREFIX and word.startswith(label) for word in telling)
        or (len(significant) == 1 and _is_skeleton(label, significant[0]))
    )


def _is_covered(label: str, words: list[str], telling: list[str]) -> bool:
    """Whether whole words of the name make up most of the label, a telling one among them."""
    rest, tells = label, False
    for word in sorted(words, key=len, reverse=True):
        if len(word) > 1 and word in rest:
            rest = rest.replace(word, " ", 1)
            tells = tells or (word in telling and len(word) >= _LEAST_ACRONYM)
    left = len(rest.replace(" ", ""))
    return tells and 1 - left / len(label) >= _LEAST_COVERED


def _is_short_for(label: str, words: list[str]) -> bool:
    """Whether the label is made of the beginnings of all the words, in their order: minfin, mgk.

    Small words may be left out, as people leave them out of acronyms.
    """
    if len(words) < 2 or len(label) < _LEAST_ACRONYM:
        return False
    ends = {0}
    for word in words:
        longer = {
            end + length
            for end in ends
            for length in range(1, min(len(word), len(label)) + 1)
            if label.startswith(word[:length], end)
        }
        ends = longer | ends if word in SMALL_WORDS else longer
    return len(label) in ends


def _is_skeleton(label: str, word: str) -> bool:
    """Whether the label is a few consonants of one long word: rws of Rijkswaterstaat."""
    if not (_LEAST_ACRONYM <= len(label) < len(word) / 2 and label[0] == word[0]):
        return False
    letters = iter(word)
    return not set(label) & set("aeiouy") and all(letter in letters for letter in label)
