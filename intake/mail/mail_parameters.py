"""The parameters of Content-Type and Content-Disposition, and the file name they give (RFC 2231)."""

import re
from urllib.parse import unquote_to_bytes

from intake.mail.mail_headers import decode_words
from intake.mail.mail_text import clean_line, decode_text, raw_bytes

_LONGEST_FILE_NAME = 200

# Where a next parameter begins on a folded line although its semicolon was forgotten.
_FORGOTTEN = r"\r?\n[ \t]+(?=[A-Za-z0-9*_-]+\s*=)"
_FIRST_WORD = re.compile(rf";|{_FORGOTTEN}")
_PARAMETER = re.compile(
    r"(?:^|(?<=[;\s]))(?P<name>[^=;\s]++)\s*+=\s*+"
    # A quotation mark inside quotation marks ends them only where something may follow.
    r'(?:"(?P<quoted>(?:[^"\\]|\\.|"(?!\s*(?:;|\(|\Z|[A-Za-z0-9*_-]+\s*=)))*)(?:"|\Z)'
    rf"|(?P<plain>(?:[^;\r\n]|(?!{_FORGOTTEN})[\r\n])*+))[^;\n]*+",
    re.DOTALL,
)
_QUOTED_PAIR = re.compile(r"\\([\"'\\])")  # other backslashes are paths of Windows
_SEGMENT = re.compile(r"(?P<base>[^*]+)(?:\*(?P<number>\d{1,4}))?(?P<extended>\*)?\Z")

Segments = dict[int, tuple[bool, str]]


def parse_parameters(raw: str) -> tuple[str, dict[str, str]]:
    """Return the word before the first semicolon in lower case, and the parameters by name.

    Continuations are joined and percent signs decoded (RFC 2231); encoded words are decoded too,
    although RFC 2047 forbids them here, because most writers use them.
    """
    if not raw:
        return "", {}
    word, *rest = _FIRST_WORD.split(raw, maxsplit=1)
    plain: dict[str, str] = {}
    segments: dict[str, Segments] = {}
    for found in _PARAMETER.finditer("".join(rest)):
        name = _SEGMENT.match(found["name"].lower())
        if name is None:
            continue
        value = _value(found)
        if name["number"] is None and not name["extended"]:
            plain.setdefault(name["base"], decode_words(value))
        else:
            row = segments.setdefault(name["base"], {})
            row.setdefault(int(name["number"] or 0), (bool(name["extended"]), value))
    joined = {base: _join(row) for base, row in segments.items()}
    return _media_word(word), plain | {base: text for base, text in joined.items() if text}


def file_name(disposition: dict[str, str], media: dict[str, str]) -> str:
    """Return the name of a part as sent: without folders, controls or direction marks; or ""."""
    name = disposition.get("filename") or media.get("name") or ""
    return shortened_name(re.split(r"[/\\]", name.rstrip("/\\"))[-1])


def shortened_name(name: str) -> str:
    """Return the name as one clean line, cut in the middle where it is long, so that its ending stays."""
    last = clean_line(name).rstrip(" .")
    if len(last) <= _LONGEST_FILE_NAME:
        return last
    stem, dot, ending = last.rpartition(".")
    if not dot or len(ending) > 10:
        return last[:_LONGEST_FILE_NAME].rstrip()
    return f"{stem[: _LONGEST_FILE_NAME - len(ending) - 1].rstrip()}.{ending}"


def _media_word(word: str) -> str:
    without_comments = re.sub(r"\([^()]*\)", "", word) if "(" in word else word
    return "".join(clean_line(without_comments).split()).lower()


def _value(found: re.Match[str]) -> str:
    if found["quoted"] is not None:
        return _QUOTED_PAIR.sub(r"\1", found["quoted"])
    return found["plain"].strip()


def _join(row: Segments) -> str:
    """Return one value from its numbered segments; what follows a gap is not believed."""
    ordered = [row[number] for number in range(len(row)) if number in row]
    if not ordered:
        return ""
    extended, first = ordered[0]
    charset = None
    if extended and first.count("'") >= 2:
        charset, _, first = first.split("'", 2)
        ordered[0] = (extended, first)
    if not any(flag for flag, _ in ordered):
        return decode_words("".join(text for _, text in ordered))
    data = b"".join(unquote_to_bytes(raw_bytes(t)) if flag else raw_bytes(t) for flag, t in ordered)
    return clean_line(decode_text(data, charset))
