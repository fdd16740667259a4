from concurrent.futures import ThreadPoolExecutor

from storage.counters import next_number, next_reference
from storage.database import Database


def test_numbers_follow_one_another_each_series_from_one(database: Database) -> None:
    with database.write() as session:
        numbers = [next_number(session, series) for series in ("a", "a", "b", "a")]

    assert numbers == [1, 2, 1, 3]


def test_a_number_of_an_undone_transaction_is_given_again(database: Database) -> None:
    with database.write() as session:
        next_number(session, "a")
        session.rollback()

    with database.write() as session:
        assert next_number(session, "a") == 1


def test_no_number_is_given_twice_to_those_who_ask_at_once(database: Database) -> None:
    def take(_: int) -> int:
        with database.write() as session:
            return next_number(session, "a")

    with ThreadPoolExecutor(8) as threads:
        numbers = sorted(threads.map(take, range(60)))

    assert numbers == list(range(1, 61))


def test_references_count_within_their_year(database: Database) -> None:
    with database.write() as session:
        references = [next_reference(session, year) for year in (2026, 2026, 2027)]

    assert references == ["CFIT-2026-0001", "CFIT-2026-0002", "CFIT-2027-0001"]
