"""Words of other languages, nicknames and the parts of compounds lead to the same meaning."""

from datetime import UTC, datetime

import pytest

from pact.errors import PactError
from storage.database import Database
from storage.library.glossary import Glossary, Meaning, shipped_glossary, shipped_meanings
from storage.library.glossary_entries import (
    add_glossary_entry,
    glossary_entries,
    glossary_in_use,
    remove_glossary_entry,
)

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("compound", "language", "parts"),
    [
        ("ladesykluser", "no", ("lade", "sykluser")),
        ("batterilevetid", "no", ("batteri", "levetid")),
        ("akkuladezyklen", "de", ("akku", "ladezyklen")),
        ("laptopbatterij", "nl", ("laptop", "batterij")),
    ],
)
def test_a_compound_is_split_into_words_that_are_known(compound: str, language: str, parts: tuple[str, ...]):
    glossary = Glossary(
        meaning for meaning in shipped_meanings() if ("no", "ladesyklus") not in meaning.terms
    )

    assert "".join(glossary.parts_of(compound, language)) == "".join(parts)


def test_a_word_that_is_no_compound_is_left_whole():
    assert shipped_glossary().parts_of("xylofoonspeler", "nl") == ()


@pytest.mark.parametrize(
    ("word", "language"),
    [("accu", "nl"), ("Akku", "de"), ("batería", "es"), ("batterie", "fr"), ("batteri", "no")],
)
def test_a_word_means_what_its_translation_means(word: str, language: str):
    glossary = shipped_glossary()

    found = glossary.meanings_of([word.lower()], (language,))

    assert {("batteri",)} <= set().union(*(glossary.terms_of(one) for one in found))


def test_every_shipped_meaning_has_terms_in_all_six_languages():
    languages = [{language for language, _ in meaning.terms} for meaning in shipped_meanings()]

    assert [found for found in languages if len(found) < 6] == []


def test_the_secretariat_adds_a_meaning_and_takes_it_back(database: Database):
    with database.write() as session:
        number = add_glossary_entry(session, ["en:gizmo", "nl:dingetje"], by="anna@cfit.example", at=NOW).id
        glossary = glossary_in_use(session)
        known = glossary.meanings_of(["dingetje"], ("nl",))
        remove_glossary_entry(session, number or 0)

        assert {("gizmo",)} <= set().union(*(glossary.terms_of(one) for one in known))
        assert list(glossary_entries(session)) == []


@pytest.mark.parametrize(
    "terms", [["en:gizmo"], ["gizmo", "nl:dingetje"], ["xx:gizmo", "nl:ding"], ["en:", "nl:ding"]]
)
def test_an_entry_that_makes_no_meaning_is_refused_with_a_sentence(database: Database, terms: list[str]):
    with database.write() as session, pytest.raises(PactError):
        add_glossary_entry(session, terms, by="anna@cfit.example", at=NOW)


def test_a_term_may_be_of_several_words():
    glossary = Glossary([Meaning("", (("en", "device life span"), ("nl", "gebruiksduur")))])

    assert glossary.meanings_of(["device", "life", "span"], ("en",)) == (0,)
