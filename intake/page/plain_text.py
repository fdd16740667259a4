"""Text as people wrote it: ligatures, soft hyphens and odd spaces of print taken out, names left alone."""

import re
import unicodedata

TICKED = frozenset("☑☒✓✔✕✖✗✘■▣◼●◉⬛🗹🗷🗸⊠⊗◙❎✅√✚")
UNTICKED = frozenset("☐□▢◻○◯⬜❏❐❑❒◌⬚")
TICK_GLYPHS = TICKED | UNTICKED
"""Characters that are boxes or ticks; each is a word of its own."""

UNKNOWN_GLYPH = "\ufffd"
"""What stands for a glyph the font does not name."""

_LIGATURES = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
    "ĳ": "ij",
    "Ĳ": "IJ",
}
_HYPHENS = {"\u2010": "-", "\u2011": "-", "\x02": "-", "\ufffe": "-"}
_DROPPED = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e]")
_SPACES = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_NEVER_IN_A_NAME = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd\ue000-\uf8ff]")


def mended(code: int) -> str:
    """Return the text of one character code: ligatures opened, print hyphens plain, unknown glyphs
    U+FFFD."""
    if code in (0, 0xFFFF) or 0xE000 <= code <= 0xF8FF or code > 0x10FFFF or 0xD800 <= code < 0xE000:
        return UNKNOWN_GLYPH
    character = chr(code)
    return _LIGATURES.get(character) or _HYPHENS.get(character) or character


def tidy(text: str) -> str:
    """Return the text in NFC with ligatures opened, soft hyphens dropped and every run of spaces made
    one."""
    for printed, meant in (_LIGATURES | _HYPHENS).items():
        text = text.replace(printed, meant)
    return _SPACES.sub(" ", _DROPPED.sub("", unicodedata.normalize("NFC", text))).strip()


def has_odd_characters(text: str) -> bool:
    """Whether something stands in the text that no name, title or organisation has."""
    return bool(_NEVER_IN_A_NAME.search(text))


def joined_lines(lines: list[str]) -> str:
    """Return the lines of one value as one text.

    A hyphen at a line's end stays when what follows begins with a capital (Noord-/Holland) and when
    it is not sure that it only parted a word; it goes only after a lower-case letter before one, where
    the hyphen is one that typesetters put (U+00AD, U+2010).
    """
    whole = ""
    for line in lines:
        if not whole:
            whole = line
        elif re.search(r"\w[\u00ad\u2010]$", whole) and line[:1].islower():
            whole = whole[:-1] + line
        elif re.search(r"\w[-\u00ad\u2010\x02\ufffe]$", whole):
            whole += line
        else:
            whole += " " + line
    return tidy(whole)


def folded(text: str) -> str:
    """Return the text for comparing with word lists: lower case, no accents, straight apostrophes."""
    return _SPACES.sub(" ", text.casefold().translate(_FOLDS)).strip()


class _Folds(dict[int, str]):
    """What each character is folded to, worked out once."""

    def __missing__(self, code: int) -> str:
        flat = unicodedata.normalize("NFKD", chr(code))
        self[code] = "".join(c for c in flat if not unicodedata.combining(c))
        return self[code]


_FOLDS = _Folds({ord("’"): "'", ord("ʼ"): "'", ord("ø"): "o", ord("ł"): "l"})
