"""`cfit doctor` says whether the watched folder can be taken from."""

from dataclasses import replace
from pathlib import Path

import pytest

from secretariat.desk import Desk
from secretariat.health_checks import CHECKS, Health, Result
from storage.settings import load_settings

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def found(desk: Desk, folder: Path | None) -> list[Result]:
    settings = load_settings(
        home=desk.settings.home, database_url=desk.settings.database_url, watch_folder=folder
    )
    with desk.database.read() as session:
        results = [one for check in CHECKS for one in check(session, replace(desk, settings=settings))]
    return [one for one in results if one.name == "watched folder"]


def test_a_folder_that_is_there_is_good_and_one_that_is_not_is_bad(desk: Desk, tmp_path: Path) -> None:
    there, missing = found(desk, tmp_path), found(desk, tmp_path / "missing")

    assert [one.health for one in there] == [Health.GOOD]
    assert [one.health for one in missing] == [Health.BAD]


def test_nothing_is_said_where_no_folder_is_watched(desk: Desk) -> None:
    assert found(desk, None) == []
