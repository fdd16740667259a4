"""Originals in an S3-compatible bucket, for more than one machine; credentials as AWS_... variables."""

import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from io import BufferedRandom

import obstore
from obstore.exceptions import BaseError
from obstore.store import ObjectStore, S3Store

from storage.original_names import is_name, missing, problems_of, sha256_of, verified


def open_bucket(url: str, *, proxy: str = "") -> "BucketOriginals":
    """Return the originals under s3://BUCKET/PREFIX, reached through ``proxy`` where one is given."""
    return BucketOriginals(S3Store.from_url(url, client_options={"proxy_url": proxy} if proxy else {}))


class BucketOriginals:
    """Originals as objects of the same name; the service makes a put durable before it answers."""

    def __init__(self, store: ObjectStore) -> None:
        self.store = store

    def put(self, data: bytes) -> str:
        """Keep ``data`` durably and return its name; an object of another length is replaced."""
        name = sha256_of(data)
        if self._size_bytes(name) != len(data):
            obstore.put(self.store, name, data)
        return name

    def begin(self) -> "ArrivingObject":
        """Return a nameless file on this machine for bytes that arrive piece by piece."""
        return ArrivingObject(self)

    def take(self, file: BufferedRandom, name: str, size_bytes: int) -> None:
        """Put a finished file into the bucket under its name."""
        if self._size_bytes(name) != size_bytes:
            obstore.put(self.store, name, file)

    def get(self, sha256: str) -> bytes:
        """Return the bytes, verified. Raises OriginalMissing, OriginalDamaged, or OSError of the network."""
        if not is_name(sha256):
            raise missing(sha256)
        try:
            return verified(bytes(obstore.get(self.store, sha256).bytes()), sha256)
        except FileNotFoundError as error:
            raise missing(sha256) from error
        except BaseError as error:
            raise OSError(0, str(error).partition("\n")[0]) from error

    def has(self, sha256: str) -> bool:
        """Return whether an object of this name exists."""
        return is_name(sha256) and self._size_bytes(sha256) is not None

    def discard(self, sha256: str) -> None:
        """Remove the object; a versioned bucket keeps its own copies until its rules drop them."""
        if self.has(sha256):
            obstore.delete(self.store, sha256)

    def names(self) -> Iterator[str]:
        """Yield the name of everything kept, a thousand a request."""
        for listed in obstore.list(self.store):
            yield from (item["path"] for item in listed if is_name(item["path"]))

    def problems(self) -> Iterator[str]:
        """Read everything and yield a sentence for each original that is damaged or unreadable."""
        return problems_of(self.names(), self.get)

    def sweep_unfinished(self, before: datetime) -> int:
        """Return 0: an object is there whole or not at all."""
        return 0

    def is_settled(self) -> bool:
        """Return true: what is here is here for good."""
        return True

    def settle(self) -> int:
        """Return 0: nothing is to be moved."""
        return 0

    def _size_bytes(self, name: str) -> int | None:
        try:
            return obstore.head(self.store, name)["size"]
        except FileNotFoundError:
            return None


class ArrivingObject:
    """An original on its way into a bucket, which takes it whole."""

    def __init__(self, bucket: BucketOriginals) -> None:
        self._bucket = bucket
        self._file: BufferedRandom = tempfile.TemporaryFile()  # noqa: SIM115 - it is open until kept or abandoned

    def write(self, piece: bytes) -> None:
        """Add the next piece. Raises OSError when there is no room."""
        self._file.write(piece)

    def keep(self) -> str:
        """Put all pieces into the bucket and return the name."""
        with self._file:
            size_bytes = self._file.tell()
            self._file.seek(0)
            name = hashlib.file_digest(self._file, "sha256").hexdigest()
            self._file.seek(0)
            self._bucket.take(self._file, name, size_bytes)
        return name

    def abandon(self) -> None:
        """Forget what has come; after ``keep`` this does nothing."""
        with suppress(OSError):
            self._file.close()
