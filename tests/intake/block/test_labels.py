"""Labels are known by their words, in order of length, and only where they open a text or are closed."""

import pytest

from intake.block.labels import LabelField, fields_named, label_at_start, labels_inside


@pytest.mark.parametrize(
    ("text", "field", "closed"),
    [
        ("Organization", LabelField.ORGANISATION, False),
        ("Organisation:", LabelField.ORGANISATION, True),
        ("Name of organisation / Naam organisatie: X", LabelField.ORGANISATION, True),
        ("2. Name", LabelField.NAME, False),
        ("Name (in block letters):", LabelField.NAME, True),
        ("Title / Function", LabelField.TITLE, False),
        ("Date (dd/mm/yyyy)", LabelField.DATE, False),
        ("Date ........", LabelField.DATE, True),
        ("Organisation – X", LabelField.ORGANISATION, True),
        ("Date of birth: 1 May 1980", LabelField.OTHER, True),
        ("ÉTABLISSEMENT :", LabelField.ORGANISATION, True),
        ("Ημερομηνία", LabelField.DATE, False),
    ],
)
def test_a_label_opens_its_text(text: str, field: LabelField, closed: bool) -> None:
    found = label_at_start(text)

    assert found is not None
    assert (found.field, found.closed) == (field, closed)


@pytest.mark.parametrize(
    "text",
    [
        "Signed,",
        "Organisational matters",
        "Nameless",
        "Title-holder",
        "the name",
        "Signature page",
        "Signatory to the pact",
        "Date of",
    ],
)
def test_words_that_only_begin_like_a_label_are_none(text: str) -> None:
    assert label_at_start(text) is None


def test_labels_inside_a_line_must_be_closed() -> None:
    found = labels_inside("Name: Roos Title: Buyer Date unknown")

    assert [f.field for f in found] == [LabelField.TITLE]


def test_running_text_names_no_fields() -> None:
    assert fields_named("The name and title of the organisation are public.\nNothing else is.") == set()
