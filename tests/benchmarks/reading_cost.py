"""CPU and peak resident memory of reading one file in a fresh process, by this reader and by others."""

import os
import pickle
import resource
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

READERS = ("cfit", "pdfplumber over all pages", "pypdfium2 text alone")


@dataclass(frozen=True, slots=True)
class Cost:
    """What reading one file took."""

    cpu_ms: float
    peak_mb: float


def cost_of(reader: str, data: bytes, media_type: str) -> Cost | None:
    """Return what the reader spent on the file in a forked child, None when it cannot read it.

    Imports are made before. Memory is the child's own peak, interpreter and libraries included.
    """
    if reader != READERS[0] and media_type != "application/pdf":
        return None
    read = _prepared(reader)
    with tempfile.TemporaryFile() as answer:
        child = os.fork()
        if child == 0:
            os._exit(_measure(read, data, media_type, answer.fileno()))
        _, status = os.waitpid(child, 0)
        if status != 0:
            return None
        answer.seek(0)
        return Cost(*pickle.loads(answer.read()))


def _prepared(reader: str) -> Callable[[bytes, str], object]:
    if reader == READERS[0]:
        from intake.reading.read_file import read_file

        return read_file
    import pdfplumber  # noqa: F401 - imported before the fork, so that importing is not measured
    import pypdfium2  # noqa: F401

    return _by_pdfplumber if reader == READERS[1] else _by_pdfium


def _by_pdfplumber(data: bytes, _media_type: str) -> object:
    import pdfplumber

    with pdfplumber.open(BytesIO(data)) as document:
        return [page.extract_text() for page in document.pages]


def _by_pdfium(data: bytes, _media_type: str) -> object:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_range() for page in document]


def _measure(read: Callable[[bytes, str], object], data: bytes, media_type: str, answer: int) -> int:
    try:
        start = time.process_time()
        read(data, media_type)
        cpu_ms = (time.process_time() - start) * 1000
    except Exception:  # noqa: BLE001 - a file that a reader cannot read is no figure
        return 1
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    os.write(answer, pickle.dumps((cpu_ms, peak_mb)))
    return 0
