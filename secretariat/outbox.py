"""The outbox: letters as .eml files in CFIT_HOME/outbox, for trying out and for moving by hand."""

import hashlib
import os
from pathlib import Path

from secretariat.smtp_out import NotNow
from storage.sending import OutgoingLetter


def put_into_outbox(outbox: Path, letter: OutgoingLetter, data: bytes) -> Path:
    """Write the message durably and return its path, named by the letter's number and Message-ID.

    The same letter again replaces its file: however often it is sent, it lies there once.
    Raises NotNow when the file cannot be written.
    """
    name = hashlib.sha256(letter.message_id.encode()).hexdigest()[:16]
    path = outbox / f"L-{letter.letter_id}-{name}.eml"
    try:
        outbox.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(path, path.with_suffix(".unfinished"), data)
    except OSError as error:
        raise NotNow(f"The folder {outbox} could not be written to: {error.strerror}.") from error
    return path


def _write(path: Path, aside: Path, data: bytes) -> None:
    with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
