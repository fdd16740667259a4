"""Who signed: the likeliest reading of the lines below a signature, and how far it is ahead of the next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from intake.letter.letter_lines import Line, box_of
from intake.letter.signature_pieces import Known, Piece, Span, pieces_of, text_of
from intake.letter.signature_scores import Part, Reading, score_of_order, score_of_rest, scored_runs
from pact.documents import BoxPt

_PIECES_AT_MOST = 11
_NAMELESS, _WITHOUT_TITLE = -3.0, -0.6
_ALONE = 9.0  # how far ahead a value is that no other reading contests

_Runs = list[tuple[Span, float]]


@dataclass(frozen=True, slots=True)
class Value:
    """What was read for one part: its text, its place, and by how much it is ahead of another reading."""

    text: str
    lines: tuple[Line, ...]
    margin: float

    @property
    def box_pt(self) -> BoxPt | None:
        """The box around it, as evidence."""
        return box_of(self.lines)


def signature_read(lines: Sequence[Line], known: Known, right: float) -> dict[Part, Value]:
    """Return name, title and organisation as the likeliest reading of the lines of one signature has them.

    ``right`` is how far the lines could have reached, in points. The margin is the distance to the best
    reading with another value: below 1 it is little more than a guess.
    """
    pieces = pieces_of(lines, right)[:_PIECES_AT_MOST]
    best: dict[Part, dict[str, tuple[float, Span | None]]] = {part: {} for part in Part}
    for reading, of_runs in _readings({part: scored_runs(part, pieces, known) for part in Part}):
        score = of_runs + score_of_order(reading, pieces) + score_of_rest(reading, pieces, known)
        for part, seen in best.items():
            span = reading.get(part)
            text = text_of(pieces, span) if span else ""
            if text not in seen or seen[text][0] < score:
                seen[text] = (score, span)
    return {part: value for part in Part if (value := _value(best[part], pieces)) is not None}


def _readings(runs: dict[Part, _Runs]) -> Iterator[tuple[Reading, float]]:
    """Yield every way to choose a run, or none, for each part, no two of them over the same piece."""
    for name, name_score in [(None, _NAMELESS), *runs[Part.NAME]]:
        organisations = _clear_of(runs[Part.ORGANISATION], name)
        for title, title_score in [(None, _WITHOUT_TITLE), *_clear_of(runs[Part.TITLE], name)]:
            for organisation, score in [(None, 0.0), *_clear_of(organisations, title)]:
                chosen = zip(Part, (name, title, organisation), strict=True)
                reading = {part: span for part, span in chosen if span is not None}
                yield reading, name_score + title_score + score


def _clear_of(runs: _Runs, taken: Span | None) -> _Runs:
    if taken is None:
        return runs
    return [(span, score) for span, score in runs if span[1] <= taken[0] or taken[1] <= span[0]]


def _value(seen: dict[str, tuple[float, Span | None]], pieces: Sequence[Piece]) -> Value | None:
    ranked = sorted(seen.items(), key=lambda item: -item[1][0])
    text, (score, span) = ranked[0]
    if not text or span is None:
        return None
    margin = score - ranked[1][1][0] if len(ranked) > 1 else _ALONE
    return Value(text, tuple(_line_of(piece) for piece in pieces[slice(*span)]), margin)


def _line_of(piece: Piece) -> Line:
    return piece.line if piece.text == piece.line.text else piece.line.part(piece.text)
