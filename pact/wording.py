"""A returned copy of the Pact laid beside its edition: which clauses differ, and how."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pact.alterations import ALTERATIONS_AT_MOST, alterations_in
from pact.comparison import Comparison, compared
from pact.copy_pages import best_edition, copies_of, spans_of, with_pages_between
from pact.copy_words import WORDS_AT_MOST, CopyPage, CopyText, CopyWord, copy_text, signed_line
from pact.documents import Alteration, Change, CopyPart, Wording
from pact.edition_index import IndexedEdition
from pact.fingerprint import Edition, EditionClause, digest
from pact.plain_words import plain_words
from pact.reservations import makes_reservation
from pact.running_lines import running_lines
from pact.second_reading import NOT_READ_AGAIN, LinesAgain, SecondReading, lines_to_read_again
from pact.signature_page import HEADS_AND_FEET, reservations_in, written_around

__all__ = ["CopyPage", "CopyWord", "Edition", "EditionClause", "Laid", "laid_beside", "wording_of"]

_WHOLE_SHARE = 0.8
_PART_SHARE = 0.25
_FEW_WORDS = 220
"""A copy with fewer words of running text, and none of the edition's, is a signature page alone."""

_PAGE_OF_WORDS = 60
_PAGES_OF_ONE_COPY = 40
_NO_EDITION = "No edition of the Pact is known here to compare it with."
_TOO_LONG = "The file is far longer than the Pact, and was not compared."
_NO_FIT = "Its text is not that of any edition known here."
_ONLY_SIGNATURE = "Only the signature page was sent."


@dataclass(frozen=True, slots=True)
class Laid:
    """The wording, and the copies of the Pact in the file beside their edition, the fullest first."""

    wording: Wording
    copies: tuple[Comparison, ...] = ()

    def clauses_by_line(self) -> dict[tuple[int, int], str]:
        """Return the number of the clause that stands on each line (page, line) of the copies."""
        return {line: clause for one in self.copies for line, clause in one.clauses_by_line()}

    def doubted_lines(self) -> list[LinesAgain]:
        """Return the scanned lines that a second reading should look at, still without words."""
        return [part for one in self.copies for part in lines_to_read_again(one.gaps, one.text)]


def wording_of(
    pages: Sequence[CopyPage], editions: Sequence[Edition], language: str | None = None
) -> Wording:
    """Return what a copy with these pages alters, beside the edition that it fits best.

    ``language`` is the copy's, as far as it is known: only the Pact's English is compared.
    """
    return laid_beside(pages, editions, language).wording


def laid_beside(
    pages: Sequence[CopyPage],
    editions: Sequence[Edition],
    language: str | None = None,
    second: SecondReading = NOT_READ_AGAIN,
) -> Laid:
    """Return the wording of a copy, and the copy itself beside its edition.

    ``second`` is what a second reading of its scanned lines says (Laid.doubted_lines tells which).
    """
    if not editions:
        return Laid(Wording(why_not=_NO_EDITION))
    if sum(len(page.words) for page in pages) > WORDS_AT_MOST:
        return Laid(Wording(why_not=_TOO_LONG))
    running = running_lines(pages)
    text = copy_text(pages, running)
    edition = best_edition(text, editions)
    if edition is None:
        return Laid(_not_compared(pages, text, running, language))
    spans = spans_of(text, edition)
    every = [span.index for span in spans]
    copies = []
    for number, one in enumerate(copies_of(spans)):
        own = with_pages_between(one.pages, every)
        chosen = text.of_pages(own)
        if len(pages) > _PAGES_OF_ONE_COPY:
            # Heads that only this copy has do not come again often enough in a long file.
            chosen_pages = [pages[index] for index in own]
            chosen = copy_text(chosen_pages, running | running_lines(chosen_pages))
        copies.append(_of_its_part(compared(edition, chosen, second), is_further=number > 0))
    outside = [page for index, page in enumerate(pages) if not min(every) <= index <= max(every)]
    around = [
        *written_around(pages, running),
        *reservations_in([page for page in outside if signed_line(page.lines()) is None]),
        *_in_heads_and_feet(running),
    ]
    altered = _without_title(
        dict.fromkeys(a for one in copies for a in alterations_in(one)), edition, running
    )
    wording = Wording(
        compared=True,
        edition=edition.edition.name,
        alterations=(*altered, *around)[:ALTERATIONS_AT_MOST],
        part=_part_of(copies[0], pages),
        in_force=edition.edition.in_force.isoformat(),
        replaced_on=_replaced_on(edition.edition, editions),
    )
    return Laid(wording, tuple(copies))


def _not_compared(
    pages: Sequence[CopyPage],
    text: CopyText,
    running: Mapping[tuple[int, int], str],
    language: str | None,
) -> Wording:
    """Return why nothing was compared; what was written around a signature is told all the same."""
    around = tuple(written_around(pages, running))
    is_signed = any(signed_line(page.lines()) is not None for page in pages)
    if is_signed and len(text.plain) < _FEW_WORDS:
        return Wording(alterations=around, why_not=_ONLY_SIGNATURE, part=CopyPart.SIGNATURE_PAGE)
    if language not in (None, "en"):
        why = f"The text is not in English ({language}); only the English text is compared."
        return Wording(alterations=around, why_not=why)
    return Wording(alterations=around, why_not=_NO_FIT)


def _of_its_part(one: Comparison, *, is_further: bool) -> Comparison:
    """Return the comparison; where only some pages were sent, nothing is missing beyond them."""
    if not is_further and one.share >= _PART_SHARE:
        return one
    told = [at for at, place in enumerate(one.places) if place >= 0]
    first, last = min(told, default=0), max(told, default=0)
    kept = tuple(gap for gap in one.gaps if gap.low >= first and gap.high <= last + 1)
    return replace(one, gaps=kept)


def _part_of(one: Comparison, pages: Sequence[CopyPage]) -> CopyPart:
    """Return how much of the Pact the copy holds. What is missing from one page's foot to another's head
    was not sent."""
    if one.share < _PART_SHARE and any(signed_line(page.lines()) is not None for page in pages):
        return CopyPart.SIGNATURE_PAGE
    breaks = {*one.text.page_starts, len(one.text.plain)} if len(one.text.page_starts) > 1 else set()
    lacks_page = any(
        gap.high - gap.low >= _PAGE_OF_WORDS and gap.begin == gap.end and gap.begin in breaks
        for gap in one.gaps
    )
    return CopyPart.SHORTENED if lacks_page or one.share < _WHOLE_SHARE else CopyPart.WHOLE


def _in_heads_and_feet(running: Mapping[tuple[int, int], str]) -> Iterator[Alteration]:
    for text in dict.fromkeys(running.values()):
        if makes_reservation(text):
            yield Alteration(HEADS_AND_FEET, Change.ADDED, None, text)


def _without_title(
    alterations: Collection[Alteration], edition: IndexedEdition, running: Mapping[tuple[int, int], str]
) -> list[Alteration]:
    """Leave out a heading that was taken for a head of the page, since it comes again on each."""
    heads = {
        tuple(digest(w) for part in text.split() for w in plain_words(part)) for text in running.values()
    }
    headed = {clause.number for clause in edition.edition.clauses if clause.digests in heads}
    return [a for a in alterations if not (a.change == Change.MISSING and a.clause in headed)]


def _replaced_on(edition: Edition, editions: Sequence[Edition]) -> str | None:
    """Return the day from which a later edition is in force, None where there is none."""
    later = [other.in_force for other in editions if other.in_force > edition.in_force]
    return min(later).isoformat() if later else None
