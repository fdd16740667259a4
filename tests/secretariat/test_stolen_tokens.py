"""Replies that are not the applicant's: a token stolen or guessed, a number quoted, a bounce forged."""

from datetime import UTC, datetime

import pytest
from made_up.mails import build_mail
from made_up.readers_at_hand import ReadersAtHand
from made_up.senders_on_the_way import EVIL, GOOD_HOST, NAMES, NEAR, OTHER_HOST, TOWN, brings_copy, signed
from sqlmodel import select

from secretariat.desk import Desk
from secretariat.process import process_mail
from storage.applications import fields_of
from storage.database import Database
from storage.mails import IncomingMail, keep_mail
from storage.originals import open_originals
from storage.settings import Settings
from storage.tables import Application, ApplicationMail, Letter, Mail

NOW = datetime(2026, 2, 2, 9, 0, tzinfo=UTC)
CHANGES = "Date: 15 June 2021\nName: Mallory Evil\nPlease close the case."


@pytest.fixture
def case_desk(settings: Settings, database: Database) -> Desk:
    """Return a desk with one case, opened by the town's authenticated mail."""
    desk = Desk(settings, database, open_originals(settings), now=lambda: NOW, names=NAMES)
    assert deliver(desk, brings_copy(), peer=GOOD_HOST, mail_from=f"ida@{TOWN}").outcome == "registered"
    return desk


def deliver(
    desk: Desk, raw: bytes, *, peer: str = OTHER_HOST, mail_from: str, to: str = "cfit@localhost"
) -> Mail:
    delivery = IncomingMail(
        sha256=desk.originals.put(raw),
        size_bytes=len(raw),
        envelope_from=mail_from,
        envelope_to=(to,),
        received_at=NOW,
        source="smtp",
        peer=peer,
        helo="mail.somewhere.org",
    )
    kept = keep_mail(desk.database, delivery=delivery)
    process_mail(desk, ReadersAtHand(), kept.mail_id)  # type: ignore[arg-type]
    with desk.database.read() as session:
        return session.get_one(Mail, kept.mail_id)


def letter_of(desk: Desk) -> Letter:
    with desk.database.read() as session:
        return session.exec(select(Letter)).one()


def stolen(desk: Desk) -> str:
    return letter_of(desk).headers["Reply-To"]


def case_as_it_stands(desk: Desk) -> tuple[str, list[tuple[str, str | None]], list[int]]:
    """Return state, fields and mails of the one case, but for those only suggested for it."""
    with desk.database.read() as session:
        application = session.exec(select(Application)).one()
        links = session.exec(select(ApplicationMail).where(ApplicationMail.part_played != "suggested")).all()
        values = [(one.name, one.value) for one in fields_of(session, application)]
        return application.state, values, [link.mail_id for link in links]


def reply(domain: str, **more: str) -> bytes:
    return build_mail(
        sender=f"ida@{domain}", subject=more.get("subject", "Re: Your application"), text=CHANGES
    )


def test_a_stolen_token_in_the_hands_of_a_stranger_changes_nothing(case_desk: Desk) -> None:
    before = case_as_it_stands(case_desk)

    row = deliver(case_desk, signed(reply(EVIL), EVIL), mail_from=f"ida@{EVIL}", to=stolen(case_desk))

    assert (row.sender_verdict, row.state) == ("pass", "held")
    assert case_as_it_stands(case_desk) == before


def test_a_stolen_token_from_a_domain_like_the_applicant_s_changes_nothing(case_desk: Desk) -> None:
    before = case_as_it_stands(case_desk)

    row = deliver(case_desk, signed(reply(NEAR), NEAR), mail_from=f"ida@{NEAR}", to=stolen(case_desk))

    assert (row.sender_verdict, row.state) == ("pass", "held")
    assert case_as_it_stands(case_desk) == before


def test_a_stolen_token_with_the_applicant_s_address_forged_changes_nothing(case_desk: Desk) -> None:
    before = case_as_it_stands(case_desk)

    row = deliver(case_desk, reply(TOWN), mail_from=f"me@{EVIL}", to=stolen(case_desk))

    assert (row.sender_verdict, row.state) == ("fail", "held")
    assert case_as_it_stands(case_desk) == before


def test_a_guessed_token_and_a_quoted_number_change_nothing(case_desk: Desk) -> None:
    before = case_as_it_stands(case_desk)
    guessed = "cfit+cfit-2026-0001.aaaaaaaaaaaaaaaaaaaa@localhost"
    subject = "Re: Your application CFIT-2026-0001"

    rows = [
        deliver(case_desk, reply(TOWN), peer=GOOD_HOST, mail_from=f"ida@{TOWN}", to=guessed),
        deliver(case_desk, signed(reply(EVIL, subject=subject), EVIL), mail_from=f"ida@{EVIL}"),
    ]

    assert [row.state for row in rows] == ["held", "held"]
    assert case_as_it_stands(case_desk) == before


def test_a_reply_that_only_quotes_our_message_id_changes_nothing(case_desk: Desk) -> None:
    before = case_as_it_stands(case_desk)
    named = (("In-Reply-To", letter_of(case_desk).message_id),)
    raw = build_mail(sender=f"ida@{EVIL}", subject="Re: x", text=CHANGES, headers=named)

    row = deliver(case_desk, signed(raw, EVIL), mail_from=f"ida@{EVIL}")

    assert row.state == "held"
    assert case_as_it_stands(case_desk) == before


def test_a_bounce_that_nobody_s_mail_system_sent_stops_no_letter(case_desk: Desk) -> None:
    before = letter_of(case_desk)
    text = f"Final-Recipient: rfc822; ida@{TOWN}\nAction: failed\nStatus: 5.1.1\n"
    raw = build_mail(sender=f"MAILER-DAEMON@{EVIL}", subject="Undeliverable: Your application", text=text)

    deliver(case_desk, raw, mail_from="", to="cfit+bounce.aaaaaaaaaaaaaaaaaaaa@localhost")

    after = letter_of(case_desk)
    assert (after.state, after.why) == (before.state, before.why)
