"""What the sentences of a mail say, phrase by phrase, with what they deny or leave open told apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from intake.page.plain_text import folded
from intake.wants.asking_rules import ASKING
from intake.wants.bringing_rules import BRINGING
from intake.wants.mistake_rules import MISTAKES
from intake.wants.phrase_book import MarkedWords, words_in
from intake.wants.status_rules import STATUS
from intake.wants.telling_rules import TELLING
from intake.wants.want import Wanted
from intake.wants.want_rules import DENIALS, RulePhrase, phrases_of

_WORDS_BEFORE, _WORDS_AFTER = 12, 4

_TOKEN = re.compile(r"[^\W_]+|[?,;:–—]")
_PARTING = frozenset(",;:–—")
_JOINING_WORDS = """
but so because since and maar dus omdat en aber denn weil da und mais car donc et men fordi og sa pero
porque y ale ma e och
"""
_JOINING = frozenset(_JOINING_WORDS.split())
"""Words that begin a clause of their own (folded): what is denied in one is not denied in the next."""

_OPEN = re.compile(
    r"\b(?:if|whether|unless|could we|can we|may we|might|consider(?:ing|s)?|says that|said that|it says|"
    r"reads that|"
    r"indien|als wij|als we|of wij|overwegen|overweegt|kunnen wij|kunnen we|mogen wij|staat dat|stond dat|"
    r"zegt dat|"
    r"wenn|falls|ob|konnen wir|konnten wir|erwag(?:en|t)|uberleg(?:en|t)|steht|stand im|habe den|"
    r"si nous|si l on|si on|pouvons nous|envisag(?:eons|ent|e)|pourrions|il est ecrit|dit que|"
    r"hvis|dersom|om vi|kan vi|vurder(?:er|ar)|star det|star at|"
    r"si quer\w+|si nos|podemos|podriamos|consideramos|dice que|pone que|jesli|czy|qualora|se vogliamo)\b"
)
"""Words that leave open what a sentence tells (folded)."""


def said_in(sentences: Sequence[str]) -> Iterator[Wanted]:
    """Yield every want that a phrase of the rules shows, as often as it does, but for those denied."""
    clauses = [_clauses_of(sentence) for sentence in sentences]
    marked = MarkedWords((one.words for one in clauses), _stems())
    open_ones = {number for number, sentence in enumerate(sentences) if leaves_open(sentence)}
    for one in _phrases():
        for number, place in marked.ends_of(one.phrase):
            if one.can_be_denied and clauses[number].denies(place, DENIALS[one.language]):
                continue
            sure = one.rule.sure and (one.rule.asks or number not in open_ones)
            yield Wanted(one.rule.want, one.rule.why, sure, sentences[number])


def leaves_open(sentence: str) -> bool:
    """Whether a sentence asks, or says under a condition, what it would otherwise tell."""
    return sentence.rstrip(' )"”»').endswith("?") or _OPEN.search(" ".join(words_in(sentence))) is not None


@dataclass(frozen=True, slots=True)
class _Clauses:
    """The words of a sentence, and for each the number of its clause."""

    words: tuple[str, ...]
    numbers: tuple[int, ...]

    def denies(self, place: int, denials: frozenset[str]) -> bool:
        near = range(max(0, place - _WORDS_BEFORE), min(len(self.words), place + 1 + _WORDS_AFTER))
        return any(self.words[at] in denials for at in near if self.numbers[at] == self.numbers[place])


def _clauses_of(sentence: str) -> _Clauses:
    words, numbers, clause = [], [], 0
    for token in _TOKEN.findall(folded(sentence).replace("n't", " not")):
        if token in _PARTING or token in _JOINING:
            clause += 1
        if token not in _PARTING:
            words.append(token)
            numbers.append(clause)
    return _Clauses(tuple(words), tuple(numbers))


@lru_cache(maxsize=1)
def _phrases() -> tuple[RulePhrase, ...]:
    return tuple(
        phrase for rule in (*TELLING, *MISTAKES, *BRINGING, *STATUS, *ASKING) for phrase in phrases_of(rule)
    )


@lru_cache(maxsize=1)
def _stems() -> frozenset[str]:
    return frozenset(word for one in _phrases() for word in one.phrase.words if word.endswith("*"))
