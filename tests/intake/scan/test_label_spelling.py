"""Labels that OCR misspelt are put right; values are left as they were read."""

import pytest

from intake.page.page import Word
from intake.scan.label_spelling import with_labels_mended
from pact.documents import Method


def block(*rows: tuple[str, str], score: float = 0.9) -> list[Word]:
    """Return words of a block: labels at the left, values at 200 points."""
    words = []
    for number, (label, value) in enumerate(rows):
        for left, text in ((60.0, label), (200.0, value)):
            x = left
            for part in text.split():
                box = (x, 700.0 - 20 * number, x + 5 * len(part), 712.0 - 20 * number)
                words.append(Word(part, box, size_pt=11, method=Method.OCR, score=score))
                x += 5 * len(part) + 3
    return words


def texts(words: tuple[Word, ...]) -> str:
    return " ".join(w.text for w in words)


GOOD = (("Title", "Hoofd Inkoop"), ("Date", "5 May 2022"))


@pytest.mark.parametrize(
    ("misread", "meant"),
    [
        ("0rganization", "Organization"),
        ("Partcipation type", "Participation type"),
        ("Participationtype", "Participation type"),
        ("Narne", "Name"),
        ("Signatuse", "Signature"),
    ],
)
def test_a_misspelt_label_is_put_right(misread: str, meant: str) -> None:
    found = with_labels_mended(block((misread, ""), *GOOD))

    assert texts(found).startswith(meant + " ")


def test_a_value_that_resembles_a_label_stays() -> None:
    words = block(("Organization", "Namen"), ("Name", "Dates Titles"), *GOOD)

    assert texts(with_labels_mended(words)) == texts(tuple(words))


def test_a_label_that_is_there_already_is_not_found_twice() -> None:
    words = block(("Name", "Iris Kuper"), ("Narne", "x"), *GOOD)

    assert texts(with_labels_mended(words)) == texts(tuple(words))


def test_nothing_is_mended_where_no_block_is() -> None:
    words = block(("Narne", "Iris Kuper"))

    assert texts(with_labels_mended(words)) == texts(tuple(words))


def test_an_option_read_poorly_is_put_right() -> None:
    words = block(("Participation type", "Coordinatlng organizatlon / procurlng"), *GOOD)

    assert texts(with_labels_mended(words)).startswith(
        "Participation type Coordinating organization / procuring"
    )
