"""What the leaves of a mail are: its body text, its documents, and the digest that names them all."""

import hashlib
import re

from intake.mail.html_text import html_to_text
from intake.mail.mail_parts import ELSEWHERE, Leaf
from intake.mail.mail_text import decode_text

MOST_TEXT_CHARS = 20_000


def is_document(leaf: Leaf) -> bool:
    """Whether a part may be a document: all but the body's own text. An invitation counts as one."""
    if leaf.media_type.startswith("text/") and leaf.media_type != "text/calendar":
        return bool(leaf.file_name) or leaf.disposition == "attachment"
    # A multipart without parts is a body whose boundary was lost.
    return not leaf.media_type.startswith("multipart/")


def body_text(found: list[Leaf]) -> str:
    """Return the plain text of the mail, else its HTML as text, else that of the mail it forwards."""
    bodies = [leaf for leaf in found if not is_document(leaf)]
    for forwarded in (False, True):
        for subtype in ("plain", "html"):
            chosen = (leaf for leaf in bodies if leaf.forwarded == forwarded and _subtype(leaf) == subtype)
            whole = "\n\n".join(filter(None, map(_text, chosen)))
            if whole:
                return whole[:MOST_TEXT_CHARS]
    return ""


def html_body(found: list[Leaf]) -> str:
    """Return the HTML text of the mail itself, as far as it is looked at; "" where it has none."""
    html = next((leaf for leaf in found if _is_own_html(leaf)), None)
    return decode_text(html.data[: 40 * MOST_TEXT_CHARS], html.charset) if html else ""


def lies_elsewhere(found: list[Leaf]) -> bool:
    """Whether a part of the mail only names the place where its contents lie (RFC 2046 5.2.3)."""
    return any(leaf.media_type == ELSEWHERE for leaf in found)


def parts_digest(found: list[Leaf]) -> str:
    """Return sha256 over types and decoded contents in order.

    A text is taken by its words: another charset, or line ends that a relay changed, are no
    other contents.
    """
    digest = hashlib.sha256()
    for leaf in found:
        content = leaf.data
        if leaf.media_type.startswith(("text/", "multipart/")):
            lines = decode_text(leaf.data, leaf.charset).splitlines()
            content = "\n".join(line.rstrip() for line in lines).strip().encode()
        digest.update(leaf.media_type.encode() + b"\0" + hashlib.sha256(content).digest())
    return digest.hexdigest()


def _is_own_html(leaf: Leaf) -> bool:
    return leaf.media_type == "text/html" and not leaf.forwarded and not is_document(leaf)


def _subtype(leaf: Leaf) -> str:
    if leaf.media_type == "text/html":
        return "html"
    return "plain" if leaf.media_type == "text/plain" or "multipart" in leaf.media_type else "other"


def _text(leaf: Leaf) -> str:
    text = decode_text(leaf.data[: 40 * MOST_TEXT_CHARS], leaf.charset)
    if leaf.media_type == "text/html":
        text = html_to_text(text)
    lines = re.sub(r"\r\n?", "\n", text)
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", lines)[:MOST_TEXT_CHARS].strip()
