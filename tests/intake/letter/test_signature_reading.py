"""The lines below a signature are read as a whole, and what could be read otherwise is not sure."""

import pytest

from intake.letter.letter_lines import Line
from intake.letter.signature_pieces import Known
from intake.letter.signature_reading import Value, signature_read
from intake.letter.signature_scores import Part
from intake.page.page import PageView, Segment, Word

VIEW = PageView(1, 595, 842)
RIGHT = 520.0
SURE = 1.0


def lines_of(*texts: str) -> list[Line]:
    """Return lines below each other, each letter five points wide."""
    lines = []
    for row, text in enumerate(texts):
        words, x, y = [], 70.0, 400.0 - 14 * row
        for word in text.split():
            words.append(Word(word, (x, y, x + 5 * len(word), y + 10)))
            x += 5 * len(word) + 3
        lines.append(Line(text, Segment(tuple(words)), VIEW))
    return lines


def read(*texts: str, known: tuple[str, ...] = ()) -> dict[Part, Value]:
    return signature_read(lines_of(*texts), Known(frozenset(known)), RIGHT)


def texts_of(found: dict[Part, Value]) -> dict[str, str]:
    return {part.value: value.text for part, value in found.items()}


@pytest.mark.parametrize(
    ("lines", "name", "title"),
    [
        (("Nerys Oakfield", "Chief Executive"), "Nerys Oakfield", "Chief Executive"),
        (("Nerys Oakfield, Chief Executive",), "Nerys Oakfield", "Chief Executive"),
        (("Imogen Tallow, MCIPS", "Buyer"), "Imogen Tallow, MCIPS", "Buyer"),
        (("Le directeur général,", "Jean Castaing"), "Jean Castaing", "Le directeur général"),
        (
            ("Nerys Oakfield", "Director, Procurement and Facilities"),
            "Nerys Oakfield",
            "Director, Procurement and Facilities",
        ),
        (
            ("Nerys Oakfield", "Director, Procurement", "and Facilities"),
            "Nerys Oakfield",
            "Director, Procurement and Facilities",
        ),
        (("p.p. Nerys Oakfield", "Secretary"), "Nerys Oakfield", "Secretary"),
        (("i. A. Gisela Nüßlein", "Sachbearbeiterin", "Leiterin"), "Gisela Nüßlein", None),
        (("drs. Fenna in 't Zandt", "Bestuurslid"), "drs. Fenna in 't Zandt", "Bestuurslid"),
        (
            ("Prof. Gwenllian ap Dafydd", "Head of Sourcing, Digital"),
            "Prof. Gwenllian ap Dafydd",
            "Head of Sourcing, Digital",
        ),
        (
            ("Deputy Chief Executive", "Prof. Gwenllian oph Dafydd"),
            "Prof. Gwenllian oph Dafydd",
            "Deputy Chief Executive",
        ),
    ],
)
def test_name_and_title_are_told_apart(lines: tuple[str, ...], name: str, title: str | None):
    found = texts_of(read(*lines))

    assert found["name"] == name
    assert title is None or found["title"] == title


def test_a_department_is_no_part_of_the_title():
    found = read("Marjolein de Boer", "Hoofd Inkoop", "Afdeling Bedrijfsvoering")

    assert texts_of(found) == {"name": "Marjolein de Boer", "title": "Hoofd Inkoop"}


def test_an_organisation_that_the_letter_names_elsewhere_is_told_from_a_person():
    found = read("Nerys Oakfield", "Trustee", "Second Socket", known=("second socket",))

    assert texts_of(found) == {
        "name": "Nerys Oakfield",
        "title": "Trustee",
        "organisation": "Second Socket",
    }


def test_a_title_that_may_go_on_in_the_next_line_is_not_sure():
    found = read("Nerys Oakfield", "Lector Circulaire", "Techniek")

    assert found[Part.TITLE].margin < SURE


def test_a_title_and_a_name_that_stand_alone_are_sure():
    found = read("Nerys Oakfield", "Chief Executive")

    assert [found[part].margin >= SURE for part in (Part.NAME, Part.TITLE)] == [True, True]
