"""Which letters leave by themselves: the hour's limit, the day's, and one answer a sender and day."""

from datetime import timedelta

import pytest
from made_up.letters import AT, new_letter

from storage.database import Database
from storage.letters import LetterKind, LetterState, write_letter
from storage.settings import Settings, load_settings
from storage.switches import LETTERS, LIVE, set_switch
from storage.tables import Letter


@pytest.fixture
def live(database: Database) -> Database:
    """Return a database in which letters may leave by themselves."""
    with database.write() as session:
        set_switch(session, LETTERS, LIVE, by="anna@pact.example", reason="tried", at=AT)
    return database


def written(database: Database, settings: Settings, number: int = 1, *, at=AT, **changes) -> Letter:
    """Write a made-up letter and return its row."""
    with database.write() as session:
        letter_id = write_letter(session, new_letter(number, **changes), settings, at=at)
    with database.read() as session:
        return session.get_one(Letter, letter_id)


def test_above_thirty_in_an_hour_automatic_letters_wait_and_say_so(live: Database, settings: Settings):
    letters = [written(live, settings, number) for number in range(1, 33)]

    assert [letter.state for letter in letters] == ["ready"] * 30 + ["draft"] * 2
    assert letters[-1].why == (
        "30 automatic letters were written within an hour, and the limit is 30: a person looks before "
        "this one leaves."
    )


def test_an_hour_later_automatic_letters_leave_again(live: Database, settings: Settings):
    for number in range(1, 32):
        written(live, settings, number)

    just_before = written(live, settings, 40, at=AT + timedelta(minutes=59, seconds=59))
    later = written(live, settings, 41, at=AT + timedelta(hours=1))

    assert (just_before.state, later.state) == (LetterState.DRAFT, LetterState.READY)


def test_letters_of_people_do_not_count_against_the_limit(live: Database, home, database_url: str):
    settings = load_settings(home=home, database_url=database_url, letters_per_hour=1)
    written(live, settings, 1, automatic=False)

    assert written(live, settings, 2).state == LetterState.READY
    assert written(live, settings, 3).state == LetterState.DRAFT


def test_a_limit_of_none_an_hour_holds_every_letter(live: Database, home, database_url: str):
    settings = load_settings(home=home, database_url=database_url, letters_per_hour=0)

    assert written(live, settings).state == LetterState.DRAFT


def answer(database: Database, settings: Settings, number: int, address: str, *, at=AT) -> Letter:
    """Write an automatic answer that acknowledges nothing."""
    kind = LetterKind.STATUS
    return written(database, settings, number, at=at, key=f"status:{number}", kind=kind, to_address=address)


def test_a_sender_has_one_automatic_answer_a_day(live: Database, settings: Settings):
    first = answer(live, settings, 1, "kim@lindenhove.example")
    second = answer(live, settings, 2, "Kim@Lindenhove.example", at=AT + timedelta(hours=23))
    third = answer(live, settings, 3, "kim@lindenhove.example", at=AT + timedelta(hours=24))

    assert [letter.state for letter in (first, second, third)] == ["ready", "draft", "ready"]
    assert second.why == (
        "Kim@Lindenhove.example had an automatic answer within a day: a person looks at this one."
    )


def test_what_acknowledges_something_does_not_wait_for_the_next_day(live: Database, settings: Settings):
    answer(live, settings, 1, "sjoerd@zilverveen.example")

    acknowledged = [written(live, settings, number) for number in (2, 3)]

    assert [letter.state for letter in acknowledged] == ["ready", "ready"]


def test_all_automatic_answers_of_a_day_have_a_limit_together(live: Database, home, database_url: str):
    settings = load_settings(home=home, database_url=database_url, answers_per_day=2)

    letters = [answer(live, settings, number, f"{number}@lindenhove.example") for number in (1, 2, 3)]

    assert [letter.state for letter in letters] == ["ready", "ready", "draft"]
    assert letters[-1].why == (
        "2 automatic answers were written within a day, and the limit is 2: a person looks before this "
        "one leaves."
    )


def test_a_letter_that_failed_on_our_side_says_nothing_of_its_address(live: Database, settings: Settings):
    for number in (1, 2):
        letter = written(live, settings, number)
        with live.write() as session:
            session.get_one(Letter, letter.id).state = LetterState.FAILED.value

    assert written(live, settings, 3).state == LetterState.READY
