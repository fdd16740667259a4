"""How often the library answers a set of questions rightly: by kind and by language, with counts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from secretariat.answers.answer import Answer
from secretariat.answers.ask import LibraryDesk
from secretariat.answers.question_set import SetQuestion, hits_among
from storage.library.outcome import Outcome

_SHOWN_FIRST = 3


@dataclass(frozen=True, slots=True)
class Judged:
    """One question with what became of it; ``place`` is where the first hit stands, from 0, or None."""

    question: SetQuestion
    outcome: Outcome
    place: int | None
    took_ms: float


@dataclass(frozen=True, slots=True)
class Figures:
    """The counts of one group of questions: each share's numerator, and what it is a share of.

    A hit has the right document and edition and holds the words wanted in one quotation. Kept are
    answerable questions that were answered; refused those without an answer that were not.
    """

    group: str
    answerable: int
    hit_at_1: int
    hit_at_3: int
    kept: int
    right: int
    unanswerable: int
    refused: int

    @property
    def answered(self) -> int:
        """How many questions were answered, with an answer in the library or without."""
        return self.kept + self.unanswerable - self.refused


def judge(questions: Iterable[SetQuestion], library: LibraryDesk) -> Iterable[Judged]:
    """Yield what becomes of each question, at the limits that the product ships with."""
    for question in questions:
        answer, took_ms = library.answered(question.text, question.context)
        yield Judged(question, answer.outcome, hits_among(question, _quotations(answer)), took_ms)


def figures_of(judged: Sequence[Judged]) -> list[Figures]:
    """Return the figures of all questions, then by kind, then by language."""
    kinds = sorted({one.question.kind for one in judged if one.question.kind})
    languages = sorted({one.question.language for one in judged if one.question.language})
    found = [_figures("all", judged)]
    for kind in kinds:
        found.append(_figures(f"kind {kind}", [one for one in judged if one.question.kind == kind]))
    for language in languages:
        of_language = [one for one in judged if one.question.language == language]
        found.append(_figures(f"language {language}", of_language))
    return found


def missed(judged: Iterable[Judged]) -> list[Judged]:
    """Return the questions that did not go as they should, for whoever looks into them."""
    return [
        one
        for one in judged
        if (one.question.is_answerable and (one.place is None or one.outcome is not Outcome.ANSWER))
        or (not one.question.is_answerable and one.outcome is Outcome.ANSWER)
    ]


def _figures(group: str, among: Sequence[Judged]) -> Figures:
    answerable = [one for one in among if one.question.is_answerable]
    others = [one for one in among if not one.question.is_answerable]
    kept = [one for one in answerable if one.outcome is Outcome.ANSWER]
    return Figures(
        group=group,
        answerable=len(answerable),
        hit_at_1=sum(one.place == 0 for one in answerable),
        hit_at_3=sum(one.place is not None and one.place < _SHOWN_FIRST for one in answerable),
        kept=len(kept),
        right=sum(one.place == 0 for one in kept),
        unanswerable=len(others),
        refused=sum(one.outcome is not Outcome.ANSWER for one in others),
    )


def _quotations(answer: Answer) -> list[tuple[str, str]]:
    return [(one.document.key, one.quote) for one in answer.passages]
