"""A further copy that a proven reply brings: the case stands on it where it mends and contradicts nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlmodel import Session

from pact.documents import FIELD_NAMES, DocumentAsRead, Field, Signatory
from pact.findings import Finding, Severity
from pact.folding import fold
from pact.organisations import SAME, same_organisation
from secretariat.application_as_read import application_as_read
from secretariat.asked_fields import asked_fields
from secretariat.check_anew import follow_fields, found_before, found_in, settle
from secretariat.desk import Desk
from secretariat.further_papers import attach
from secretariat.mail_in_hand import FiledPaper, Receipt
from secretariat.move import WORKER
from secretariat.what_was_read import SURE_SIGNATURE
from storage import journal
from storage.applications import fields_of
from storage.mails import reference_of
from storage.tables import Application


@dataclass(frozen=True, slots=True)
class Taken:
    """A copy that became the case's paper: its name, and the fields that it filled with their values."""

    file_name: str
    fields: dict[str, str]


def take_better_copy(
    session: Session, desk: Desk, application: Application, receipt: Receipt, paper: FiledPaper
) -> Taken | None:
    """Let the case stand on a copy that mends it, and return what it filled; None where a person judges.

    It has one signature block, as the case has, contradicts nothing that was read surely, and leaves
    fewer questions open and no new doubt. Surely-read values stay as they are.
    """
    on_file = application_as_read(session, application)
    if paper.row is None or len(paper.read.signatories) != 1 or len(on_file.signatories) != 1:
        return None
    waiting = {row.name for row in asked_fields(session, application)}
    merged = _merged(on_file.signatories[0], paper.read.signatories[0], waiting)
    if merged is None:
        return None
    read = replace(paper.read, signatories=(merged,))
    before = found_before(session, desk, application, ("organisation",))
    after = found_in(session, desk, application, read=read)
    if not _mends(before, after):
        return None
    filled = _write(session, application, merged, paper)
    attach(session, application, receipt.mail_id, paper.row, part_played="joined")
    known = follow_fields(session, application)
    settle(session, desk, application, before, found_in(session, desk, application, known))
    said = "; ".join(f"{name}: {value}" for name, value in filled.items()) or "no field changes"
    journal.append(
        session,
        subject=application.reference,
        move="take_copy",
        actor=WORKER,
        reason=f"{paper.file_name} of {reference_of(receipt.mail_id)} stands for it now; {said}.",
        at=desk.now(),
    )
    return Taken(paper.file_name, filled)


def belongs_here(read: DocumentAsRead, on_file: DocumentAsRead) -> bool:
    """Whether a paper is the same organisation's as the one on file, or names none that could be read."""
    brought = [block.organisation.value for block in read.signatories if block.organisation.value]
    known = [block.organisation.value for block in on_file.signatories if block.organisation.value]
    if not brought or not known:
        return True
    return any(same_organisation(one, other) >= SAME for one in brought for other in known)


def _merged(old: Signatory, new: Signatory, waiting: set[str]) -> Signatory | None:
    """Return the block with the new copy's values where they are waited for; None where the two differ."""
    fields: dict[str, Field] = {}
    for name in FIELD_NAMES:
        kept, brought = getattr(old, name), getattr(new, name)
        if name in waiting and brought.sure and brought.value:
            fields[name] = brought
        elif kept.sure and kept.value and brought.value and not _same(name, kept.value, brought.value):
            return None
    better_signed = new.signature.kind.is_found or not old.signature.kind.is_found
    return replace(old, signature=new.signature if better_signed else old.signature, **fields)


def _same(name: str, one: str, other: str) -> bool:
    if name == "organisation":
        return same_organisation(one, other) >= SAME
    return fold(one) == fold(other)


def _mends(before: Sequence[Finding], after: Sequence[Finding]) -> bool:
    new_doubts = [one for one in after if one.severity is Severity.STOP and one not in before]
    return not new_doubts and _open(after) < _open(before)


def _open(findings: Sequence[Finding]) -> int:
    return len({one.code for one in findings if one.severity is not Severity.INFO})


def _write(
    session: Session, application: Application, merged: Signatory, paper: FiledPaper
) -> dict[str, str]:
    """Write the block as it stands now, every row naming the new paper; return the values that changed."""
    assert paper.row is not None
    filled: dict[str, str] = {}
    for row in fields_of(session, application):
        row.document_id = paper.row.id
        if row.name == "signature":
            signature = merged.signature
            row.value, row.confidence, row.page = signature.kind.value, signature.confidence, signature.page
            row.sure = signature.confidence >= SURE_SIGNATURE
            row.box_pt = list(signature.box_pt) if signature.box_pt else None
        else:
            now: Field = getattr(merged, row.name)
            if now.value and (now.value, now.sure) != (row.value, row.sure):
                filled[row.name] = now.value
            row.value, row.confidence, row.sure, row.page = now.value, now.confidence, now.sure, now.page
            row.box_pt = list(now.box_pt) if now.box_pt else None
            row.method = now.method.value if now.method else None
        session.add(row)
    session.flush()
    return filled
