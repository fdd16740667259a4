"""JBIG-KIT is kept out of the process: tesserocr's wheel brings it, and it is under the GPL.

The wheel's libtiff names it as needed. Nobody here opens a TIFF with tesseract: a library of that name
without any code is loaded before, so that the loader looks for no other.
"""

import ctypes
import os
import struct
from importlib.metadata import files
from pathlib import Path

# What libtiff wants of it; called for pictures packed as JBIG alone, which never come here.
_FUNCTIONS = (
    "jbg_dec_free", "jbg_dec_getimage", "jbg_dec_getsize", "jbg_dec_in", "jbg_dec_init",
    "jbg_enc_free", "jbg_enc_init", "jbg_enc_out", "jbg_newlen", "jbg_strerror",
)  # fmt: skip

# Sizes and numbers of the Executable and Linkable Format, 64 bits.
_HEADER = struct.Struct("<16sHHIQQQIHHHHHH")
_SEGMENT = struct.Struct("<IIQQQQQQ")
_SYMBOL = struct.Struct("<IBBHQQ")
_SHARED_OBJECT, _GLOBAL_FUNCTION, _PAGE = 3, 0x12, 0x1000
_LOAD, _DYNAMIC, _STACK, _READ_WRITE = 1, 2, 0x6474E551, 6
_HASH, _STRTAB, _SYMTAB, _STRSZ, _SYMENT, _SONAME = 4, 5, 6, 10, 11, 14


def keep_jbig_out() -> None:
    """Make sure that this process does not load JBIG-KIT when it loads tesseract. OSError when it cannot."""
    for library in _brought("tesserocr", "libjbig"):
        with library.open("rb") as stream:
            head = stream.read(_HEADER.size)
        descriptor = os.memfd_create(library.name)
        try:
            os.write(descriptor, _hollow(library.name, head))
            ctypes.CDLL(f"/proc/self/fd/{descriptor}")
        finally:
            os.close(descriptor)


def _brought(distribution: str, name: str) -> list[Path]:
    """Return the shared libraries of that name in a wheel's own folder."""
    return [
        Path(str(file.locate())) for file in files(distribution) or () if file.name.startswith(f"{name}-")
    ]


def _hollow(soname: str, head: bytes) -> bytes:
    """Return a shared library of that name, for the machine of that ELF head, whose functions are empty."""
    strings = b"\0" + b"".join(name.encode() + b"\0" for name in (soname, *_FUNCTIONS))
    count = len(_FUNCTIONS) + 1
    symbols_at = _HEADER.size + 3 * _SEGMENT.size
    hash_at = symbols_at + count * _SYMBOL.size
    strings_at = hash_at + 4 * (3 + count)
    dynamic_at = -(-(strings_at + len(strings)) // 8) * 8
    entries = [
        (_SONAME, _place(strings, soname)), (_HASH, hash_at), (_STRTAB, strings_at), (_SYMTAB, symbols_at),
        (_STRSZ, len(strings)), (_SYMENT, _SYMBOL.size), (0, 0),
    ]  # fmt: skip
    dynamic = b"".join(struct.pack("<QQ", *entry) for entry in entries)
    size = dynamic_at + len(dynamic)
    symbols = bytes(_SYMBOL.size) + b"".join(
        _SYMBOL.pack(_place(strings, name), _GLOBAL_FUNCTION, 0, 1, size - 8, 0) for name in _FUNCTIONS
    )
    chain = (*range(2, count), 0)  # one bucket: each symbol leads to the next
    table = struct.pack(f"<{3 + count}I", 1, count, 1, 0, *chain)
    whole = _beginning(head, dynamic_at, size) + symbols + table + strings
    return whole.ljust(dynamic_at, b"\0") + dynamic


def _beginning(head: bytes, dynamic_at: int, size: int) -> bytes:
    """Return the header and the three segments: all of it, its tables, and a stack that runs no code."""
    identity, _, machine, version, *_ = _HEADER.unpack(head)
    sizes = (_HEADER.size, _SEGMENT.size, 3, 0, 0, 0)
    header = _HEADER.pack(identity, _SHARED_OBJECT, machine, version, 0, _HEADER.size, 0, 0, *sizes)
    tables = size - dynamic_at
    return header + b"".join(
        (
            _SEGMENT.pack(_LOAD, _READ_WRITE, 0, 0, 0, size, size, _PAGE),
            _SEGMENT.pack(_DYNAMIC, _READ_WRITE, dynamic_at, dynamic_at, dynamic_at, tables, tables, 8),
            _SEGMENT.pack(_STACK, _READ_WRITE, 0, 0, 0, 0, 0, 16),
        )
    )


def _place(strings: bytes, name: str) -> int:
    return strings.index(name.encode() + b"\0")
