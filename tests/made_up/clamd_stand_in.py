"""A clamd on loopback that speaks INSTREAM and VERSION, finds one made-up virus, and fails on request."""

import socketserver
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

VIRUS = b"MADE-UP-VIRUS-THAT-HARMS-NOBODY"
MOST_BYTES = 5_000_000
FAULTS = ("garbage", "too_large", "closes", "closes_at_once", "silent", "chatters")


class _Conversation(socketserver.StreamRequestHandler):
    server: "StandIn"

    def handle(self) -> None:
        self.server.asked += 1
        fault = self.server.faults.pop(0) if self.server.faults else ""
        if fault == "closes_at_once":
            return
        command = self._until_nul()
        if command == b"zVERSION":
            self._say(b"ClamAV 0.0 made up")
            return
        data = self._stream(most=10 if fault == "closes" else MOST_BYTES)
        if fault == "closes":
            return
        if fault == "silent":
            self.server.released.wait(30)
        elif fault == "garbage":
            self._say(b"stream: \xff\xfe maybe")
        elif fault == "chatters":
            self.wfile.write(b"x" * 100_000)
        elif fault == "too_large" or data is None:
            self._say(b"INSTREAM size limit exceeded. ERROR")
        else:
            self.server.scanned.append(data)
            self._say(b"stream: Made-Up.Virus FOUND" if VIRUS in data else b"stream: OK")

    def _until_nul(self) -> bytes:
        said = b""
        while not said.endswith(b"\0"):
            said += self.rfile.read(1)
        return said[:-1]

    def _stream(self, most: int) -> bytes | None:
        data = b""
        while length := struct.unpack(">I", self.rfile.read(4))[0]:
            data += self.rfile.read(length)
            if len(data) > most:
                return None
        return data

    def _say(self, words: bytes) -> None:
        self.wfile.write(words + b"\0")


class StandIn:
    """What a running stand-in was shown; ``faults`` says how the next conversations go wrong."""

    def __init__(self) -> None:
        self.asked = 0
        self.scanned: list[bytes] = []
        self.faults: list[str] = []
        self.released = threading.Event()
        self.place = ""


class _Tcp(StandIn, socketserver.ThreadingTCPServer):
    daemon_threads = True

    def __init__(self) -> None:
        StandIn.__init__(self)
        socketserver.ThreadingTCPServer.__init__(self, ("127.0.0.1", 0), _Conversation)
        self.place = f"127.0.0.1:{self.server_address[1]}"

    def handle_error(self, *_: object) -> None:
        """Say nothing where a client hangs up."""


class _Unix(StandIn, socketserver.ThreadingUnixStreamServer):
    daemon_threads = True

    def __init__(self, path: Path) -> None:
        StandIn.__init__(self)
        socketserver.ThreadingUnixStreamServer.__init__(self, str(path), _Conversation)
        self.place = str(path)

    def handle_error(self, *_: object) -> None:
        """Say nothing where a client hangs up."""


@contextmanager
def clamd(path: Path | None = None) -> Iterator[StandIn]:
    """Let a stand-in answer while the block runs, on a port of its own or on a socket."""
    server = _Unix(path) if path else _Tcp()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.released.set()
        server.shutdown()
        server.server_close()
        thread.join()
