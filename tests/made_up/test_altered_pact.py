"""Altered copies say truly what was altered."""

from random import Random

import pytest
from made_up.altered_pact import EDITS, NUMBER_SWAPS, WORD_SWAPS, altered_pact, clause_numbers
from made_up.pact_text import whole_pact
from made_up.people import DEVELOPMENT, HELD_OUT


@pytest.mark.parametrize("set_name", [DEVELOPMENT, HELD_OUT])
@pytest.mark.parametrize("seed", range(12))
def test_only_the_clause_that_is_named_differs(set_name: str, seed: int):
    lines, told = altered_pact(Random(seed), set_name)

    was, found = texts(list(whole_pact())), texts(list(lines))
    differing = {number for number in was | found if was.get(number) != found.get(number)}
    assert differing == {alteration.clause for alteration in told}


@pytest.mark.parametrize("set_name", [DEVELOPMENT, HELD_OUT])
def test_the_words_that_are_named_stand_in_the_clause(set_name: str):
    for seed in range(20):
        lines, (alteration,) = altered_pact(Random(seed), set_name)
        was, found = texts(list(whole_pact())), texts(list(lines))

        assert alteration.expected in was.get(alteration.clause, "")
        assert alteration.found in found.get(alteration.clause, "")


def test_several_kinds_alter_several_clauses():
    _, told = altered_pact(Random(4), DEVELOPMENT, len(EDITS))

    assert len({alteration.clause for alteration in told}) == len(EDITS)


@pytest.mark.parametrize("table", [WORD_SWAPS, NUMBER_SWAPS])
def test_every_swap_finds_its_word_in_a_clause(table: dict[str, tuple[tuple[str, str], ...]]):
    words = " ".join(texts(list(whole_pact())).values())

    assert [old for swaps in table.values() for old, _ in swaps if old not in words] == []


def texts(lines: list) -> dict[str, str]:
    """Return the clauses by number; headings and introductions count as one."""
    found: dict[str, str] = {}
    for number, line in zip(clause_numbers(lines), lines, strict=True):
        found[number] = f"{found.get(number, '')} {line.text}".strip()
    return found
