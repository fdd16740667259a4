"""Where a letter stands, as a sentence: why it waits, how often it was tried, what the other side said."""

from storage.new_letter import LetterState, Undeliverable
from storage.tables import Letter

_LASTING = {
    Undeliverable.PERMANENT.value: "It cannot be delivered to this address",
    Undeliverable.TEMPORARY.value: "It could not be delivered this time",
}


def standing_of(letter: Letter) -> str:
    """Return the sentence; empty for a letter that is on its way or arrived without a word."""
    match letter.state:
        case LetterState.READY.value if letter.attempts and letter.why:
            tries = "1 try" if letter.attempts == 1 else f"{letter.attempts} tries"
            moment = letter.next_try_at
            following = f"the next at {moment:%Y-%m-%d %H:%M} UTC" if moment else "the next one now"
            return f"Not taken yet after {tries}, {following}. {letter.why}"
        case LetterState.DELAYED.value:
            return f"The other side has it and still tries to deliver it: {letter.why}"
        case LetterState.BOUNCED.value:
            return f"{_LASTING[letter.undeliverable or Undeliverable.TEMPORARY.value]}: {letter.why}"
        case _:
            return letter.why
