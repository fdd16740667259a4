"""Letters of Support: free text from which sender, signatories, day and endorsement are read (Pact 2.2)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from intake.block.dates import DayOrder
from intake.block.extract import Extracted, is_blank
from intake.letter.endorsement import endorsement_in
from intake.letter.letter_date import letter_date
from intake.letter.letter_parts import LetterParts, parted
from intake.letter.letter_sender import Sender, sender_of
from intake.letter.letter_words import FROM
from intake.letter.line_likeness import likeness_to_person
from intake.letter.sender_candidates import candidates_of, known_organisations
from intake.letter.signature_pieces import Known
from intake.letter.who_signed import SignedBy, who_signed
from intake.page.page import PageView
from intake.page.plain_text import folded
from pact.documents import NOT_FOUND, Field, Remark, Signatory


@dataclass(frozen=True, slots=True)
class LetterRead:
    """What a Letter of Support says."""

    signatories: tuple[Signatory, ...]
    endorses: Field
    remarks: tuple[Remark, ...] = ()


def letter_read(
    views: Sequence[PageView], labelled: Sequence[Extracted], order: DayOrder | None, language: str | None
) -> LetterRead:
    """Return what the letter on these pages says. Labels are believed where it has them; the rest is read
    from its lines."""
    parts = parted(views)
    date, doubt = letter_date(parts, order)
    remarks = [Remark("ambiguous_date", doubt, date.page)] if doubt and date.value is None else []
    candidates = candidates_of(parts)
    known = Known(frozenset(known_organisations(candidates)), _people_named(parts))
    signed = who_signed(parts, known)
    sender = sender_of(candidates, parts, [s.organisation for s in signed])
    if sender.rival:
        seen = (
            f'The letter names "{sender.organisation.value}" and "{sender.rival}" as if each had written it.'
        )
        remarks.append(Remark("organisations_differ", seen, sender.organisation.page))
    found = [s for e in labelled for s in e.signatories if not is_blank(s)]
    if found:
        signatories = tuple(_completed(s, sender.organisation, date) for s in found)
        remarks += [r for e in labelled for r in e.remarks]
    else:
        signatories = tuple(_signatory(s, sender, date) for s in signed)
    endorsement = endorsement_in(parts.paragraphs, sender.organisation.value or "", language)
    return LetterRead(
        signatories or (Signatory(organisation=sender.organisation, date=date),),
        endorsement.sentence,
        (*remarks, *endorsement.remarks),
    )


def _people_named(parts: LetterParts) -> frozenset[str]:
    """Return, folded, whom the head names: the sender of a printed mail."""
    lines = [x for group in parts.head for x in group if FROM.match(x.text)]
    names = [FROM.sub("", x.text).partition("(")[0].partition(",")[0].strip() for x in lines]
    return frozenset(folded(name) for name in names if likeness_to_person(name) > 0)


def _completed(signatory: Signatory, organisation: Field, date: Field) -> Signatory:
    return replace(
        signatory,
        organisation=signatory.organisation if signatory.organisation.value else organisation,
        date=signatory.date if signatory.date.value or signatory.date.method else date,
    )


def _signatory(signed: SignedBy, sender: Sender, date: Field) -> Signatory:
    return Signatory(sender.organisation, signed.name, signed.title, NOT_FOUND, date, signed.signature)
