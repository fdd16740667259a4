"""`cfit doctor` says which scans can be read here, and what the rest costs."""

from secretariat.console import LONGEST_CELL
from secretariat.health_checks import Health
from secretariat.sight_checks import LATIN, OTHER_SCRIPTS, examine_sight, languages_found


def test_with_every_likely_language_nothing_is_missing() -> None:
    results = list(languages_found({**LATIN, **OTHER_SCRIPTS, "isl": "Icelandic"}))

    assert [(result.name, result.health) for result in results] == [("languages of scans", Health.GOOD)]
    assert results[0].says.endswith("Finnish, Greek, Bulgarian and 1 more.")


def test_a_missing_language_is_named_with_what_it_costs_and_how_to_have_it() -> None:
    results = list(languages_found([code for code in (LATIN | OTHER_SCRIPTS) if code not in ("nld", "ell")]))

    told = {result.name: result for result in results[1:]}
    assert {name: (result.health, result.value) for name, result in told.items()} == {
        "languages missing for scans": (Health.NOTE, "nld"),
        "scripts missing for scans": (Health.NOTE, "ell"),
    }
    assert told["languages missing for scans"].says.endswith("apt-get install tesseract-ocr-nld")
    assert "as if they were English" in told["languages missing for scans"].says
    assert "waits for a person" in told["scripts missing for scans"].says


def test_several_packs_are_one_command_that_fits_a_table() -> None:
    results = {result.name: result.says for result in languages_found(["eng"])}

    assert results["scripts missing for scans"].endswith("apt-get install tesseract-ocr-{ell,bul}")
    assert max(map(len, results.values())) <= LONGEST_CELL


def test_without_english_something_is_wrong() -> None:
    results = [result for result in languages_found(["deu"]) if result.is_bad]

    assert [result.name for result in results] == ["no English for scans"]


def test_the_default_install_can_see() -> None:
    results = {result.name: result for result in examine_sight()}

    assert results["reading"].health is Health.GOOD
    assert results["ocr"].health is Health.GOOD
    assert "no English for scans" not in results
