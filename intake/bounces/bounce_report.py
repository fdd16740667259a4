"""What a bounce says: whether a letter failed or is late, whether for good, in which words, and which letter.

Pure and bounded, and it opens nothing: the report of RFC 3464 and the letter's header fields are
read where they stand in the bytes, whatever parts surround them.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from intake.bounces.bounce_words import DELAY_WORDS, FAILURE_WORDS, FULL_WORDS

MOST_BYTES = 500_000
"""Read of a bounce; the report stands before the letter that it returns."""

LONGEST_WORDS = 200
"""Characters of the server's words that are kept."""


class BounceAction(StrEnum):
    """What became of a letter (RFC 3464 2.3.3): relayed and expanded count as delivered."""

    FAILED = "failed"
    DELAYED = "delayed"
    DELIVERED = "delivered"


@dataclass(frozen=True, slots=True)
class BounceReport:
    """What a bounce says of one letter.

    ``lasting`` says that it would fail again (RFC 3463, class 5). ``is_told`` is false where neither
    a report nor the words of the text say what happened. ``message_ids`` are those in it that bear a
    token of ours.
    """

    action: BounceAction
    lasting: bool
    status: str
    words: str
    message_ids: tuple[str, ...]
    is_told: bool = True


def bounce_report(raw: bytes, text: str) -> BounceReport:
    """Return what a bounce says, by its report and else by its text. Raises nothing for any bytes."""
    head = raw[:MOST_BYTES]
    text = text[:20_000]
    status = _status(head) or _status_in_words(text)
    told = _action(head) or _action_in_words(text, status)
    action = told or BounceAction.FAILED
    # Whoever complains about a letter has it (RFC 5965).
    if _COMPLAINT.search(head) or (action is BounceAction.FAILED and status.startswith("2.")):
        action = BounceAction.DELIVERED
    is_full = not status and any(phrase in text.casefold() for phrase in FULL_WORDS)
    return BounceReport(
        action=action,
        lasting=action is BounceAction.FAILED and not status.startswith("4") and not is_full,
        status=status,
        words=_server_words(head, text, status),
        message_ids=_our_message_ids(head, text),
        is_told=told is not None or bool(status),
    )


# Each line is matched by itself and each repetition is bounded: no text makes these slow.
_ACTION = re.compile(rb"^action:[ \t]{0,20}([a-z]{1,20})", re.IGNORECASE | re.MULTILINE)
_STATUS = re.compile(rb"^status:[ \t]{0,20}([245]\.\d{1,3}\.\d{1,3})", re.IGNORECASE | re.MULTILINE)
_COMPLAINT = re.compile(rb"^feedback-type:", re.IGNORECASE | re.MULTILINE)
_DIAGNOSTIC = re.compile(
    rb"^diagnostic-code:[ \t]{0,20}(?:[\w.-]{1,20};)?([^\r\n]{0,500}(?:\r?\n[ \t][^\r\n]{0,500}){0,8})",
    re.IGNORECASE | re.MULTILINE,
)
_OUR_MESSAGE_ID = re.compile(r"<[0-9a-f]{32}\.[a-z2-7]{20}@[^@<>\s]{1,255}>")
_STATUS_IN_TEXT = re.compile(r"(?<![\d.])([45]\.\d{1,3}\.\d{1,3})(?![\d.])")
_REPLY_IN_TEXT = re.compile(r"(?<![\d.:-])([45])[0-5]\d(?=[ -]\D)")
_ACTIONS = {
    b"failed": BounceAction.FAILED,
    b"failure": BounceAction.FAILED,
    b"delayed": BounceAction.DELAYED,
    b"delivered": BounceAction.DELIVERED,
    b"relayed": BounceAction.DELIVERED,
    b"expanded": BounceAction.DELIVERED,
}


def _action(head: bytes) -> BounceAction | None:
    """Return the report's action; one failed recipient outweighs others."""
    told = [_ACTIONS.get(word.lower()) for word in _ACTION.findall(head)]
    return next((one for one in BounceAction if one in told), None)


def _status(head: bytes) -> str:
    found = sorted(_STATUS.findall(head), reverse=True)
    return found[0].decode("ascii") if found else ""


def _status_in_words(text: str) -> str:
    """Return the status that a text quotes, "5.1.1", or its class alone after a reply code: "5.0.0"."""
    if enhanced := _STATUS_IN_TEXT.search(text):
        return enhanced[1]
    reply = _REPLY_IN_TEXT.search(text)
    return f"{reply[1]}.0.0" if reply else ""


def _action_in_words(text: str, status: str) -> BounceAction | None:
    folded = " ".join(text.casefold().split())
    if any(phrase in folded for phrase in FAILURE_WORDS + FULL_WORDS):
        return BounceAction.FAILED
    if any(phrase in folded for phrase in DELAY_WORDS):
        return BounceAction.DELAYED
    return BounceAction.FAILED if status else None


def _server_words(head: bytes, text: str, status: str) -> str:
    """Return what the server said, on one line; else the first line of the text."""
    said = _DIAGNOSTIC.search(head)
    words = said[1].decode("utf-8", "replace") if said else _telling_line(text, status)
    plain = " ".join("".join(c if c.isprintable() else " " for c in words).split())
    return plain[:LONGEST_WORDS]


def _telling_line(text: str, status: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return next((line for line in lines if status and status in line), lines[0] if lines else "")


def _our_message_ids(head: bytes, text: str) -> tuple[str, ...]:
    # A returned letter may be quoted in the text, or stand in the bytes as it was sent.
    found = (*_OUR_MESSAGE_ID.findall(head.decode("ascii", "replace")), *_OUR_MESSAGE_ID.findall(text))
    return tuple(dict.fromkeys(found))[:10]
