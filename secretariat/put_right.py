"""What a reply puts right: said values into fields that wait for them, all else to a person."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlmodel import Session

from intake.wants.corrections import TEXT_UNCHANGED
from intake.wants.corrections import Correction as Said
from pact.documents import Method
from pact.errors import PactError
from secretariat.asked_fields import UNCHANGED_ASKED, asked_fields
from secretariat.check_anew import follow_fields, found_before, found_in, settle
from secretariat.correct import Correction, proper_value
from secretariat.desk import Desk
from secretariat.move import WORKER
from storage import journal
from storage.applications import fields_of, standing_findings
from storage.tables import Application, ApplicationField


@dataclass
class PutRight:
    """What came of what a reply says: fields taken over with their values, and what a person judges.

    ``proposed`` are sentences: a value that was read surely is never overwritten by a mail. ``understood``
    are those of the reply that either rests on.
    """

    taken: dict[str, str] = field(default_factory=dict)
    understood: list[str] = field(default_factory=list)
    proposed: list[str] = field(default_factory=list)


def put_right(
    session: Session, desk: Desk, application: Application, said: Sequence[Said], mail_reference: str
) -> PutRight:
    """Take over what a proven reply says about fields that wait for it, and check the case anew.

    Each change stands in the journal with the reply and its sentence as the reason.
    """
    taking = _Taking(session, desk, application, mail_reference)
    before = found_before(session, desk, application, {one.field for one in said})
    for one in said:
        if one.field == TEXT_UNCHANGED:
            taking.take_unchanged(one)
        else:
            taking.take_field(one)
    if set(taking.result.taken) - {TEXT_UNCHANGED}:
        known = follow_fields(session, application)
        settle(session, desk, application, before, found_in(session, desk, application, known))
    return taking.result


def in_words(said: Said, on_file: str | None) -> str:
    """Return what is said of a field beside what is on file, for the person who judges it."""
    name = said.field.replace("_", " ")
    return f'{name} "{said.value}" (on file: {on_file or "not read"}), in its words: "{said.sentence}"'


@dataclass
class _Taking:
    """One reply being taken over into its case, correction by correction."""

    session: Session
    desk: Desk
    application: Application
    mail_reference: str
    result: PutRight = field(default_factory=PutRight)

    def take_unchanged(self, said: Said) -> None:
        """Settle what asked for the sentence that the text was signed as it stands (6.5.2)."""
        assert self.application.id is not None
        standing = standing_findings(self.session, self.application.id)
        asked = [row for row in standing if row.code in UNCHANGED_ASKED]
        if not asked:
            return
        if not said.sure:
            self._propose(said, None)
            return
        for row in asked:
            row.settled_at = self.desk.now()
            self.session.add(row)
        self.result.taken[TEXT_UNCHANGED] = said.value
        self._note("The text was signed unchanged.", said)

    def take_field(self, said: Said) -> None:
        """Put a value into the one field that waits for it, or propose it."""
        value = _proper(said)
        waiting = [row for row in asked_fields(self.session, self.application) if row.name == said.field]
        rows = [row for row in fields_of(self.session, self.application) if row.name == said.field]
        on_file = rows[0].value if rows else None
        if value is not None and value == on_file and not waiting:
            return
        if value is None or not said.sure or len(waiting) != 1:
            self._propose(said, on_file)
            return
        self._put(waiting[0], value, said)

    def _put(self, row: ApplicationField, value: str, said: Said) -> None:
        change = f"{said.field}: {row.value or 'not read'} -> {value}."
        row.value, row.confidence, row.sure, row.method = value, 1.0, True, Method.REPLY.value
        row.page, row.box_pt = None, None
        self.session.add(row)
        self.session.flush()
        self.result.taken[said.field] = value
        self._note(change, said)

    def _propose(self, said: Said, on_file: str | None) -> None:
        self.result.proposed.append(in_words(said, on_file))
        self.result.understood.append(said.sentence)

    def _note(self, change: str, said: Said) -> None:
        self.result.understood.append(said.sentence)
        journal.append(
            self.session,
            subject=self.application.reference,
            move="correct",
            actor=WORKER,
            reason=f'{change} {self.mail_reference} says: "{said.sentence}"',
            at=self.desk.now(),
        )


def _proper(said: Said) -> str | None:
    try:
        return proper_value(Correction(said.field, said.value))
    except PactError:
        return None
