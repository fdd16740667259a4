"""The few system calls that a reading child may make; the kernel refuses it all others (seccomp).

A reader computes: it needs memory, the descriptors that it was given, the clock and its own end.
No path is opened, renamed or removed, no socket made, no process started, signalled or traced,
even by a document that has taken the child over. Who decodes pictures may start threads besides.
"""

import ctypes
import os

_PR_SET_NO_NEW_PRIVS = 38
_PR_GET_SECCOMP = 21  # fails where the kernel was built without it
_PR_SET_SECCOMP = 22
_FILTER_MODE = 2
_ALLOW = 0x7FFF0000
_REFUSE = 0x00050000 | 1  # SECCOMP_RET_ERRNO with EPERM: C code reads it as any other failure

# Instructions of classic BPF, as linux/filter.h names them.
_LOAD_WORD = 0x20  # BPF_LD | BPF_W | BPF_ABS
_JUMP_IF_EQUAL = 0x15  # BPF_JMP | BPF_JEQ | BPF_K
_JUMP_IF_SET = 0x45  # BPF_JMP | BPF_JSET | BPF_K
_RETURN = 0x06  # BPF_RET | BPF_K
_CALL_NUMBER_AT = 0  # offsets in struct seccomp_data
_ARCHITECTURE_AT = 4
_FIRST_ARGUMENT_AT = 16

_CLONE, _CLONE3, _SET_ROBUST_LIST = (56, 220), (435, 435), (273, 99)  # as below
_CLONE_THREAD = 0x0001_0000
_NO_SUCH_CALL = 0x00050000 | 38  # ENOSYS: the C library asks by the older call, whose flags can be seen

# name: number on x86_64, number on aarch64 (None: that call does not exist there)
_ALLOWED: dict[str, tuple[int | None, int | None]] = {
    "read": (0, 63), "write": (1, 64), "close": (3, 57), "fstat": (5, 80), "lseek": (8, 62),
    "pread64": (17, 67), "readv": (19, 65), "writev": (20, 66), "poll": (7, None), "ppoll": (271, 73),
    "mmap": (9, 222), "mprotect": (10, 226), "munmap": (11, 215), "brk": (12, 214), "mremap": (25, 216),
    "mincore": (27, 232), "madvise": (28, 233), "membarrier": (324, 283), "rseq": (334, 293),
    "rt_sigaction": (13, 134), "rt_sigprocmask": (14, 135), "rt_sigreturn": (15, 139),
    "sigaltstack": (131, 132),
    "sched_yield": (24, 124), "sched_getaffinity": (204, 123), "futex": (202, 98),
    "nanosleep": (35, 101), "clock_nanosleep": (230, 115), "restart_syscall": (219, 128),
    "clock_gettime": (228, 113), "clock_getres": (229, 114), "gettimeofday": (96, 169), "times": (100, 153),
    "getpid": (39, 172), "getppid": (110, 173), "gettid": (186, 178), "getuid": (102, 174),
    "geteuid": (107, 175), "getgid": (104, 176), "getegid": (108, 177), "getrusage": (98, 165),
    "uname": (63, 160), "sysinfo": (99, 179), "getrandom": (318, 278),
    "exit": (60, 93), "exit_group": (231, 94),
}  # fmt: skip

_MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}  # column above, AUDIT_ARCH_*

_libc = ctypes.CDLL(None, use_errno=True)


class _Instruction(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_uint16),
        ("if_true", ctypes.c_uint8),
        ("if_false", ctypes.c_uint8),
        ("value", ctypes.c_uint32),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_uint16), ("instructions", ctypes.POINTER(_Instruction)))


def can_refuse_calls() -> bool:
    """Whether the numbers of the calls are known for this machine, and its kernel can filter them;
    elsewhere the other limits hold."""
    return os.uname().machine in _MACHINES and _libc.prctl(_PR_GET_SECCOMP, 0, 0, 0, 0) >= 0


def call_prctl(option: int, value: int = 0, pointer: object = None) -> None:
    """Set an attribute of this process. OSError when the kernel refuses."""
    if _libc.prctl(option, ctypes.c_ulong(value), pointer, 0, 0) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def refuse_other_calls(*, but_threads: bool = False) -> None:
    """Let the kernel refuse every call that is not allowed above, for good. OSError if it cannot.

    With ``but_threads`` threads may be started, and no processes. Nothing happens on a machine where
    that cannot be done (can_refuse_calls).
    """
    if not can_refuse_calls():
        return
    column, architecture = _MACHINES[os.uname().machine]
    numbers = [number for row in _ALLOWED.values() if (number := row[column]) is not None]
    if but_threads:
        numbers.append(_SET_ROBUST_LIST[column])
    steps = [
        _Instruction(_LOAD_WORD, 0, 0, _ARCHITECTURE_AT),
        _Instruction(_JUMP_IF_EQUAL, 1, 0, architecture),
        _Instruction(_RETURN, 0, 0, _REFUSE),  # calls of another architecture have other numbers
        _Instruction(_LOAD_WORD, 0, 0, _CALL_NUMBER_AT),
        *(_threads_allowed(column) if but_threads else ()),
        *(_Instruction(_JUMP_IF_EQUAL, len(numbers) - at, 0, number) for at, number in enumerate(numbers)),
        _Instruction(_RETURN, 0, 0, _REFUSE),
        _Instruction(_RETURN, 0, 0, _ALLOW),
    ]
    array = (_Instruction * len(steps))(*steps)
    call_prctl(_PR_SET_NO_NEW_PRIVS, 1)
    call_prctl(_PR_SET_SECCOMP, _FILTER_MODE, ctypes.byref(_Program(len(steps), array)))


def _threads_allowed(column: int) -> tuple[_Instruction, ...]:
    """Return the steps that let clone make a thread and nothing else."""
    return (
        _Instruction(_JUMP_IF_EQUAL, 0, 4, _CLONE[column]),
        _Instruction(_LOAD_WORD, 0, 0, _FIRST_ARGUMENT_AT),
        _Instruction(_JUMP_IF_SET, 0, 1, _CLONE_THREAD),
        _Instruction(_RETURN, 0, 0, _ALLOW),
        _Instruction(_RETURN, 0, 0, _REFUSE),
        _Instruction(_JUMP_IF_EQUAL, 0, 1, _CLONE3[column]),
        _Instruction(_RETURN, 0, 0, _NO_SUCH_CALL),
    )
