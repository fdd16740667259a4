"""The socket that LMTP is spoken on: made anew at each start, for its owner and group alone."""

import os
import socket
import stat
from contextlib import suppress
from pathlib import Path

_OWNER_AND_GROUP = 0o117
"""What is taken from the mode of a new socket: it becomes 0660."""


def bound_socket(path: Path) -> socket.socket:
    """Return a socket bound to ``path``, where a listener that was killed may have left one.

    Its group is that of the folder where that has the set-group-ID bit. Raises OSError, also when
    something else than a socket stands there.
    """
    with suppress(FileNotFoundError):
        if stat.S_ISSOCK(path.lstat().st_mode):
            path.unlink()
    bound = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    # Before the first thread is started: the mask is the whole process's.
    before = os.umask(_OWNER_AND_GROUP)
    try:
        bound.bind(str(path))
    except OSError:
        bound.close()
        raise
    finally:
        os.umask(before)
    return bound
