"""The scan generator keeps its promises: the same seed the same bytes, and nothing shared between sets."""

import itertools

import pytest
from made_up.backgrounds import SURFACES
from made_up.cameras import CAMERAS
from made_up.filled_forms import PRINT_FACES
from made_up.form_layouts import FORM_LAYOUTS
from made_up.handwriting import HANDS
from made_up.pen_ink import PENS
from made_up.pen_signatures import MODELS
from made_up.people import DEVELOPMENT, HELD_OUT
from made_up.rubber_stamps import INKS as STAMP_PADS
from made_up.scanned_copies import SCAN_FAMILIES, scanned
from made_up.scanners import SCANNERS


def test_the_same_seed_gives_the_same_bytes():
    once = [made.data for made in scanned(HELD_OUT, 3, len(SCAN_FAMILIES))]

    again = [made.data for made in scanned(HELD_OUT, 3, len(SCAN_FAMILIES))]

    assert again == once


def test_a_scan_does_not_depend_on_how_many_are_asked_for():
    few = list(scanned(DEVELOPMENT, 5, 2))

    assert list(itertools.islice(scanned(DEVELOPMENT, 5, 9), 2)) == few


@pytest.mark.parametrize(
    "by_set", [SCANNERS, CAMERAS, SURFACES, PENS, MODELS, HANDS, FORM_LAYOUTS, PRINT_FACES, STAMP_PADS]
)
def test_the_sets_share_no_machine_pen_hand_layout_or_face(by_set: dict[str, tuple[object, ...]]):
    here, there = ({getattr(one, "name", one) for one in by_set[name]} for name in (DEVELOPMENT, HELD_OUT))

    assert here & there == set()
