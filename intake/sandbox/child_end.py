"""What the end of a reading child means for its document: a code and a sentence for the sender."""

import signal

import structlog

from intake.sandbox.child import ANSWERED, NOT_CONFINED, OUT_OF_MEMORY, TASK_RAISED
from intake.sandbox.child_limits import Request
from intake.sandbox.zygote_process import Answer
from pact.documents import DocumentAsRead, ReadError, ReadErrorCode

log = structlog.get_logger(__name__)

_MESSAGES: dict[ReadErrorCode, str] = {
    ReadErrorCode.EMPTY: "The file is empty. Please send it again.",
    ReadErrorCode.TOO_LARGE: "The file is too large to be read. Please send it as a smaller PDF.",
    ReadErrorCode.TIMEOUT: "Reading the file took too long. Please send it again as a simple PDF.",
    ReadErrorCode.DAMAGED: "The file is damaged and could not be read. Please send it again.",
    ReadErrorCode.UNSUPPORTED: "This is no file that can be opened.",
}

_OUR_FAULT = "Our reader failed on this file. It is kept as it came, and a person opens it."


class ReaderUnavailable(Exception):
    """No limited child can be had: our own fault, so that the work is tried again later."""


def unread(code: ReadErrorCode) -> DocumentAsRead:
    """Return the document that stands for a file of which nothing was read."""
    return DocumentAsRead(error=ReadError(code, _MESSAGES[code]))


def unread_after(answer: Answer, code: ReadErrorCode) -> DocumentAsRead:
    """Return the document of a child that ended so; where our own code failed, nobody else is blamed."""
    if answer.report.exit_code == TASK_RAISED:
        return DocumentAsRead(error=ReadError(code, _OUR_FAULT))
    return unread(code)


def error_of(answer: Answer, request: Request) -> ReadErrorCode | None:
    """Return why the child gave no answer, or None when it gave one; every failure is logged.

    ReaderUnavailable when the child could not be shut in: nothing was read then.
    """
    report = answer.report
    if report.exit_code == ANSWERED and not answer.too_long:
        return None
    # Only our own code's place is said, and only in the signs that such a place has.
    said = (
        answer.data[:300].decode("ascii", "replace")
        if report.exit_code in (TASK_RAISED, NOT_CONFINED)
        else ""
    )
    place = "".join(sign for sign in said if sign.isalnum() or sign in " ._:<>")
    log.warning(
        "reader.child_failed",
        task=request.task,
        exit_code=report.exit_code,
        overdue=report.overdue,
        cpu_s=round(report.use.cpu_s, 2),
        peak_rss_mb=report.use.peak_rss_bytes >> 20,
        place=place,
    )
    if report.exit_code == NOT_CONFINED:
        raise ReaderUnavailable(f"The kernel refused to limit a reading process: {place}")
    return _code(answer, request)


def _code(answer: Answer, request: Request) -> ReadErrorCode:
    report = answer.report
    spent = report.use.cpu_s >= request.limits.cpu_s
    if answer.too_long:
        return ReadErrorCode.DAMAGED
    if report.overdue or spent or report.exit_code == -signal.SIGXCPU:
        return ReadErrorCode.TIMEOUT
    # C code that gets no memory aborts or crashes; the kernel kills when the machine's memory ends. Of
    # the address space that is limited, libraries have taken a part that is not resident.
    starved = report.exit_code < 0 and report.use.peak_rss_bytes > 0.5 * request.limits.memory_bytes
    if starved or report.exit_code in (OUT_OF_MEMORY, -signal.SIGKILL):
        return ReadErrorCode.TOO_LARGE
    return ReadErrorCode.DAMAGED
