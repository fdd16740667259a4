"""Reading the content of one mail off the wire: its end, its size, and nothing hidden in it."""

from asyncio import IncompleteReadError, StreamReader
from collections.abc import Callable
from dataclasses import dataclass

TOO_LARGE = "552 5.3.4 This mail is larger than we can take"
_BARE = "550 5.5.2 Line ends must be CR LF: a bare CR or LF was found"
_NUL = "550 5.6.0 A NUL character stands in the header"

_CHUNK_BYTES = 1 << 20
_END = b"\r\n.\r\n"


@dataclass(frozen=True, slots=True)
class Content:
    """What stood between DATA and the final dot: the bytes, or the reply that refuses them.

    ``must_close`` says that the connection cannot be trusted to be in step any more.
    """

    data: bytes
    refused: str = ""
    must_close: bool = False


async def read_content(
    reader: StreamReader, size_limit: int, *, on_bytes: Callable[[int], str | None]
) -> Content:
    """Read up to the final dot (RFC 5321 4.1.1.4) and return the mail without the doubled dots.

    ``on_bytes`` is told how many bytes each chunk held, and may return a reply that refuses the
    mail. Too much data is read on and thrown away, so that the client hears why; from twice
    ``size_limit`` the connection has to be closed. Raises IncompleteReadError when the client
    leaves before the final dot.
    """
    # The line end of the DATA command itself makes an empty mail and a leading dot no exceptions.
    buffer = bytearray(b"\r\n")
    received, refused = 0, ""
    while True:
        searched = max(0, len(buffer) - len(_END) + 1)
        chunk = await reader.read(_CHUNK_BYTES)
        if not chunk:
            raise IncompleteReadError(b"", None)
        buffer += chunk
        received += len(chunk)
        refused = refused or on_bytes(len(chunk)) or ""
        end = buffer.find(_END, searched)
        if end >= 0:
            _give_back(reader, bytes(buffer[end + len(_END) :]))
            del buffer[end + 2 :]
            break
        if received > 2 * size_limit:
            return Content(b"", TOO_LARGE, must_close=True)
        if refused or received > size_limit + len(_END):
            refused = refused or TOO_LARGE
            del buffer[: -len(_END)]
    if refused:
        return Content(b"", refused)
    return _checked(buffer, size_limit)


def _give_back(reader: StreamReader, rest: bytes) -> None:
    # A stream cannot be told "unread"; what follows the final dot are the next commands.
    if rest:
        reader._buffer[:0] = rest  # type: ignore[attr-defined]


def _checked(buffer: bytearray, size_limit: int) -> Content:
    ends = buffer.count(b"\r\n")
    if buffer.count(b"\r") != ends or buffer.count(b"\n") != ends:
        # Whoever sees another end of data in a bare line end sees another mail in it
        # (SMTP smuggling): what follows on this connection is not answered.
        return Content(b"", _BARE, must_close=True)
    if buffer.startswith(b"\r\n."):
        del buffer[2]
    data = bytes(memoryview(buffer)[2:]).replace(b"\r\n.", b"\r\n")
    if len(data) > size_limit:
        return Content(b"", TOO_LARGE)
    header_end = data.find(b"\r\n\r\n")
    if 0 <= data.find(b"\0") < (header_end if header_end >= 0 else len(data)):
        return Content(b"", _NUL)
    return Content(data)
