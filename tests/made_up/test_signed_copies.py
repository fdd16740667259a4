"""The generator keeps its promises: the same seed the same bytes, and nothing shared between the sets."""

import itertools

import pytest
from made_up.blind_copies import BLIND_FAMILIES, CLICKED
from made_up.blind_copies import LAYOUTS as BLIND_LAYOUTS
from made_up.blind_dates import BLIND_STYLES
from made_up.blind_marks import BLIND_MARKS
from made_up.blind_papers import BLIND_PAPERS
from made_up.block_shapes import shapes_of
from made_up.copies_docx import layouts_of as docx_layouts
from made_up.copies_typst import layouts_of as typst_layouts
from made_up.other_papers import DEVELOPMENT_PAPERS, HELD_OUT_PAPERS
from made_up.people import BLIND, DEVELOPMENT, HELD_OUT, SETS, applicants
from made_up.signature_blocks import HELD_OUT_MARKS
from made_up.signed_copies import FACES, FAMILIES, documents
from made_up.signing_platforms import PLATFORMS, platforms_of
from made_up.written_dates import STYLES


@pytest.mark.parametrize(("set_name", "count"), [(HELD_OUT, len(FAMILIES)), (BLIND, len(BLIND_FAMILIES))])
def test_the_same_seed_gives_the_same_bytes(set_name: str, count: int):
    once = [made.data for made in documents(set_name, 3, count)]

    again = [made.data for made in documents(set_name, 3, count)]

    assert again == once


def test_another_seed_gives_other_documents():
    here = {made.data for made in documents(DEVELOPMENT, 1, 8)}

    there = {made.data for made in documents(DEVELOPMENT, 2, 8)}

    assert here & there == set()


def test_a_document_does_not_depend_on_how_many_are_asked_for():
    few = list(documents(DEVELOPMENT, 5, 3))

    assert list(itertools.islice(documents(DEVELOPMENT, 5, 9), 3)) == few


def test_the_sets_share_no_layout():
    for of in (shapes_of, typst_layouts, docx_layouts):
        assert set(of(DEVELOPMENT)) & set(of(HELD_OUT)) == set()


def test_the_sets_share_no_face():
    for producer, faces in FACES[DEVELOPMENT].items():
        assert set(faces) & set(FACES[HELD_OUT][producer]) == set()


def test_the_sets_share_no_person_organisation_service_or_other_paper():
    here, there = applicants(DEVELOPMENT), applicants(HELD_OUT)

    assert {who.name for who in here} & {who.name for who in there} == set()
    assert {who.organisation for who in here} & {who.organisation for who in there} == set()
    assert set(platforms_of(DEVELOPMENT)) & set(platforms_of(HELD_OUT)) == set()
    assert set(DEVELOPMENT_PAPERS) & set(HELD_OUT_PAPERS) == set()


def test_the_blind_set_shares_no_layout_face_mark_or_way_of_writing_a_date():
    layouts = {shape for of in (shapes_of, typst_layouts, docx_layouts) for shape in of(HELD_OUT)}
    layouts |= {shape for of in (shapes_of, typst_layouts, docx_layouts) for shape in of(DEVELOPMENT)}

    assert {name for names in BLIND_LAYOUTS.values() for name in names} & layouts == set()
    for producer, faces in FACES[BLIND].items():
        assert set(faces) & {*FACES[DEVELOPMENT][producer], *FACES[HELD_OUT][producer]} == set()
    assert set(BLIND_MARKS) & set(HELD_OUT_MARKS) == set()
    assert set(BLIND_STYLES) & set(STYLES) == set()


def test_the_blind_set_shares_no_person_organisation_service_or_other_paper():
    own = applicants(BLIND)
    others = [who for set_name in SETS if set_name != BLIND for who in applicants(set_name)]

    assert {who.name for who in own} & {who.name for who in others} == set()
    assert {who.organisation for who in own} & {who.organisation for who in others} == set()
    assert set(BLIND_PAPERS) & {*DEVELOPMENT_PAPERS, *HELD_OUT_PAPERS} == set()
    assert CLICKED not in PLATFORMS
