"""How pictures and the words on them travel between reading child, worker and OCR process.

Every message begins with a head of fixed size that says how much follows. Whoever takes one checks the
head before any room is made for the rest.
"""

import json
import math
import struct
from collections.abc import Callable
from dataclasses import dataclass

from intake.ocr.eyes import Reader, SeenWord

MOST_PIXELS = 20_000_000
MOST_SIDE_PX = 20_000
MOST_ANSWER_BYTES = 4 << 20

_READERS = tuple(Reader)
_MOST_LANGUAGES_BYTES = 100
_QUESTION = struct.Struct("!BBBBII")  # kind, reader, channels, length of the languages, two numbers
_ANSWER = struct.Struct("!BIII")  # kind, milliseconds of processor time, peak memory in KB, bytes that follow
_TURN, _PICTURE = 1, 2
_CLOSED, _WORDS = 0, 1

QUESTION_HEAD_BYTES = _QUESTION.size
ANSWER_HEAD_BYTES = _ANSWER.size

Receive = Callable[[memoryview], int]
"""Fills the view as far as it can, and returns how many bytes that were; 0 at the end."""


class FrameError(Exception):
    """What came is no message, or more than may come, or it ended in the middle."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A child says which page it is about to read, and how many there are."""

    page: int
    pages: int

    def to_wire(self) -> bytes:
        """Return the message as it is sent."""
        return _QUESTION.pack(_TURN, 0, 0, 0, self.page, self.pages)


@dataclass(frozen=True, slots=True)
class PictureHead:
    """A picture that is to be read; its languages and its pixels, row by row, follow this head."""

    reader: Reader
    languages: str
    height: int
    width: int
    channels: int

    @property
    def size_bytes(self) -> int:
        """How many bytes of pixels follow."""
        return self.height * self.width * self.channels

    def to_wire(self) -> bytes:
        """Return head and languages as they are sent. FrameError when it is more than may be sent."""
        languages = self.languages.encode("ascii", "replace")
        _check(self.height, self.width, self.channels, len(languages))
        reader = _READERS.index(self.reader)
        head = (_PICTURE, reader, self.channels, len(languages), self.height, self.width)
        return _QUESTION.pack(*head) + languages


@dataclass(frozen=True, slots=True)
class AnswerHead:
    """What the OCR process answers: whether it read, what that took, how many bytes of words follow.

    ``peak_rss_bytes`` and ``cpu_s`` are those of the process's whole life.
    """

    has_words: bool
    cpu_s: float = 0.0
    peak_rss_bytes: int = 0
    size_bytes: int = 0

    def to_wire(self) -> bytes:
        """Return the head as it is sent."""
        kind = _WORDS if self.has_words else _CLOSED
        return _ANSWER.pack(kind, round(self.cpu_s * 1000), self.peak_rss_bytes >> 10, self.size_bytes)


def taken_question(receive: Receive) -> Turn | PictureHead | None:
    """Return the next question, a picture's without its pixels; None at the end. FrameError for nonsense."""
    first = bytearray(1)
    if not receive(memoryview(first)):
        return None
    head = bytes(first + filled(QUESTION_HEAD_BYTES - 1, receive))
    kind, reader, channels, languages_size, one, other = _QUESTION.unpack(head)
    if kind == _TURN:
        return Turn(one, other)
    if kind != _PICTURE or reader >= len(_READERS):
        raise FrameError("no such question")
    _check(one, other, channels, languages_size)
    languages = filled(languages_size, receive).decode("ascii", "replace")
    return PictureHead(_READERS[reader], languages, one, other, channels)


def taken_answer(receive: Receive) -> AnswerHead:
    """Return the head of the next answer. FrameError for nonsense, and for more than may follow."""
    kind, cpu_ms, peak_kb, size = _ANSWER.unpack(filled(ANSWER_HEAD_BYTES, receive))
    if kind not in (_CLOSED, _WORDS) or size > MOST_ANSWER_BYTES:
        raise FrameError("no such answer")
    return AnswerHead(kind == _WORDS, cpu_ms / 1000, peak_kb << 10, size)


def filled(size: int, receive: Receive) -> bytearray:
    """Return so many bytes. FrameError when they end before."""
    room = bytearray(size)
    view = memoryview(room)
    while view:
        count = receive(view)
        if not count:
            raise FrameError("ended in the middle")
        view = view[count:]
    return room


def words_to_wire(words: tuple[SeenWord, ...]) -> bytes:
    """Return the words as they follow an answer's head, as many as may follow."""
    rows = [
        [word.text, *(round(side, 1) for side in word.box), round(word.score, 4), word.line] for word in words
    ]
    said = json.dumps(rows).encode()
    while len(said) > MOST_ANSWER_BYTES:
        rows = rows[: len(rows) // 2]
        said = json.dumps(rows).encode()
    return said


def words_from_wire(data: bytes) -> tuple[SeenWord, ...]:
    """Return the words that were sent. ValueError or TypeError for anything else."""
    return tuple(_word(*row) for row in json.loads(data))


def _check(height: int, width: int, channels: int, languages_size: int) -> None:
    if not (0 < height <= MOST_SIDE_PX and 0 < width <= MOST_SIDE_PX and height * width <= MOST_PIXELS):
        raise FrameError(f"a picture of {width} x {height} pixels is not read")
    if channels not in (1, 3) or languages_size > _MOST_LANGUAGES_BYTES:
        raise FrameError("no such picture")


def _word(text: str, *numbers: float) -> SeenWord:
    left, top, right, bottom, score, line = (float(number) for number in numbers)
    if not all(map(math.isfinite, (left, top, right, bottom, score, line))):
        raise ValueError("no number")
    return SeenWord(str(text), (left, top, right, bottom), min(max(score, 0.0), 1.0), int(line))
