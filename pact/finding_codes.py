"""What a kind of finding is: how much it weighs, the clause it rests on, and its words."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs: said only, asked of someone, or a stop until a person decides."""

    INFO = "info"
    ASK = "ask"
    STOP = "stop"

    @property
    def words(self) -> str:
        """The weight in plain words."""
        return SEVERITY_WORDS[self]


SEVERITY_WORDS: dict[Severity, str] = {
    Severity.STOP: "a person has to decide",
    Severity.ASK: "has to be asked",
    Severity.INFO: "good to know",
}
"""The words of every severity, the heaviest first."""


@dataclass(frozen=True, slots=True)
class Code:
    """One row of CODES: severity, clause as the Pact numbers it, words for the secretariat,
    and words to the applicant where it is theirs to mend (else empty)."""

    severity: Severity
    clause: str | None
    words: str
    ask_applicant: str = ""
