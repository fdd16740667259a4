"""A folder of Markdown criteria documents, read as the library reads them, without a home or a database."""

from collections.abc import Iterator
from pathlib import Path

from intake.criteria.read_criteria import read_criteria
from pact.library_metadata import GivenMetadata, described_document
from pact.library_structure import content_of
from storage.library.index_file import IndexedDocument


def read_library(folder: Path) -> Iterator[IndexedDocument]:
    for path in sorted(folder.glob("*.md")):
        read = read_criteria(path.read_bytes())
        if not read.said("title"):
            continue
        document = described_document(path.stem, read, GivenMetadata(), "en")
        content = content_of(read, document)
        yield IndexedDocument(document, content.text, content.passages)
