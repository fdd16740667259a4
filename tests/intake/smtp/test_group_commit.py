"""Mails that come at one time share a commit, and each hears of its own."""

import asyncio
import threading
from collections.abc import Sequence

from journeys.running import door_of, mails

from intake.door import Arrival, Envelope, accept_all
from intake.smtp.group_commit import GroupCommit
from storage.clock import utc_now
from storage.database import Database
from storage.mails import KeptMail
from storage.originals import sha256_of
from storage.settings import Settings


def arrival(number: int, helo: str = "client.example") -> Arrival:
    data = b"X-Number: %d\r\n\r\nSee the attached document.\r\n" % number
    envelope = Envelope(
        "anna@city.example", ("cfit@localhost",), received_at=utc_now(), source="smtp", helo=helo
    )
    return Arrival(envelope, sha256_of(data), len(data), spooled=data)


def test_what_comes_during_a_commit_shares_the_next_one() -> None:
    groups: list[int] = []
    may_go_on = threading.Event()

    def keep_all(arrivals: Sequence[Arrival]) -> list[KeptMail | Exception]:
        groups.append(len(arrivals))
        assert may_go_on.wait(60)
        return [KeptMail(1, was_new=True)] * len(arrivals)

    async def seven() -> None:
        commit = GroupCommit(keep_all)
        first = asyncio.create_task(commit.keep(arrival(0)))
        while not groups:
            await asyncio.sleep(0.01)
        others = [asyncio.create_task(commit.keep(arrival(number))) for number in range(1, 7)]
        await asyncio.sleep(0)
        may_go_on.set()
        await asyncio.gather(first, *others)
        await commit.close()

    asyncio.run(seven())
    assert groups == [1, 6]


def test_a_mail_that_the_database_does_not_take_keeps_no_other_out(
    settings: Settings, database: Database
) -> None:
    door = door_of(settings, database)

    # Half of a character, which no database can write down; the session lets none through.
    taken = accept_all(door, [arrival(1), arrival(2, helo="\ud800"), arrival(3)])

    assert [isinstance(one, KeptMail) for one in taken] == [True, False, True]
    assert len(mails(database)) == 2


def test_a_commit_that_fails_is_told_to_everybody_in_it() -> None:
    def keep_all(arrivals: Sequence[Arrival]) -> list[KeptMail | Exception]:
        raise OSError(28, "No space left on device")

    async def two() -> list[KeptMail | BaseException]:
        commit = GroupCommit(keep_all)
        told = await asyncio.gather(*(commit.keep(arrival(n)) for n in range(2)), return_exceptions=True)
        await commit.close()
        return told

    assert [type(one) for one in asyncio.run(two())] == [OSError, OSError]


def test_closing_waits_for_what_was_handed_over_and_nobody_waits_for_any_more(
    settings: Settings, database: Database
) -> None:
    door = door_of(settings, database)

    async def leave() -> None:
        commit = GroupCommit(lambda arrivals: accept_all(door, arrivals))
        waiting = [asyncio.create_task(commit.keep(arrival(number))) for number in range(4)]
        await asyncio.sleep(0)
        for task in waiting:
            task.cancel()
        await commit.close()

    asyncio.run(leave())
    assert len(mails(database)) == 4
