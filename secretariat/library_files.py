"""The files that are to go into the library: found, named, and read in a child that ends with them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from intake.reading.language import language_of
from intake.sandbox.reader_pool import ReaderPool
from pact.errors import PactError
from pact.library_documents import LibraryDocument
from pact.library_elements import DocumentElements
from pact.library_metadata import GivenMetadata, described_document
from pact.library_passages import DocumentContent
from pact.library_structure import content_of, level_words_found
from storage.originals import sha256_of

LARGEST_BYTES = 64_000_000
_MARKDOWN = (".md", ".markdown")
_ENDINGS = frozenset((*_MARKDOWN, ".docx", ".pdf", ".xlsx", ".html", ".htm"))
_NOT_IN_A_KEY = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class LibraryFile:
    """One file as it was read: its bytes, the document it is, and what stands in it."""

    data: bytes
    document: LibraryDocument
    content: DocumentContent


@dataclass(frozen=True, slots=True)
class Found:
    """One file to be read; ``in_folder`` when nobody named it, but the folder that it lies in."""

    path: Path
    in_folder: bool


def files_below(paths: Sequence[Path]) -> list[Found]:
    """Return the files that are named, and those of the library's formats in the folders that are."""
    return [found for path in paths for found in _below(path)]


def key_of(path: Path) -> str:
    """Return the name that a document is cited by: its file's name without the ending."""
    return _NOT_IN_A_KEY.sub("-", path.stem).strip("-.")[:100] or "document"


def read_library_file(readers: ReaderPool, path: Path) -> tuple[bytes, DocumentElements]:
    """Return the file's bytes and what stands in it. PactError with a sentence when it cannot be read."""
    data = _bytes_of(path)
    read = readers.criteria(data)
    if read.problem:
        raise PactError(read.problem)
    return data, read


def described_file(
    data: bytes, read: DocumentElements, given: GivenMetadata, *, key: str, file_name: str
) -> LibraryFile:
    """Return the document that was read, with its passages. PactError says what is missing."""
    words = "\n".join(element.text for element in read.elements)
    document = described_document(key, read, given, language_of(words) or "")
    document = replace(
        document,
        level_words=document.level_words or level_words_found(read),
        source_sha256=sha256_of(data),
        file_name=file_name,
        media_type=read.media_type,
    )
    return LibraryFile(data, document, content_of(read, document))


def is_described(found: Found, read: DocumentElements) -> bool:
    """Whether a file is meant for the library: Markdown that only lies in a folder has to say what it is."""
    return not (found.in_folder and found.path.suffix.lower() in _MARKDOWN and not read.said("title"))


def _below(path: Path) -> Iterator[Found]:
    if path.is_dir():
        files = sorted(one for one in path.rglob("*") if one.suffix.lower() in _ENDINGS and one.is_file())
        yield from (Found(file, in_folder=True) for file in files if not file.name.startswith((".", "~$")))
    else:
        yield Found(path, in_folder=False)


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise PactError(f"The file is larger than {LARGEST_BYTES // 1_000_000} MB.")
        data = path.read_bytes()
    except OSError as error:
        raise PactError(f"The file cannot be opened: {error.strerror}.") from error
    if not data:
        raise PactError("The file is empty.")
    return data
