"""The pages of a copy say of each word whether the file itself has it, or somebody read it."""

import pytest
from made_up.altered_texts import demonstration_edition
from made_up.pact_text import whole_pact

from intake.wording.pages_of_copy import copy_pages
from pact.documents import Alteration
from pact.wording import wording_of

EDITION = demonstration_edition(with_words=True)
TEXT = "\n".join(line.numbered for line in whole_pact())
CHANGED = TEXT.replace("within a reasonable time", "within a very long time")


def alterations(text: str, by_scanner: frozenset[int]) -> tuple[Alteration, ...]:
    return wording_of(copy_pages([text], [], by_scanner=by_scanner), [EDITION]).alterations


def test_what_differs_in_printed_text_is_sure():
    found = alterations(CHANGED, frozenset())

    assert [one.sure for one in found] == [True]


def test_what_differs_in_the_text_that_a_scanner_left_is_asked_about():
    found = alterations(CHANGED, frozenset({1}))

    assert [one.sure for one in found] == [False]


@pytest.mark.parametrize("slip", ["reosonable", "reasonab1e", "rcasonable"])
def test_a_scanner_s_slip_is_no_change(slip: str):
    assert alterations(TEXT.replace("reasonable time", f"{slip} time"), frozenset({1})) == ()
