"""The set "unseen" keeps its promises: the same seed the same bytes, and labels that its papers bear out."""

import itertools
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from made_up.labels import PDF, MadeDocument
from made_up.signed_copies import documents
from made_up.unseen import UNSEEN, UNSEEN_FAMILIES


@pytest.fixture(scope="module")
def made() -> list[MadeDocument]:
    return list(documents(UNSEEN, 7, len(UNSEEN_FAMILIES)))


def test_the_same_seed_gives_the_same_unseen_bytes(made: list[MadeDocument]):
    again = list(documents(UNSEEN, 7, len(UNSEEN_FAMILIES)))

    assert [each.data for each in again] == [each.data for each in made]


def test_an_unseen_document_does_not_depend_on_how_many_are_asked_for(made: list[MadeDocument]):
    assert list(itertools.islice(documents(UNSEEN, 7, 90), 3)) == made[:3]


def test_every_labelled_value_is_printed_in_its_copy(made: list[MadeDocument]):
    missing = [
        (each.file_name, value)
        for each in made
        if each.media_type == PDF
        for value in _labelled(each)
        if "".join(value.split()) not in _printed(each.data)
    ]

    assert missing == []


def _labelled(each: MadeDocument) -> list[str]:
    return [
        value
        for block in each.label.signatories
        for value in (block.organisation, block.name, block.title)
        if value
    ]


def _printed(data: bytes) -> str:
    """Return the text of all pages and form fields without white space."""
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
    with pikepdf.open(BytesIO(data)) as file:
        fields = [str(field.get("/V", "")) for field in file.Root.get("/AcroForm", {}).get("/Fields", [])]
    return "".join((text + "".join(fields)).split())
