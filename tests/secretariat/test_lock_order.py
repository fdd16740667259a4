"""Whoever needs the register and a letter takes the register first: two orders would wait for each other."""

import time
from threading import Thread

import pytest
from made_up.cases import MadeMail, pact_copy, take_in, without_date
from sqlalchemy import text
from sqlmodel import select

from secretariat.desk import Desk
from secretariat.drafts import send_draft
from secretariat.hand import Hand
from storage.applications import lock_register
from storage.tables import Letter

WAITS_FOR_REGISTER = text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")


def test_sending_a_draft_waits_for_the_register_before_it_locks_the_letter(
    staffed_desk: Desk, officer: Hand
) -> None:
    if staffed_desk.database.dialect == "sqlite":
        pytest.skip("SQLite lets one writer in at a time anyway")
    take_in(staffed_desk, MadeMail((without_date(pact_copy()),)))
    sending = Thread(target=send_draft, args=(staffed_desk, "L-1", officer))

    with staffed_desk.database.write() as session:
        lock_register(session)
        sending.start()
        while sending.is_alive() and not session.execute(WAITS_FOR_REGISTER).scalar():
            time.sleep(0.01)
        was_waiting = sending.is_alive()
        letter = session.exec(select(Letter).with_for_update(nowait=True)).one()
        before = letter.state
    sending.join()

    with staffed_desk.database.read() as session:
        after = session.exec(select(Letter.state)).one()
    assert (was_waiting, before, after) == (True, "draft", "ready")
