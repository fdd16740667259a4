"""Which elements of a page are text of the document, and which stand around it."""

from lxml import etree

# fmt: off
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend",
    "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
    "tr", "ul",
})
"""Elements that begin a line of their own."""

_AROUND = frozenset({
    "script", "style", "noscript", "template", "nav", "head", "svg", "button", "select", "iframe", "object",
    "video", "audio", "canvas", "textarea",
})
# fmt: on
_DEEPEST = 100
_ROLES_AROUND = frozenset(("navigation", "banner", "contentinfo", "search", "doc-noteref"))


def tag_of(element: etree._Element) -> str:
    """Return the name of an element, empty for a comment and the like."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def is_unseen(element: etree._Element) -> bool:
    """Whether an element is no text of the document: a menu, a script, the page's foot, what is hidden."""
    tag = tag_of(element)
    if not tag or tag in _AROUND or element.get("role", "") in _ROLES_AROUND:
        return True
    if tag == "footer" and tag_of_parent(element) == "body":
        return True
    style = str(element.get("style", "")).replace(" ", "").lower()
    is_hidden = "hidden" in element.attrib or element.get("aria-hidden") == "true"
    return is_hidden or "display:none" in style or _is_note_mark(element)


def is_note(element: etree._Element) -> bool:
    """Whether an element holds a footnote."""
    if element.get("role", "") in ("doc-footnote", "doc-endnote", "note"):
        return True
    name = str(element.get("id", "")).lower()
    return tag_of(element) in ("li", "p", "div", "aside") and name.startswith(("fn", "footnote", "_ftn"))


def text_of(element: etree._Element) -> str:
    """Return the words of an element in one line; what begins a line of its own stands apart by a space."""
    return " ".join(_joined(element, 0).split())


def tag_of_parent(element: etree._Element) -> str:
    """Return the name of the element above, empty where there is none."""
    above = element.getparent()
    return "" if above is None else tag_of(above)


def _joined(element: etree._Element, depth: int) -> str:
    if is_unseen(element) or depth > _DEEPEST:
        return ""
    pieces = [element.text or ""]
    for child in element:
        gap = " " if tag_of(child) in BLOCKS or tag_of(child) == "br" else ""
        pieces += [gap, _joined(child, depth + 1), gap, child.tail or ""]
    return "".join(pieces)


def _is_note_mark(element: etree._Element) -> bool:
    """Whether an element is the little number that calls a footnote: no word of the sentence."""
    if tag_of(element) != "sup":
        return False
    links = [str(link.get("href", "")).lower() for link in element.iter("a")]
    return any(href.startswith(("#fn", "#footnote", "#_ftn")) for href in links)
