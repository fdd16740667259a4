"""One mail, from its bytes to its outcome: the verbs in the order in which they happen."""

from dataclasses import replace

from intake.bounces.bounce_report import bounce_report
from intake.mail.automatic import AutomaticKind, judge
from intake.mail.outlook_item import OLE_SIGNATURE
from intake.mail.parse import MailPart, ParsedMail
from intake.malware.mail_scan import MailScan, scan_mail
from intake.reading.sniff import sniff
from intake.sandbox.child_limits import ChildUse
from intake.sandbox.reader_pool import ReaderPool
from pact.album import shared_out
from pact.documents import DocumentAsRead, ReadError, ReadErrorCode
from secretariat.desk import Desk
from secretariat.file_mail import file_mail
from secretariat.mail_in_hand import MailInHand, Paper
from secretariat.senders import sender_of
from storage.mails import MailState
from storage.tables import Mail


def process_mail(desk: Desk, readers: ReaderPool, mail_id: int) -> None:
    """Take a kept mail through reading, sorting and registering, in one transaction at its end.

    May be run again after a crash at any point: all before the transaction only reads, or keeps
    bytes under their own hash, and the transaction does nothing for a mail that has its outcome.
    """
    kept = _mail_row(desk, mail_id)
    if kept is None or kept.state != MailState.RECEIVED:
        return
    raw = desk.originals.get(kept.sha256)
    parsed = readers.parse(raw)
    sender = sender_of(kept, raw, parsed, names=desk.names, settings=desk.settings)
    envelope_from = _envelope_from(kept, raw, parsed)
    automatic = judge(parsed, envelope_from, desk.settings.addresses)
    scan = scan_mail(desk.scanner, raw, parsed.parts)
    papers = read_papers(desk, readers, parsed, scan)
    may_be_bounce = automatic.kind is AutomaticKind.BOUNCE or not envelope_from
    mail = MailInHand(
        mail_id=mail_id,
        envelope_from=envelope_from,
        envelope_to=tuple(kept.envelope_to),
        received_at=kept.received_at,
        wants_letters=kept.letters == "auto",
        parsed=parsed,
        sender=sender,
        automatic=automatic,
        papers=tuple(replace(paper, virus_check=scan.parts[paper.part].check) for paper in papers),
        scan=scan,
        returned=bounce_report(raw, parsed.text) if may_be_bounce else None,
    )
    with desk.database.write() as session:
        file_mail(session, desk, mail)


def read_papers(desk: Desk, readers: ReaderPool, parsed: ParsedMail, scan: MailScan) -> list[Paper]:
    """Keep and read every attachment, each in a child of its own; its pictures together in one.

    People photograph a document page by page: the pictures of one mail are its pages, in their order.
    What the scanner found something in, or did not judge, is kept and not opened.
    """
    if scan.why_unopened:
        unopened = DocumentAsRead(error=ReadError(ReadErrorCode.UNSUPPORTED, scan.why_unopened))
        return [_paper(desk, part, unopened, ChildUse()) for part in parsed.parts]
    album = [part for part in parsed.parts if sniff(part.data).is_image]
    alone = [part for part in parsed.parts if part not in album]
    papers = [_paper(desk, part, *readers.measure(part.data)) for part in alone]
    if album:
        document, use = readers.measure_album([part.data for part in album])
        shares = shared_out(document, [part.file_name for part in album])
        papers += [_paper(desk, part, share, use) for part, share in zip(album, shares, strict=True)]
    return sorted(papers, key=lambda paper: paper.part)


def _paper(desk: Desk, part: MailPart, document: DocumentAsRead, use: ChildUse) -> Paper:
    return Paper(
        part=part.index,
        file_name=part.file_name,
        media_type=sniff(part.data),
        sha256=desk.originals.put(part.data),
        size_bytes=len(part.data),
        document=document,
        took_ms=round(use.wall_s * 1000),
    )


def _envelope_from(kept: Mail, raw: bytes, parsed: ParsedMail) -> str:
    """Return MAIL FROM. An item saved by Outlook has no envelope: whoever it is from would be answered."""
    is_item = kept.source != "smtp" and raw.startswith(OLE_SIGNATURE)
    return kept.envelope_from or (parsed.from_address if is_item else "")


def _mail_row(desk: Desk, mail_id: int) -> Mail | None:
    with desk.database.read() as session:
        return session.get(Mail, mail_id)
