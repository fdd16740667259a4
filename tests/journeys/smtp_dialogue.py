"""An SMTP client over a raw socket, which can say anything and stop anywhere."""

import socket
import ssl
import struct
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

TIMEOUT_S = 60.0


class Dialogue:
    """One connection, to a port of this machine or to a socket.

    ``say`` sends a command and returns the whole reply, its lines joined. ``first`` is sent before
    anything is heard.
    """

    def __init__(self, place: int | Path, first: bytes = b"") -> None:
        self._socket = _connected(place)
        self._replies = self._socket.makefile("rb")
        self.send(first)
        self.greeting = self.hear()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def say(self, command: str) -> str:
        """Send one command line and return the reply."""
        self.send(command.encode() + b"\r\n")
        return self.hear()

    def send(self, data: bytes) -> None:
        """Send bytes as they are."""
        self._socket.sendall(data)

    def hear(self) -> str:
        """Return the next reply, its lines joined by a line end; "" when the connection has ended."""
        lines = []
        while line := self._line():
            lines.append(line)
            if line[3:4] != "-":
                break
        return "\n".join(lines)

    def _line(self) -> str:
        try:
            return self._replies.readline().decode().rstrip("\r\n")
        except ConnectionResetError:
            return ""

    def greet(self) -> Self:
        """Say EHLO and return the dialogue."""
        self.say("EHLO client.example")
        return self

    def begin_data(self, sender: str, *recipients: str) -> str:
        """Send the envelope and DATA; return the reply to DATA."""
        self.say(f"MAIL FROM:<{sender}>")
        for recipient in recipients:
            self.say(f"RCPT TO:<{recipient}>")
        return self.say("DATA")

    def hand_over(self, data: bytes, sender: str, recipient: str) -> str:
        """Send one mail, its dots doubled, and return the reply to the final dot."""
        begun = self.begin_data(sender, recipient)
        if not begun.startswith("354"):
            return begun
        dotted = (b"\r\n" + data).replace(b"\r\n.", b"\r\n..")[2:]
        self.send(dotted + (b".\r\n" if dotted.endswith(b"\r\n") else b"\r\n.\r\n"))
        return self.hear()

    def encrypt(self, context: ssl.SSLContext) -> None:
        """Begin TLS on this connection."""
        self._replies.close()
        self._socket = context.wrap_socket(self._socket)
        self._replies = self._socket.makefile("rb")

    def read_to_end(self) -> None:
        """Read whatever comes until the other side has closed."""
        with suppress(ConnectionResetError):
            while self._replies.read(1 << 16):
                pass

    def stop_sending(self) -> None:
        """Close the sending half (FIN)."""
        self._socket.shutdown(socket.SHUT_WR)

    def reset(self) -> None:
        """Break the connection off without a word (RST)."""
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close()

    def close(self) -> None:
        """Close both halves."""
        self._replies.close()
        self._socket.close()


def _connected(place: int | Path) -> socket.socket:
    if isinstance(place, int):
        return socket.create_connection(("127.0.0.1", place), TIMEOUT_S)
    connected = socket.socket(socket.AF_UNIX)
    connected.settimeout(TIMEOUT_S)
    connected.connect(str(place))
    return connected
