"""Which labels belong together where a page opens with the rest of a block."""

from collections.abc import Sequence

from intake.block.label_groups import Label, grouped
from intake.block.labels import CORE, LabelField
from intake.page.page import Word

REST = (LabelField.PARTICIPATION_TYPE, LabelField.DATE, LabelField.SIGNATURE)
WHOLE = (LabelField.ORGANISATION, LabelField.NAME, LabelField.TITLE, *REST)
SIGNED_FIRST = (*REST, LabelField.NAME, LabelField.TITLE, LabelField.ORGANISATION)


def below_each_other(fields: Sequence[LabelField]) -> list[Label]:
    return [
        Label(one, (Word(one.value, (72.0, y, 140.0, y + 11.0)),), closed=True, alone=True)
        for one, y in zip(fields, range(780, 0, -22), strict=False)
    ]


def fields_of_blocks(fields: Sequence[LabelField]) -> list[set[LabelField]]:
    blocks, _ = grouped(below_each_other(fields))
    return [set(block.labels) for block in blocks]


def test_the_rest_of_a_block_at_a_page_s_head_takes_nothing_of_the_next_block():
    assert fields_of_blocks([*REST, *WHOLE, *WHOLE]) == [set(REST), set(CORE), set(CORE)]


def test_a_block_that_is_signed_above_the_name_stays_one():
    assert fields_of_blocks(SIGNED_FIRST) == [set(CORE)]


def test_two_blocks_that_are_signed_above_the_name_stay_two():
    assert fields_of_blocks([*SIGNED_FIRST, *SIGNED_FIRST]) == [set(CORE), set(CORE)]


def test_two_whole_blocks_are_two():
    assert fields_of_blocks([*WHOLE, *WHOLE]) == [set(CORE), set(CORE)]


def test_a_page_that_begins_and_ends_within_blocks_has_both_ends_apart():
    assert fields_of_blocks([*REST, *WHOLE, *WHOLE[:5]]) == [set(REST), set(CORE), set(WHOLE[:5])]
