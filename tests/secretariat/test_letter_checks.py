"""What the doctor says about replies: whether they bring back the token that our letters carry."""

import pytest
from made_up.cases import MadeMail, take_in
from made_up.replies import answer, asked, letter

from secretariat.desk import Desk
from secretariat.health_checks import Health
from secretariat.letter_checks import tokens_come_back


def examined(desk: Desk) -> list[tuple[Health, str | float | None]]:
    with desk.database.read() as session:
        return [(one.health, one.value) for one in tokens_come_back(session, desk)]


@pytest.mark.parametrize(("replies", "expected"), [(2, []), (3, [(Health.BAD, 3)])])
def test_a_mail_server_that_drops_the_plus_shows_by_replies_without_token(
    desk: Desk, replies: int, expected: list
):
    named = (letter(asked(desk), 1).message_id,)

    for _ in range(replies):
        take_in(desk, MadeMail(text="Thank you.", in_reply_to=named))

    assert examined(desk) == expected


def test_one_reply_with_its_token_shows_that_the_loop_is_closed(desk: Desk):
    answer(asked(desk), "Date: 14 June 2021")

    assert examined(desk) == [(Health.GOOD, 1)]
