"""Postfix in front, over LMTP: what it was given arrives, once, whatever happens to us meanwhile."""

import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from journeys.postfix_in_front import postfix_folder, postfix_in_front
from journeys.running import deliveries, door_of, listener_in_thread, mails

from storage.database import connect
from storage.migrate import migrate
from storage.originals_spool import open_originals_with_spool
from storage.settings import Settings, load_settings

MAILS = 1000
PATIENCE_S = 120.0


def until(is_so: Callable[[], bool]) -> None:
    """Wait until it is so, for two minutes at most."""
    deadline_s = time.monotonic() + PATIENCE_S
    while not is_so():
        assert time.monotonic() < deadline_s, "it did not come about"
        time.sleep(0.1)


def send(port: int, count: int, sender: str) -> None:
    program = shutil.which("smtp-source", path="/usr/sbin:/usr/bin")
    assert program is not None
    command = [program, "-s", "10", "-m", str(count), "-l", "4000", "-f", sender, "-t", "cfit@localhost"]
    subprocess.run([*command, f"inet:127.0.0.1:{port}"], check=True, timeout=PATIENCE_S)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = load_settings(home=tmp_path / "home")
    migrate(settings)
    return settings


@pytest.mark.slow
def test_of_a_thousand_mails_none_is_lost_and_none_comes_twice(settings: Settings) -> None:
    database = connect(settings.database_url)
    with postfix_folder() as folder:
        path = folder / "queue" / "cfit" / "lmtp"
        ours = settings.model_copy(update={"lmtp_socket": path})
        with postfix_in_front(folder) as postfix:
            with listener_in_thread(ours, door_of(ours, database)):
                send(postfix.port, MAILS // 2, "anna@city.example")
            # We are gone: what Postfix takes now waits in its queue.
            send(postfix.port, MAILS // 2, "bert@city.example")
            with listener_in_thread(ours, door_of(ours, database)):
                until(lambda: len(mails(database)) >= MAILS and postfix.count_waiting() == 0)
    rows = mails(database)
    originals = open_originals_with_spool(settings, database)
    whole = [originals.get(row.sha256) for row in rows]
    came = deliveries(database)
    database.close()

    assert (len(rows), len({row.sha256 for row in rows})) == (MAILS, MAILS)
    assert len(came) >= MAILS
    assert {(row.source, row.peer, row.helo) for row in rows} == {("lmtp", "local", "relay.example")}
    assert [len(data) for data in whole] == [row.size_bytes for row in rows]
