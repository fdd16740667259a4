"""A zygote whose tasks do what a document would make a child do that it has taken over.

Started as a program in place of intake.sandbox.zygote; the "document" names what to do.
"""

import ctypes
import errno
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from intake.mail.parse import parse_head
from intake.mail.parsed_mail_wire import mail_to_wire
from intake.ocr.eyes import Eyes, EyesClosedError, Reader
from intake.reading.material import ReadingMaterial
from intake.reading.reading_json import to_json
from intake.sandbox.zygote import run_zygote
from pact.documents import DocumentAsRead, Remark

GOOD_MAIL = b"From: Nora Quist <nora@agency.example>\nMessage-ID: <1@agency.example>\nSubject: Hello\n\n"


def misbehave(data: bytes, eyes: Eyes) -> bytes:
    """Do what the document says, and answer with what came of it."""
    deed, _, detail = data.decode().partition(" ")
    return EYE_DEEDS[deed](detail, eyes) if deed in EYE_DEEDS else DEEDS[deed](detail)


def _say(seen: str) -> bytes:
    return json.dumps(to_json(DocumentAsRead(remarks=(Remark("seen", seen),)))).encode()


def _try(deed: Callable[[], object]) -> bytes:
    try:
        return _say(f"done: {deed()}")
    except (OSError, RuntimeError, ValueError) as error:
        return _say(f"refused: {type(error).__name__}")


def _loop(_: str) -> bytes:
    while True:
        pass


def _sleep(_: str) -> bytes:
    threading.Event().wait()
    return b""


def _hog(_: str) -> bytes:
    held = []
    while True:
        held.append(bytearray(10_000_000))


def _hog_in_c(_: str) -> bytes:
    libc = ctypes.CDLL(None)
    libc.malloc.restype = ctypes.c_void_p
    while block := libc.malloc(ctypes.c_size_t(10_000_000)):
        ctypes.memset(block, 1, 10_000_000)
    os.abort()


def _recurse(detail: str) -> bytes:
    return _recurse(detail)


def _flood(_: str) -> bytes:
    return b"x" * 200_000_000


def _fork_bomb(_: str) -> bytes:
    started = 0
    for _ in range(50):
        try:
            if os.fork() == 0:
                signal.pause()
        except OSError:
            break
        started += 1
    return _say(f"started {started}")


def _loads(_: str) -> bytes:
    names = sorted(name for name in sys.modules if name.split(".")[0] in ("storage", "dbos", "sqlalchemy"))
    return _say(f"{sorted(os.environ)} {names}")


DEEDS: dict[str, Callable[[str], bytes]] = {
    "well": _say,
    "loop": _loop,
    "sleep": _sleep,
    "hog": _hog,
    "hog_in_c": _hog_in_c,
    "abort": lambda _: os.abort(),  # type: ignore[return-value]
    "segfault": lambda _: ctypes.string_at(0),
    "flood": _flood,
    "raise": lambda detail: int(detail).to_bytes(),
    "recurse": _recurse,
    "silent": lambda _: os._exit(0),  # type: ignore[return-value]
    "lie": lambda detail: detail.encode(),
    "fork_bomb": _fork_bomb,
    "loads": _loads,
    "open": lambda path: _try(lambda: Path(path).read_bytes()),
    "write": lambda path: _try(lambda: Path(path).write_bytes(b"x")),
    "remove": lambda path: _try(lambda: Path(path).unlink()),
    "rename": lambda path: _try(lambda: Path(path).rename(path + "~")),
    "socket": lambda _: _try(socket.socket),
    "start": lambda _: _try(lambda: subprocess.run(["/bin/true"], check=False)),
    "execute": lambda _: _try(lambda: os.execv("/bin/true", ["true"])),
    "thread": lambda _: _try(lambda: threading.Thread(target=print).start()),
    "kill": lambda pid: _try(lambda: os.kill(int(pid), signal.SIGKILL)),
    "raise_limit": lambda _: _try(_raise_limit),
    "descriptors": lambda _: _say(" ".join(str(fd) for fd in range(100) if _is_open(fd))),
}


def _see(detail: str, eyes: Eyes) -> bytes:
    """Have a picture of that value read so many times; say what was seen, or that it was not."""
    value, _, times = detail.partition(" ")
    picture = np.full((2, 3), int(value), dtype=np.uint8)
    said = [_word(eyes, picture) for _ in range(int(times or "1"))]
    return _say(" ".join(f"{word}:{said.count(word)}" for word in dict.fromkeys(said)))


def _word(eyes: Eyes, picture: NDArray[np.uint8]) -> str:
    try:
        return eyes.read(picture, Reader.SCENE)[0].text.replace(" ", "")
    except EyesClosedError:
        return "closed"


def _turn(pages: str, eyes: Eyes) -> bytes:
    for page in range(1, int(pages) + 1):
        eyes.turn_to(page, int(pages))
    return _see("0", eyes)


def _speak(words: str, eyes: Eyes) -> bytes:
    """Send what is no question, then ask one."""
    eyes.turn_to(1, 1)  # a child without eyes makes way here
    os.write(eyes._descriptor, bytes.fromhex(words))  # type: ignore[attr-defined]
    return _see("0", eyes)


def _stall(_: str, eyes: Eyes) -> bytes:
    eyes.turn_to(1, 1)
    os.write(eyes._descriptor, b"\2\0")  # type: ignore[attr-defined]
    return _sleep("")


def _as_picture(deed: str, eyes: Eyes) -> bytes:
    """Do another deed in a child that may have pictures read."""
    eyes.turn_to(1, 1)
    name, _, detail = deed.partition(" ")
    return DEEDS[name](detail)


EYE_DEEDS: dict[str, Callable[[str, Eyes], bytes]] = {
    "see": _see,
    "turn": _turn,
    "speak": _speak,
    "stall": _stall,
    "as_picture": _as_picture,
}


def _raise_limit() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_NOFILE, (100, 100))


def _is_open(descriptor: int) -> bool:
    try:
        os.lseek(descriptor, 0, os.SEEK_CUR)
    except OSError as error:
        return error.errno == errno.ESPIPE
    return True


def _parse(data: bytes, _: Eyes) -> bytes:
    """Answer for a mail as its subject says."""
    deed = data.partition(b"Subject: ")[2].partition(b"\n")[0].decode()
    return DEEDS[deed.partition(" ")[0]](deed.partition(" ")[2])


TASKS = {"read": misbehave, "parse": _parse, "parse_head": lambda raw, _: mail_to_wire(parse_head(raw))}

if __name__ == "__main__":
    with os.fdopen(int(sys.argv[3]), "rb") as handed_over:
        source = ReadingMaterial.from_wire(handed_over.read()).trust.source
    DEEDS["material"] = lambda _: _say(source)
    run_zygote(TASKS, sys.argv[1:])
