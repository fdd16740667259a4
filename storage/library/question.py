"""A question taken apart: the words that matter with all they may be called, and what is asked for."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from storage.library.glossary import Glossary, Stems
from storage.library.index_words import LANGUAGES, folded, spellings, stem_of, words_of

_FOLLOW_UP_WORDS = 4
_MOST_WORDS, _MOST_NOTIONS = 150, 60
_OF_ASKING = 0.3
"""What a word weighs that says how one asks, such as difference or date."""
_EDITION = re.compile(
    r"\b(?:v|version|versie|versjon|versión|ausgabe|fassung|edition|édition|edición|utgave|editie"
    r"|gen|generation|generatie|génération|generasjon|generación)\.?\s?(\d+(?:\.\d+)*)(?!\d)"
    r"|\b((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_OLD = re.compile(
    r"\b(old|previous|former|superseded|expired|archived|oude?|vorige|vervallen|verlopen|alten?|frühere[nr]?"
    r"|ancienne?|précédente?|gamle|gammel|tidligere|utgåtte?|antigu[ao]s?|anterior|caducad[ao]s?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to say it: stems that stand together, and how far it says the same, 0..1."""

    stems: Stems
    likeness: float


@dataclass(frozen=True, slots=True)
class Notion:
    """One thing the question names, with every way to say it; ``is_known`` when the glossary has it.

    It weighs less when it comes from the question before.
    """

    said: str
    alternatives: tuple[Alternative, ...]
    slot: str = ""
    weight: float = 1.0
    is_of_before: bool = False
    is_known: bool = False

    @property
    def stems(self) -> frozenset[str]:
        """Every stem of every way to say it."""
        return frozenset(stem for one in self.alternatives for stem in one.stems)


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood. ``languages`` are what it may be written in, the likeliest first.

    ``editions`` are years and version numbers that it names.
    """

    text: str
    languages: tuple[str, ...]
    notions: tuple[Notion, ...]
    editions: tuple[str, ...] = ()
    wants_number: bool = False
    wants_date: bool = False
    wants_old: bool = False
    is_negated: bool = False
    is_comparison: bool = False
    wants_list: bool = False
    follows: bool = False

    @property
    def language(self) -> str:
        """The language it is most likely written in."""
        return self.languages[0]


def understand(text: str, glossary: Glossary, context: str = "") -> Question:
    """Return the question taken apart; ``context`` is the question before it in the same thread.

    A follow-up takes over what it does not say anew: "and comprehensive?" keeps the laptops of before.
    """
    question = _alone(text, glossary)
    if not context.strip():
        return question
    if not _is_follow_up(question, text):
        return question
    before = _alone(context, glossary, question.languages if len(words_of(text)) > 3 else ())
    return _continued(question, before)


def _alone(text: str, glossary: Glossary, languages: Sequence[str] = ()) -> Question:
    words = words_of(text)[:_MOST_WORDS]
    spoken = tuple(languages) or languages_of(words, glossary)
    plain = " ".join(words)
    # What is said twice is asked once.
    notions = tuple({one.said: one for one in _notions(words, spoken, glossary)}.values())[:_MOST_NOTIONS]
    asks = [_words_of_asking(language) for language in spoken[:2]]
    wants_list = any(plain.startswith(phrase) for one in asks for phrase in one.ask_list)
    return Question(
        text=text,
        languages=spoken,
        notions=_for_a_list(notions) if wants_list else notions,
        editions=tuple(dict.fromkeys(found[1] or found[2] for found in _EDITION.finditer(text))),
        wants_number="%" in text or any(_says(plain, one.number) for one in asks),
        wants_date=any(_says(plain, one.date) for one in asks),
        wants_old=_OLD.search(text) is not None,
        is_negated=any(_says(plain, one.negation) for one in asks),
        is_comparison=any(_says(plain, one.comparison) for one in asks),
        wants_list=wants_list,
    )


def _for_a_list(notions: tuple[Notion, ...]) -> tuple[Notion, ...]:
    """Return the notions of "list the criteria with their proof" but those by which it asks for a table."""
    rest = tuple(notion for notion in notions if notion.slot not in ("asking", "proof"))
    return rest or notions


def languages_of(words: Sequence[str], glossary: Glossary) -> tuple[str, ...]:
    """Return the languages that a text may be in, the likeliest first; English when nothing tells."""
    points = dict.fromkeys(LANGUAGES, 0.0)
    points["en"] += 0.4
    for word in words:
        if word.isdigit():
            continue
        plain = folded(word)
        for language in LANGUAGES:
            asking = _words_of_asking(language)
            if word in asking.asking:
                points[language] += 2.0
            elif word in asking.stop or plain in asking.plain_stop:
                points[language] += 1.0 if len(word) > 1 else 0.3
            elif glossary.meanings_of([word], (language,)):
                points[language] += 0.6
            elif glossary.parts_of(word, language):
                points[language] += 0.7
    ranked = sorted(LANGUAGES, key=lambda language: -points[language])
    best = points[ranked[0]]
    return tuple(language for language in ranked if points[language] >= max(0.5 * best, 0.4))


@dataclass(frozen=True, slots=True)
class _Asking:
    stop: frozenset[str]
    plain_stop: frozenset[str]
    asking: frozenset[str]
    number: tuple[str, ...]
    date: tuple[str, ...]
    negation: tuple[str, ...]
    comparison: tuple[str, ...]
    ask_list: tuple[str, ...]
    opens: tuple[str, ...]


@cache
def _words_of_asking(language: str) -> _Asking:
    table = tomllib.loads((files("storage.library") / "question_words.toml").read_text("utf-8"))[language]
    phrases = {name: tuple(table[name].split("|")) for name in _PHRASES}
    stop = frozenset(table["stop"].split())
    return _Asking(
        stop=stop,
        plain_stop=frozenset(folded(word) for word in stop if len(word) > 2),
        asking=frozenset(table["asking"].split()),
        **phrases,
    )


_PHRASES = ("number", "date", "negation", "comparison", "ask_list", "opens")


def _says(plain: str, phrases: Iterable[str]) -> bool:
    padded = f" {plain} "
    return any(f" {phrase} " in padded for phrase in phrases)


def _notions(words: Sequence[str], languages: Sequence[str], glossary: Glossary) -> Iterable[Notion]:
    """Yield what the words name: the longest terms of the glossary first, then words by themselves."""
    at = 0
    spoken = tuple(dict.fromkeys((*languages, "en")))
    while at < len(words):
        taken, notion = _term_at(words, at, spoken, glossary)
        if notion is not None:
            yield notion
        elif not _is_stop(words[at], languages):
            yield from _of_word(words[at], spoken, glossary)
        at += taken


def _term_at(
    words: Sequence[str], at: int, languages: Sequence[str], glossary: Glossary
) -> tuple[int, Notion | None]:
    for length in range(min(glossary.longest, len(words) - at), 0, -1):
        said = list(words[at : at + length])
        if length == 1 and _is_stop(said[0], languages[:1]):
            return 1, None
        meanings = glossary.meanings_of(said, languages)
        if meanings:
            return length, _named(said, meanings, languages, glossary)
    return 1, None


def _named(said: list[str], meanings: Sequence[int], languages: Sequence[str], glossary: Glossary) -> Notion:
    own = [Alternative(stems, 1.0) for stems in _own_stems(said, languages)]
    known = {one.stems for one in own}
    others = {stems for meaning in meanings for stems in glossary.terms_of(meaning)} - known
    slots = [slot for meaning in meanings if (slot := glossary.slot_of(meaning))]
    return Notion(
        said=" ".join(said),
        alternatives=(*own, *(Alternative(stems, 0.85) for stems in sorted(others))),
        slot=slots[0] if slots else "",
        weight=_OF_ASKING if "asking" in slots else 1.0,
        is_known=True,
    )


def _own_stems(said: Sequence[str], languages: Sequence[str]) -> list[Stems]:
    """Return the stems of the words themselves: in any language, for a name is the same in all."""
    found: list[Stems] = []
    for language in dict.fromkeys((*languages, *LANGUAGES)):
        if len(said) == 1:
            found += [(stem_of(word, language),) for word in spellings(said[0])]
        else:
            found.append(tuple(stem_of(word, language) for word in said))
    return list(dict.fromkeys(found))


def _of_word(word: str, languages: Sequence[str], glossary: Glossary) -> Iterable[Notion]:
    own = tuple(Alternative(stems, 1.0) for stems in _own_stems([word], languages))
    apart = re.match(r"^([^\W\d_]+)(\d+(?:\.\d+)*)$", word)
    if apart:
        own = (*own, Alternative((folded(apart[1]), apart[2]), 0.9), Alternative((apart[2],), 0.6))
    for language in languages:
        parts = glossary.parts_of(word, language)
        if parts:
            notions = [_of_part(part, language, glossary) for part in parts]
            head = notions.pop()
            yield from notions
            yield replace(head, said=word, alternatives=(*own, *head.alternatives))
            return
    yield Notion(word, own)


def _of_part(part: str, language: str, glossary: Glossary) -> Notion:
    meanings = glossary.meanings_of([part], (language,))
    if meanings:
        return _named([part], meanings, (language,), glossary)
    return Notion(part, (Alternative((stem_of(part, language),), 0.9),))


def _is_stop(word: str, languages: Sequence[str]) -> bool:
    return any(
        word in (asking := _words_of_asking(language)).stop or word in asking.plain_stop
        for language in languages
    )


def _is_follow_up(question: Question, text: str) -> bool:
    opens = _words_of_asking(question.language).opens
    plain = " ".join(words_of(text))
    counted = [notion for notion in question.notions if not notion.said.isdigit()]
    return len(counted) < _FOLLOW_UP_WORDS or any(plain.startswith(f"{word} ") for word in opens[:6])


def _continued(question: Question, before: Question) -> Question:
    """Return the question with what it leaves unsaid taken from the one before."""
    slots = {notion.slot for notion in question.notions if notion.slot}
    said = {stems for notion in question.notions for stems in (notion.stems,)}
    kept = [
        replace(notion, weight=0.6 * notion.weight, is_of_before=True)
        for notion in before.notions
        if notion.slot not in slots and notion.stems not in said
    ]
    anew = [replace(notion, weight=1.2 * notion.weight) for notion in question.notions]
    if question.editions:
        kept = [notion for notion in kept if notion.said not in before.editions]
    return replace(
        question,
        notions=(*anew, *kept),
        languages=tuple(dict.fromkeys((*question.languages, *before.languages))),
        editions=question.editions or before.editions,
        wants_number=question.wants_number or before.wants_number,
        wants_old=question.wants_old or before.wants_old,
        follows=True,
    )
