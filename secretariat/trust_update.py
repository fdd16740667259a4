"""`cfit trust update`: the EU trusted lists brought from a file, a folder or a zip, and kept."""

import json
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from intake.signing.list_store import ListStore
from intake.signing.trusted_lists import TrustedListError, read_lists
from secretariat.desk import Desk
from secretariat.trust import trust_in_path
from storage.trust_store import keep_trust_store

_MOST_FILE_BYTES = 40_000_000
_MOST_FILES = 200
_ENDINGS = (".xml", ".xtsl", ".tsl")


def update_trust(desk: Desk, path: Path, *, by: str, signers: Sequence[Path] = ()) -> ListStore:
    """Take the lists of the file as those in use from now on, and return them.

    ``signers`` are files with the certificates that the list of the lists is signed with, where the library
    does not know them. TrustedListError with a sentence; then the lists in use stay as they were.
    """
    known = [anchor.certificate for signer in signers for anchor in trust_in_path(signer).anchors]
    store = read_lists(_files_of(path), known)
    data = json.dumps(store.to_json(), ensure_ascii=False, sort_keys=True).encode()
    reason = f"{len(store.lists)} trusted lists from {path.name}"
    with desk.database.write() as session:
        keep_trust_store(session, desk.originals, data, by=by, reason=reason, at=desk.now())
    return store


def _files_of(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield names and contents of the lists in a file, folder or zip."""
    try:
        if path.is_dir():
            files = sorted(file for file in path.iterdir() if file.name.lower().endswith(_ENDINGS))
            yield from ((file.name, _bounded(file, file.stat().st_size, file.read_bytes)) for file in files)
        elif zipfile.is_zipfile(path):
            yield from _files_in_zip(path)
        else:
            yield path.name, _bounded(path, path.stat().st_size, path.read_bytes)
    except (OSError, zipfile.BadZipFile) as error:
        raise TrustedListError(f"{path} cannot be read as a file, a folder or a zip of lists.") from error


def _files_in_zip(path: Path) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(path) as held:
        entries = [entry for entry in held.infolist() if entry.filename.lower().endswith(_ENDINGS)]
        for entry in entries[:_MOST_FILES]:
            name = Path(entry.filename).name
            yield name, _bounded(Path(name), entry.file_size, lambda entry=entry: held.read(entry))  # type: ignore[misc]


def _bounded(path: Path, size_bytes: int, read: Callable[[], bytes]) -> bytes:
    if size_bytes > _MOST_FILE_BYTES:
        raise TrustedListError(f"{path.name} is larger than any trusted list.")
    return read()
