"""Registering from the holding pen: every application paper of a mail, or one read by eye."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from intake.reading.sniff import MediaType
from pact.application import ApplicationKind
from pact.checks import KIND_ASKED_FOR
from pact.documents import DocumentKind, ReadErrorCode
from pact.errors import PactError
from secretariat.application_as_read import name_of_organisation, reading_of
from secretariat.desk import Desk
from secretariat.hand import Hand
from secretariat.mail_in_hand import FiledPaper, receipt_of
from secretariat.notify import acknowledge
from secretariat.out_of_pen import close_mail, papers_of, taken_out
from secretariat.read_by_eye import GivenByHand, read_by_eye
from secretariat.register import Registration, register_paper
from storage.mails import MailOutcome
from storage.tables import Document, Mail, Suggestion

SAY_WHAT_IT_IS = (
    "Nothing in this mail was read as an application. Say what it is: --kind participation or support, "
    "and --organisation NAME (with --name, --title, --type, --date and --signature as far as known)."
)


@dataclass(frozen=True, slots=True)
class RegisteredByHand:
    """What came of it: the references, in sentences what became of each paper, and what still waits."""

    references: tuple[str, ...]
    told: str
    still_waits: bool


def register_held(
    desk: Desk, reference: str, given: GivenByHand, hand: Hand, *, part: int | None = None
) -> RegisteredByHand:
    """Register the application papers of a held mail as the worker would.

    With values given by hand, or with ``part`` (the place of the paper among the mail's, from 1),
    that one paper is registered. The mail stays in the pen while another paper of it may still be
    an application. The clock of 6.4.2 has run since the mail came in.
    """
    if given.kind is ApplicationKind.TERMINATION:
        raise PactError("A notice of leaving is not registered by hand: answer it, `cfit held M-17 answer`.")
    with taken_out(desk, reference, "register", hand) as (session, row):
        chosen = _chosen(session, row, given, part)
        papers = [_paper(document, given) for document in chosen]
        receipt = receipt_of(session, row, desk.settings.timezone)
        registrations = [register_paper(session, desk, receipt, paper, by=hand.actor) for paper in papers]
        left = _undealt(session, papers_of(session, row), also_unread=True)
        told = _close(session, row, registrations, left)
        acknowledge(session, desk, receipt, registrations, automatic=False)
        references = tuple(dict.fromkeys(one.application.reference for one in registrations))
        return RegisteredByHand(references, told, still_waits=bool(left))


def _chosen(session: Session, row: Mail, given: GivenByHand, part: int | None) -> Sequence[Document | None]:
    """Return the papers that are meant; one None for a mail that brings none."""
    papers = papers_of(session, row)
    if part is not None:
        return [_paper_at(session, papers, part)]
    undealt = _undealt(session, papers)
    if not given.has_values:
        if not undealt:
            raise PactError(SAY_WHAT_IT_IS)
        return undealt
    candidates = undealt or [paper for paper in papers if not _is_dealt_with(session, paper)]
    if len(candidates) > 1:
        listed = ", ".join(f"{place} {paper.file_name}" for place, paper in enumerate(papers, start=1))
        raise PactError(
            f"This mail brings several papers: say which one these values stand in, --part N. {listed}."
        )
    return candidates or [None]


def _paper_at(session: Session, papers: Sequence[Document], part: int) -> Document:
    if not 1 <= part <= len(papers):
        raise PactError(f"This mail has {len(papers)} papers: --part counts them from 1.")
    paper = papers[part - 1]
    if _is_dealt_with(session, paper):
        raise PactError(f"{paper.file_name} belongs to an application, or is suggested for one, already.")
    return paper


def _undealt(session: Session, papers: Sequence[Document], *, also_unread: bool = False) -> list[Document]:
    """Return the application papers that belong nowhere yet; ``also_unread`` those that may be some.

    A picture may be a logo as well as a page: it alone keeps no mail in the pen.
    """
    return [
        paper
        for paper in papers
        if (_is_application(paper) or (also_unread and _may_be_one(paper)))
        and not _is_dealt_with(session, paper)
    ]


def _is_application(paper: Document) -> bool:
    return DocumentKind(paper.kind).is_application and reading_of(paper).error is None


def _may_be_one(paper: Document) -> bool:
    read = reading_of(paper)
    is_scan = any(remark.code == "page_not_read" for remark in read.remarks)
    is_unread = read.error is not None and read.error.code is not ReadErrorCode.EMPTY
    return (is_scan or is_unread) and not MediaType(paper.media_type).is_image


def _is_dealt_with(session: Session, paper: Document) -> bool:
    suggested = session.exec(
        select(Suggestion.id).where(
            Suggestion.document_id == paper.id, col(Suggestion.state).in_(("open", "taken"))
        )
    ).first()
    return paper.application_id is not None or suggested is not None


def _paper(document: Document | None, given: GivenByHand) -> FiledPaper:
    read = reading_of(document)
    if given.has_values and len(read.signatories) > 1:
        raise PactError(
            "This paper has several signature blocks. Register it as it was read, and put the values right "
            "afterwards: `cfit correct REFERENCE FIELD VALUE --block N`."
        )
    read = read_by_eye(read, given)
    nobody_named = name_of_organisation(read) is None and (given.kind or given.has_values)
    if read.kind not in KIND_ASKED_FOR or nobody_named:
        raise PactError(SAY_WHAT_IT_IS)
    return FiledPaper(document.file_name if document else "your mail", read, document)


def _close(
    session: Session, row: Mail, registrations: Sequence[Registration], left: Sequence[Document]
) -> str:
    """Close the mail, unless a paper of it is left, and return what is said of it."""
    told = " ".join(one.told for one in registrations)
    if not left:
        close_mail(session, row, MailOutcome.JOINED, told)
        return told
    names = ", ".join(paper.file_name for paper in left)
    row.why = f"{told} Still to be dealt with: {names}."
    session.add(row)
    return row.why
