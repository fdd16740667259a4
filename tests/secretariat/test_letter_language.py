import pytest

from pact.documents import DocumentAsRead, DocumentKind
from secretariat.letter_language import (
    SPOKEN_IN,
    LanguageChoice,
    choose_language,
    language_of_answer,
    language_of_earlier,
)
from templates.language_words import LANGUAGES

DUTCH = "Beste,\n\nBijgaand het ondertekende Pact.\n\nMet vriendelijke groet,\nSjoerd"
GERMAN_LETTER = DocumentAsRead(kind=DocumentKind.LETTER_OF_SUPPORT, language="de")


def test_the_text_of_the_mail_decides_before_all_else():
    choice = choose_language(
        f"{DUTCH}\nSent from my iPhone",
        documents=[GERMAN_LETTER],
        domain="ville.example.fr",
        known_language="es",
    )

    assert choice == LanguageChoice("nl", "Dutch: the mail is written in Dutch.")


def test_then_what_the_device_signs_with():
    choice = choose_language("Sendt fra min iPhone", documents=[GERMAN_LETTER], domain="by.no")

    assert choice == LanguageChoice("no", "Norwegian: the sender's device signs in Norwegian.")


def test_a_danish_device_is_no_norwegian():
    assert choose_language("Sendt fra min iPhone", domain="by.dk").language == "en"


def test_then_the_document():
    choice = choose_language("", documents=[GERMAN_LETTER], domain="stad.nl", known_language="nl")

    assert choice == LanguageChoice("de", "German: the document is written in German.")


def test_a_signed_pact_in_english_says_nothing_of_its_sender():
    pact = DocumentAsRead(kind=DocumentKind.SIGNED_PACT, language="en")

    assert choose_language("", documents=[pact], known_language="nl").language == "nl"


def test_documents_in_two_languages_decide_nothing():
    french = DocumentAsRead(kind=DocumentKind.LETTER_OF_SUPPORT, language="fr")

    assert choose_language("", documents=[GERMAN_LETTER, french]).language == "en"


@pytest.mark.parametrize(("registered", "language"), [("nl", "nl"), ("NB", "no"), ("nn", "no"), ("xx", "en")])
def test_then_the_register(registered: str, language: str):
    assert choose_language("", known_language=registered).language == language


@pytest.mark.parametrize(
    ("domain", "country", "offered"),
    [
        ("stad.example.be", "", ("nl", "fr", "de")),
        ("kanton.example.ch", "", ("de", "fr")),
        ("city.example.org", "BE", ("nl", "fr", "de")),
        ("gemeente.example.nl", "", ("nl",)),
        ("city.example.org", "", ()),
        ("city.example.uk", "", ()),
    ],
)
def test_in_doubt_it_is_english_with_a_line_in_each_likely_language(
    domain: str, country: str, offered: tuple[str, ...]
):
    choice = choose_language("FYI", domain=domain, known_country=country)

    assert (choice.language, choice.offered) == ("en", offered)


def test_a_mail_in_a_language_without_letters_is_answered_in_english():
    choice = choose_language(
        "Kære sekretariat,\n\nVedhæftet finder I den underskrevne aftale.", domain="by.dk"
    )

    assert choice == LanguageChoice(
        "en", 'English: the mail is written in a language without letters of its own ("da").'
    )


def test_an_answer_is_framed_in_the_language_its_writer_chose():
    choice = language_of_answer(
        "Dank voor uw vraag. Ja, ook een bibliotheek kan meedoen; wij helpen u graag."
    )

    assert choice == LanguageChoice("nl", "Dutch: the answer is written in Dutch.")
    assert language_of_answer("Yes.") is None


def test_later_letters_of_a_case_stay_in_its_language():
    assert language_of_earlier("fr").language == "fr"
    assert language_of_earlier("xx").language == "en"


def test_only_languages_that_letters_have_are_offered():
    assert {language for spoken in SPOKEN_IN.values() for language in spoken} - set(LANGUAGES) == set()
