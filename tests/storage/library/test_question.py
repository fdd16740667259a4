"""A question is taken apart: its language, what it names, and what it leaves to the question before it."""

import pytest

from storage.library.glossary import shipped_glossary
from storage.library.question import Question, understand

GLOSSARY = shipped_glossary()


def slots(question: Question) -> dict[str, str]:
    return {notion.slot: notion.said for notion in question.notions if notion.slot}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("how long is the warranty", "en"),
        ("hoe lang is de garantie op een laptop", "nl"),
        ("wie lange gilt die Garantie für Laptops", "de"),
        ("quelle est la durée de la garantie", "fr"),
        ("hvor lang er garantien på en bærbar pc", "no"),
        ("kor lang er garantien på ein berbar", "no"),
        ("¿cuántos años dura la garantía del portátil?", "es"),
    ],
)
def test_the_language_of_a_question_is_told_by_its_words(text: str, language: str):
    assert understand(text, GLOSSARY).language == language


def test_level_product_and_money_are_told_apart():
    found = slots(understand("what does the core level warranty of a laptop cost", GLOSSARY))

    assert found == {"level": "core", "product": "laptop", "money": "cost"}


def test_an_edition_is_a_year_or_a_version():
    assert understand("warranty in version 2.0", GLOSSARY).editions == ("2.0",)
    assert understand("the 2016 criteria", GLOSSARY).editions == ("2016",)


def test_a_follow_up_keeps_what_it_does_not_say_anew():
    question = understand("and comprehensive?", GLOSSARY, "laptop battery cycles at core level in 2021")

    assert slots(question) == {"level": "comprehensive", "product": "laptop"}
    assert question.editions == ("2021",)
    assert question.follows


def test_a_whole_question_of_its_own_leaves_the_one_before_it():
    question = understand(
        "how many years of warranty does a refurbished printer carry", GLOSSARY, "battery cycles of laptops"
    )

    assert not question.follows


@pytest.mark.parametrize("text", ["", "   ", "?!", "\x00\x1b[2J", "a" * 5000])
def test_nothing_that_is_asked_breaks_it(text: str):
    assert understand(text, GLOSSARY).text == text
