import re
from pathlib import Path

import pytest

from pact.clauses import GLOSSES, SIGNING, with_gloss
from pact.findings import CODES

NUMBERED = re.compile(r"[1-6]\.[1-7](\.[1-6](\.[a-f])?)?")


@pytest.mark.parametrize("code", CODES)
def test_the_clause_of_every_code_exists(code):
    clause = CODES[code].clause

    assert clause is None or clause in GLOSSES


@pytest.mark.parametrize("clause", GLOSSES)
def test_clauses_are_numbered_as_the_pact_does(clause):
    assert clause.startswith("intro, ") or NUMBERED.fullmatch(clause)


@pytest.mark.parametrize("clause", [c for c in GLOSSES if re.search(r"\.[a-f]$", c)])
def test_every_item_belongs_to_a_point_that_exists(clause):
    assert clause.rpartition(".")[0] in GLOSSES


def test_a_clause_is_shown_with_its_gloss():
    assert with_gloss("6.4.2") == "Pact 6.4.2 (the Steering Committee decides within one month of receipt)"
    assert with_gloss(SIGNING).startswith("Pact intro, Signing the Pact (who signs: ")


def test_a_clause_that_the_pact_does_not_have_is_an_error():
    with pytest.raises(KeyError):
        with_gloss("7.1")


@pytest.mark.shared
def test_every_point_and_item_of_the_pact_has_its_gloss(shared: Path):
    text = (shared / "pact" / "pact-2021.txt").read_text(encoding="utf-8")

    assert _numbers_printed(text) == {clause for clause in GLOSSES if not clause.startswith("intro")}


def _numbers_printed(text: str) -> set[str]:
    paragraph, point, numbers = "", "", set()
    for line in text.partition("Paragraph 1 ")[2].splitlines():
        if heading := re.match(r"Paragraph (\d)|(\d\.\d) ", line):
            paragraph = heading[1] or heading[2]
        elif point_line := re.match(r"(\d)\. ", line):
            point = f"{paragraph}.{point_line[1]}"
            numbers.add(point)
        elif item := re.match(r" - ([a-z])\. ", line):
            numbers.add(f"{point}.{item[1]}")
    return numbers
