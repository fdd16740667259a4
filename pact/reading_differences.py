"""Two readings of one document beside each other: what a newer reader sees otherwise."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from pact.documents import FIELD_NAMES, DocumentAsRead, Field, Signatory

UNREAD = "not read"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that two readings say differently; ``what`` names it, such as "title" or "kind"."""

    what: str
    before: str
    now: str


def differences(before: DocumentAsRead, now: DocumentAsRead) -> tuple[Difference, ...]:
    """Return what the second reading says otherwise than the first, in the order of a document.

    Values count, and whether they are sure. Confidence, places and methods do not: they move with
    every release of a reader and change nothing for anybody.
    """
    return tuple(one for one in _all_sayings(before, now) if one.before != one.now)


def _all_sayings(before: DocumentAsRead, now: DocumentAsRead) -> Iterator[Difference]:
    yield Difference("readable", _problem(before), _problem(now))
    yield Difference("kind", before.kind.value, now.kind.value)
    yield Difference("edition", before.edition or UNREAD, now.edition or UNREAD)
    pairs = zip_longest(before.signatories, now.signatories)
    for number, (earlier, later) in enumerate(pairs, start=1):
        yield from _of_signatory(earlier or Signatory(), later or Signatory(), number)
    yield Difference("endorsement", _field(before.endorses), _field(now.endorses))
    yield Difference("digital signatures", _digital(before), _digital(now))
    yield Difference("wording", _wording(before), _wording(now))
    yield Difference("noticed", _noticed(before), _noticed(now))


def _of_signatory(before: Signatory, now: Signatory, number: int) -> Iterator[Difference]:
    behind = f" of signatory {number}" if number > 1 else ""
    for name in FIELD_NAMES:
        what = name.replace("_", " ") + behind
        yield Difference(what, _field(getattr(before, name)), _field(getattr(now, name)))
    yield Difference(f"signature{behind}", before.signature.kind.value, now.signature.kind.value)


def _problem(document: DocumentAsRead) -> str:
    return document.error.code.value if document.error else "yes"


def _field(field: Field) -> str:
    if field.value is None:
        return UNREAD
    return field.value if field.sure else f"{field.value} (unsure)"


def _digital(document: DocumentAsRead) -> str:
    said = (f"{one.signer or 'unknown'}: {one.problem or 'sound'}" for one in document.digital_signatures)
    return "; ".join(said) or "none"


def _wording(document: DocumentAsRead) -> str:
    if not document.wording.compared:
        return "not compared"
    found = (f"{one.clause} {one.change}" for one in document.wording.alterations)
    return "; ".join(found) or "unchanged"


def _noticed(document: DocumentAsRead) -> str:
    return ", ".join(sorted({remark.code for remark in document.remarks})) or "nothing"
