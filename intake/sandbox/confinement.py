"""How a process is shut in before it sees the first byte of a document."""

import os
import resource
import signal

from intake.sandbox.child_limits import ChildLimits
from intake.sandbox.system_calls import call_prctl, can_refuse_calls, refuse_other_calls

_PR_SET_PDEATHSIG = 1
_PR_SET_NO_NEW_PRIVS = 38
_NOBODY = 65_534


def confine(limits: ChildLimits, keep: tuple[int, ...], *, parent_pid: int | None) -> None:
    """Limit this process for good; only the descriptors in ``keep`` stay open.

    Afterwards it can compute, read and write what it holds, and end. It ends with its parent, unless
    that is None and its end is seen to otherwise. OSError when the kernel refuses one of the limits:
    then nothing may be read.
    """
    _close_others(keep)
    _leave_root()
    if parent_pid is not None:
        _end_with(parent_pid)
    call_prctl(_PR_SET_NO_NEW_PRIVS, 1)
    if not (limits.threads and can_refuse_calls()):
        # It counts all threads of the user, ours and others': where some are needed the filter decides.
        resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
    for kind, soft, hard in (
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_FSIZE, 0, 0),
        # No descriptor beyond those held: no file and no socket can be opened at all.
        (resource.RLIMIT_NOFILE, 0, 0),
        # SIGXCPU at the soft limit ends it; SIGKILL a second later, should it catch that.
        (resource.RLIMIT_CPU, limits.cpu_s, limits.cpu_s + 1),
        (resource.RLIMIT_AS, limits.memory_bytes, limits.memory_bytes),
    ):
        resource.setrlimit(kind, (soft, hard))
    refuse_other_calls(but_threads=limits.threads)


def _close_others(keep: tuple[int, ...]) -> None:
    """Close all descriptors but ``keep``; what libraries print goes nowhere."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    low = 3
    for descriptor in sorted(keep):
        os.closerange(low, descriptor)
        low = descriptor + 1
    os.closerange(low, resource.getrlimit(resource.RLIMIT_NOFILE)[0])


def _end_with(parent_pid: int) -> None:
    # After the change of user, which clears it. A parent that died before this line is seen below.
    call_prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent_pid:
        os._exit(1)


def _leave_root() -> None:
    """Become nobody where the worker runs as root: limits on processes do not bind root."""
    if os.geteuid() != 0:
        return
    try:
        os.setgroups([])
        os.setresgid(_NOBODY, _NOBODY, _NOBODY)
        os.setresuid(_NOBODY, _NOBODY, _NOBODY)
    except OSError:
        # In a user namespace without that user, root is not the machine's root.
        return
