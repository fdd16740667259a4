"""Reading the content of one mail off the wire: its end, its size, and nothing hidden in it."""

from collections.abc import Callable
from dataclasses import dataclass
from io import IncrementalNewlineDecoder

from intake.smtp.smtp_replies import Refused

TOO_LARGE = "552 5.3.4 This mail is larger than we can take"
HEADER_TOO_LARGE = "552 5.3.4 The header of this mail is larger than we can take"
TOO_MANY_HOPS = "554 5.4.6 This mail has passed too many servers: it goes round in circles"
_BARE = "550 5.5.2 Line ends must be CR LF: a bare CR or LF was found"
_NUL = "550 5.6.0 A NUL character stands in the header"

_END = b"\r\n.\r\n"
_DOT_LINE = b"\r\n."
_LINE_END_LIMIT = len(_END) - 1


@dataclass(frozen=True, slots=True)
class ContentLimits:
    """How large a mail and its header may be in bytes, and how many servers it may have passed."""

    size_bytes: int
    header_bytes: int
    hops: int


class Content:
    """One mail between DATA and the final dot (RFC 5321 4.1.1.4), of which only what is undecided is held.

    ``take`` is given the mail, piece by piece, without the doubled dots. What is refused is heard
    out and thrown away, so that the client hears why.
    """

    def __init__(self, limits: ContentLimits, take: Callable[[bytes], None]) -> None:
        self._limits = limits
        self._take = take
        # The line end of the DATA command itself makes an empty mail and a leading dot no exceptions.
        self._carry = b"\r\n"
        self._is_first = True
        self._header: bytearray | None = bytearray()
        self._line_ends = IncrementalNewlineDecoder(None, translate=False)
        self._size_bytes = 0
        self._fault: Exception | None = None

    def feed(self, chunk: bytes) -> bytes | None:
        """Take the next bytes; return what follows the final dot, None when that has not come."""
        buffer = self._carry + chunk
        rest = None
        # A line that begins with a dot is rare: for most of a mail this search is all, and from
        # the end it takes half as long.
        last_dot = buffer.rfind(_DOT_LINE)
        has_dot = last_dot >= 0 and (
            not buffer.startswith(_END, last_dot) or buffer.rfind(_DOT_LINE, 0, last_dot + 2) >= 0
        )
        end = buffer.find(_END) if has_dot else last_dot
        if end >= 0:
            rest = buffer[end + len(_END) :]
            settled, self._carry = buffer[: end + 2], b""
        else:
            # A line end and a dot that may go on in the next chunk begin with the first CR from here.
            cut = buffer.find(b"\r", max(0, len(buffer) - _LINE_END_LIMIT))
            settled, self._carry = (buffer, b"") if cut < 0 else (buffer[:cut], buffer[cut:])
        if self._fault is None and settled:
            self._settle(settled, has_dot=has_dot)
        return rest

    def finish(self) -> None:
        """Raise Refused with what the mail is refused for, or what went wrong while it was taken."""
        if self._fault is None and self._header is not None:
            self._end_header(len(self._header))
        if self._fault is not None:
            raise self._fault

    def _settle(self, settled: bytes, *, has_dot: bool) -> None:
        # This notes which line ends it has seen, in a third of the time that counting them takes.
        self._line_ends.decode(settled.decode("latin-1"))
        if self._line_ends.newlines not in (None, "\r\n"):
            # Whoever sees another end of data in a bare line end sees another mail in it
            # (SMTP smuggling): what follows on this connection is not answered.
            self._fault = Refused(_BARE, must_close=True)
            return
        if has_dot:
            settled = settled.replace(_DOT_LINE, b"\r\n")
        if self._is_first:
            self._is_first, settled = False, settled[2:]
        self._size_bytes += len(settled)
        if self._size_bytes > self._limits.size_bytes:
            self._fault = Refused(TOO_LARGE)
            return
        if self._header is not None:
            self._note_header(settled)
        if self._fault is None:
            self._hand_on(settled)

    def _hand_on(self, settled: bytes) -> None:
        try:
            self._take(settled)
        except OSError as error:
            # The client hears of a full disk after its mail, as it hears of everything.
            self._fault = error

    def _note_header(self, settled: bytes) -> None:
        assert self._header is not None
        searched = max(0, len(self._header) - 3)
        # A mail may begin with its body: with the empty line that ends a header of nothing.
        self._header += settled[: self._limits.header_bytes + 4]
        end = 0 if self._header.startswith(b"\r\n") else self._header.find(b"\r\n\r\n", searched)
        if end >= 0:
            self._end_header(end)
        elif len(self._header) > self._limits.header_bytes:
            self._fault = Refused(HEADER_TOO_LARGE)

    def _end_header(self, length: int) -> None:
        assert self._header is not None
        header = bytes(self._header[:length])
        self._header = None
        # RFC 5321 6.3: the Received fields are counted, and nothing else of the mail is looked at.
        if len(header) > self._limits.header_bytes:
            self._fault = Refused(HEADER_TOO_LARGE)
        elif b"\0" in header:
            self._fault = Refused(_NUL)
        elif (b"\r\n" + header.lower()).count(b"\r\nreceived:") > self._limits.hops:
            self._fault = Refused(TOO_MANY_HOPS)
