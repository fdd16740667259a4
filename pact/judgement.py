"""What can be told from a name or a title alone, with the word it rests on."""

from dataclasses import dataclass
from enum import StrEnum


class Answer(StrEnum):
    """Three answers, since a name often says nothing."""

    YES = "yes"
    NO = "no"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True)
class Judgement:
    """An answer, and the sentence that says what was seen and where."""

    answer: Answer
    seen: str
