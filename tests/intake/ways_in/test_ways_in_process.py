"""The process of the further ways in takes mail until it is told to stop, and outlives its failures."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from made_up.mails import build_mail
from sqlmodel import select

from intake.ways_in.__main__ import kept_up
from intake.ways_in.imap_account import LoginProblem
from secretariat.run import COMMANDS, WAYS_IN, commands_of
from storage.database import connect
from storage.settings import load_settings
from storage.tables import Mail

PATIENCE_S = 60.0


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_mail_in_a_watched_maildir_is_kept_and_sigterm_ends_the_process(
    home: Path, database_url: str, tmp_path: Path
) -> None:
    box = tmp_path / "box"
    for name in ("new", "cur", "tmp"):
        (box / name).mkdir(parents=True)
    (box / "new" / "1.host").write_bytes(build_mail())
    environment = os.environ | {"CFIT_HOME": str(home), "CFIT_WATCH_FOLDER": str(box)}

    with subprocess.Popen(WAYS_IN, env=environment, stderr=subprocess.PIPE) as process:
        is_taken = _comes_true((box / "taken" / "1.host").exists)
        process.send_signal(signal.SIGTERM)
        said = process.communicate(timeout=PATIENCE_S)[1].decode()

    assert (is_taken, process.returncode) == (True, 0), said
    database = connect(database_url)
    with database.read() as session:
        assert [mail.source for mail in session.exec(select(Mail)).all()] == ["folder"]
    database.close()


def test_a_process_without_a_database_says_so_and_ends(tmp_path: Path) -> None:
    environment = os.environ | {"CFIT_HOME": str(tmp_path / "nothing"), "CFIT_WATCH_FOLDER": str(tmp_path)}

    ended = subprocess.run(WAYS_IN, env=environment, capture_output=True, text=True, check=False)

    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr


def test_a_way_in_that_fails_is_tried_again_until_told_to_stop() -> None:
    stop = threading.Event()
    failures = [LoginProblem("No."), OSError("gone"), RuntimeError("ours")]
    tries = []

    def way() -> None:
        tries.append(1)
        if failures:
            raise failures.pop(0)
        stop.set()

    kept_up(way, stop, first_pause_s=0.0)

    assert len(tries) == 4


def test_the_further_ways_in_run_only_where_one_is_set(home: Path) -> None:
    assert commands_of(load_settings(home=home)) == COMMANDS
    for given in ({"watch_folder": home}, {"imap_url": "imaps://cfit@mail.example"}):
        assert commands_of(load_settings(home=home, **given)) == {"ways in": WAYS_IN} | COMMANDS
    assert WAYS_IN[0] == sys.executable


def _comes_true(happened) -> bool:
    ends_at = time.monotonic() + PATIENCE_S
    while time.monotonic() < ends_at:
        if happened():
            return True
        time.sleep(0.1)
    return False
