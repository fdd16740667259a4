"""The languages that can be read are those whose files are there."""

from pathlib import Path

import pytest

from intake.ocr import languages
from intake.ocr.languages import language_files, languages_known


def test_the_environment_brings_english_and_german() -> None:
    assert {"eng", "deu"} <= set(language_files())


def test_the_systems_packs_count_and_the_environments_win(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "5" / "tessdata"
    folder.mkdir(parents=True)
    for name in ("ell", "eng", "osd", "chi_sim_vert", "no language"):
        (folder / f"{name}.traineddata").touch()
    monkeypatch.setattr(languages, "_SYSTEM_FOLDERS", tmp_path)

    files = language_files()

    assert files["ell"] == folder / "ell.traineddata"
    assert files["eng"].parent != folder
    assert {"osd", "no language"} & set(files) == set()
    assert "chi_sim_vert" in files


@pytest.mark.parametrize(
    ("asked", "known"),
    [("eng", "eng"), ("ell+eng+ell", "ell+eng"), ("tlh+eng", "eng"), ("tlh", ""), ("", ""), ("../eng", "")],
)
def test_of_the_languages_asked_for_those_are_taken_that_are_there(asked: str, known: str) -> None:
    assert languages_known(asked, ["eng", "ell"]) == known
