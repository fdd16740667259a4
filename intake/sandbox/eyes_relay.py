"""What a reading child may ask of the OCR process, passed on by the worker within the document's share."""

import select
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Self

import structlog

from intake.ocr.eyes import EyesClosedError
from intake.sandbox.child_limits import ChildUse
from intake.sandbox.eye_frames import AnswerHead, FrameError, PictureHead, Turn, filled, taken_question
from intake.sandbox.ocr_process import OcrFailed, OcrNotStarted, OcrProcess

log = structlog.get_logger(__name__)

_STALL_S = 10.0  # a child that keeps us waiting longer in the middle of a message is not answered any more
_MOST_TURNS = 5_000
_MOST_FAILURES = 3


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the reading of a document is: the page that is being looked at, and how many there are."""

    page: int
    pages: int


Tell = Callable[[Progress], None]
"""Told at every page. What it raises ends the reading, and comes out of it."""


@dataclass(frozen=True, slots=True)
class OcrShare:
    """What one document may have of the OCR process."""

    pictures: int = 400
    pixels: int = 1_500_000_000
    cpu_s: float = 400.0


SHARE = OcrShare()


class EyesRelay:
    """The worker's side of one child's eyes. Used as a context manager around the child's life."""

    def __init__(self, ocr: OcrProcess, tell: Tell | None = None, share: OcrShare = SHARE) -> None:
        self._ocr = ocr
        self._tell = tell
        self._share = share
        self._cpu_s = 0.0
        self._peak_rss_bytes = 0
        self._pictures = self._pixels = self._turns = self._failures = 0
        self._ours, self._theirs = socket.socketpair()
        self._ours.settimeout(_STALL_S)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, _: object, __: TracebackType | None) -> None:
        self._ours.close()
        self._theirs.close()

    def fileno(self) -> int:
        """The descriptor on which the child's questions come."""
        return self._ours.fileno()

    def handed_over(self) -> int:
        """The descriptor that the child gets."""
        return self._theirs.fileno()

    def keep_ours_only(self) -> None:
        """Close the child's side here, so that its end is seen."""
        self._theirs.close()

    def added_to(self, use: ChildUse) -> ChildUse:
        """Return what the child used, with what the OCR process used for it."""
        return replace(use, ocr_cpu_s=self._cpu_s, ocr_peak_rss_bytes=self._peak_rss_bytes)

    def serve(self) -> bool:
        """Answer what the child asks. False when it asks no more, or asked what nobody may: then it is
        not heard again."""
        with suppress(FrameError, OSError):
            if self._served():
                return True
        with suppress(OSError):  # it has ended already
            self._ours.shutdown(socket.SHUT_RDWR)
        return False

    def _served(self) -> bool:
        question = taken_question(self._ours.recv_into)
        if isinstance(question, Turn):
            return self._turned(question)
        if question is not None:
            self._answer(question, filled(question.size_bytes, self._ours.recv_into))
        return question is not None

    def _turned(self, turn: Turn) -> bool:
        self._turns += 1
        if 0 < turn.page <= turn.pages:
            log.info("reader.page", page=turn.page, pages=turn.pages)
            if self._tell is not None:
                self._tell(Progress(turn.page, turn.pages))
        return self._turns < _MOST_TURNS

    def _answer(self, head: PictureHead, pixels: bytearray) -> None:
        try:
            self._spend(head)
            answered = self._ocr.read(head, pixels, is_wanted=self._is_wanted)
        except EyesClosedError as closed:
            self._failures += isinstance(closed, OcrFailed)
            if isinstance(closed, OcrNotStarted) or self._failures == _MOST_FAILURES:
                self._pictures = self._share.pictures  # each further page would only take as long
            self._ours.sendall(AnswerHead(has_words=False).to_wire())
            return
        self._cpu_s += answered.cpu_s
        self._peak_rss_bytes = max(self._peak_rss_bytes, answered.head.peak_rss_bytes)
        self._ours.sendall(answered.head.to_wire() + answered.words)

    def _spend(self, head: PictureHead) -> None:
        self._pictures += 1
        self._pixels += head.height * head.width
        share = self._share
        if self._pictures > share.pictures or self._pixels > share.pixels or self._cpu_s > share.cpu_s:
            raise EyesClosedError("this document's share is spent")

    def _is_wanted(self) -> bool:
        """Whether the child still waits: it may have been ended while others had their turn."""
        poll = select.poll()
        poll.register(self._ours, select.POLLRDHUP)
        return not poll.poll(0)
