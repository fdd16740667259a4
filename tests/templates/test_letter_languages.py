"""Every language has every letter, every word and every question, and calls a thing by one name."""

import itertools
import re
import tomllib
from pathlib import Path
from string import Formatter

import pytest

import templates
from pact.certificate_verdicts import five_verdicts
from pact.certificate_words import CertificateKind
from pact.documents import DigitalSignature, ParticipationType, ReadErrorCode, SignatureKind
from pact.findings import CODES
from templates.language_words import ENGLISH, LANGUAGES, asked_in, asks_without_words, language_name, words_of

OTHERS = [language for language in LANGUAGES if language != ENGLISH]
MAIL = Path(templates.__file__).parent / "mail"
GLOSSARY = tomllib.loads((MAIL / "glossary.toml").read_text("utf-8"))
OF_THEIR_OWN = ("problems", "asks")


def flat(words: dict[str, object], above: str = "") -> dict[str, str]:
    """Return every word with the path of keys that leads to it."""
    found: dict[str, str] = {}
    for key, value in words.items():
        path = f"{above}.{key}" if above else key
        if isinstance(value, dict):
            found |= flat(value, path)
        elif isinstance(value, list):
            found |= {f"{path}.{number}": one for number, one in enumerate(value)}
        else:
            found[path] = str(value)
    return found


def of_letters(language: str) -> dict[str, str]:
    return {
        path: text
        for path, text in flat(words_of(language)).items()
        if path.partition(".")[0] not in OF_THEIR_OWN
    }


def filled_in(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def test_letters_are_written_in_six_languages():
    assert (LANGUAGES, [language_name(language) for language in LANGUAGES]) == (
        ("en", "de", "es", "fr", "nl", "no"),
        ["English", "German", "Spanish", "French", "Dutch", "Norwegian"],
    )


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_every_word_of_the_english_letters(language: str):
    assert list(of_letters(language)) == list(of_letters(ENGLISH))


@pytest.mark.parametrize("language", OTHERS)
def test_a_word_is_filled_with_the_same_values_in_every_language(language: str):
    # The first of a month may be written out.
    english, here = (
        {path: filled_in(text) for path, text in of_letters(one).items() if path != "dates.first_day"}
        for one in (ENGLISH, language)
    )

    assert here == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_filled_in_is_a_plain_name(language: str):
    names = itertools.chain.from_iterable(map(filled_in, flat(words_of(language)).values()))

    assert [name for name in names if not re.fullmatch(r"[a-z_]+", name)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_empty_or_left_in_english(language: str):
    english = of_letters(ENGLISH)
    here = of_letters(language)
    same = {path for path, text in here.items() if language != ENGLISH and text == english[path]}

    assert [path for path, text in here.items() if not text.strip()] == []
    # Words that two languages share, and the shape of a line or a day.
    assert {path for path in same if len(english[path].split()) > 3 and "{" not in english[path]} == set()


@pytest.mark.parametrize("language", OTHERS)
def test_every_question_to_the_applicant_is_translated(language: str):
    assert asks_without_words(language) == []


@pytest.mark.parametrize("language", OTHERS)
def test_no_question_is_translated_that_no_finding_asks(language: str):
    asking = {code for code, row in CODES.items() if row.ask_applicant}

    assert sorted(set(words_of(language)["asks"]) - asking) == []


@pytest.mark.parametrize("language", OTHERS)
def test_questions_that_are_the_same_in_english_are_the_same_in_every_language(language: str):
    asking = [(code, row.ask_applicant) for code, row in CODES.items() if row.ask_applicant]
    alike = [(a, b) for (a, one), (b, other) in itertools.combinations(asking, 2) if one == other]

    assert [(a, b) for a, b in alike if asked_in(language, a, "") != asked_in(language, b, "")] == []


def test_a_question_without_a_translation_is_asked_in_english():
    assert asked_in("nl", "a_code_of_tomorrow", "Please tell us.") == "Please tell us."


@pytest.mark.parametrize("language", OTHERS)
def test_every_reason_for_not_reading_a_file_is_translated(language: str):
    assert set(words_of(language)["problems"]) == {code.value for code in ReadErrorCode}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_that_is_shown_has_its_words(language: str):
    words = words_of(language)

    assert set(words["roles"]) == {one.value for one in ParticipationType}
    assert set(words["signatures"]) == {one.value for one in SignatureKind if one.is_found}
    assert len(words["dates"]["months"]) == 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_verdict_on_a_certificate_has_its_words(language: str):
    words = words_of(language)
    truths = (True, False, None)
    signatures = [
        DigitalSignature(
            signer="Ada",
            kind=kind,
            intact=truth,
            trusted=truth,
            changed_after=truth,
            names_signatory=truth,
            platform=platform,
        )
        for kind, truth, platform in itertools.product(CertificateKind, truths, (None, "a service"))
    ]
    verdicts = [verdict for one in signatures for verdict in five_verdicts(one)]
    answers = {verdict.more if verdict.asked == "whose" else verdict.answer for verdict in verdicts}

    assert {verdict.asked for verdict in verdicts} - set(words["certificate_asked"]) == set()
    assert answers - set(words["certificate_answers"]) == set()


@pytest.mark.parametrize("term", GLOSSARY)
@pytest.mark.parametrize("language", OTHERS)
def test_a_term_of_the_pact_is_called_by_its_name_in_the_glossary(language: str, term: str):
    stem = GLOSSARY[term][language].casefold()
    # Both roles at once have a form of their own.
    there = {path for path, text in of_letters(ENGLISH).items() if term in text} - {"roles.both"}
    here = of_letters(language)

    assert sorted(path for path in there if stem not in here[path].casefold()) == []


@pytest.mark.parametrize("term", [term for term, row in GLOSSARY.items() if row.get("first")])
@pytest.mark.parametrize("language", OTHERS)
def test_a_term_without_official_translation_is_followed_by_its_english_name(language: str, term: str):
    said = [text for text in flat(words_of(language)).values() if f"({term})" in text]

    assert said != []
    # Nowhere in brackets without the translation before it.
    stem = re.escape(GLOSSARY[term][language])
    assert [text for text in said if not re.search(rf"{stem}\w* \({term}\)", text, re.IGNORECASE)] == []
