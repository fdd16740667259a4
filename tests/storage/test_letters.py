import threading
from pathlib import Path

import pytest
from made_up.letters import APPLICANT, AT, new_letter
from sqlmodel import func, select

from pact.errors import PactError
from storage.database import Database
from storage.letters import (
    LetterKind,
    LetterState,
    can_be_written_to,
    letter_by_message_id,
    letter_by_reference,
    letters_in,
    write_letter,
)
from storage.reply_tokens import digest_of, token_in_address
from storage.settings import Settings, load_settings
from storage.switches import LETTERS, LIVE, set_switch
from storage.tables import Letter, ReplyToken


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


def count(database: Database, table: type) -> int:
    with database.read() as session:
        return session.exec(select(func.count()).select_from(table)).one()


def test_the_same_key_is_the_same_letter(live: Database, settings: Settings):
    first = written(live, settings)
    second = written(live, settings, subject="another subject", body="another text")

    assert second == first
    assert (count(live, Letter), count(live, ReplyToken)) == (1, 2)


def test_ten_at_once_write_one_letter(live: Database, settings: Settings):
    numbers = at_once(10, lambda _: written(live, settings).id)

    assert numbers == [numbers[0]] * 10
    assert (count(live, Letter), count(live, ReplyToken)) == (1, 2)


def test_a_transaction_rolled_back_leaves_no_letter(live: Database, settings: Settings):
    def crash() -> None:
        with live.write() as session:
            write_letter(session, new_letter(), settings, at=AT)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        crash()

    assert (count(live, Letter), count(live, ReplyToken)) == (0, 0)


def test_letters_are_drafts_until_a_person_lets_them_go_live(database: Database, settings: Settings):
    letter = written(database, settings)

    assert (letter.state, letter.why) == (
        LetterState.DRAFT,
        "Letters do not leave by themselves yet: `cfit letters go-live` lets them.",
    )


def test_an_automatic_letter_is_ready_once_letters_are_live(live: Database, settings: Settings):
    letter = written(live, settings)

    assert (letter.state, letter.why) == (LetterState.READY, "")


def test_a_letter_that_needs_a_person_is_a_draft_even_then(live: Database, settings: Settings):
    letter = written(live, settings, automatic=False)

    assert (letter.state, letter.why) == (LetterState.DRAFT, "A person reads this letter before it leaves.")


def test_the_limit_holds_for_many_at_once(live: Database, home, database_url: str):
    settings = load_settings(home=home, database_url=database_url, letters_per_hour=5)

    states = at_once(16, lambda number: written(live, settings, number).state)

    assert sorted(states) == ["draft"] * 11 + ["ready"] * 5


def test_an_automatic_letter_says_that_it_is_one_and_keeps_the_thread(live: Database, settings: Settings):
    letter = written(live, settings, references=("<first@zilverveen.example>", "<second@zilverveen.example>"))

    token = token_in_address(letter.headers["Reply-To"])
    assert letter.headers == {
        "Reply-To": f"cfit+cfit-2026-0001.{token}@localhost",
        "In-Reply-To": "<mail-1@zilverveen.example>",
        "References": "<first@zilverveen.example> <second@zilverveen.example> <mail-1@zilverveen.example>",
        "Auto-Submitted": "auto-replied",
        "X-Auto-Response-Suppress": "All",
    }


def test_a_persons_letter_does_not_pose_as_automatic(live: Database, settings: Settings):
    letter = written(live, settings, automatic=False, in_reply_to=None)

    assert list(letter.headers) == ["Reply-To"]


def test_what_is_no_message_id_enters_no_header(live: Database, settings: Settings):
    hostile = ("<a b@x>", "<x@y>\r\nBcc: victim@z", "plain", "<" + "x" * 300 + "@y>", "<é@y>", "<ok@y>")

    letter = written(live, settings, in_reply_to="<a@b>\nBcc: v@z", references=hostile)

    assert "In-Reply-To" not in letter.headers
    assert letter.headers["References"] == "<ok@y>"


def test_a_long_thread_keeps_its_first_mail_and_the_newest(live: Database, settings: Settings):
    thread = tuple(f"<{number:03d}-{'x' * 80}@zilverveen.example>" for number in range(50))

    references = written(live, settings, references=thread).headers["References"].split()

    assert references == [thread[0], *thread[-6:], "<mail-1@zilverveen.example>"]


def test_the_token_is_known_by_its_digest_alone(live: Database, settings: Settings):
    letter = written(live, settings)

    tokens = [token_in_address(letter.headers["Reply-To"]), token_in_address(letter.envelope_from or "")]
    with live.read() as session:
        rows = session.exec(select(ReplyToken).order_by(ReplyToken.id)).all()  # type: ignore[arg-type]
    assert [(row.digest, row.purpose, row.letter_id, row.issued_at) for row in rows] == [
        (digest_of(token or ""), purpose, letter.id, AT)
        for token, purpose in zip(tokens, ("reply", "bounce"), strict=True)
    ]


def test_without_plus_addresses_the_message_id_carries_the_token(live: Database, home, database_url: str):
    settings = load_settings(home=home, database_url=database_url, plus_address=False)

    letter = written(live, settings)

    name, token = letter.message_id.removesuffix("@localhost>").split(".")
    assert letter.headers["Reply-To"] == "cfit@localhost"
    with live.read() as session:
        assert session.exec(select(ReplyToken.digest)).one() == digest_of(token)
        assert letter_by_message_id(session, f" {name}.{token}@localhost> ") == letter
    assert letter.envelope_from == "cfit@localhost"


def test_the_message_id_is_the_same_again_after_a_restore(live: Database, settings: Settings):
    first = written(live, settings).message_id
    with live.write() as session:
        for token in session.exec(select(ReplyToken)).all():
            session.delete(token)
        session.flush()
        session.delete(session.exec(select(Letter)).one())

    assert written(live, settings).message_id == first


def test_two_letters_never_have_the_same_message_id(live: Database, settings: Settings):
    letters = [
        written(live, settings, 1),
        written(live, settings, 2),
        written(live, settings, 1, key="joined:1", kind=LetterKind.JOINED),
    ]

    assert len({letter.message_id for letter in letters}) == 3


@pytest.mark.parametrize(
    "address",
    [
        "",
        "<>",
        "cfit@localhost",
        "CFIT@LocalHost",
        "cfit+anything@localhost",
        "nobody",
        "@zilverveen.example",
        "a@b@zilverveen.example",
        "a b@zilverveen.example",
        "a@zilverveen.example\nBcc: b@c",
        "a@zilverveen.example, b@c.example",
        "Anna <a@zilverveen.example>",
        '"a@b"@zilverveen.example',
        "victim%zilverveen.example@relay.example",
        "zilverveen.example!victim@relay.example",
        "a@[127.0.0.1]",
        "a\u202e@zilverveen.example",
        "a" * 245 + "@b.example",
    ],
)
def test_nobody_and_ourselves_are_not_written_to(home: Path, address: str):
    assert not can_be_written_to(address, load_settings(home=home))


def test_a_letter_to_nobody_or_to_ourselves_is_not_written(live: Database, settings: Settings):
    for address in ("", "<>", "cfit@localhost", "a@zilverveen.example\nBcc: b@c"):
        with pytest.raises(PactError):
            written(live, settings, to_address=address)

    assert count(live, Letter) == 0


@pytest.mark.parametrize(
    "address", [APPLICANT, "o'brien+pact@a-b.example", "jörg@großmühlenau.example", "Anna.de.Vries@X.EXAMPLE"]
)
def test_ordinary_addresses_are_written_to(home: Path, address: str):
    assert can_be_written_to(address, load_settings(home=home))


def test_a_letter_is_found_by_its_reference_and_by_its_message_id(live: Database, settings: Settings):
    letter = written(live, settings)

    with live.read() as session:
        assert letter_by_reference(session, f"L-{letter.id}") == letter
        assert letter_by_reference(session, f" l-{letter.id} ") == letter
        assert letter_by_reference(session, str(letter.id)) == letter
        assert letter_by_message_id(session, letter.message_id) == letter
        assert letter_by_message_id(session, "<other@localhost>") is None


def test_an_unknown_letter_is_said_to_be_so(live: Database, settings: Settings):
    written(live, settings)

    for reference in ("L-99", "L-99999999999", "L-", "M-1", "x", "L-1 OR 1=1"):
        with live.read() as session, pytest.raises(PactError, match="There is no letter"):
            letter_by_reference(session, reference)


def test_letters_are_listed_by_state_and_age(live: Database, settings: Settings):
    drafts = [written(live, settings, number, automatic=False) for number in (1, 2)]
    ready = written(live, settings, 3)

    with live.read() as session:
        assert letters_in(session, [LetterState.DRAFT]) == drafts
        assert letters_in(session, [LetterState.READY, LetterState.SENT]) == [ready]


def at_once(number: int, work) -> list:
    """Return what ``work`` returns for 1 to ``number``, all begun at the same moment."""
    together = threading.Barrier(number)
    results: dict[int, object] = {}

    def begin(place: int) -> None:
        together.wait()
        results[place] = work(place)

    threads = [threading.Thread(target=begin, args=(place,)) for place in range(1, number + 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [results[place] for place in sorted(results)]
