"""What comes from a child or from the OCR process is checked before any room is made for it."""

import struct
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.ocr.eyes import Reader, SeenWord
from intake.sandbox.eye_frames import (
    ANSWER_HEAD_BYTES,
    MOST_ANSWER_BYTES,
    MOST_PIXELS,
    AnswerHead,
    FrameError,
    PictureHead,
    Turn,
    filled,
    taken_answer,
    taken_question,
    words_from_wire,
    words_to_wire,
)

WORD = SeenWord("Ødegård", (1.5, 2.0, 30.0, 14.0), 0.97, 3)


def _receiving(data: bytes, at_once: int = 3) -> Callable[[memoryview], int]:
    """Return a receiver that gives the data in small pieces."""
    left = bytearray(data)

    def receive(view: memoryview) -> int:
        size = min(len(view), len(left), at_once)
        view[:size] = left[:size]
        del left[:size]
        return size

    return receive


def _question(kind: int, reader: int, channels: int, languages: int, height: int, width: int) -> bytes:
    return struct.pack("!BBBBII", kind, reader, channels, languages, height, width)


@pytest.mark.parametrize(
    "question",
    [
        Turn(3, 16),
        PictureHead(Reader.PRINT, "eng+ell", 2339, 1654, 3),
        PictureHead(Reader.SCENE, "", 1, 1, 1),
    ],
    ids=["turn", "print", "scene"],
)
def test_a_question_comes_as_it_was_sent(question: Turn | PictureHead) -> None:
    assert taken_question(_receiving(question.to_wire())) == question


def test_nothing_more_to_come_is_no_question() -> None:
    assert taken_question(_receiving(b"")) is None


@pytest.mark.parametrize(
    "sent",
    [
        _question(9, 0, 3, 0, 10, 10),
        _question(2, 7, 3, 0, 10, 10),
        _question(2, 0, 4, 0, 10, 10),
        _question(2, 0, 3, 200, 10, 10),
        _question(2, 0, 3, 0, 0, 10),
        _question(2, 0, 3, 0, 0xFFFFFFFF, 0xFFFFFFFF),
        _question(2, 0, 3, 0, MOST_PIXELS, 2),
        _question(2, 0, 3, 5, 10, 10) + b"eng",
        _question(2, 0, 3, 0, 10, 10)[:7],
    ],
    ids=["kind", "reader", "channels", "languages", "empty", "endless", "long", "cut languages", "cut head"],
)
def test_what_may_not_be_asked_is_refused(sent: bytes) -> None:
    with pytest.raises(FrameError):
        taken_question(_receiving(sent))


@given(st.binary(max_size=40))
def test_any_bytes_are_a_question_within_the_limits_or_refused(sent: bytes) -> None:
    try:
        question = taken_question(_receiving(sent))
    except FrameError:
        return

    if isinstance(question, PictureHead):
        assert 0 < question.size_bytes <= 3 * MOST_PIXELS


def test_a_picture_too_large_is_not_even_sent() -> None:
    with pytest.raises(FrameError):
        PictureHead(Reader.SCENE, "eng", 10_000, 10_000, 3).to_wire()


def test_an_answer_comes_as_it_was_sent() -> None:
    answer = AnswerHead(True, 12.345, 600 << 20, 77)

    assert taken_answer(_receiving(answer.to_wire())) == answer


@pytest.mark.parametrize(
    ("kind", "size"), [(2, 0), (1, MOST_ANSWER_BYTES + 1)], ids=["unknown kind", "too much"]
)
def test_what_may_not_be_answered_is_refused(kind: int, size: int) -> None:
    sent = struct.pack("!BIII", kind, 0, 0, size)

    assert len(sent) == ANSWER_HEAD_BYTES
    with pytest.raises(FrameError):
        taken_answer(_receiving(sent))


def test_what_ends_in_the_middle_is_refused() -> None:
    assert filled(4, _receiving(b"four")) == b"four"
    with pytest.raises(FrameError):
        filled(5, _receiving(b"four"))


def test_words_come_as_they_were_sent() -> None:
    assert words_from_wire(words_to_wire((WORD, WORD))) == (WORD, WORD)


@pytest.mark.parametrize(
    "sent",
    [
        b"no json",
        b"7",
        b"[7]",
        b'[["a", 1, 2, 3]]',
        b'[["a", 1, 2, 3, 4, 0.5, 0, 9]]',
        b'[["a", NaN, 2, 3, 4, 0.5, 0]]',
        b'[["a", 1, 2, 3, 4, 0.5, 1e999]]',
        b'[["a", "b", 2, 3, 4, 0.5, 0]]',
    ],
)
def test_words_that_are_none_are_refused(sent: bytes) -> None:
    with pytest.raises((ValueError, TypeError)):
        words_from_wire(sent)


def test_a_score_beyond_its_bounds_is_drawn_in() -> None:
    assert [word.score for word in words_from_wire(b'[["a",0,0,1,1,7,0],["b",0,0,1,1,-7,0]]')] == [1.0, 0.0]
