"""Conversations that no client would hold: commands, mails and rubbish, cut anywhere."""

import select
import socket
from dataclasses import dataclass

from hypothesis import strategies as st

PATIENCE_S = 30.0
_KEPT = b"250 2.0.0 Kept\r\n"

_COMMANDS = st.sampled_from(
    [
        b"EHLO client.example\r\n",
        b"HELO client.example\r\n",
        b"LHLO client.example\r\n",
        b"MAIL FROM:<anna@city.example>\r\n",
        b"MAIL FROM:<> SIZE=10 BODY=8BITMIME SMTPUTF8\r\n",
        b"MAIL FROM:<anna@city.example> SIZE=99999999999\r\n",
        b"RCPT TO:<cfit@localhost>\r\n",
        b"RCPT TO:<cfit+token@localhost>\r\n",
        b'RCPT TO:<"a b"@other.example>\r\n',
        b"RSET\r\n",
        b"NOOP\r\n",
        b"VRFY \xff\xfe\r\n",
        b"STARTTLS\r\n",
        b"AUTH LOGIN\r\n",
        b"DATA\r\n",
        b"BDAT 10 LAST\r\n",
        b"QUIT\r\n",
    ]
)
_ENVELOPE = st.just(
    b"EHLO client.example\r\n|MAIL FROM:<anna@city.example>\r\n|RCPT TO:<cfit@localhost>\r\n|DATA\r\n|"
)
_LINES = st.sampled_from(
    [
        b"Subject: x\r\n",
        b"Received: from a by b\r\n",
        b"\r\n",
        b".\r\n",
        b"..\r\n",
        b".a\r\n",
        b"\n",
        b"\r",
        b"\r\n.\r",
        b"\n.\n",
        b"\r.\r\n",
        b"\0",
        b"a" * 2000,
        b"X-Long: " + b"b" * 70_000 + b"\r\n",
        b"a line\r\n" * 10_000,
    ]
)
_PIECES = st.one_of(
    _COMMANDS, _ENVELOPE, _LINES, st.binary(max_size=40), st.just(b"|"), st.just(b"\r\n.\r\n|")
)


@dataclass(frozen=True, slots=True)
class Noise:
    """What a client sends, in the chunks in which it sends it, and whether it waits between them."""

    chunks: tuple[bytes, ...]
    waits: bool


def noises() -> st.SearchStrategy[Noise]:
    """Return a strategy of what might come over the wire; a bar marks where a chunk ends."""
    text = st.lists(_PIECES, min_size=1, max_size=25).map(b"".join)
    return st.builds(lambda sent, waits: Noise(tuple(sent.split(b"|")), waits), text, st.booleans())


@dataclass(frozen=True, slots=True)
class Heard:
    """How many mails were answered with 250; ``was_cut``: the last replies may have been lost on the way."""

    kept: int
    was_cut: bool


def say(port: int, noise: Noise) -> Heard:
    """Send it all and return what was heard until the other side closed. TimeoutError: it hangs."""
    heard, was_cut = bytearray(), False
    with socket.create_connection(("127.0.0.1", port), PATIENCE_S) as client:
        try:
            for chunk in noise.chunks:
                if noise.waits and select.select([client], [], [], 0.02)[0]:
                    heard += client.recv(1 << 16)
                client.sendall(chunk)
            client.shutdown(socket.SHUT_WR)
        except OSError as error:
            if isinstance(error, TimeoutError):
                raise
            was_cut = True
        try:
            while answer := client.recv(1 << 16):
                heard += answer
        except ConnectionError:
            was_cut = True
    return Heard(heard.count(_KEPT), was_cut)
