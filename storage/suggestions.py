"""What a person has to decide on a case: the kinds of suggestions, none of which changes a field."""

from enum import StrEnum


class SuggestionKind(StrEnum):
    """What is suggested: further papers, replies, and what replies say that nobody may act on alone."""

    SECOND_COPY = "second_copy"
    SECOND_SIGNATORY = "second_signatory"
    OTHER_ROLE = "other_role"
    REPLY = "reply"
    CORRECTION = "correction"
    WITHDRAWAL = "withdrawal"
    TERMINATION = "termination"
