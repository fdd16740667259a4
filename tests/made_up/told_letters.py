"""Letters told in full, and the texts that they are expected to be."""

from datetime import date
from pathlib import Path

from made_up.readings import ZILVERVEEN, signed_pact

from pact.application import ApplicationKind, Move
from pact.deadlines import decision_due
from secretariat.letter_texts import Acknowledgement, DecisionTold, LetterFoot
from secretariat.what_was_read import what_was_read
from templates.written_mail import MailText

LETTERS = Path(__file__).parent.parent / "secretariat" / "letters"

FOOT = LetterFoot(
    secretariat_name="The Secretariat of the Circular & Fair ICT Pact",
    contact="cfit@pact.example",
    privacy_notice="We keep your mail to handle what you ask. To see it, write to the address below.",
)
RECEIVED_ON = date(2026, 5, 12)
COMPLETE = Acknowledgement(
    reference="CFIT-2026-0001",
    kind=ApplicationKind.PARTICIPATION,
    applicant_name="Sjoerd 't Hoen",
    received_on=RECEIVED_ON,
    decision_due=decision_due(RECEIVED_ON),
    read=what_was_read([("signed pact.pdf", signed_pact(ZILVERVEEN))]),
    requests=(),
    foot=FOOT,
)
DECIDED = DecisionTold(
    reference="CFIT-2026-0001",
    kind=ApplicationKind.PARTICIPATION,
    move=Move.APPROVE,
    applicant_name="Sjoerd 't Hoen",
    organisation="Gemeente Zilverveen",
    decided_on=date(2026, 6, 10),
    foot=FOOT,
    participation_type="procuring",
)


def golden(name: str) -> MailText:
    """Return the letter of that name as it stands in tests/secretariat/letters."""
    subject, _, body = (LETTERS / f"{name}.txt").read_text("utf-8").partition("\n\n")
    return MailText(subject=subject.removeprefix("Subject: "), body=body)
