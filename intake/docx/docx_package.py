"""The parts of a DOCX file, opened within limits: sizes are checked before anything is unpacked."""

import io
import zipfile
import zlib
from dataclasses import dataclass

from lxml import etree

from intake.page.unreadable import UnreadableError
from pact.documents import ReadErrorCode

ENTRIES_AT_MOST = 3_000
PART_AT_MOST_BYTES = 24_000_000
WHOLE_AT_MOST_BYTES = 250_000_000
_MAIN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_STRICT_MAIN = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"


@dataclass(frozen=True, slots=True)
class DocxPackage:
    """The XML of a document: its body, the heads and feet of its pages, its styles, notes and comments."""

    document: etree._Element
    headers: tuple[etree._Element, ...] = ()
    footers: tuple[etree._Element, ...] = ()
    styles: etree._Element | None = None
    footnotes: etree._Element | None = None
    endnotes: etree._Element | None = None
    comments: etree._Element | None = None
    numbering: etree._Element | None = None


def open_package(data: bytes, *, with_numbering: bool = False) -> DocxPackage:
    """Return the document's parts. UnreadableError when it is protected, damaged, or swells beyond the
    limits."""
    if data[:4] == b"\xd0\xcf\x11\xe0":
        raise UnreadableError(
            ReadErrorCode.ENCRYPTED, "The file is protected with a password, or an old Word file."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_sizes(package)
            return _parts(package, with_numbering=with_numbering)
    except (
        zipfile.BadZipFile,
        zlib.error,
        KeyError,
        EOFError,
        NotImplementedError,
        RuntimeError,
        OSError,
    ) as problem:
        raise UnreadableError(ReadErrorCode.DAMAGED, "The file is damaged and cannot be opened.") from problem


def _check_sizes(package: zipfile.ZipFile) -> None:
    entries = package.infolist()
    whole = sum(entry.file_size for entry in entries)
    if len(entries) > ENTRIES_AT_MOST or whole > WHOLE_AT_MOST_BYTES:
        raise UnreadableError(ReadErrorCode.TOO_LARGE, "The file unpacks to more than is read.")


def _parts(package: zipfile.ZipFile, *, with_numbering: bool) -> DocxPackage:
    names = set(package.namelist())
    main = _main_part(package, names)
    folder = main.rpartition("/")[0]
    headers, footers, single = [], [], dict[str, etree._Element]()
    wanted = {"styles", "footnotes", "endnotes", "comments"} | ({"numbering"} if with_numbering else set())
    for kind, target in _relations(package, names, main):
        part = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}".lstrip("/")
        if part not in names:
            continue
        if kind == "header":
            headers.append(_xml(package, part))
        elif kind == "footer":
            footers.append(_xml(package, part))
        elif kind in wanted:
            single[kind] = _xml(package, part)
    return DocxPackage(_xml(package, main), tuple(headers[:6]), tuple(footers[:6]), **single)


def _main_part(package: zipfile.ZipFile, names: set[str]) -> str:
    if "_rels/.rels" in names:
        for relation in _xml(package, "_rels/.rels"):
            if relation.get("Type") in (_MAIN, _STRICT_MAIN):
                return str(relation.get("Target", "")).lstrip("/")
    return "word/document.xml"


def _relations(package: zipfile.ZipFile, names: set[str], main: str) -> list[tuple[str, str]]:
    folder, _, name = main.rpartition("/")
    part = f"{folder}/_rels/{name}.rels".lstrip("/")
    if part not in names:
        return []
    return [
        (str(r.get("Type", "")).rpartition("/")[2], str(r.get("Target", ""))) for r in _xml(package, part)
    ]


def _xml(package: zipfile.ZipFile, name: str) -> etree._Element:
    """Parse one part. What its entry claims about its size is not believed: reading stops at the limit."""
    with package.open(name) as file:
        content = file.read(PART_AT_MOST_BYTES + 1)
    if len(content) > PART_AT_MOST_BYTES:
        raise UnreadableError(ReadErrorCode.TOO_LARGE, "The file unpacks to more than is read.")
    if b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content:
        # No program that writes Word files declares entities; whoever does wants them to swell.
        raise UnreadableError(ReadErrorCode.DAMAGED, "The file declares XML entities, as no Word file does.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as problem:
        raise UnreadableError(ReadErrorCode.DAMAGED, "The file is damaged and cannot be opened.") from problem
    return root
