"""The readers without their children: the same functions, called in the process of the test."""

from functools import cache

from intake.mail.parse import ParsedMail, parse_mail
from intake.reading.read_file import read_file
from intake.reading.sniff import sniff
from intake.sandbox.child_limits import ChildUse
from pact.documents import DocumentAsRead


class ReadersAtHand:
    """Parses and reads as a reading child does. One file is read once, whatever mail brings it."""

    def parse(self, raw: bytes) -> ParsedMail:
        """Return the mail as parsed."""
        return parse_mail(raw)

    def measure(self, data: bytes) -> tuple[DocumentAsRead, ChildUse]:
        """Return the document as read, and no use of any child."""
        return _read(data), ChildUse()


@cache
def _read(data: bytes) -> DocumentAsRead:
    return read_file(data, sniff(data))
