"""A letter before it is written down: its kinds, its states, and all that it is made of."""

from dataclasses import dataclass, field
from enum import StrEnum


class LetterKind(StrEnum):
    """What a letter is for."""

    ACKNOWLEDGEMENT = "acknowledgement"
    JOINED = "joined"
    CORRECTED = "corrected"
    STATUS = "status"
    ANSWER = "answer"
    DECISION = "decision"

    @property
    def is_rationed(self) -> bool:
        """Whether it leaves by itself once a sender and day at most: all that acknowledges nothing."""
        return self in (LetterKind.CORRECTED, LetterKind.STATUS)


class LetterState(StrEnum):
    """Where a letter stands. A draft waits for a person, ready for the worker.

    What was sent may be delayed on its way, or bounce: then its reader never had it.
    """

    DRAFT = "draft"
    READY = "ready"
    SENDING = "sending"
    SENT = "sent"
    DELAYED = "delayed"
    BOUNCED = "bounced"
    FAILED = "failed"
    DISCARDED = "discarded"


class Undeliverable(StrEnum):
    """Why a letter did not reach its reader: never by this way (RFC 3463, class 5), or not this time."""

    PERMANENT = "permanent"
    TEMPORARY = "temporary"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLetter:
    """A letter to be written.

    ``key`` names the effect: the same key is the same letter, however often it is written.
    ``reference`` stands in the Reply-To. ``automatic`` says that it may leave without a person, and
    ``why_not`` is the sentence for the person where it may not.
    ``facts`` are what it was written from, for writing it again in another language.
    ``in_reply_to`` and ``references`` are Message-IDs as the other side sent them.
    """

    key: str
    kind: LetterKind
    to_address: str
    subject: str
    body: str
    reference: str
    automatic: bool
    why_not: str = "A person reads this letter before it leaves."
    application_id: int | None = None
    mail_id: int | None = None
    language: str = "en"
    language_reason: str = ""
    facts: dict[str, object] = field(default_factory=dict)
    in_reply_to: str | None = None
    references: tuple[str, ...] = ()

    @property
    def comes_back(self) -> bool:
        """Whether we want to know that it did not arrive: all but what a machine answers about no case.

        Such an answer leaves with the null sender: were it to bounce, nobody would miss it (RFC 3834 3.3).
        """
        is_answer = self.kind in (LetterKind.STATUS, LetterKind.ANSWER)
        return not (is_answer and self.automatic and self.application_id is None)
