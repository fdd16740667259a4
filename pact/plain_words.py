"""Words as they are compared: no case, no accents, no punctuation, and as little of the typesetter as can
be."""

import re
import unicodedata

LOST_GLYPH = "\ufffd"
"""What stands in a word for a letter that its file does not name."""

HYPHENS = frozenset("-\u2010\u2011\u00ad\u2212\x02\ufffe\u00ac")
"""What may stand at a line's end where a word goes on in the next; print, pdfium and OCR each have theirs."""

_LETTERS_AT_MOST = 64
_NOTE_MARK = re.compile(
    "(?<=[^\\W\\d_]{3})([.,;:)]*)[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+(?=[.,;:)\u201d\u2019\"']*$)"
)
_LOST = re.compile("[\x00\ue000-\uf8ff]")
_UNSEEN = re.compile(
    "[-\u2010-\u2015\u00ad\u2212\x02\ufffe\u00ac'\u2019\u2018\u02bc`\u00b4\"\u201c\u201d\u201e\u200b-\u200f\u2060\ufeff]"
)
_THOUSANDS = re.compile(r"(?<=\d)[.,\u2009\u202f'](?=\d{3}(?:\D|$))(?<!\b0.)")
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")
_POINT_IN_WORD = re.compile(r"(?<=[^\W\d_])\.(?=[^\W\d_])")
_TOKEN = re.compile(
    r"\d+(?:\.\d+)*[^\W_\ufffd]*|[^\W_]+(?:\ufffd+[^\W_]*)*|\ufffd+[^\W_]+|[%\u2030$\u00a3\u20ac\u00a5]"
)
_EDGES = ".,;:()[]\"'\u2019\u2018\u201c\u201d"


def plain_words(printed: str) -> tuple[str, ...]:
    """Return the plain words of one printed word: none for a dash, two for "75%", one for "one-third".

    Letters that the file does not name stay in them as LOST_GLYPH. A raised note mark at the end goes.
    """
    trimmed = printed.strip(_EDGES)
    if trimmed.isascii() and trimmed.isalpha():
        return (trimmed.lower()[:_LETTERS_AT_MOST],)
    flat = _NOTE_MARK.sub(r"\1", printed)
    flat = _LOST.sub(LOST_GLYPH, flat)
    if not flat.isascii():
        flat = "".join(c for c in unicodedata.normalize("NFKD", flat) if not unicodedata.combining(c))
    flat = _UNSEEN.sub("", flat.casefold()).replace("&", " and ")
    if any(c.isdigit() for c in flat):
        flat = _DECIMAL_COMMA.sub(".", _THOUSANDS.sub("", flat))
    flat = _POINT_IN_WORD.sub("", flat)
    return tuple(token[:_LETTERS_AT_MOST] for token in _TOKEN.findall(flat))


def goes_on(printed: str) -> bool:
    """Whether a printed word at a line's end is hyphenated: the next line has the rest of it."""
    return len(printed) > 1 and printed[-1] in HYPHENS and printed[-2].isalpha()
