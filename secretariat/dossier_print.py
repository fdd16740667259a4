"""A dossier on a terminal: the three things that matter first, then the evidence."""

from pact.documents import SignatureKind
from pact.findings import CODES, Finding
from secretariat.certificates_shown import print_certificates
from secretariat.console import heading, print_table, say
from secretariat.dossier import DocumentShown, Dossier, FieldShown, LetterShown, MailDossier
from storage.journal import JournalLine

FIELD_LABELS = {
    "organisation": "Organisation",
    "name": "Name",
    "title": "Title",
    "participation_type": "Participation type",
    "date": "Date",
    "signature": "Signature",
}
SIGNATURE_WORDS = {SignatureKind.NOT_LOOKED_AT.value: "not looked at"}


def print_dossier(shown: Dossier | MailDossier) -> None:
    """Print an application or a mail, whichever it is."""
    if isinstance(shown, Dossier):
        _print_application(shown)
    else:
        _print_mail(shown)


def _print_application(shown: Dossier) -> None:
    line = shown.application
    heading(f"{line.reference}  {line.organisation or 'organisation not read'}")
    say(f"{line.why_here}")
    say(f"{shown.due_words}")
    say("")
    say(f"State: {line.state.replace('_', ' ')}, waiting for: {line.waiting_for}. Asks for: {line.kind}.")
    say(f"Applicant: {shown.applicant}")
    _section("What was read")
    _fields_table(shown.fields)
    print_findings(line.findings)
    _print_papers(shown.documents)
    if shown.suggestions:
        _section("For a person to decide")
        for suggestion in shown.suggestions:
            say(f"- {suggestion}")
        say(f"Each belongs here, or not: cfit join {line.reference} MAIL --reason TEXT, or --aside.")
        say(f"A field is put right by: cfit correct {line.reference} FIELD VALUE --reason TEXT.")
    _section("Mail")
    rows = [
        (
            mail.reference,
            mail.part_played,
            f"{mail.received_at:%Y-%m-%d %H:%M}",
            mail.sender,
            f"{mail.verdict}: {mail.verdict_reason}",
        )
        for mail in shown.mails
    ]
    print_table(("mail", "part", "received (UTC)", "from", "sender checked"), rows, empty="None.")
    _print_letters(shown.letters)
    for decision in shown.decisions:
        say(f"Decision of the Committee: {decision}")
    say("")
    moves = ", ".join(shown.possible_moves) or "none"
    say(f"Possible moves: {moves}. (cfit decide {line.reference} MOVE --reason TEXT)")
    _print_history(shown.history)


def _print_mail(shown: MailDossier) -> None:
    mail = shown.mail
    heading(f"{mail.reference}  {mail.subject or '(no subject)'}")
    say(f"State: {mail.state}, outcome: {mail.outcome or 'none yet'}. {mail.why}")
    say(
        f"Received on {mail.received_on} from {mail.sender}; if it is an application, it is decided by "
        f"{mail.decision_due}."
    )
    if shown.came_by:
        say(shown.came_by)
    if shown.deliveries > 1:
        say(f"It was delivered {shown.deliveries} times.")
    if mail.seems_to_belong_to:
        say(f"It seems to belong to {mail.seems_to_belong_to}.")
    for case in mail.likely_cases:
        say(f"It may belong to {case.reference} (score {case.score:.2f}): {case.why}")
    _print_papers(shown.documents)
    if shown.text.strip():
        _section("Text")
        say(shown.text.strip())
    _print_letters(shown.letters)
    _print_history(shown.history)


def print_findings(findings: tuple[Finding, ...]) -> None:
    """Print findings, the weightiest first, each with its clause and what was seen."""
    _section("Findings")
    rows = [(found.severity.value, _words(found), found.clause or "", found.seen) for found in findings]
    print_table(("weight", "finding", "clause", "seen"), rows, empty="None.")


def _words(found: Finding) -> str:
    # A finding on record may bear a code that a later release has given up.
    row = CODES.get(found.code)
    return row.words if row else found.code


def _fields_table(fields: tuple[FieldShown, ...]) -> None:
    several = any(row.block for row in fields)
    rows = [
        (
            (f"{row.block + 1}. " if several else "") + FIELD_LABELS.get(row.name, row.name),
            SIGNATURE_WORDS.get(row.value or "", row.value) or "not read",
            "sure" if row.sure else "ask",
            f"{row.confidence:.2f}",
            _place(row),
        )
        for row in fields
    ]
    print_table(("field", "value", "sure", "confidence", "read from"), rows, empty="Nothing.")


def _place(row: FieldShown) -> str:
    page = f"page {row.page}" if row.page else ""
    box = "box " + " ".join(f"{edge:.0f}" for edge in row.box_pt) if row.box_pt else ""
    return ", ".join(part for part in (row.method or "", page, box) if part)


def _print_papers(documents: tuple[DocumentShown, ...]) -> None:
    _section("Documents")
    rows = [
        (
            str(place),
            paper.file_name,
            paper.kind.replace("_", " "),
            str(paper.pages or ""),
            paper.problem or "read",
            paper.virus_check,
        )
        for place, paper in enumerate(documents, start=1)
    ]
    print_table(("part", "file", "kind", "pages", "reading", "virus check"), rows, empty="None.")
    print_certificates([one for paper in documents for one in paper.certificates])


def _print_letters(letters: tuple[LetterShown, ...]) -> None:
    if not letters:
        return
    _section("Letters")
    rows = [(letter.reference, letter.kind, letter.to, letter.state, letter.why) for letter in letters]
    print_table(("letter", "kind", "to", "state", "why"), rows, empty="None.")


def _print_history(lines: tuple[JournalLine, ...]) -> None:
    if not lines:
        return
    _section("History")
    rows = [
        (f"{line.at:%Y-%m-%d %H:%M}", line.move, line.actor or "(erased)", line.reason or "(erased)")
        for line in lines
    ]
    print_table(("when (UTC)", "move", "who", "why"), rows, empty="Nothing yet.")


def _section(title: str) -> None:
    say("")
    heading(title)
