"""Letters that come back: seen on the letter and its case, and no further one leaves for a dead address."""

from made_up.cases import MadeMail, pact_copy, take_in
from made_up.returned import BY_A_MAILER, come_back, gone_live, report, sent
from sqlmodel import select

from intake.bounces.bounce_report import BounceAction
from intake.mail.automatic import Automatic, AutomaticKind
from secretariat.desk import Desk
from secretariat.dossier import Dossier, dossier
from secretariat.drafts import discard_draft, list_letters, send_draft
from secretariat.hand import Hand
from secretariat.queue_view import queue
from storage import journal
from storage.letters import LetterState
from storage.reply_tokens import token_in_address
from storage.settings import load_settings
from storage.tables import ApplicationMail, FindingRow, Letter

REFERENCE = "CFIT-2026-0001"
OUTSIDE = "cfit@localhost"


def acknowledged(desk: Desk) -> Letter:
    """Let an application be acknowledged by a letter that left."""
    take_in(gone_live(desk), MadeMail((pact_copy(),)))
    return sent(desk.database, 1)


def letter(desk: Desk, number: int = 1) -> Letter:
    with desk.database.read() as session:
        return session.get_one(Letter, number)


def standing(desk: Desk) -> list[str]:
    with desk.database.read() as session:
        rows = session.exec(select(FindingRow).where(FindingRow.settled_at == None)).all()  # noqa: E711
    return [row.code for row in rows if row.code in ("letter_undelivered", "address_unreachable")]


def test_a_bounce_stands_on_its_letter_its_case_and_in_the_queue(staffed_desk: Desk):
    written = acknowledged(staffed_desk)

    mail = come_back(staffed_desk, written.envelope_from or "", report())

    row = letter(staffed_desk)
    with staffed_desk.database.read() as session:
        shown = dossier(session, staffed_desk, REFERENCE, history=True)
        [line] = queue(session, staffed_desk)
        links = [(link.mail_id, link.part_played) for link in session.exec(select(ApplicationMail)).all()]
        moves = [entry.move for entry in journal.history(session, "L-1")]
        [listed] = list_letters(session)
    assert (row.state, row.undeliverable) == (LetterState.BOUNCED, "permanent")
    assert (mail.outcome, mail.why) == (
        "automatic",
        'L-1 could not be delivered for good: "550 5.1.1 no such user".',
    )
    assert isinstance(shown, Dossier)
    told = "It cannot be delivered to this address: 550 5.1.1 no such user"
    assert [one.why for one in shown.letters] == [told]
    assert (listed.state, listed.why) == ("bounced", told)
    assert [found.code for found in line.findings].count("letter_undelivered") == 1
    assert (links, moves) == ([(1, "opened"), (2, "joined")], ["bounce_letter"])


def test_a_failure_that_may_pass_is_told_from_one_that_lasts(staffed_desk: Desk):
    written = acknowledged(staffed_desk)

    come_back(staffed_desk, written.envelope_from or "", report(lasting=False))

    assert (letter(staffed_desk).state, letter(staffed_desk).undeliverable) == ("bounced", "temporary")


def test_a_letter_that_is_late_is_delayed_until_it_fails(staffed_desk: Desk):
    address = acknowledged(staffed_desk).envelope_from or ""

    come_back(staffed_desk, address, report(BounceAction.DELAYED))
    late = (letter(staffed_desk).state, standing(staffed_desk))
    come_back(staffed_desk, address, report())

    assert late == (LetterState.DELAYED, [])
    assert (letter(staffed_desk).state, standing(staffed_desk)) == (
        LetterState.BOUNCED,
        ["letter_undelivered"],
    )


def test_a_report_of_delivery_changes_nothing(staffed_desk: Desk):
    address = acknowledged(staffed_desk).envelope_from or ""

    mail = come_back(staffed_desk, address, report(BounceAction.DELIVERED))

    assert (letter(staffed_desk).state, mail.outcome) == (LetterState.SENT, "automatic")


def test_a_bounce_that_comes_twice_counts_once(staffed_desk: Desk):
    address = acknowledged(staffed_desk).envelope_from or ""

    for _ in range(2):
        come_back(staffed_desk, address, report())

    assert standing(staffed_desk) == ["letter_undelivered"]


def test_a_forged_bounce_is_filed_and_changes_nothing(staffed_desk: Desk):
    written = acknowledged(staffed_desk)
    forged = report(message_ids=[written.message_id])
    guessed = (written.envelope_from or "").replace(
        token_in_address(written.envelope_from or "") or "", "a" * 20
    )

    rows = [come_back(staffed_desk, OUTSIDE, report()), come_back(staffed_desk, guessed, report())]

    assert [row.outcome for row in rows] == ["automatic", "automatic"]
    assert (letter(staffed_desk).state, standing(staffed_desk)) == (LetterState.SENT, [])
    assert forged.message_ids == (written.message_id,)


def test_without_plus_addresses_the_message_id_in_the_bounce_is_the_proof(
    desk: Desk, home, database_url: str
):
    settings = load_settings(home=home, database_url=database_url, plus_address=False)
    plain = Desk(settings, desk.database, desk.originals, now=desk.now)
    written = acknowledged(plain)

    come_back(plain, OUTSIDE, report(message_ids=[written.message_id]))

    assert letter(plain).state == LetterState.BOUNCED


def test_an_absence_note_at_the_bounce_address_is_no_bounce(staffed_desk: Desk):
    address = acknowledged(staffed_desk).envelope_from or ""
    away = Automatic(AutomaticKind.AUTO_REPLY, answer_allowed=False, why="An out-of-office note.")

    come_back(staffed_desk, address, report().__class__(BounceAction.FAILED, True, "", "", (), False), away)

    assert letter(staffed_desk).state == LetterState.SENT


def test_after_two_letters_in_a_row_none_leaves_for_that_address_by_itself(staffed_desk: Desk):
    come_back(staffed_desk, acknowledged(staffed_desk).envelope_from or "", report())
    take_in(staffed_desk, MadeMail((pact_copy(),)))
    come_back(staffed_desk, sent(staffed_desk.database, 2).envelope_from or "", report())

    take_in(staffed_desk, MadeMail((pact_copy(),)))

    third = letter(staffed_desk, 3)
    assert third.state == LetterState.DRAFT
    assert third.why == (
        "The last 2 letters to marijke@lindenhove.example did not arrive: a person finds another way to "
        "reach its reader, or sends this one all the same."
    )
    assert standing(staffed_desk) == ["letter_undelivered"]


def test_a_person_sends_it_again_with_new_tokens_and_the_finding_is_settled(
    staffed_desk: Desk, officer: Hand
):
    before = acknowledged(staffed_desk).envelope_from
    come_back(staffed_desk, before or "", report())

    send_draft(staffed_desk, "L-1", officer)

    row = letter(staffed_desk)
    assert (row.state, row.undeliverable, standing(staffed_desk)) == (LetterState.READY, None, [])
    assert row.envelope_from not in (before, "cfit@localhost")


def test_a_letter_put_away_settles_the_finding(staffed_desk: Desk, officer: Hand):
    come_back(staffed_desk, acknowledged(staffed_desk).envelope_from or "", report())

    discard_draft(staffed_desk, "L-1", officer)

    assert (letter(staffed_desk).state, standing(staffed_desk)) == (LetterState.DISCARDED, [])


def test_what_is_no_bounce_needs_the_token_of_mail_from_and_words_of_failure(staffed_desk: Desk):
    written = acknowledged(staffed_desk)
    unnamed = Automatic(AutomaticKind.NONE, answer_allowed=False, why="Its envelope names no sender.")

    come_back(staffed_desk, written.headers["Reply-To"], report(), unnamed)
    after_reply_to = letter(staffed_desk).state
    come_back(staffed_desk, written.envelope_from or "", report(), unnamed)

    assert (after_reply_to, letter(staffed_desk).state) == (LetterState.SENT, LetterState.BOUNCED)
    assert BY_A_MAILER.kind is AutomaticKind.BOUNCE
