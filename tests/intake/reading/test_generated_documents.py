"""What the reader makes of documents by a generator that knows nothing of it."""

import pytest
from made_up.people import DEVELOPMENT, HELD_OUT
from made_up.reading_report import Report, report_on
from made_up.signed_copies import FAMILIES, documents

from intake.reading.read_file import read_file
from intake.reading.sniff import sniff
from pact.documents import FIELD_NAMES

TURNS = 2
"""How often each family is met: 48 documents of each set."""


@pytest.fixture(scope="module", params=[DEVELOPMENT, HELD_OUT])
def report(request: pytest.FixtureRequest) -> Report:
    made = documents(request.param, seed=4, count=TURNS * len(FAMILIES))
    return report_on((one, read_file(one.data, sniff(one.data))) for one in made)


def test_at_least_98_of_100_fields_are_read_exactly(report: Report):
    assert report.exact >= 0.98, report.wrong


def test_no_single_field_falls_behind(report: Report):
    # Of fifty answers two may be wrong: the finer figure is the benchmark's, over 300 documents.
    assert {name: str(report.fields[name]) for name in FIELD_NAMES if report.fields[name].share < 0.96} == {}


def test_at_least_99_of_100_kinds_are_told(report: Report):
    assert report.fields["kind"].share >= 0.99, report.wrong


def test_at_most_one_wrong_value_is_said_to_be_sure(report: Report):
    assert report.wrong_and_sure[1:] == []


def test_of_what_is_read_rightly_95_of_100_are_said_to_be_sure(report: Report):
    assert report.sure.share >= 0.95
