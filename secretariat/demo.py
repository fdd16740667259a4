"""`cfit demo`: the whole journey on made-up documents, with the real listener and worker on loopback."""

import json
import os
import shutil
import smtplib
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlmodel import col, select

from pact.application import Move, Role, State
from pact.block_checks import IN_FORCE_FROM
from pact.committee import Decision
from pact.edition_text import TextLine, edition_of
from secretariat.adopt_edition import adopt_edition
from secretariat.console import heading, print_table, say
from secretariat.decide import Order, decide
from secretariat.demonstration.edition import official_lines
from secretariat.demonstration.library_step import show_library
from secretariat.demonstration.made_mails import DemoMail, demo_mails
from secretariat.desk import Desk, open_desk
from secretariat.dossier import dossier
from secretariat.dossier_print import print_dossier
from secretariat.drafts import go_live, list_letters, show_letter
from secretariat.hand import Hand
from secretariat.held import list_held
from secretariat.queue_print import print_queue
from secretariat.queue_view import queue
from storage.clock import legal_day
from storage.letters import LetterState
from storage.mails import MailState, reference_of
from storage.members import list_members
from storage.migrate import migrate
from storage.people import add_person
from storage.settings import load_settings
from storage.tables import Letter, Mail

ADDRESS = "cfit@secretariat.example"
OFFICER = "anna@secretariat.example"
LONGEST_S = 50.0


def run_demo(*, keep: bool) -> int:
    """Show the journey and return 0, or 1 when a step did not end in time. Leaves nothing behind."""
    home = Path(tempfile.mkdtemp(prefix="cfit-demo-"))
    try:
        desk = _prepared_desk(home)
        with _running("listener", "-m", "intake"), _running("worker", "-m", "secretariat", "work"):
            return _show_journey(desk)
    finally:
        if keep:
            say(f"\nLook around: CFIT_HOME={home} cfit queue")
        else:
            shutil.rmtree(home, ignore_errors=True)


def _show_journey(desk: Desk) -> int:
    mails = demo_mails(legal_day(desk.now(), desk.settings.timezone), ADDRESS)
    words = f"{len(mails)} made-up mails go in by real SMTP; each is durable before the listener says 250."
    _step(1, "Mail arrives", words)
    if not _send_all(desk, mails):
        say("The worker has not finished in time; its log, on standard error, says why.")
        return 1
    _show_queue(desk)
    _show_pen(desk)
    _show_one(desk)
    _show_letters(desk)
    _show_decision(desk)
    _step(
        7, "The library", "Criteria documents become passages that can be quoted:  cfit library add FILE..."
    )
    show_library(desk, OFFICER)
    say("")
    say("That was the whole way: mail in, read, registered, acknowledged, decided. Now with your own home:")
    say("  CFIT_HOME=./cfit-data cfit run     (README.md says how to put it in service)")
    return 0


def _prepared_desk(home: Path) -> Desk:
    """Return a desk over a home of its own, with an officer, letters going live, and a free port."""
    for name in [name for name in os.environ if name.startswith(("CFIT_", "SLACK_"))]:
        del os.environ[name]
    os.environ |= {"CFIT_HOME": str(home), "CFIT_LISTEN": "127.0.0.1:0", "CFIT_ADDRESSES": ADDRESS}
    settings = load_settings()
    migrate(settings)
    desk = open_desk(settings)
    with desk.database.write() as session:
        add_person(
            session,
            address=OFFICER,
            name="Anna Voorbeeld",
            roles=[Role.SECRETARIAT],
            actor=None,
            at=desk.now(),
        )
    go_live(desk, Hand(OFFICER, "demo", "the demonstration writes to nobody real"))
    _adopt_its_text(desk, home)
    return desk


def _adopt_its_text(desk: Desk, home: Path) -> None:
    """Adopt the demonstration's own text as an edition, so that its copies are compared with it."""
    file = home / "demonstration-edition.txt"
    file.write_text("\n".join(official_lines()), encoding="utf-8")
    lines = [TextLine(line) for line in official_lines()]
    edition = edition_of(lines, "demonstration", IN_FORCE_FROM, wrapped=False, with_words=True)
    adopt_edition(desk, edition, file, Hand(OFFICER, "demo", "the text of the demonstration"))


@contextmanager
def _running(name: str, *arguments: str) -> Iterator[None]:
    log = (Path(os.environ["CFIT_HOME"]) / f"{name}.log").open("wb")
    process = subprocess.Popen([sys.executable, *arguments], stderr=log)
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        log.close()


def _send_all(desk: Desk, mails: list[DemoMail]) -> bool:
    """Send the mails one by one and say what becomes of each; false when one takes too long."""
    deadline = time.monotonic() + LONGEST_S
    host, port = _where_it_listens(desk, deadline)
    with smtplib.SMTP(host, port, timeout=20) as client:
        for number, mail in enumerate(mails, start=1):
            client.sendmail(mail.envelope_from, [mail.envelope_to], mail.raw)
            row = _processed(desk, number, deadline)
            if row is None:
                return False
            say(f"{reference_of(number):>5}  {mail.title}")
            say(f"       {(row.outcome or '').upper()}: {row.why}")
    return True


def _where_it_listens(desk: Desk, deadline: float) -> tuple[str, int]:
    notice = desk.settings.home / "listener.json"
    while not notice.exists():
        if time.monotonic() > deadline:
            raise TimeoutError("The listener did not start: see the log beside the database.")
        time.sleep(0.05)
    told = json.loads(notice.read_text())
    return told["host"], told["port"]


def _processed(desk: Desk, mail_id: int, deadline: float) -> Mail | None:
    while time.monotonic() < deadline:
        with desk.database.read() as session:
            row = session.get(Mail, mail_id)
        if row is not None and row.state != MailState.RECEIVED:
            return row
        time.sleep(0.05)
    return None


def _show_queue(desk: Desk) -> None:
    _step(2, "The queue", "What is due or doubtful stands first, each with its reason:  cfit queue")
    with desk.database.read() as session:
        print_queue(queue(session, desk))


def _show_pen(desk: Desk) -> None:
    _step(3, "The holding pen", "What no rule knows waits for a person, its clock running:  cfit held")
    with desk.database.read() as session:
        waiting = list_held(session, desk)
    print_table(
        ("mail", "decide by", "from", "why it waits"),
        [(one.reference, one.decision_due.isoformat(), one.sender, one.why) for one in waiting],
        empty="Nothing waits.",
    )


def _show_one(desk: Desk) -> None:
    with desk.database.read() as session:
        first = min(line.reference for line in queue(session, desk))
        shown = dossier(session, desk, first, history=True)
    _step(4, "One application in full", f"Every field with its evidence:  cfit show {first} --history")
    print_dossier(shown)


def _show_letters(desk: Desk) -> None:
    _step(5, "The letters", "Each application is acknowledged once:  cfit letters --all")
    _wait_until_letters_left(desk)
    with desk.database.read() as session:
        letters = list_letters(session, tuple(LetterState))
        asking = session.exec(
            select(Letter.id).where(col(Letter.body).contains("tell us the date")).order_by(col(Letter.id))
        ).all()
    print_table(
        ("letter", "state", "to", "subject"),
        [(one.reference, one.state, one.to_address, one.subject) for one in letters],
        empty="None.",
    )
    with desk.database.write() as session:
        letter = show_letter(session, f"L-{asking[0]}")
    say("")
    heading(f"{letter.reference}, as its reader sees it")
    say(f"Subject: {letter.subject}\n\n{letter.body}")


def _wait_until_letters_left(desk: Desk) -> None:
    deadline = time.monotonic() + 10
    on_their_way = (LetterState.READY.value, LetterState.SENDING.value)
    while time.monotonic() < deadline:
        with desk.database.read() as session:
            if not session.exec(select(Letter.id).where(col(Letter.state).in_(on_their_way))).all():
                return
        time.sleep(0.1)


def _show_decision(desk: Desk) -> None:
    with desk.database.read() as session:
        reference = min(line.reference for line in queue(session, desk) if line.state == "ready")
    _step(
        6, "A decision", f"Only the Committee decides; it is recorded:  cfit decide {reference} approve ..."
    )
    today = legal_day(desk.now(), desk.settings.timezone)
    recorded = Decision(Move.APPROVE, today, votes="7 for, none against")
    for order, reason in (
        (Order(reference, Move.TO_COMMITTEE), "complete, no doubts"),
        (Order(reference, Move.APPROVE, recorded), "6.4.2 a, b and c are met"),
    ):
        application = decide(desk, order, Hand(OFFICER, "demo", reason))
        say(f"  {reference} is now {State(application.state).words}: {reason}.")
    say("")
    with desk.database.read() as session:
        entered = list_members(session)
        drafts = list_letters(session, (LetterState.DRAFT,))
    print_table(
        ("in the register", "role", "since"),
        [(one.organisation, one.role, str(one.since)) for one in entered],
        empty="Nobody.",
    )
    say("")
    for draft in drafts:
        say(f"  {draft.reference} waits as a draft: {draft.subject}. {draft.why}")


def _step(number: int, title: str, words: str) -> None:
    say("")
    heading(f"{number}. {title}")
    say(words)
    say("")
