"""The passages that answer a question best, in order, by weights that were fitted once."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pact.library_documents import Viewer
from storage.library.coverage import Weighed
from storage.library.index_search import Candidate, LibraryIndex
from storage.library.question import Question
from storage.library.ranking_features import FEATURES, features_of

CANDIDATES = 50
"""How many passages the search brings up to be ranked."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage with what speaks for it; ``merit`` orders passages of one question, and no two questions."""

    candidate: Candidate
    features: tuple[float, ...]
    merit: float

    def feature(self, name: str) -> float:
        """Return one of FEATURES."""
        return self.features[FEATURES.index(name)]


@cache
def fitted_weights() -> dict[str, dict[str, float]]:
    """Return the weights of ranking and outcome, as tests/benchmarks/fit_ranking.py wrote them."""
    read = json.loads((files("storage.library") / "ranking_weights.json").read_text("utf-8"))
    return {part: {name: float(value) for name, value in table.items()} for part, table in read.items()}


def search(question: Question, index: LibraryIndex, viewer: Viewer) -> tuple[Weighed, list[Ranked]]:
    """Return the question weighed by the library, and the passages that the viewer may see, best first."""
    weights = fitted_weights()["ranking"]
    return ranked_by([weights[name] for name in FEATURES], question, index, viewer)


def ranked_by(
    weights: Sequence[float], question: Question, index: LibraryIndex, viewer: Viewer
) -> tuple[Weighed, list[Ranked]]:
    """Return the same by other weights, in the order of FEATURES."""
    weighed = Weighed(question, index, viewer)
    stems = {stem for notion in question.notions for stem in notion.stems}
    found = index.candidates(stems, viewer, CANDIDATES)
    nearest = max((candidate.nearness for candidate in found), default=0.0)
    ranked = [_ranked(weighed, candidate, nearest, weights) for candidate in found]
    return weighed, sorted(ranked, key=lambda one: (-one.merit, one.candidate.place))


def _ranked(weighed: Weighed, candidate: Candidate, nearest: float, weights: Sequence[float]) -> Ranked:
    features = features_of(weighed, candidate, nearest)
    merit = sum(weight * feature for weight, feature in zip(weights, features, strict=True))
    return Ranked(candidate, tuple(features), merit)
