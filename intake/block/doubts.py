"""What speaks against a value's being all that its label asks for, and nothing else."""

import re
from collections.abc import Sequence
from itertools import pairwise

from intake.block.labels import CORE, LabelField, label_at_start
from intake.block.options import is_option_in_full, names_options
from intake.page.page import Segment, Word
from intake.page.plain_text import folded
from pact.documents import Method

_POSTCODE = (
    r"(?<!\w)(?:\d{4}\s?[A-Z]{2}|\d{4,5}|\d{2}-\d{3}|\d{3}\s\d{2}|[A-Z]{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2})(?!\w)"
)
_ADDRESS = re.compile(rf"\d.*,.*{_POSTCODE}|,\s*{_POSTCODE}|^{_POSTCODE}\s+[^\W\d]|[^\W\d]\s\d+\s?[a-zA-Z]?,")
_PERSON = re.compile(
    r"(?<!\w)(?:(?:dr|prof|mr|mrs|ms|mme|mag|ir|ing|drs|dipl|dott|avv|eng|dna|cand|lic|mgr|mudr|judr)\."
    r"|(?:dr|prof|mr|mrs|mme|dna|drs)\s)"
)
_NO_ANSWER = re.compile(r":\s|/s/|_{2,}|\([a-c]\)\s*$|[\[\]☐☒☑□■]")


def address_begins(lines: Sequence[str]) -> int:
    """Return the index of the first line, never the topmost, that begins an address; else their number."""
    return next((i for i, line in enumerate(lines) if i and _ADDRESS.search(line)), len(lines))


def is_odd_for(field: LabelField, lines: Sequence[str]) -> bool:
    """Whether the text holds what an answer to this label has no place for."""
    value = " ".join(lines)
    # A comma at its end says that a value goes on, on a line that was given to another label.
    if value.endswith(",") or _is_sentence(value) or any(_is_label(line) for line in lines):
        return True
    if field is LabelField.NAME:
        return _is_no_name(value, len(lines))
    if field is LabelField.ORGANISATION:
        return bool(_ADDRESS.search(value) or _PERSON.search(folded(value)) or _NO_ANSWER.search(value))
    return is_option_in_full(value) or bool(_NO_ANSWER.search(value))


def _is_sentence(value: str) -> bool:
    """Whether the text says something, as an instruction above a block does: "Please sign in black ink."."""
    words = value.split()
    return value.endswith((".", "!", "?")) and sum(word.islower() for word in words) > max(3, len(words) // 2)


def is_broken_by_choice(lines: Sequence[Sequence[Word]], right_edge: float) -> bool:
    """Whether a line ends although the next one's first word had room on it, or is set in another size.

    Such lines are two answers, or an answer and something else, not one that was too long.
    ``right_edge`` is how far right the values of this column reach, in points.
    """
    for upper, lower in pairwise(lines):
        first = lower[0]
        room = right_edge - upper[-1].box[2] - 0.4 * first.size_pt
        if first.box[2] - first.box[0] < room - 2:
            return True
        halves = upper[-1].box[2] - upper[-1].box[0] + first.box[2] - first.box[0]
        if first.text[0].islower() and halves > right_edge - upper[0].box[0] + 2:
            return True  # one word too long for its column, cut in two
        sizes = [max(w.size_pt for w in line) for line in (upper, lower)]
        if abs(sizes[0] - sizes[1]) > _size_slack(first) * max(sizes):
            return True
    return False


def _size_slack(word: Word) -> float:
    """Sizes are measured roughly in pictures, and exactly where they are told."""
    return 0.35 if word.method is Method.OCR else 0.06


def right_edge_of(pieces: Sequence[Segment], values: Sequence[Segment]) -> float:
    """Return how far right those values reach that begin at the left edge of these pieces."""
    left = min(p.box[0] for p in pieces)
    return max(v.box[2] for v in (*values, *pieces) if abs(v.box[0] - left) < 4)


def _is_label(line: str) -> bool:
    match = label_at_start(line)
    return match is not None and match.field in CORE and (match.closed or match.end >= len(line.rstrip()))


def _is_no_name(value: str, lines: int) -> bool:
    words = value.split()
    options = names_options(value)  # "OBE" is "both" in another language
    no_capital = not any(w[0].isupper() for w in words)
    return (
        no_capital
        or len(words) < 2
        or len(words) > 8
        or any(c.isdigit() for c in value)
        or options > 1
        or (options > 0 and lines > 1)
        or _NO_ANSWER.search(value) is not None
    )
