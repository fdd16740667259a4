"""What a mail wants: every want that a rule finds in its own words, the most important first."""

from collections.abc import Iterator, Sequence

from intake.wants.corrections import corrections_in
from intake.wants.own_sentences import is_cut_short, is_reply_subject, own_sentences, without_reply_mark
from intake.wants.phrase_book import words_in
from intake.wants.said import said_in
from intake.wants.status_rules import STATUS_ALONE
from intake.wants.want import Want, Wanted
from pact.documents import DocumentKind

__all__ = ["Want", "Wanted", "wants_of"]

_BROUGHT = {
    DocumentKind.SIGNED_PACT: (Want.APPLICATION, "It brings a signed Pact."),
    DocumentKind.LETTER_OF_SUPPORT: (Want.APPLICATION, "It brings a Letter of Support."),
    DocumentKind.ANNUAL_REPORT: (Want.REPORT, "It brings a yearly report."),
    DocumentKind.ACTION_PLAN: (Want.ACTION_PLAN, "It brings an action plan."),
}
_SENT = (Want.APPLICATION, Want.REPORT, Want.ACTION_PLAN)

# Who wants so many things at once wrote a text about the Pact, or tries what the rules do.
_MOST_SURE_WANTS = 4


def wants_of(own_text: str, subject: str, kinds: Sequence[DocumentKind] = ()) -> tuple[Wanted, ...]:
    """Return what a mail wants, most important first; OTHER, unsure, where no rule finds anything.

    ``own_text`` is what the sender wrote, without quoted mail; ``kinds`` are the kinds of the papers
    that came with it. The same want is named once, by its surest sign. Sentences that deny, quote
    or only ask what would be are told apart: they give nothing, or nothing sure.
    """
    sentences = own_sentences(own_text)
    cut_short = is_cut_short(own_text, sentences)
    if not is_reply_subject(subject) or not sentences:
        sentences.insert(0, without_reply_mark(subject))
    found: dict[Want, Wanted] = {}
    for wanted in (
        *_by_papers(kinds),
        *_by_one_word(own_text, subject),
        *_corrected(own_text),
        *said_in(sentences),
    ):
        if wanted.want not in found or (wanted.sure and not found[wanted.want].sure):
            found[wanted.want] = wanted
    _take_out_what_others_explain(found, kinds)
    if not found:
        return (Wanted(Want.OTHER, "No rule knows what it wants.", sure=False),)
    doubtful = cut_short or sum(one.sure for one in found.values()) > _MOST_SURE_WANTS
    return tuple(
        _unsure(found[want]) if doubtful and not _is_brought(found[want], kinds) else found[want]
        for want in Want
        if want in found
    )


def _by_papers(kinds: Sequence[DocumentKind]) -> Iterator[Wanted]:
    for kind in kinds:
        if kind in _BROUGHT:
            want, why = _BROUGHT[kind]
            yield Wanted(want, why, sure=True)


def _by_one_word(own_text: str, subject: str) -> Iterator[Wanted]:
    """A mail that is nothing but "STATUS", in its text or in its subject over no text."""
    text = own_text.strip() or without_reply_mark(subject)
    if len(text) < 200 and any(" ".join(words_in(line)) in STATUS_ALONE for line in text.split("\n")[:1]):
        yield Wanted(
            Want.STATUS, "It asks how a case of its own stands.", sure=True, sentence=text.split("\n")[0]
        )


def _corrected(own_text: str) -> Iterator[Wanted]:
    corrections = corrections_in(own_text)
    for correction in sorted(corrections, key=lambda one: not one.sure)[:1]:
        why = "It says what should be read."
        yield Wanted(Want.CORRECTION, why, correction.sure, correction.sentence)


def _take_out_what_others_explain(found: dict[Want, Wanted], kinds: Sequence[DocumentKind]) -> None:
    """What is said to have been sent before is no paper that this mail brings."""
    if Want.APPLICATION in found:
        # What an applicant is, said beside the application, puts nothing right.
        found.pop(Want.CORRECTION, None)
    left, withdrawn = found.get(Want.TERMINATION), found.get(Want.WITHDRAWAL)
    if left and withdrawn and left.sentence == withdrawn.sentence:
        # "We withdraw our application to the Pact" ends no participation, but may be meant so.
        found[Want.TERMINATION] = _unsure(left)
    before = found.get(Want.ALREADY_SENT)
    for want in _SENT:
        said = found.get(want)
        if before and said and said.sentence == before.sentence and not _is_brought(said, kinds):
            del found[want]


def _is_brought(wanted: Wanted, kinds: Sequence[DocumentKind]) -> bool:
    return any(kind in _BROUGHT and _BROUGHT[kind][0] is wanted.want for kind in kinds)


def _unsure(wanted: Wanted) -> Wanted:
    return Wanted(wanted.want, wanted.why, sure=False, sentence=wanted.sentence)
