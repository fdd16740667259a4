"""Raised and lowered letters put back behind their word: PDF readers give CO2's figure a line later."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from intake.page.page import Word
from pact.documents import Method

_LETTERS_AT_MOST = 3
_SMALL = 0.85
_TOUCHING = 0.2


def with_strays_joined(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words in their order, each raised or lowered one behind the word that it touches."""
    pairs = zip(words, [None, *words], strict=False)
    strays = {
        id(word): host
        for word, before in pairs
        if _may_be_stray(word, before) and (host := _host_of(word, words)) is not None
    }
    behind: dict[int, list[Word]] = {}
    for word in words:
        if id(word) in strays:
            behind.setdefault(id(strays[id(word)]), []).append(replace(word, glued=True))
    kept = [[word, *behind.get(id(word), ())] for word in words if id(word) not in strays]
    return tuple(word for several in kept for word in several)


def _may_be_stray(word: Word, before: Word | None) -> bool:
    """Whether it is a few letters, and not simply the next word of its line."""
    if len(word.text) > _LETTERS_AT_MOST or word.glued or word.method is not Method.TEXT:
        return False
    if before is None:
        return True
    level = abs(before.box[1] - word.box[1]) < 0.3 * before.size_pt
    return not (level and 0 <= word.box[0] - before.box[2] < before.size_pt)


def _host_of(word: Word, words: Sequence[Word]) -> Word | None:
    """Return the word that the letter stands directly behind, None for a word in its own right."""
    is_sign = all(unicodedata.decomposition(letter).startswith(("<sub>", "<super>")) for letter in word.text)
    for host in words:
        if host is word or len(host.text) == 1:
            continue
        touches = abs(host.box[2] - word.box[0]) < _TOUCHING * host.size_pt
        level = host.box[1] - 0.2 * host.size_pt < word.middle_y < host.box[3] + 0.3 * host.size_pt
        if touches and level and (is_sign or word.size_pt < _SMALL * host.size_pt):
            return host
    return None
