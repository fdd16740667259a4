"""An OCR process that does what the picture says, by the value of its first pixel.

Started as a program in place of intake.sandbox.ocr_worker; its first argument is after how many seconds
it is idle.
"""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from intake.ocr.eyes import Reader, SeenWord
from intake.sandbox.ocr_worker import run_worker

WELL, DIE, HANG, RAISE, GROW, FLOOD, SLOW, WORK = range(8)
OPEN, SOCKET, EXECUTE, FORK, THREAD, KILL, WHO = range(20, 27)


class ObedientEyes:
    """Eyes that do what a picture would make engines do that it has taken over."""

    def read(self, pixels: NDArray[np.uint8], reader: Reader, languages: str = "eng") -> tuple[SeenWord, ...]:
        said = DEEDS[int(pixels.flat[0])](pixels)
        texts = said if isinstance(said, list) else [said]
        return tuple(SeenWord(text, (0.0, 0.0, 9.0, 9.0), 0.9, 0) for text in texts)

    def turn_to(self, page: int, pages: int) -> None:
        return


def _well(pixels: NDArray[np.uint8]) -> str:
    return f"{pixels.shape} {int(pixels.sum())}"


def _hang(_: NDArray[np.uint8]) -> str:
    threading.Event().wait()
    return ""


def _raise(_: NDArray[np.uint8]) -> str:
    raise RuntimeError("an engine's own trouble")


def _grow(_: NDArray[np.uint8]) -> str:
    return f"grown by {len(bytearray(b'x' * 1_400_000_000)) >> 20} MB"


def _work(_: NDArray[np.uint8]) -> str:
    """Use processor time for a while, deaf to everything but the kernel."""
    ends = time.monotonic() + 30
    while time.monotonic() < ends:
        pass
    return "worked"


def _try(deed: Callable[[], object]) -> str:
    try:
        return f"done: {deed()}"
    except (OSError, RuntimeError) as error:
        return f"refused: {type(error).__name__}"


DEEDS: dict[int, Callable[[NDArray[np.uint8]], str | list[str]]] = {
    WELL: _well,
    DIE: lambda _: os.abort(),  # type: ignore[return-value]
    HANG: _hang,
    RAISE: _raise,
    GROW: _grow,
    FLOOD: lambda _: ["x" * 1000] * 20_000,
    SLOW: lambda _: str(time.sleep(0.1)),
    WORK: _work,
    OPEN: lambda _: _try(lambda: Path("/etc/hostname").read_bytes()),
    SOCKET: lambda _: _try(socket.socket),
    EXECUTE: lambda _: _try(lambda: subprocess.run(["/bin/true"], check=False)),
    FORK: lambda _: _try(os.fork),
    THREAD: lambda _: _try(lambda: threading.Thread(target=print).start()),
    KILL: lambda _: _try(lambda: os.kill(os.getppid(), signal.SIGKILL)),
    WHO: lambda _: f"{os.getuid()} {sorted(os.environ)} {sys.argv[4:]}",
}

if __name__ == "__main__":
    run_worker(sys.argv[2:], ObedientEyes(), idle_s=int(sys.argv[1]))
