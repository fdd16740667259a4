"""The readable text of an HTML body, for mails that carry no plain one.

The standard HTML parser needs minutes for 100 KB of unclosed tags, and a mail body needs no more
than its words and lines, so each expression here runs once over the text, whatever it holds.
"""

import re
from html import unescape

_MOST_CHARS = 500_000

# An unclosed one swallows the rest: browsers show nothing of it either, and no text is tried twice.
_UNSEEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(style|script|title|template)\b.*?(?:</\1\s*+>|\Z)", re.DOTALL | re.IGNORECASE
)
_TAG = re.compile(r"</?+([a-zA-Z][a-zA-Z0-9]*+)[^<>]*+>|<[!?/][^<>]*+>")
_NEW_LINE = re.compile(
    "address|article|blockquote|br|d[dlt]|div|h[1-6]|hr|li|ol|p|pre|section|table|tr|ul", re.IGNORECASE
)
_CELL = re.compile("t[dh]", re.IGNORECASE)


def html_to_text(html: str) -> str:
    """Return the words of an HTML text, with a line break where a block begins or ends."""
    seen = _UNSEEN.sub("", html[:_MOST_CHARS])
    words = re.sub(r"\s+", " ", seen)
    text = unescape(_TAG.sub(_break, words)).replace("\xa0", " ")
    lines = (re.sub("\t+", "\t", re.sub(" {2,}", " ", line)).strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _break(tag: re.Match[str]) -> str:
    name = tag[1] or ""
    if _NEW_LINE.fullmatch(name):
        return "\n"
    return "\t" if _CELL.fullmatch(name) else ""
