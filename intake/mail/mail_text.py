"""Bytes of a mail to readable text: character sets as they are met, and lines without controls."""

import codecs
import re
import unicodedata
from functools import lru_cache

# These codecs are no character sets of mail: slow on long input, or they answer with warnings.
_NEVER_A_CHARSET = frozenset({"idna", "punycode", "undefined", "unicode_escape", "raw-unicode-escape"})

# What is labelled so is, in mail as on the web, mostly the larger set (WHATWG Encoding, 4.2).
_REALLY = {
    "ascii": "utf-8",
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
}

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_ACCENT = re.compile("[^\x00-\x7f\ufffd]")
_HALVES = re.compile("[\ud800-\udfff]")
# Direction overrides make "fdp.exe" look like "exe.pdf"; no honest line of a header needs them.
_DIRECTION_MARKS = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff]+")


def decode_text(data: bytes, charset: str | None) -> str:
    """Return ``data`` as text: by its charset, else as UTF-8, else as Windows-1252. Never raises."""
    text = _decoded(data, _known_charset(charset) or "utf-8")
    # UTF-7 can spell half a character, which no database and no letter takes.
    return text if text.isascii() else _HALVES.sub("\ufffd", text)


def raw_bytes(text: str) -> bytes:
    """Return the bytes that the standard parser hid in ``text`` as lone surrogates."""
    return text.encode("utf-8", "surrogateescape")


def clean_line(text: str) -> str:
    """Return ``text`` as one line: composed, without controls, line breaks or direction marks."""
    if text.isascii() and text.isprintable():
        return text.strip()
    seen = _DIRECTION_MARKS.sub("", _CONTROLS.sub(" ", text))
    return unicodedata.normalize("NFC", seen).strip()


def _decoded(data: bytes, said: str) -> str:
    for name in (said, "utf-8"):
        try:
            return data.decode(name)
        except UnicodeError:
            continue
    text = data.decode(said, "replace")
    # One wrong byte leaves the other accents whole; if none is left, the label was wrong.
    return text if _ACCENT.search(text) else data.decode("cp1252", "replace")


@lru_cache(maxsize=200)
def _known_charset(charset: str | None) -> str | None:
    if not charset or len(charset) > 60:
        return None
    try:
        name = codecs.lookup(re.split(r"[\s(;]", charset.strip(" '\""))[0]).name
        b"x".decode(name, "replace")  # LookupError for codecs such as base64, which make no text
    except (LookupError, ValueError):  # ValueError: a NUL or a lone surrogate in the label
        return None
    return None if name in _NEVER_A_CHARSET else _REALLY.get(name, name)
