"""Backup and restore: everything in one archive, taken while running, brought back only into nothing."""

import hashlib
import io
import json
import os
import tarfile
import tempfile
from pathlib import Path

from pact.errors import PactError
from secretariat.desk import Desk, open_desk
from secretariat.verify import verify_all
from storage.database import newest_revision
from storage.dump import dump_table, is_empty, load_table, our_tables
from storage.journal import head_hash
from storage.migrate import migrate
from storage.originals import OriginalDamaged, OriginalMissing
from storage.settings import Settings

FORMAT = 1
MANIFEST = "manifest.json"
HOME_FILES = ("cfit.toml",)


def write_backup(desk: Desk, file: Path) -> str:
    """Write the archive and return a sentence about it.

    The rows are one snapshot; every original a row names was durable before the row was, so the
    originals copied after the snapshot hold all that it needs. Raises PactError when the file
    exists already or cannot be written; then nothing is left behind.
    """
    if file.exists():
        raise PactError(f"{file} exists already: give a new name, a backup never overwrites another.")
    try:
        rows, originals, damaged = _write_archive(desk, file)
    except OSError as error:
        raise PactError(f"No backup was written to {file}: {error.strerror}.") from error
    said = f"{file}: {rows} rows, {originals} originals, {file.stat().st_size / 1e6:.1f} MB."
    return said if not damaged else f"{said} {damaged} originals are damaged and were left out: cfit verify."


def restore_backup(settings: Settings, file: Path) -> str:
    """Bring an archive back and return a sentence about it; verifies everything afterwards.

    Raises PactError when home or database hold anything already, or the archive is not whole.
    """
    migrate(settings)
    desk = open_desk(settings)
    try:
        with desk.database.read() as session:
            if not is_empty(session):
                raise PactError(
                    "This database holds rows already, and a restore overwrites nothing: give an empty home "
                    "(--home) or database (CFIT_DATABASE_URL)."
                )
        rows, originals = _bring_back(desk, file)
        outcome = verify_all(desk)
    finally:
        desk.database.close()
    if outcome.problems:
        raise PactError("Restored, but not whole: " + " ".join(outcome.problems))
    return f"Restored {rows} rows and {originals} originals. {outcome.summary}"


def _write_archive(desk: Desk, file: Path) -> tuple[int, int, int]:
    """Return how many rows and originals were written, and how many originals left out as damaged."""
    # A name of its own: what a killed run left behind is in nobody's way.
    descriptor, name = tempfile.mkstemp(prefix=f"{file.name}.", suffix=".partial", dir=file.parent)
    partial = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            with tarfile.open(fileobj=stream, mode="w") as archive:
                counts = _add_rows(desk, archive)
                originals, damaged = _add_originals(desk, archive)
                _add_home(desk, archive)
            stream.flush()
            os.fsync(stream.fileno())
        partial.rename(file)
    finally:
        partial.unlink(missing_ok=True)
    return sum(counts.values()), originals, damaged


def _add_rows(desk: Desk, archive: tarfile.TarFile) -> dict[str, int]:
    counts: dict[str, int] = {}
    with desk.database.read() as session:
        for table in our_tables():
            with tempfile.TemporaryFile() as lines:
                counts[table.name] = 0
                for line in dump_table(session, table):
                    lines.write(line.encode())
                    counts[table.name] += 1
                _add_stream(archive, f"rows/{table.name}.jsonl", lines)
        manifest = {
            "format": FORMAT,
            "schema": newest_revision(),
            "written_at": desk.now().isoformat(),
            "rows": counts,
            "journal_head": head_hash(session),
        }
    _add_stream(archive, MANIFEST, io.BytesIO(json.dumps(manifest, indent=1).encode()))
    return counts


def _add_originals(desk: Desk, archive: tarfile.TarFile) -> tuple[int, int]:
    """Copy the originals; return how many, and how many are damaged: left out, and named by `verify`."""
    count = damaged = 0
    for name in desk.originals.names():
        try:
            data = desk.originals.get(name)
        except (OriginalDamaged, OriginalMissing):
            damaged += 1
        else:
            _add_stream(archive, f"originals/{name}", io.BytesIO(data))
            count += 1
    return count, damaged


def _add_home(desk: Desk, archive: tarfile.TarFile) -> None:
    outbox = desk.settings.home / "outbox"
    letters = sorted(outbox.glob("*.eml")) if outbox.is_dir() else []
    for path in [*(desk.settings.home / name for name in HOME_FILES), *letters]:
        if path.is_file():
            archive.add(path, arcname=f"home/{path.relative_to(desk.settings.home)}", recursive=False)


def _add_stream(archive: tarfile.TarFile, name: str, stream: io.IOBase) -> None:
    size = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = size, 0o600
    archive.addfile(entry, stream)


def _bring_back(desk: Desk, file: Path) -> tuple[int, int]:
    try:
        with tarfile.open(file) as archive:
            manifest = _manifest(archive)
            originals = sum(_bring_original(desk, archive, entry) for entry in archive.getmembers())
            rows = _bring_rows(desk, archive, manifest)
            for entry in archive.getmembers():
                _bring_home_file(desk, archive, entry)
    except (tarfile.TarError, KeyError, ValueError) as error:
        raise PactError(f"{file} is not a whole backup of this product ({error}).") from error
    return rows, originals


def _manifest(archive: tarfile.TarFile) -> dict[str, object]:
    manifest: dict[str, object] = json.loads(_bytes_of(archive, archive.getmember(MANIFEST)))
    if manifest.get("format") != FORMAT or manifest.get("schema") != newest_revision():
        raise PactError(
            f"This backup was written by another release (schema {manifest.get('schema')}, this one has "
            f"{newest_revision()}): restore it with that release, then start this one, which migrates it."
        )
    return manifest


def _bring_original(desk: Desk, archive: tarfile.TarFile, entry: tarfile.TarInfo) -> int:
    if not entry.name.startswith("originals/"):
        return 0
    data = _bytes_of(archive, entry)
    name = entry.name.removeprefix("originals/")
    if hashlib.sha256(data).hexdigest() != name:
        raise PactError(f"The original {name} in this backup is damaged: use another backup.")
    desk.originals.put(data)
    return 1


def _bring_rows(desk: Desk, archive: tarfile.TarFile, manifest: dict[str, object]) -> int:
    counts = manifest["rows"]
    assert isinstance(counts, dict)
    total = 0
    with desk.database.engine.begin() as connection:
        for table in our_tables():
            stream = archive.extractfile(f"rows/{table.name}.jsonl")
            assert stream is not None
            found = load_table(connection, table, (line.decode() for line in stream))
            if found != counts[table.name]:
                raise PactError(f"The table {table.name} is not whole in this backup: use another backup.")
            total += found
    return total


def _bring_home_file(desk: Desk, archive: tarfile.TarFile, entry: tarfile.TarInfo) -> None:
    name = entry.name.removeprefix("home/")
    is_letter = name.startswith("outbox/") and name.count("/") == 1 and name.endswith(".eml")
    if entry.name == name or not entry.isfile() or not (is_letter or name in HOME_FILES):
        return
    target = desk.settings.home / name
    if not target.exists():
        target.parent.mkdir(mode=0o700, exist_ok=True)
        target.write_bytes(_bytes_of(archive, entry))
        target.chmod(0o600)


def _bytes_of(archive: tarfile.TarFile, entry: tarfile.TarInfo) -> bytes:
    stream = archive.extractfile(entry)
    if stream is None:
        raise ValueError(f"{entry.name} is no file")
    return stream.read()
