"""Fingerprints of a PDF's pages in one revision: what they draw, with what, and what is noted on them."""

import hashlib
from collections.abc import Iterator

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import HistoricalResolver

from intake.signing.signature_fields import page_references

# What leads from a page back to the whole document, or is looked at apart.
_NOT_OF_THE_PAGE = frozenset({"/Parent", "/Annots", "/B", "/StructParents", "/LastModified"})
_NOT_OF_THE_NOTE = frozenset({"/P", "/Parent", "/Popup", "/StructParent"})
_DEEPEST = 40
_LARGE_PT2 = 125_000  # a quarter of an A4 page


class PagePrints:
    """The fingerprints of every page of one revision; two that are the same look the same."""

    def __init__(self, resolver: HistoricalResolver) -> None:
        self._prints: dict[tuple[int, int], bytes] = {}
        found = (resolver(reference) for reference in page_references(resolver))
        self._pages = [page for page in found if isinstance(page, generic.DictionaryObject)]

    def __len__(self) -> int:
        return len(self._pages)

    def contents(self, index: int) -> bytes:
        """Return the fingerprint of what the page draws."""
        page = self._pages[index]
        return self._of(page.raw_get("/Contents")) if "/Contents" in page else b""

    def look(self, index: int) -> bytes:
        """Return the fingerprint of all that the page is drawn with: fonts, pictures, size."""
        return self._of_items(self._pages[index], _NOT_OF_THE_PAGE, 0)

    def notes(self, index: int) -> dict[bytes, str]:
        """Return the fingerprints of the page's annotations that are no form fields, each with its text."""
        return {self._of_note(note): _text_of(note) for note in self._annotations(index, widgets=False)}

    def fields(self, index: int) -> frozenset[bytes]:
        """Return the fingerprints of the page's form fields but for signatures."""
        widgets = self._annotations(index, widgets=True)
        return frozenset(
            _digest(self._of_note(one), self._of(_value_of(one)))
            for one in widgets
            if one.get("/FT") != "/Sig"
        )

    def large_signatures(self, index: int) -> frozenset[bytes]:
        """Return the fingerprints of the signature fields whose picture could hide what is printed."""
        widgets = self._annotations(index, widgets=True)
        return frozenset(
            self._of_note(one) for one in widgets if one.get("/FT") == "/Sig" and _area(one) > _LARGE_PT2
        )

    def _annotations(self, index: int, *, widgets: bool) -> Iterator[generic.DictionaryObject]:
        for one in self._pages[index].get("/Annots") or ():
            note = one.get_object()
            if isinstance(note, generic.DictionaryObject) and (note.get("/Subtype") == "/Widget") is widgets:
                yield note

    def _of_note(self, note: generic.DictionaryObject) -> bytes:
        return self._of_items(note, _NOT_OF_THE_NOTE, 0)

    def _of(self, value: object, depth: int = 0) -> bytes:
        if depth > _DEEPEST:
            return b"deep"
        if isinstance(value, generic.IndirectObject):
            key = (value.idnum, value.generation)
            if key not in self._prints:
                self._prints[key] = b"itself"  # what refers to itself on its way down
                self._prints[key] = self._of(value.get_object(), depth + 1)
            return self._prints[key]
        if isinstance(value, generic.DictionaryObject):
            return self._of_items(value, frozenset({"/Parent"}), depth)
        if isinstance(value, generic.ArrayObject):
            return _digest(b"[", *(self._of(value.raw_get(at), depth + 1) for at in range(len(value))))
        if isinstance(value, generic.TextStringObject | generic.ByteStringObject):
            return _digest(b"(", value.original_bytes)
        return _digest(str(value).encode("utf-8", "replace"))

    def _of_items(self, held: generic.DictionaryObject, without: frozenset[str], depth: int) -> bytes:
        pieces = [b"<"]
        for key in sorted(set(held) - without):
            pieces += [key.encode("utf-8", "replace"), self._of(held.raw_get(key), depth + 1)]
        if isinstance(held, generic.StreamObject):
            pieces.append(held.encoded_data)
        return _digest(*pieces)


def _digest(*pieces: bytes) -> bytes:
    whole = hashlib.blake2b(digest_size=16)
    for piece in pieces:
        whole.update(len(piece).to_bytes(8, "big"))
        whole.update(piece)
    return whole.digest()


def _value_of(widget: generic.DictionaryObject) -> object:
    """Return the value of a form field, which may stand above its widget."""
    node: object = widget
    for _ in range(_DEEPEST):
        if not isinstance(node, generic.DictionaryObject) or "/V" in node:
            break
        node = node.get("/Parent")
    return node.raw_get("/V") if isinstance(node, generic.DictionaryObject) else None


def _area(widget: generic.DictionaryObject) -> float:
    x1, y1, x2, y2 = (float(side) for side in widget["/Rect"])
    return abs(x2 - x1) * abs(y2 - y1)


def _text_of(note: generic.DictionaryObject) -> str:
    text = note.get("/Contents")
    return " ".join(str(text).split()) if isinstance(text, generic.TextStringObject) else ""
