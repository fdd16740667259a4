"""What stands between greeting and farewell, in the ways that people greet and take leave."""

import pytest

from intake.wants.between_courtesies import between_courtesies, without_politeness


@pytest.mark.parametrize(
    ("greeting", "farewell"),
    [
        ("Dear Secretariat,", "Kind regards,\nIda Holm\nHead of ICT Procurement"),
        ("Geachte heer, mevrouw,", "Met vriendelijke groet,\nIda Holm"),
        ("Beste Anna,", "Mvg,\nIda"),
        ("Sehr geehrte Damen und Herren,", "Mit freundlichen Grüßen\nIda Holm\nLeiterin Beschaffung"),
        ("Madame, Monsieur,", "Veuillez agréer, Madame, Monsieur, nos salutations distinguées.\nIda Holm"),
        ("Hei,", "Vennlig hilsen\nIda Holm"),
        ("Estimados señores:", "Un cordial saludo,\nIda Holm"),
        ("Hello,", "Thanks!\nIda"),
    ],
)
def test_greeting_farewell_and_the_names_below_it_are_left_out(greeting: str, farewell: str):
    text = f"{greeting}\n\nThe day is on the last page.\n\n{farewell}\n"

    assert between_courtesies(text) == "The day is on the last page."


def test_a_postscript_is_kept():
    text = "It is on page 2.\n\nKind regards,\nIda\n\nPS: we have moved."

    assert between_courtesies(text) == "It is on page 2.\nPS: we have moved."


def test_a_long_line_that_begins_like_a_courtesy_is_none():
    text = "Dear colleagues have told me that you need the title of our signatory.\nBest practice is ours."

    assert between_courtesies(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for your letter.",
        "Sorry about that!",
        "Please find our signed copy attached.",
        "Bijgaand ons ondertekende exemplaar.",
        "Vielen Dank für Ihre Nachricht.",
    ],
)
def test_a_short_sentence_that_is_only_polite_says_nothing(text: str):
    assert without_politeness(f"{text} It is on page 2.") == "It is on page 2."


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for asking, and please note that our minister has withdrawn her signature since then.",
        "Thank you, but we have changed our mind.",
        "Please find our new title: Head of IT.",
        "Sorry, it was page 3.",
    ],
)
def test_what_begins_politely_and_says_more_is_kept(text: str):
    assert without_politeness(text) == text


@pytest.mark.parametrize("text", ["", "Dear Secretariat,", "Dear Secretariat,\n\nKind regards,\nIda"])
def test_courtesies_alone_say_nothing(text: str):
    assert between_courtesies(text) == ""
