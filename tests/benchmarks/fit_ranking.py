"""Fit the weights of the library's ranking and outcome, and say what five-fold cross-validation shows.

    .venv/bin/python tests/benchmarks/fit_ranking.py ../shared/library [--write]

The folder holds the documents and questions_dev.jsonl. Weights are drawn towards the priors that stand beside
the features, so that what the questions never show keeps a sensible weight.
"""

import json
import random
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from read_library import read_library

from pact.library_documents import SECRETARIAT_VIEWER
from secretariat.answers.question_set import SetQuestion, is_hit, read_questions
from storage.library.coverage import Weighed
from storage.library.glossary import shipped_glossary
from storage.library.index_file import make_index
from storage.library.index_search import LibraryIndex
from storage.library.outcome import OUTCOME_PRIORS, outcome_signs
from storage.library.question import understand
from storage.library.quotation import best_quotations, quoted
from storage.library.ranking import Ranked, ranked_by
from storage.library.ranking_features import FEATURES, PRIORS

FOLDS = 5
RANKING_PULL, OUTCOME_PULL = 0.02, 0.002
STEPS = 500
KEPT = 0.93
CLOSEST = 0.08
WEIGHTS = Path(__file__).parents[2] / "storage" / "library" / "ranking_weights.json"


@dataclass
class Case:
    """One question with every passage that the search brings up, its features, and which are right."""

    question: SetQuestion
    weighed: Weighed
    ranked: list[Ranked]
    features: np.ndarray
    right: np.ndarray


def cases_of(questions: list[SetQuestion], index: LibraryIndex) -> list[Case]:
    found = []
    for question in questions:
        asked = understand(question.text, shipped_glossary(), question.context)
        weighed, ranked = ranked_by(list(PRIORS.values()), asked, index, SECRETARIAT_VIEWER)
        right = [is_right(question, weighed, one, index) for one in ranked]
        features = np.array([one.features for one in ranked]).reshape(len(ranked), len(FEATURES))
        found.append(Case(question, weighed, ranked, features, np.array(right, bool)))
    return found


def is_right(question: SetQuestion, weighed: Weighed, one: Ranked, index: LibraryIndex) -> bool:
    if one.candidate.document.key not in dict(question.golds):
        return False
    return is_hit(question.golds, one.candidate.document.key, quoted(weighed, one.candidate, index).text)


def fit_ranking(cases: list[Case]) -> np.ndarray:
    """Return the weights under which right passages are likeliest to come first (softmax over a question)."""
    prior = np.array(list(PRIORS.values()))
    rows = [(case.features, case.right) for case in cases if case.right.any()]

    def slope(weights: np.ndarray) -> np.ndarray:
        total = 2 * RANKING_PULL * (weights - prior)
        for features, right in rows:
            odds = np.exp(features @ weights - (features @ weights).max())
            wanted = np.where(right, odds, 0)
            total = total + features.T @ (odds / odds.sum() - wanted / wanted.sum()) / len(rows)
        return total

    return descended(prior, slope)


def fit_outcome(cases: list[Case], ranking: np.ndarray, index: LibraryIndex) -> np.ndarray:
    """Return the weights that tell a right first passage from a wrong one, or from no answer at all."""
    prior = np.array(list(OUTCOME_PRIORS.values()))
    signs, right = zip(*(first_of(case, ranking, index) for case in cases), strict=True)
    table, wanted = np.array(signs), np.array(right, float)

    def slope(weights: np.ndarray) -> np.ndarray:
        likely = 1 / (1 + np.exp(-np.clip(table @ weights, -30, 30)))
        return 2 * OUTCOME_PULL * (weights - prior) + table.T @ (likely - wanted) / len(wanted)

    return descended(prior, slope)


def first_of(case: Case, ranking: np.ndarray, index: LibraryIndex) -> tuple[list[float], bool]:
    """Return the signs of the passage that comes first, and whether it is right."""
    ranked = ordered(case, ranking)
    if not ranked:
        return [0.0] * len(OUTCOME_PRIORS), False
    signs = outcome_signs(case.weighed, ranked)
    return list(signs.values()), is_right(case.question, case.weighed, ranked[0], index)


def ordered(case: Case, ranking: np.ndarray) -> list[Ranked]:
    merits = case.features @ ranking if len(case.ranked) else np.zeros(0)
    order = np.argsort(-merits, kind="stable")
    return [Ranked(case.ranked[at].candidate, case.ranked[at].features, float(merits[at])) for at in order]


def place_of_hit(case: Case, ranking: np.ndarray, index: LibraryIndex) -> int:
    """Return at which place of what is shown the first hit stands, from 0; 99 for none."""
    shown = best_quotations(case.weighed, ordered(case, ranking), index, 5)
    golds = case.question.golds
    hits = (
        at for at, (one, said) in enumerate(shown) if is_hit(golds, one.candidate.document.key, said.text)
    )
    return next(hits, 99)


def descended(start: np.ndarray, slope) -> np.ndarray:
    weights, mean, spread = start.copy(), np.zeros(len(start)), np.zeros(len(start))
    for step in range(1, STEPS + 1):
        down = slope(weights)
        mean, spread = 0.9 * mean + 0.1 * down, 0.99 * spread + 0.01 * down**2
        weights = weights - 0.1 * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-8)
    return weights


def limit_of(cases: list[Case], ranking: np.ndarray, outcome: np.ndarray, index: LibraryIndex) -> float:
    """Return the sureness above which the wished share of answerable questions is answered."""
    sure = sorted(sureness_of(case, ranking, outcome, index) for case in cases if case.question.is_answerable)
    return sure[int(len(sure) * (1 - KEPT))]


def sureness_of(case: Case, ranking: np.ndarray, outcome: np.ndarray, index: LibraryIndex) -> float:
    signs, _ = first_of(case, ranking, index)
    if not any(signs):
        return 0.0
    return float(1 / (1 + np.exp(-np.clip(np.dot(signs, outcome), -30, 30))))


def cross_validated(cases: list[Case], index: LibraryIndex) -> None:
    order = list(range(len(cases)))
    random.Random(7).shuffle(order)
    places, kept, right, refused = {}, [], [], []
    for fold in range(FOLDS):
        held = set(order[fold::FOLDS])
        rest = [case for at, case in enumerate(cases) if at not in held]
        ranking = fit_ranking(rest)
        outcome = fit_outcome(rest, ranking, index)
        limit = limit_of(rest, ranking, outcome, index)
        for at in held:
            case = cases[at]
            answered = sureness_of(case, ranking, outcome, index) >= limit
            if case.question.is_answerable:
                places[at] = place_of_hit(case, ranking, index)
                kept.append(answered)
                right += [places[at] == 0] if answered else []
            else:
                refused.append(not answered)
            if "-v" in sys.argv and (places.get(at, 0) or answered != case.question.is_answerable):
                tell(case, ranking, index, places.get(at), answered)
    print_shares(cases, places, kept=kept, right=right, refused=refused)


def print_shares(cases, places, *, kept, right, refused) -> None:
    for name, among in (
        ("all", list(places)),
        ("table", [at for at in places if cases[at].question.kind == "table"]),
        ("followup", [at for at in places if cases[at].question.kind == "followup"]),
    ):
        print(
            f"{name}: hit@1 {share([places[at] == 0 for at in among])}, "
            f"hit@3 {share([places[at] < 3 for at in among])}"
        )
    print(f"kept {share(kept)}, of answered right {share(right)}, refused {share(refused)}")


def share(flags: list[bool]) -> str:
    return f"{sum(flags)}/{len(flags)} = {sum(flags) / max(1, len(flags)):.3f}"


def tell(case: Case, ranking: np.ndarray, index: LibraryIndex, place: int | None, answered: bool) -> None:
    shown = best_quotations(case.weighed, ordered(case, ranking), index, 1)
    first = f"{shown[0][0].candidate.document.key}: {shown[0][1].answer[:90]!r}" if shown else "nothing"
    missing = (
        [
            f"{notion.said}:{met:.1f}"
            for notion, met in zip(
                case.weighed.question.notions,
                case.weighed.met_by(ordered(case, ranking)[0].candidate).best,
                strict=True,
            )
        ]
        if case.ranked
        else []
    )
    print(
        f"  {case.question.number} at {place} answered {answered}: {case.question.text!r} "
        f"{case.question.golds} -> {first} {missing}"
    )


def main() -> None:
    folder = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as home:
        path = Path(home) / "index-1.sqlite"
        make_index(path, read_library(folder))
        index = LibraryIndex(path)
        cases = cases_of(read_questions(folder / "questions_dev.jsonl"), index)
        cross_validated(cases, index)
        ranking = fit_ranking(cases)
        outcome = fit_outcome(cases, ranking, index)
        limit = limit_of(cases, ranking, outcome, index)
        if "--write" in sys.argv:
            tables = {
                "ranking": dict(zip(FEATURES, ranking.round(3).tolist(), strict=True)),
                "outcome": dict(zip(OUTCOME_PRIORS, outcome.round(3).tolist(), strict=True)),
                "limits": {"answer": round(limit, 3), "closest": CLOSEST},
            }
            WEIGHTS.write_text(json.dumps(tables, indent=1) + "\n")


if __name__ == "__main__":
    main()
