import pytest

from storage.database import Database
from storage.executors import WorkerIsRunning, held_if_dead, worker_is_running, worker_lock
from storage.settings import Settings

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
on_postgresql = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


def test_a_worker_runs_while_it_holds_its_lock(settings: Settings) -> None:
    before = worker_is_running(settings)
    with worker_lock(settings):
        during = worker_is_running(settings)
    after = worker_is_running(settings)

    assert (before, during, after) == (False, True, False)


def test_asking_whether_a_worker_runs_gets_in_nobodys_way(settings: Settings) -> None:
    with worker_lock(settings) as place:
        worker_is_running(settings)

    with worker_lock(settings) as again:
        assert again == place


@on_sqlite
def test_over_sqlite_there_is_one_worker(settings: Settings) -> None:
    with worker_lock(settings), pytest.raises(WorkerIsRunning) as refused, worker_lock(settings):
        pass

    assert str(refused.value) == (
        f"Another worker is at work in {settings.home} (`cfit run` or `cfit work`): "
        "over SQLite there is one. Leave the work to it, or stop it first."
    )


@on_postgresql
def test_over_postgresql_each_worker_takes_the_first_free_number(settings: Settings) -> None:
    with worker_lock(settings) as first, worker_lock(settings) as second:
        names = [first.executor_id, second.executor_id]
    with worker_lock(settings) as third:
        names.append(third.executor_id)

    assert names == ["worker-1", "worker-2", "worker-1"]


@on_postgresql
def test_a_worker_is_dead_when_its_lock_can_be_had(database: Database, settings: Settings) -> None:
    with worker_lock(settings) as place:
        with held_if_dead(database, place.executor_id) as living:
            pass
        with held_if_dead(database, "worker-2") as gone:
            pass

    assert (living, gone) == (False, True)


@on_postgresql
def test_nobody_takes_a_dead_workers_place_while_it_is_recovered(
    database: Database, settings: Settings
) -> None:
    with held_if_dead(database, "worker-1") as dead, worker_lock(settings) as place:
        assert (dead, place.number) == (True, 2)


@on_postgresql
@pytest.mark.parametrize("name", ["local", "worker-", "worker-one", ""])
def test_a_name_that_no_worker_of_ours_bears_is_left_alone(database: Database, name: str) -> None:
    with held_if_dead(database, name) as dead:
        assert not dead
