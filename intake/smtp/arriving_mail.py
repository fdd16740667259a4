"""One mail on its way in: small ones in memory, large ones in a file from the moment they prove large."""

from storage.originals import Arriving, Originals, sha256_of


class ArrivingMail:
    """The bytes of one mail as they come, at most ``spool_bytes`` of them in memory."""

    def __init__(self, originals: Originals, spool_bytes: int) -> None:
        self.size_bytes = 0
        self._originals = originals
        self._spool_bytes = spool_bytes
        self._pieces: list[bytes] = []
        self._file: Arriving | None = None

    @property
    def is_large(self) -> bool:
        """Whether it lies in a file of its own, which ``keep_file`` makes an original of."""
        return self._file is not None

    def take(self, piece: bytes) -> None:
        """Add the next piece. Raises OSError when there is no room."""
        self.size_bytes += len(piece)
        if self._file is None and self.size_bytes <= self._spool_bytes:
            self._pieces.append(piece)
            return
        if self._file is None:
            self._file = self._originals.begin()
            held, self._pieces = self._pieces, []
            for one in held:
                self._file.write(one)
        self._file.write(piece)

    def keep_file(self) -> str:
        """Make a large mail's bytes durable and return their name; waits for the disk. Raises OSError."""
        assert self._file is not None
        return self._file.keep()

    def small(self) -> tuple[str, bytes]:
        """Return a small mail's bytes and the name that they will have."""
        data = b"".join(self._pieces)
        return sha256_of(data), data

    def abandon(self) -> None:
        """Forget what has come."""
        self._pieces = []
        if self._file is not None:
            self._file.abandon()
