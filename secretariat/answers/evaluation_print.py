"""The figures of an evaluation as a table: each share with its counts."""

from collections.abc import Sequence

from secretariat.answers.evaluate import Figures, Judged
from secretariat.console import print_table, say

_LEGEND = (
    "hit: the right document, and the words wanted within one quotation. kept: answered, of those with an "
    "answer. refused: not answered, of those without one."
)
_HEADINGS = ("Questions", "hit@1", "hit@3", "kept", "right of kept", "refused")


def print_figures(figures: Sequence[Figures], missed: Sequence[Judged]) -> None:
    """Print the figures by group, then the questions that did not go as they should."""
    print_table(_HEADINGS, [_row(one) for one in figures], empty="No questions.")
    say(
        "hit: the right document, and the words wanted within one quotation. kept: answered, of those with an"
    )
    say("answer. refused: not answered, of those without one.")
    if missed:
        rows = [(one.question.number, str(one.outcome), _place(one), one.question.text) for one in missed]
        print_table(("Missed", "outcome", "hit at", "question"), rows, empty="")


def _row(one: Figures) -> tuple[str, ...]:
    return (
        one.group,
        _share(one.hit_at_1, one.answerable),
        _share(one.hit_at_3, one.answerable),
        _share(one.kept, one.answerable),
        _share(one.right, one.kept),
        _share(one.refused, one.unanswerable),
    )


def _share(count: int, of: int) -> str:
    return f"{count}/{of} {count / of:.2f}" if of else "-"


def _place(one: Judged) -> str:
    if not one.question.is_answerable:
        return "has no answer"
    return "nowhere" if one.place is None else str(one.place + 1)
