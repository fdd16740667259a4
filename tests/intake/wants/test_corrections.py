import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.wants.corrections import MOST_CORRECTIONS, Correction, corrections_in


def said(text: str) -> list[tuple[str, str, bool]]:
    return [(one.field, one.value, one.sure) for one in corrections_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Date: 14 June 2021",
        "Datum: 14 juni 2021",
        "Datum: 14. Juni 2021",
        "Date : 14 juin 2021",
        "Dato: 14. juni 2021",
        "Fecha: 14 de junio de 2021",
        "It should be 14 June 2021.",
        "het moet zijn: 14 juni 2021",
        "Das richtige Datum lautet 14.06.2021.",
        "La date correcte est le 14 juin 2021.",
        "Riktig dato er 14. juni 2021",
        "La fecha correcta es el 14 de junio de 2021.",
        "It was signed on 14 June 2021.",
        "The date is not 14 June 2012 but 14 June 2021.",
        "It should be 14 June 2021, not 14 July 2021.",
        "De datum moet 14 juni 2021 zijn en niet 14 juni 2012.",
        "Es muss der 14. Juni 2021 heißen statt 14. Juli 2021.",
    ],
)
def test_a_day_that_is_put_right_is_sure(text):
    assert said(text) == [("date", "2021-06-14", True)]


@pytest.mark.parametrize(
    "text",
    [
        "The meeting is on 14 June 2024.",
        "We sent it on 14 June 2024.",
        "The date of the meeting is 14 June 2024.",
        "The date should be clear by now, 12 colleagues read it.",
        "Date: Mon, 14 Jun 2021 10:22:11 +0200\nFrom: a@b.example\nSubject: x",
        "Date: 03/04/2024",
    ],
)
def test_another_day_or_a_day_that_may_be_two_puts_nothing_right(text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("we are a procuring organisation", "procuring"),
        ("We are not a coordinating but a procuring organisation.", "procuring"),
        ("We are both a coordinating and procuring organisation.", "both"),
        ("Participation type: both", "both"),
        ("Wij zijn een inkopende organisatie.", "procuring"),
        ("Wir nehmen als koordinierende Organisation teil.", "coordinating"),
        ("Nous participons en tant qu'organisation acheteuse.", "procuring"),
        ("vi er en innkjøpende organisasjon", "procuring"),
        ("Somos una organización compradora.", "procuring"),
    ],
)
def test_what_an_organisation_takes_part_as_is_read_in_six_languages(text, value):
    assert said(text) == [("participation_type", value, True)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("our name should read Eastmarsh Borough Council", "Eastmarsh Borough Council"),
        ("Onze naam is Waterschap De Linge Oost, niet Linge-Oost BV.", "Waterschap De Linge Oost"),
        ("Unser Name ist falsch. Es muss heißen: Landkreis Größenau.", "Landkreis Größenau"),
        ('Le nom de notre organisme doit être "Val d\'Opale" et pas "CC Opale".', "Val d'Opale"),
        ("Namnet vårt er feil. Det skal vere Ås kommune.", "Ås kommune"),
        ("Nuestro nombre es Ayuntamiento de Villaserena.", "Ayuntamiento de Villaserena"),
        ("Organisation: Stadt Müllenbach", "Stadt Müllenbach"),
    ],
)
def test_the_name_of_an_organisation_is_taken_as_written(text, name):
    assert said(text) == [("organisation", name, True)]


def test_lines_of_labels_and_values_each_put_one_field_right():
    text = "Name: Ada Vos\nTitle: Head of Procurement\nDate: 14 June 2021\n\nRegards, Ada"

    assert said(text) == [
        ("name", "Ada Vos", True),
        ("title", "Head of Procurement", True),
        ("date", "2021-06-14", True),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "We signed the text unchanged.",
        "Wij hebben niets aan de tekst gewijzigd.",
        "Der Text wurde unverändert unterzeichnet.",
        "Nous avons signé le texte sans modification.",
        "Teksten er uendret.",
        "El texto se firmó sin cambios.",
    ],
)
def test_that_the_text_was_signed_as_it_stands_is_heard(text):
    assert corrections_in(text) == (Correction("text_unchanged", "yes", text, sure=True),)


def test_two_values_for_one_field_are_sure_for_neither():
    assert said("Date: 14 June 2021\nDate: 15 June 2021") == [
        ("date", "2021-06-14", False),
        ("date", "2021-06-15", False),
    ]


def test_a_question_puts_nothing_right_surely():
    assert said("Should it be 14 June 2021?") == []
    assert said("We are a procuring organisation, right?") == [("participation_type", "procuring", False)]


def test_a_sentence_that_is_no_name_is_not_sure():
    assert said("Name: please see below") == [("name", "please see below", False)]


def test_no_mail_puts_more_right_than_a_person_can_look_over():
    text = "\n".join(f"Name: Person {number}" for number in range(100))

    assert len(corrections_in(text)) == MOST_CORRECTIONS


@given(st.text(max_size=300))
def test_any_text_gets_an_answer(text):
    assert all(one.value for one in corrections_in(text))
