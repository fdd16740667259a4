"""Servers to measure side by side under Postfix's own load generator, and what they cost."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from journeys.running import LISTENER, await_port, environment_of

from storage.settings import Settings

SESSIONS = 10
LIMIT_S = 120.0
"""How long one round may take before the measuring is given up."""

_START_S = 20.0
_PLAIN = Path(__file__).with_name("plain_aiosmtpd.py")


def postfix_program(name: str) -> str | None:
    """Return where a program of Postfix is, which is outside the path of most accounts."""
    return shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/libexec/postfix")


@dataclass(frozen=True, slots=True)
class Rival:
    """A server that takes mail: its name, its port and its process."""

    name: str
    port: int
    pid: int

    def cpu_s(self) -> float:
        """Return the processor seconds spent by the process so far."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def peak_mb(self) -> float:
        """Return the most memory it held since the peak was last forgotten, in MB."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024

    def forget_peak(self) -> None:
        """Begin the search for the peak anew."""
        Path(f"/proc/{self.pid}/clear_refs").write_text("5")


@contextmanager
def rivals(settings: Settings) -> Iterator[dict[str, Rival]]:
    """Yield the listener over the settings' home, smtp-sink, and plain aiosmtpd that drops; all end after."""
    with ExitStack() as stack:
        ours = stack.enter_context(_listener(settings))
        sink = stack.enter_context(_server("smtp-sink", _sink_command))
        plain = stack.enter_context(_server("plain aiosmtpd", _plain_command))
        yield {one.name: one for one in (ours, sink, plain)}


def send(rival: Rival, size_bytes: int, count: int, *, sessions: int = SESSIONS) -> float:
    """Send so many mails over ``sessions`` connections that stay open, and return mails a second."""
    program = postfix_program("smtp-source")
    assert program is not None
    command = [program, "-d", "-s", str(sessions), "-m", str(count), "-l", str(size_bytes)]
    command += ["-f", "anna@city.example", "-t", "cfit@localhost", f"inet:127.0.0.1:{rival.port}"]
    began_s = time.monotonic()
    subprocess.run(command, check=True, timeout=LIMIT_S)
    return count / (time.monotonic() - began_s)


def fsyncs_a_second(folder: Path) -> float:
    """Return how many times a second 4 KB can be written and fsynced there, tried for one second."""
    count, began_s = 0, time.monotonic()
    with (folder / "fsync-trial").open("wb") as file:
        while time.monotonic() < began_s + 1:
            file.write(bytes(4096))
            file.flush()
            os.fsync(file.fileno())
            count += 1
    (folder / "fsync-trial").unlink()
    return count / (time.monotonic() - began_s)


@contextmanager
def _listener(settings: Settings) -> Iterator[Rival]:
    # Its log goes to a file, as a service's does: a pipe that nobody reads would stop it.
    settings.home.mkdir(exist_ok=True)
    with (settings.home / "listener.log").open("wb") as log:
        process = subprocess.Popen(LISTENER, env=environment_of(settings), stderr=log)
        try:
            yield Rival("ours", await_port(settings, process), process.pid)
        finally:
            process.terminate()
            process.wait(_START_S)


def _sink_command(port: int) -> list[str]:
    user = ["-u", "nobody"] if os.geteuid() == 0 else []
    return [str(postfix_program("smtp-sink")), *user, f"127.0.0.1:{port}", "200"]


def _plain_command(port: int) -> list[str]:
    return [sys.executable, str(_PLAIN), str(port)]


@contextmanager
def _server(name: str, command: Callable[[int], list[str]]) -> Iterator[Rival]:
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        port = int(chosen.getsockname()[1])
    process = subprocess.Popen(command(port), stderr=subprocess.DEVNULL)
    try:
        _await(port, process)
        yield Rival(name, port, process.pid)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(_START_S)


def _await(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline_s = time.monotonic() + _START_S
    while time.monotonic() < deadline_s and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except ConnectionRefusedError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(f"nothing listens on port {port}")
