"""Whole conversations with people, mail by mail: real bytes in, real letters out."""

import threading
from email.message import EmailMessage
from pathlib import Path

import pytest
from made_up.correspondence import APPLICANT, Office, Posted, answers, applies, office, writes
from made_up.dkim_mails import signed
from made_up.mails import Attachment, bounce, build_mail
from made_up.replies import findings, letters, moves, state, suggested, values
from made_up.senders_on_the_way import EVIL, OTHER_HOST, TOWN
from sqlmodel import select

from secretariat.demonstration.edition import PROCURING
from secretariat.demonstration.pdf_copies import pact_pdf
from secretariat.demonstration.signing import Signing
from secretariat.dossier import Dossier, dossier
from secretariat.held import list_held
from storage.database import Database
from storage.tables import Application, Letter


@pytest.fixture
def ours(database: Database, home: Path) -> Office:
    """Return a secretariat that nobody has written to."""
    return office(database, home)


def quoted(letter: Posted) -> str:
    body = letter.message.get_body(("plain",))
    assert isinstance(body, EmailMessage)
    lines = "\n".join(f"> {line}" for line in body.get_content().splitlines())
    return f"On Tue, 12 May 2026 at 09:30, The Secretariat <cfit@pact.example> wrote:\n\n{lines}\n"


def test_an_applicant_is_asked_answers_and_hears_that_all_is_there(ours: Office):
    asked = applies(ours)

    row = answers(
        ours, asked, f"Dear Secretariat,\n\nDate: 4 May 2026\n\nKind regards,\nIda Holm\n\n{quoted(asked)}"
    )

    [told] = ours.leave()
    assert "Please tell us the date on which it was signed." in asked.text
    assert (row.outcome, row.why) == ("joined", "A reply, joined to CFIT-2026-0001. It puts right: date.")
    assert (state(ours.desk), findings(ours.desk)) == ("ready", [])
    assert values(ours.desk)["date"] == ("2026-05-04", True, "reply")
    assert "- Date of signing: 4 May 2026" in told.text
    assert "You do not need to do anything now." in told.text
    assert (told.rcpt_to, told.message["In-Reply-To"]) == (APPLICANT, row.message_id)


def test_a_better_copy_answers_as_well_as_words(ours: Office):
    asked = applies(ours)
    block = Signing(
        "Municipality of Lindenhove", "Ida Holm", "Head of ICT Procurement", PROCURING, "4 May 2026"
    )
    copy = Attachment("copy with date.pdf", pact_pdf(block))
    raw = build_mail(sender=APPLICANT, to=asked.reply_to, attachments=[copy])

    ours.take(signed(raw, TOWN), mail_from=APPLICANT, to=asked.reply_to)

    [told] = ours.leave()
    assert (state(ours.desk), values(ours.desk)["date"][0], suggested(ours.desk)) == (
        "ready",
        "2026-05-04",
        [],
    )
    assert '"copy with date.pdf" takes the place of the copy that we had.' in told.text


def test_a_stranger_with_the_token_is_proposed_and_told_nothing(ours: Office):
    asked = applies(ours)
    raw = signed(build_mail(sender=f"mallory@{EVIL}", text="Date: 4 May 2026\n\nSTATUS"), EVIL)

    row = ours.take(raw, mail_from=f"mallory@{EVIL}", to=asked.reply_to, peer=OTHER_HOST)

    assert (row.sender_verdict, row.state, suggested(ours.desk)) == ("pass", "held", ["reply"])
    assert (state(ours.desk), values(ours.desk)["date"][0]) == ("waiting_for_applicant", None)
    assert ours.leave() == []


def test_a_token_that_is_only_quoted_brings_a_mail_to_the_pen_with_its_likely_case(ours: Office):
    asked = applies(ours)

    row = ours.take(writes(f"Date: 4 May 2026\n\n{asked.reply_to}\nCFIT-2026-0001"), mail_from=APPLICANT)

    with ours.desk.database.read() as session:
        [held] = list_held(session, ours.desk)
    assert (row.state, state(ours.desk)) == ("held", "waiting_for_applicant")
    assert [(case.reference, case.score) for case in held.likely_cases] == [("CFIT-2026-0001", 0.82)]
    assert ours.leave() == []


def test_a_bounce_shows_on_the_letter_and_the_case(ours: Office):
    asked = applies(ours)

    row = ours.take(bounce(failed=APPLICANT, original=asked.raw), mail_from="", to=asked.mail_from)

    with ours.desk.database.read() as session:
        shown = dossier(session, ours.desk, "CFIT-2026-0001", history=False)
    assert asked.mail_from.startswith("cfit+bounce.")
    assert (row.outcome, letters(ours.desk)) == ("automatic", [("acknowledgement", "bounced")])
    assert isinstance(shown, Dossier)
    assert [one.why for one in shown.letters] == [
        "It cannot be delivered to this address: 550 5.1.1 no such user"
    ]
    assert "letter_undelivered" in findings(ours.desk)


def test_a_bounce_without_plus_addresses_is_known_by_the_letter_in_it(database: Database, home: Path):
    ours = office(database, home, plus_address=False)
    asked = applies(ours)

    ours.take(bounce(failed=APPLICANT, original=asked.raw), mail_from="", to=asked.mail_from)

    assert (asked.mail_from, letters(ours.desk)) == ("cfit@pact.example", [("acknowledgement", "bounced")])


def test_a_bounce_that_somebody_makes_up_changes_nothing(ours: Office):
    asked = applies(ours)
    forged = bounce(failed=APPLICANT, original=asked.raw)

    row = ours.take(forged, mail_from="", to="cfit@pact.example", peer=OTHER_HOST)

    assert (row.outcome, letters(ours.desk)) == ("automatic", [("acknowledgement", "sent")])


def test_who_asks_in_dutch_how_it_stands_is_told_in_dutch(ours: Office):
    asked = applies(ours)
    text = "Geachte heer, mevrouw,\n\nIs er al nieuws over onze aanmelding?\n\nMet vriendelijke groet,\nIda"

    row = answers(ours, asked, text)

    [told] = ours.leave()
    assert row.outcome == "status"
    assert told.message["Subject"] == "Hoe het staat met uw aanmelding (CFIT-2026-0001)"
    assert "Op welke datum is er ondertekend?" in told.text
    assert "Ontvangen op 12 mei 2026; een maand later is 12 juni 2026 (Pact 6.4.2)." in told.text
    assert "text/html" in [part.get_content_type() for part in told.message.walk()]


def test_a_colleague_who_sends_our_letter_on_says_nothing_of_its_own_words(ours: Office):
    asked = applies(ours)
    body = asked.message.get_body(("plain",))
    assert isinstance(body, EmailMessage)
    text = (
        "Please see below. The copy was signed on 4 May 2026.\n\n---------- Forwarded message ---------\n"
        f"From: The Secretariat <cfit@pact.example>\nSubject: {asked.message['Subject']}\n"
        f"To: {APPLICANT}\n\n{body.get_content()}"
    )

    row = answers(ours, asked, text, sender=f"kim@{TOWN}", subject="Fwd: We have received your application")

    assert (row.outcome, state(ours.desk)) == ("joined", "ready")
    changes = [reason for move, reason in moves(ours.desk) if move == "correct"]
    assert [str(reason).partition(" M-")[0] for reason in changes] == ["date: not read -> 2026-05-04."]
    assert values(ours.desk)["name"][0] == "Ida Holm"


def test_the_same_reply_twice_is_taken_over_once(ours: Office):
    asked = applies(ours)
    raw = writes("Date: 4 May 2026", to=asked.reply_to)

    first = ours.take(raw, mail_from=APPLICANT, to=asked.reply_to)
    again = ours.take(b"Received: by another way\r\n" + raw, mail_from=APPLICANT, to=asked.reply_to)

    assert (first.outcome, again.outcome) == ("joined", "duplicate")
    assert [move for move, _ in moves(ours.desk)].count("correct") == 1
    assert len(ours.leave()) == 1


def test_two_workers_at_one_case_take_each_reply_over_once(ours: Office):
    asked = applies(ours)
    texts = ("Date: 4 May 2026", "Date: 4 May 2026\n\nThe rest is as it stands.")
    kept = [
        ours.keep(writes(text, to=asked.reply_to), mail_from=APPLICANT, to=asked.reply_to) for text in texts
    ]
    workers = [threading.Thread(target=ours.process, args=(number,)) for number in (*kept, *kept)]

    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert [ours.mail(number).outcome for number in kept] == ["joined", "joined"]
    assert [move for move, _ in moves(ours.desk)].count("correct") == 1
    assert (state(ours.desk), len(ours.leave())) == ("ready", 1)


def test_two_of_us_that_write_to_each_other_stop_after_one_answer(
    ours: Office, tmp_path: Path, sqlite_template: Path
):
    from made_up.second_home import second_database

    with second_database(sqlite_template, tmp_path / "second") as database:
        theirs = office(database, tmp_path / "second", address=f"cfit@{TOWN}")
        answer = applies(ours, sender=f"cfit@{TOWN}")

        passed = _pass_on(ours, theirs, answer)

        with database.read() as session:
            their_letters = session.exec(select(Letter)).all()
            their_cases = session.exec(select(Application)).all()
    assert (answer.rcpt_to, passed, their_letters, their_cases) == (f"cfit@{TOWN}", 1, [], [])


def _pass_on(ours: Office, theirs: Office, letter: Posted) -> int:
    """Carry letters to and fro until nobody writes any more, and return how many were carried."""
    carried, waiting = 0, [(theirs, letter)]
    while waiting and carried < 20:
        receiver, posted = waiting.pop()
        carried += 1
        for marked in (posted.raw, _without_marks(posted.raw)):
            receiver.take(marked, mail_from=posted.mail_from)
        other = ours if receiver is theirs else theirs
        waiting += [(other, one) for one in receiver.leave()]
    return carried


def _without_marks(raw: bytes) -> bytes:
    """Return a letter as a gateway may leave it, without a word that a machine wrote it."""
    lines = [
        line
        for line in raw.split(b"\r\n")
        if not line.startswith((b"Auto-Submitted", b"X-Auto", b"Message-ID"))
    ]
    return b"\r\n".join(lines)
