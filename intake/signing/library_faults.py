"""What the libraries raise on a damaged or hostile signature, and the CPU time that one file may take."""

import time

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from pyhanko.pdf_utils.misc import PdfError
from pyhanko_certvalidator.errors import (
    CRLValidationError,
    OCSPValidationError,
    PathError,
    ValidationError,
)


class OutOfTimeError(Exception):
    """A file's signatures took longer to check than any honest file's do."""


# Parsers of bytes that somebody else wrote fail in every way: none of it may end the reading of the document.
LIBRARY_FAULTS: tuple[type[Exception], ...] = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    CRLValidationError,
    ImportError,
    InvalidSignature,
    LookupError,
    MemoryError,
    OCSPValidationError,
    OSError,
    PathError,
    PdfError,
    RuntimeError,
    TypeError,
    UnsupportedAlgorithm,
    ValidationError,
    ValueError,
)


class Stopwatch:
    """The CPU time that is left for one file."""

    def __init__(self, cpu_s: float) -> None:
        self._ends_s = time.process_time() + cpu_s

    def check(self) -> None:
        """OutOfTimeError when no time is left."""
        if time.process_time() > self._ends_s:
            raise OutOfTimeError
