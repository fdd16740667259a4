"""The things a mail may want of the secretariat, and one of them as found in a mail."""

from dataclasses import dataclass
from enum import StrEnum


class Want(StrEnum):
    """What a mail wants. The most important stands first: so they are listed."""

    TERMINATION = "termination"
    WITHDRAWAL = "withdrawal"
    WRONG_PERSON = "wrong_person"
    APPLICATION = "application"
    CORRECTION = "correction"
    REPORT = "report"
    ACTION_PLAN = "action_plan"
    ALREADY_SENT = "already_sent"
    MORE_TIME = "more_time"
    STATUS = "status"
    TENDER = "tender"
    CRITERIA_QUESTION = "criteria_question"
    EVENT = "event"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One want of a mail with its reason in words, and the sentence of the mail that shows it.

    ``sure`` false means that a person decides: nothing may follow from it by itself.
    """

    want: Want
    why: str
    sure: bool
    sentence: str = ""
