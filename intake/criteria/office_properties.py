"""What a Word or Excel file says about itself in its properties."""

import io
import zipfile
import zlib

from lxml import etree

_CORE = "docProps/core.xml"
_LARGEST = 200_000
_NAMES = {
    "{http://purl.org/dc/elements/1.1/}title": "title",
    "{http://purl.org/dc/elements/1.1/}publisher": "publisher",
    "{http://purl.org/dc/elements/1.1/}language": "language",
    "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}version": "version",
}
_OF_NO_USE = ("word document", "untitled", "document1", "microsoft word", "presentation", "workbook", "book1")


def office_properties(data: bytes) -> tuple[tuple[str, str], ...]:
    """Return the names and values that say what the document is; its author is a person, and is left out."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package, package.open(_CORE) as part:
            content = part.read(_LARGEST)
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except (
        zipfile.BadZipFile,
        zlib.error,
        KeyError,
        NotImplementedError,
        RuntimeError,
        etree.XMLSyntaxError,
    ):
        return ()
    said = ((_NAMES.get(str(one.tag), ""), " ".join((one.text or "").split())) for one in root)
    return tuple((name, value) for name, value in said if name and value and not is_of_no_use(value))


def is_of_no_use(title: str) -> bool:
    """Whether a title is what a program writes when nobody gives one."""
    return title.lower().startswith(_OF_NO_USE) or title.lower().endswith((".doc", ".docx", ".xlsx", ".indd"))
