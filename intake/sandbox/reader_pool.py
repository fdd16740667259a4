"""Where hostile bytes are read: one limited child each, and a dead child is a finding, no accident."""

import os
import stat
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

import structlog

from intake.criteria.elements_json import elements_from_wire
from intake.explain.page_order import PageOrder, with_order
from intake.mail.mail_parts import MOST_HEADER_BYTES, MOST_UNPACKED_BYTES, MailLimit
from intake.mail.parse import ParsedMail, digest_of_bytes
from intake.mail.parsed_mail_wire import mail_from_wire
from intake.reading.material import NO_MATERIAL, ReadingMaterial
from intake.reading.picture_album import MOST_PICTURES, as_album
from intake.reading.reading_json import from_json
from intake.sandbox.child import EYES_WANTED, TASK_RAISED
from intake.sandbox.child_end import ReaderUnavailable, error_of, unread, unread_after
from intake.sandbox.child_limits import (
    CRITERIA_LIMITS,
    LIMITS,
    MEGABYTE,
    PICTURE_LIMITS,
    ChildLimits,
    ChildUse,
    Request,
)
from intake.sandbox.eyes_relay import EyesRelay, Tell
from intake.sandbox.ocr_process import OcrProcess
from intake.sandbox.sealed import sealed
from intake.sandbox.zygote_process import ZYGOTE, Answer, ZygoteGone, ZygoteProcess
from intake.wording.official_lines import OfficialText
from pact.documents import DocumentAsRead, ReadErrorCode
from pact.library_elements import DocumentElements

log = structlog.get_logger(__name__)

_MAIL_LIMITS: dict[ReadErrorCode | None, MailLimit] = {
    ReadErrorCode.TIMEOUT: MailLimit.TIME,
    ReadErrorCode.TOO_LARGE: MailLimit.SIZE,
}
_ENDED = "Reading was ended."
_READER_FAILED = "Our reader failed on this file, and nothing of it was added: save it in another format."
_TRIES = 2
_MOST_PICTURE_BYTES = 32 * MEGABYTE


class ReaderPool:
    """Reads documents and mails, at most ``readers`` at once, from any number of threads.

    As many documents again whose pages are pictures are read beside them, so that those who came
    with text wait for none of these. Used as a context manager. ``command`` starts the zygote and
    ``ocr`` holds the OCR process; tests give others.
    """

    def __init__(
        self,
        readers: int = 2,
        *,
        limits: ChildLimits = LIMITS,
        picture_limits: ChildLimits = PICTURE_LIMITS,
        material: ReadingMaterial = NO_MATERIAL,
        command: Sequence[str] = ZYGOTE,
        ocr: OcrProcess | None = None,
    ) -> None:
        self._limits = limits
        self._picture_limits = picture_limits
        self._command = command
        self._places = threading.BoundedSemaphore(readers)
        self._picture_places = threading.BoundedSemaphore(readers)
        self._lock = threading.Lock()
        self._closed = False
        self._material = material
        self._ocr = ocr or OcrProcess()
        self._retired: list[ZygoteProcess] = []
        self._zygote = ZygoteProcess(command, material.to_wire())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, _: object, __: TracebackType | None) -> None:
        self.close()

    @property
    def zygote_pid(self) -> int:
        """The process that children are forked from at this moment."""
        return self._zygote.pid

    @property
    def material(self) -> ReadingMaterial:
        """What documents are read against at this moment."""
        return self._material

    def use_material(self, material: ReadingMaterial) -> None:
        """Have all documents that are read from now on read against this material.

        What is being read at this moment is read to its end against what it began with.
        """
        with self._lock:
            if material == self._material:
                return
            self._material = material
            self._zygote.retire()
            self._retired.append(self._zygote)
            self._zygote = ZygoteProcess(self._command, material.to_wire())

    def read(self, data: bytes, progress: Tell | None = None) -> DocumentAsRead:
        """Return the document, with ``error`` set when it could not be read. See ``measure``."""
        return self.measure(data, progress)[0]

    def measure(self, data: bytes, progress: Tell | None = None) -> tuple[DocumentAsRead, ChildUse]:
        """Return the document and what reading it took. ReaderUnavailable is our own fault alone.

        ``progress`` is told at every page that has to be looked at as a picture; what it raises ends
        the reading.
        """
        if not data or len(data) > self._limits.document_bytes:
            return unread(ReadErrorCode.TOO_LARGE if data else ReadErrorCode.EMPTY), ChildUse()
        with sealed(data) as document_fd:
            return self._read("read", document_fd, progress)

    def measure_album(
        self, pictures: Sequence[bytes], progress: Tell | None = None
    ) -> tuple[DocumentAsRead, ChildUse]:
        """Return the document that these picture files are pages of, as ``measure`` does for one file.

        Each picture's part in it stands in the document's ``pictures``, in the order given.
        """
        album = as_album(pictures[:MOST_PICTURES])
        if len(album) > self._limits.document_bytes:
            return unread(ReadErrorCode.TOO_LARGE), ChildUse()
        with sealed(album) as document_fd:
            return self._read("read_album", document_fd, progress)

    def read_path(self, path: Path, progress: Tell | None = None) -> DocumentAsRead:
        """Return the document of a file. One that is too large is not opened for reading at all."""
        return self.measure_path(path, progress)[0]

    def measure_path(self, path: Path, progress: Tell | None = None) -> tuple[DocumentAsRead, ChildUse]:
        """Return the document of a file and what reading it took, as ``measure`` does for bytes."""
        try:
            # Without blocking: a named pipe would wait for a writer for ever.
            document_fd = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        except OSError:
            return unread(ReadErrorCode.UNSUPPORTED), ChildUse()
        try:
            about = os.fstat(document_fd)
            if not stat.S_ISREG(about.st_mode):
                return unread(ReadErrorCode.UNSUPPORTED), ChildUse()
            if not about.st_size or about.st_size > self._limits.document_bytes:
                code = ReadErrorCode.TOO_LARGE if about.st_size else ReadErrorCode.EMPTY
                return unread(code), ChildUse()
            return self._read("read", document_fd, progress)
        finally:
            os.close(document_fd)

    def parse(self, raw: bytes) -> ParsedMail:
        """Return the mail. What made it too much stands in ``limits_hit``; then a person reads it."""
        limits = replace(self._limits, answer_bytes=len(raw) + MOST_UNPACKED_BYTES + 4 * MEGABYTE)
        limit = MailLimit.SIZE
        if len(raw) <= limits.document_bytes:
            parsed, error = self._ask_for_mail(Request("parse", limits), raw)
            if parsed is not None:
                return parsed
            limit = _MAIL_LIMITS.get(error, MailLimit.DAMAGED)
        head, _ = self._ask_for_mail(Request("parse_head", self._limits), raw[:MOST_HEADER_BYTES])
        known = head or ParsedMail()
        return replace(known, limits_hit=(limit, *known.limits_hit), parts_digest=digest_of_bytes(raw))

    def picture(self, data: bytes, order: PageOrder) -> bytes | None:
        """Return a page of the document as PNG, whole or a crop; None where it has no such page."""
        limits = replace(self._picture_limits, answer_bytes=_MOST_PICTURE_BYTES)
        request = Request("draw_page", limits)
        with sealed(with_order(order, data)) as document_fd:
            answer = self._ask(request, document_fd)
        return None if error_of(answer, request) is not None else answer.data or None

    def official_text(self, data: bytes) -> OfficialText:
        """Return the lines of an official text of the Pact, or why they cannot be had."""
        request = Request("official_text", self._limits)
        with sealed(data) as document_fd:
            answer = self._ask(request, document_fd)
        if (error := error_of(answer, request)) is None:
            return OfficialText.from_wire(answer.data)
        problem = unread_after(answer, error).error
        return OfficialText(problem=problem.message if problem else "")

    def criteria(self, data: bytes) -> DocumentElements:
        """Return what stands in a document of the library; ``problem`` says why where it cannot be read."""
        request = Request("criteria", CRITERIA_LIMITS)
        with sealed(data) as document_fd:
            answer = self._ask(request, document_fd)
        if (error := error_of(answer, request)) is None:
            try:
                return elements_from_wire(answer.data)
            except ValueError:
                log.warning("reader.answer_refused", task=request.task, bytes=len(answer.data))
        if answer.report.exit_code == TASK_RAISED:
            return DocumentElements(problem=_READER_FAILED)
        problem = unread_after(answer, error or ReadErrorCode.DAMAGED).error
        return DocumentElements(problem=problem.message if problem else "")

    def close(self) -> None:
        """End the zygote, every child and the OCR process; who waits for one gets ReaderUnavailable."""
        with self._lock:
            self._closed = True
        self._ocr.end()
        for zygote in (*self._retired, self._zygote):
            zygote.end()

    def _read(self, task: str, document_fd: int, progress: Tell | None) -> tuple[DocumentAsRead, ChildUse]:
        request = Request(task, self._limits)
        answer = self._ask(request, document_fd)
        if answer.report.exit_code == EYES_WANTED:
            request = Request(task, self._picture_limits)
            answer = self._ask_with_eyes(request, document_fd, progress)
        use = answer.report.use
        error = error_of(answer, request)
        if error is not None:
            return unread_after(answer, error), use
        try:
            return from_json(answer.data), use
        except ValueError:
            log.warning("reader.answer_refused", task=request.task, bytes=len(answer.data))
            return unread(ReadErrorCode.DAMAGED), use

    def _ask_for_mail(self, request: Request, raw: bytes) -> tuple[ParsedMail | None, ReadErrorCode | None]:
        with sealed(raw) as raw_fd:
            answer = self._ask(request, raw_fd)
        error = error_of(answer, request)
        if error is not None:
            return None, error
        try:
            return mail_from_wire(answer.data), None
        except ValueError:
            log.warning("reader.answer_refused", task=request.task, bytes=len(answer.data))
            return None, ReadErrorCode.DAMAGED

    def _ask(self, request: Request, document_fd: int) -> Answer:
        with self._places:
            return self._asked(lambda zygote: zygote.ask(request, document_fd))

    def _ask_with_eyes(self, request: Request, document_fd: int, progress: Tell | None) -> Answer:
        def ask(zygote: ZygoteProcess) -> Answer:
            with EyesRelay(self._ocr, progress) as relay:
                answer = zygote.ask(request, document_fd, relay)
                report = replace(answer.report, use=relay.added_to(answer.report.use))
                return replace(answer, report=report)

        with self._picture_places:
            return self._asked(ask)

    def _asked(self, ask: Callable[[ZygoteProcess], Answer]) -> Answer:
        """Return a child's answer; a zygote that died is started again, and asked once more."""
        for _ in range(_TRIES):
            zygote = self._living_zygote()
            try:
                answer = ask(zygote)
            except ZygoteGone:
                self._replace(zygote)
                continue
            if self._closed:  # its child may have been ended, or its last pages looked at by nobody
                raise ReaderUnavailable(_ENDED)
            return answer
        raise ReaderUnavailable("No reading process can be started on this machine.")

    def _living_zygote(self) -> ZygoteProcess:
        with self._lock:
            if self._closed:
                raise ReaderUnavailable(_ENDED)
            if not self._zygote.is_alive:
                self._start_again()
            return self._zygote

    def _replace(self, silent: ZygoteProcess) -> None:
        with self._lock:
            if self._zygote is silent and not self._closed:  # else another thread has done it already
                self._start_again()

    def _start_again(self) -> None:
        log.warning("reader.zygote_restarted", pid=self._zygote.pid)
        self._zygote.end()
        self._zygote = ZygoteProcess(self._command, self._material.to_wire())
