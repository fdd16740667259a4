"""A Postfix of one's own: in a folder that goes with the test, in front of a socket of ours."""

import grp
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

_MAIN = """\
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
daemon_directory = {daemons}
maillog_file = {folder}/mail.log
maillog_file_prefixes = {folder}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = relay.example
mydestination =
alias_maps =
recipient_delimiter = +
relay_domains = localhost
relay_transport = lmtp:unix:cfit/lmtp
smtpd_relay_restrictions = reject_unauth_destination
minimal_backoff_time = 1s
queue_run_delay = 1s
"""

_MASTER = """\
127.0.0.1:{port} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
error unix - - n - - error
retry unix - - n - - error
lmtp unix - - y - - lmtp
postlog unix-dgram n - n - 1 postlogd
"""


@dataclass(frozen=True, slots=True)
class Postfix:
    """A Postfix that runs: where it takes mail, and the folder that is all its own."""

    port: int
    folder: Path

    def count_waiting(self) -> int:
        """Return how many mails lie in its queue."""
        names = ("incoming", "active", "deferred", "maildrop")
        queues = [self.folder / "queue" / name for name in names]
        return sum(path.is_file() for queue in queues for path in queue.rglob("*"))


@contextmanager
def postfix_folder() -> Iterator[Path]:
    """Yield a folder for Postfix, with one for the socket in its queue; skip without Postfix."""
    if shutil.which("postfix", path="/usr/sbin:/usr/bin") is None or os.geteuid() != 0:
        pytest.skip("Postfix is not installed, or may not be started by this account")
    folder = Path(tempfile.mkdtemp(prefix="cfit-postfix-"))
    folder.chmod(0o755)
    try:
        place = folder / "queue" / "cfit"
        place.mkdir(parents=True)
        os.chown(place, 0, grp.getgrnam("postfix").gr_gid)
        place.chmod(0o2750)
        yield folder
    finally:
        shutil.rmtree(folder)


@contextmanager
def postfix_in_front(folder: Path) -> Iterator[Postfix]:
    """Run a Postfix that hands all mail for localhost to queue/cfit/lmtp; stopped at the end."""
    daemons = next(
        path for path in (Path("/usr/lib/postfix/sbin"), Path("/usr/libexec/postfix")) if path.exists()
    )
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        port = int(chosen.getsockname()[1])
    (folder / "data").mkdir()
    os.chown(folder / "data", pwd.getpwnam("postfix").pw_uid, 0)
    config = folder / "config"
    config.mkdir()
    (config / "main.cf").write_text(_MAIN.format(folder=folder, daemons=daemons))
    (config / "master.cf").write_text(_MASTER.format(port=port))
    command = ["/usr/sbin/postfix", "-c", str(config)]
    subprocess.run([*command, "start"], check=True, capture_output=True, timeout=60)
    try:
        yield Postfix(port, folder)
    finally:
        subprocess.run([*command, "stop"], check=True, capture_output=True, timeout=60)
