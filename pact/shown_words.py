"""The words around a difference, as they are shown to a person, and where in the copy they stand."""

from collections.abc import Iterator, Sequence

from pact.comparison import NOWHERE, Comparison
from pact.copy_words import CopyWord, box_around
from pact.documents import BoxPt
from pact.word_alignment import Gap

_CONTEXT = 4
_APART = 8
_WORDS_AT_MOST = 70
_LETTERS_AT_MOST = 700
_GAP_IN_WORDS = " \u2026 "


def expected_words(gaps: Sequence[Gap], clause: int, comparison: Comparison) -> str:
    """Return the edition's words around the gaps; those of which only digests are known are counted."""
    edition = comparison.edition
    start = edition.starts[clause]
    windows = _windows([(gap.low, gap.high) for gap in gaps], start, edition.end_of(clause))
    return _cut(_GAP_IN_WORDS.join(_edition_words(low, high, clause, comparison) for low, high in windows))


def found_words(gaps: Sequence[Gap], clause: int, comparison: Comparison) -> str:
    """Return the copy's words around the gaps; what is struck out is said to be."""
    edition, text = comparison.edition, comparison.text
    own = [p for p in comparison.places[edition.starts[clause] : edition.end_of(clause)] if p != NOWHERE]
    least = min([*own, *(gap.begin for gap in gaps)])
    most = max([*(place + 1 for place in own), *(gap.end for gap in gaps)])
    windows = _windows([(gap.begin, gap.end) for gap in gaps], least, most)
    return _cut(_GAP_IN_WORDS.join(shown(text.printed_between(begin, end)) for begin, end in windows))


def clause_words(clause: int, comparison: Comparison) -> str | None:
    """Return the edition's words of the whole clause, None where only their digests are known."""
    words = [word for word in comparison.edition.clause(clause).words if word]
    return _shortened(words) if words else None


def shown(words: Sequence[CopyWord]) -> str:
    """Return printed words as one text."""
    return _shortened([f"[struck out: {w.text}]" if w.struck else w.text for w in words])


def place_of(gaps: Sequence[Gap], comparison: Comparison) -> tuple[int | None, BoxPt | None]:
    """Return the page and the box of what was put in first, or of the words around what was taken out."""
    text = comparison.text
    gap = next((g for g in gaps if g.begin < g.end), gaps[0])
    begin, end = (gap.begin, gap.end) if gap.begin < gap.end else (gap.begin - 1, gap.begin + 1)
    begin, end = max(begin, 0), min(end, len(text.owners))
    if begin >= end:
        return None, None
    page = text.line_of(begin).page
    while text.line_of(end - 1).page != page:
        end -= 1
    return page or None, box_around(text.printed_between(begin, end))


def _edition_words(low: int, high: int, clause: int, comparison: Comparison) -> str:
    edition, text = comparison.edition, comparison.text
    start, words = edition.starts[clause], edition.clause(clause).words
    pieces: list[str] = []
    unknown = 0
    for at in range(low, high):
        place = comparison.places[at]
        if words:
            pieces.append(words[at - start])
        elif place == NOWHERE:
            unknown += 1
        else:
            pieces += [_counted(unknown)] if unknown else []
            unknown = 0
            word = comparison.explained.get(at)
            pieces.append(word or _printed_or_plain(place, text.owners, text.plain, text.printed))
    pieces += [_counted(unknown)] if unknown else []
    return " ".join(filter(None, pieces))


def _printed_or_plain(
    place: int, owners: Sequence[int], plain: Sequence[str], printed: Sequence[CopyWord]
) -> str:
    """Return the printed word, or of one that is several words ("75%") only the one at this place."""
    shared = owners[max(place - 1, 0) : place + 2].count(owners[place]) > 1
    return plain[place] if shared else printed[owners[place]].text


def _windows(spans: Sequence[tuple[int, int]], least: int, most: int) -> Iterator[tuple[int, int]]:
    """Yield the spans with some words around them, those that come close to each other as one."""
    begin, end = -1, -1
    for low, high in sorted(spans):
        if end >= 0 and low - end <= _APART:
            end = max(end, high)
            continue
        if end >= 0:
            yield max(least, begin - _CONTEXT), min(most, end + _CONTEXT)
        begin, end = low, high
    if end >= 0:
        yield max(least, begin - _CONTEXT), min(most, end + _CONTEXT)


def _counted(words: int) -> str:
    return f"[{words} word{'s' if words > 1 else ''}]"


def _shortened(words: Sequence[str]) -> str:
    if len(words) > _WORDS_AT_MOST:
        words = [*words[:_WORDS_AT_MOST], "\u2026"]
    return _cut(" ".join(words))


def _cut(text: str) -> str:
    return text if len(text) <= _LETTERS_AT_MOST else f"{text[:_LETTERS_AT_MOST]} \u2026"
