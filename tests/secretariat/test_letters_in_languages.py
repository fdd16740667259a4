"""Whole letters in every language, as their readers get them."""

import re
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from made_up.readings import ZILVERVEEN, signed_pact, unsure
from made_up.told_letters import COMPLETE, DECIDED, FOOT, RECEIVED_ON, golden

import templates
from pact.application import ApplicationKind, Move
from pact.deadlines import decision_due
from pact.documents import NOT_FOUND, Signature
from pact.findings import finding
from secretariat.letter_texts import (
    Acknowledgement,
    JoinedDocument,
    acknowledgement_text,
    decision_text,
    joined_text,
)
from secretariat.what_was_read import requests_to_applicant, what_was_read
from templates.language_words import ENGLISH, LANGUAGES

OTHERS = [language for language in LANGUAGES if language != ENGLISH]
GLOSSARY = tomllib.loads((Path(templates.__file__).parent / "mail" / "glossary.toml").read_text("utf-8"))


@pytest.mark.parametrize("language", OTHERS)
def test_a_letter_asks_and_counts_in_every_language(language: str):
    block = replace(ZILVERVEEN, title=NOT_FOUND, date=unsure("2026-04-01"), signature=Signature())
    received_on = date(2026, 1, 31)

    letter = acknowledgement_text(
        replace(
            COMPLETE,
            received_on=received_on,
            decision_due=decision_due(received_on),
            read=what_was_read([("pact.docx", signed_pact(block))]),
            requests=requests_to_applicant([finding("missing_title", "x"), finding("no_signature", "x")]),
            foot=replace(FOOT, secretariat_name="", privacy_notice=""),
        ),
        language,
    )

    assert letter == golden(f"{language}/participation_with_gaps")


@pytest.mark.parametrize("letter", [COMPLETE, replace(COMPLETE, kind=ApplicationKind.SUPPORT)])
@pytest.mark.parametrize("language", OTHERS)
def test_the_first_mention_of_a_term_carries_its_english_name(letter: Acknowledgement, language: str):
    body = " ".join(acknowledgement_text(letter, language).body.split())

    assert unnamed_at_first(body, language) == []


@pytest.mark.parametrize("move", [Move.APPROVE, Move.DECLINE, Move.END])
@pytest.mark.parametrize("kind", [ApplicationKind.PARTICIPATION, ApplicationKind.SUPPORT])
@pytest.mark.parametrize("language", OTHERS)
def test_so_does_that_of_a_letter_about_a_decision(move: Move, kind: ApplicationKind, language: str):
    body = " ".join(decision_text(replace(DECIDED, move=move, kind=kind), language).body.split())

    assert unnamed_at_first(body, language) == []


def unnamed_at_first(body: str, language: str) -> list[str]:
    """Return the terms of the glossary whose first mention has no English name in brackets behind it."""
    terms = {term: row[language] for term, row in GLOSSARY.items() if row.get("first")}
    firsts = {
        term: re.search(rf"{re.escape(stem)}[^(.]{{0,25}}(.)", body, re.IGNORECASE)
        for term, stem in terms.items()
    }
    return [term for term, first in firsts.items() if first and first[1] != "("]


def test_a_language_that_may_be_meant_is_offered_in_its_own_words():
    letter = joined_text(
        JoinedDocument("M-1", "Ada Maas", RECEIVED_ON, what_was_read([]), FOOT), "en", ("nl", "fr")
    )

    assert letter.body.startswith(
        "Liever in het Nederlands? Schrijf ons gerust in het Nederlands, dan\n"
        "antwoorden wij in het Nederlands.\n\n"
        "Vous préférez le français\u00a0? Écrivez-nous en français, et nous vous\n"
        "répondrons en français.\n\n"
        "Dear Ada Maas,\n"
    )
