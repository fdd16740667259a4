"""The scan generator keeps its promises: the same seed the same bytes, and nothing shared between sets."""

import itertools

from made_up.pen_ink import PENS
from made_up.pen_signatures import MODELS
from made_up.people import DEVELOPMENT, HELD_OUT
from made_up.scanned_copies import SCAN_FAMILIES, scanned
from made_up.scanners import SCANNERS


def test_the_same_seed_gives_the_same_bytes():
    once = [made.data for made in scanned(HELD_OUT, 3, len(SCAN_FAMILIES))]

    again = [made.data for made in scanned(HELD_OUT, 3, len(SCAN_FAMILIES))]

    assert again == once


def test_a_scan_does_not_depend_on_how_many_are_asked_for():
    few = list(scanned(DEVELOPMENT, 5, 2))

    assert list(itertools.islice(scanned(DEVELOPMENT, 5, 9), 2)) == few


def test_the_sets_share_no_scanner_pen_or_way_of_signing():
    for by_set in (SCANNERS, PENS, MODELS):
        assert set(by_set[DEVELOPMENT]) & set(by_set[HELD_OUT]) == set()
