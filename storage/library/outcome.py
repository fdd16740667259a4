"""Whether the library answers a question, only comes close, or does not say."""

import math
import re
from collections.abc import Sequence
from enum import StrEnum

from storage.library.coverage import Met, Weighed
from storage.library.ranking import Ranked, fitted_weights

OUTCOME_PRIORS = {
    "bias": -3.0,
    "covered": 4.0,
    "covered_by_text": 1.0,
    "said_so": 0.5,
    "beside": 0.5,
    "unknown": -2.0,
    "largest_missing": -3.0,
    "scheme": 0.5,
    "product": 0.7,
    "level": 0.3,
    "edition_missing": -1.0,
    "money_missing": -4.0,
    "number_missing": -1.0,
    "row_label": 0.3,
    "row_letter": 0.5,
    "lead": 0.3,
    "same_language": 0.2,
    "many": -0.1,
    "other_scheme": -3.0,
    "figure_missing": -3.0,
    "product_missing": -3.0,
    "product_other": -0.5,
    "beyond_title": 1.0,
    "measure_missing": -3.0,
    "brand_missing": -3.0,
    "known_unmet": -1.5,
    "known_unmet_many": -1.0,
    "language_named": 1.0,
    "unmet": -1.0,
    "bare": -2.0,
    "unknown_word": -1.0,
}
"""What the outcome is told by, and what each weighs before anything was measured."""

_BARE = 2
_AMOUNT = re.compile(r"\d|€|\bEUR\b", re.IGNORECASE)


class Outcome(StrEnum):
    """What can be said: an answer with its quotation, the nearest passages without one, or nothing."""

    ANSWER = "answer"
    CLOSEST = "closest"
    SILENT = "silent"


def outcome_signs(weighed: Weighed, ranked: Sequence[Ranked], at: int = 0) -> dict[str, float]:
    """Return what tells whether the passage at this rank answers, by the names of OUTCOME_PRIORS."""
    top = ranked[at]
    met = weighed.met_by(top.candidate)
    rest = [one.merit for one in ranked if one is not top]
    missing = [
        weight * (1 - one) / weighed.total for weight, one in zip(weighed.weights, met.best, strict=True)
    ]
    unknown = sum(w for w, gone in zip(weighed.weights, weighed.unknown, strict=True) if gone)
    text = top.candidate.passage.text
    return {
        "bias": 1.0,
        "covered": top.feature("covered"),
        "covered_by_text": top.feature("covered_by_text"),
        "said_so": top.feature("said_so"),
        "beside": top.feature("beside"),
        "unknown": unknown / weighed.total,
        "largest_missing": max(missing, default=1.0),
        "scheme": top.feature("scheme_there"),
        "product": top.feature("product_there"),
        "level": top.feature("level_there"),
        "edition_missing": top.feature("other_edition"),
        "money_missing": _slot_missing(weighed, met, "money"),
        "number_missing": float(weighed.question.wants_number and _AMOUNT.search(text) is None),
        "row_label": top.feature("row_label"),
        "row_letter": top.feature("row_letter"),
        "lead": min(1.0, max(0.0, top.merit - max(rest, default=0.0))),
        "same_language": top.feature("same_language"),
        "many": min(12, len(weighed.weights)) / 6,
        "other_scheme": _other_scheme(weighed, met),
        "figure_missing": _figure_missing(weighed, met),
        "product_missing": _slot_missing(weighed, met, "product"),
        "product_other": top.feature("product_other"),
        "beyond_title": weighed.share([max(two) for two in zip(met.body, met.path, strict=True)]),
        "measure_missing": _slot_missing(weighed, met, "measure"),
        "brand_missing": _slot_missing(weighed, met, "brand"),
        "known_unmet": _known_unmet(weighed, met),
        "known_unmet_many": _known_unmet_count(weighed, met) / 3,
        "language_named": top.feature("language_named"),
        "unmet": min(3, sum(one < 0.4 for one in met.best)) / 3,
        "bare": float(len(top.candidate.body) < _BARE),
        "unknown_word": _unknown_word(weighed),
    }


def sureness(signs: dict[str, float]) -> float:
    """Return how likely it is that the passage answers, 0..1."""
    weights = fitted_weights()["outcome"]
    total = sum(weights[name] * value for name, value in signs.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def outcome_of(weighed: Weighed, ranked: Sequence[Ranked]) -> tuple[Outcome, float]:
    """Return what can be said, and how likely it is that the first passage answers, 0..1."""
    if not ranked or not weighed.weights:
        return Outcome.SILENT, 0.0
    limits = fitted_weights()["limits"]
    sure = sureness(outcome_signs(weighed, ranked))
    if sure >= limits["answer"]:
        return Outcome.ANSWER, sure
    return (Outcome.CLOSEST if sure >= limits["closest"] else Outcome.SILENT), sure


def missing_slots(weighed: Weighed, met: Met) -> tuple[str, ...]:
    """Return the words of the question that the passage, its section and its title do not meet."""
    notions = zip(weighed.question.notions, met.best, weighed.weights, strict=True)
    return tuple(
        notion.said
        for notion, one, weight in notions
        if one < 0.5 and (notion.slot or weight > 0.15 * weighed.total)
    )


def _slot_missing(weighed: Weighed, met: Met, slot: str) -> float:
    numbers = weighed.numbers_of(slot)
    return float(bool(numbers) and all(met.best[number] < 0.5 for number in numbers))


def _other_scheme(weighed: Weighed, met: Met) -> float:
    """Return 1 where documents go by the schemes that are asked for, and the first passage's does not."""
    return float(weighed.scheme_title(met) < 0)


def _unknown_word(weighed: Weighed) -> float:
    """Return 1 where a word of the question, no mere abbreviation, stands nowhere in the library."""
    told = zip(weighed.question.notions, weighed.unknown, strict=True)
    return float(any(gone and len(notion.said) > 3 and notion.said.isalpha() for notion, gone in told))


def _figure_missing(weighed: Weighed, met: Met) -> float:
    """Return 1 where a number that the question names, such as of a version or an article, stands nowhere."""
    figures = [at for at, notion in enumerate(weighed.question.notions) if notion.said[0].isdigit()]
    return float(any(met.best[number] < 0.5 for number in figures))


def _known_unmet(weighed: Weighed, met: Met) -> float:
    """Return how telling the most telling notion of the glossary is that is not met, 0..1."""
    most = max(weighed.weights, default=0.0)
    told = zip(weighed.question.notions, weighed.weights, met.best, strict=True)
    unmet = [weight * (1 - one) for notion, weight, one in told if notion.is_known]
    return max(unmet, default=0.0) / most if most else 1.0


def _known_unmet_count(weighed: Weighed, met: Met) -> int:
    """Return how many notions of the glossary are not met, three at most."""
    told = zip(weighed.question.notions, met.best, strict=True)
    return min(3, sum(notion.is_known and one < 0.4 for notion, one in told))
