"""The generator keeps its promises: the same seed the same bytes, and nothing shared between the sets."""

import itertools

from made_up.block_shapes import shapes_of
from made_up.copies_docx import layouts_of as docx_layouts
from made_up.copies_typst import layouts_of as typst_layouts
from made_up.other_papers import DEVELOPMENT_PAPERS, HELD_OUT_PAPERS
from made_up.people import DEVELOPMENT, HELD_OUT, applicants
from made_up.signed_copies import FACES, FAMILIES, documents
from made_up.signing_platforms import platforms_of


def test_the_same_seed_gives_the_same_bytes():
    once = [made.data for made in documents(HELD_OUT, 3, len(FAMILIES))]

    again = [made.data for made in documents(HELD_OUT, 3, len(FAMILIES))]

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
