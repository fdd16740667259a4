"""Several picture files as one run of bytes: what a reading child is handed of a mail with photos."""

from collections.abc import Sequence

_LENGTH_BYTES = 8
MOST_PICTURES = 60
"""Picture files of one mail that are looked at; a copy of the Pact has 16 pages."""


def as_album(pictures: Sequence[bytes]) -> bytes:
    """Return the pictures, each behind its length."""
    return b"".join(len(one).to_bytes(_LENGTH_BYTES, "big") + one for one in pictures)


def pictures_of(album: bytes) -> list[bytes]:
    """Return the pictures that ``as_album`` put together. ValueError for anything else."""
    pictures: list[bytes] = []
    start = 0
    while start < len(album):
        length = int.from_bytes(album[start : start + _LENGTH_BYTES], "big")
        start += _LENGTH_BYTES
        if start + length > len(album) or len(pictures) == MOST_PICTURES:
            raise ValueError("no album of ours")
        pictures.append(album[start : start + length])
        start += length
    return pictures
