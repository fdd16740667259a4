"""The scan generator keeps its promises: the same seed the same bytes, and nothing shared between sets."""

import itertools
from collections.abc import Iterator

import pytest
from made_up.altered_pact import ADDED, NUMBER_SWAPS, WORD_SWAPS
from made_up.backgrounds import SURFACES
from made_up.cameras import CAMERAS
from made_up.filled_forms import PRINT_FACES
from made_up.form_layouts import FORM_LAYOUTS
from made_up.handwriting import HANDS
from made_up.heic_sample import HEIC, heic_photo
from made_up.not_documents import PICTURE_FACES
from made_up.pen_ink import PENS
from made_up.pen_signatures import MODELS
from made_up.people import DEVELOPMENT, HELD_OUT
from made_up.rubber_stamps import INKS as STAMP_PADS
from made_up.scanned_copies import family_names, scanned, scanned_family
from made_up.scanners import SCANNERS

from intake.pictures.decode import pictures_in

MANY_PAGES = (
    "scan_altered_copy",
    "scan_unaltered_copy",
    "scan_whole_copy",
    "scan_struck_clause",
    "scan_tiff",
)
BY_SET = {
    "scanners": SCANNERS,
    "cameras": CAMERAS,
    "surfaces": SURFACES,
    "pens": PENS,
    "signatures": MODELS,
    "hands": HANDS,
    "layouts": FORM_LAYOUTS,
    "faces": PRINT_FACES,
    "stamps": STAMP_PADS,
    "faces of pictures": PICTURE_FACES,
    "words swapped": WORD_SWAPS,
    "numbers swapped": NUMBER_SWAPS,
    "sentences added": ADDED,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in family_names() if name not in MANY_PAGES])
def test_the_same_seed_gives_the_same_bytes(name: str):
    once = [made.data for made in scanned_family(name, HELD_OUT, 3, 1)]

    again = [made.data for made in scanned_family(name, HELD_OUT, 3, 1)]

    assert again == once


def test_another_seed_gives_other_scans():
    here = {made.data for made in scanned(DEVELOPMENT, 1, 3)}

    there = {made.data for made in scanned(DEVELOPMENT, 2, 3)}

    assert here & there == set()


def test_a_scan_does_not_depend_on_how_many_are_asked_for():
    few = list(scanned(DEVELOPMENT, 5, 2))

    assert list(itertools.islice(scanned(DEVELOPMENT, 5, 9), 2)) == few


def test_scans_are_made_one_by_one():
    assert isinstance(scanned(DEVELOPMENT, 1, 10**9), Iterator)


@pytest.mark.parametrize("what", BY_SET)
def test_the_sets_share_no_machine_pen_hand_layout_face_or_words(what: str):
    here, there = (
        {getattr(one, "name", one) for one in BY_SET[what][name]} for name in (DEVELOPMENT, HELD_OUT)
    )

    assert here & there == set()


def test_the_kept_heic_photo_can_be_opened():
    (picture,) = pictures_in(heic_photo().data, HEIC)

    assert (picture.width, picture.height) == (1194, 1592)
