"""Originals in an S3-compatible bucket, for more than one machine; credentials as AWS_... variables."""

from collections.abc import Iterator
from datetime import datetime

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

    def _size_bytes(self, name: str) -> int | None:
        try:
            return obstore.head(self.store, name)["size"]
        except FileNotFoundError:
            return None
