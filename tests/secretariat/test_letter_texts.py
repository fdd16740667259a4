"""Whole letters, as their recipients read them; they stand in tests/secretariat/letters."""

import re
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from made_up.readings import DRAWN, ZILVERVEEN, letter_of_support, signed_pact, sure, unsure

import templates
from pact.application import ApplicationKind, Move
from pact.certificate_words import CertificateKind, LaterChange
from pact.deadlines import decision_due
from pact.documents import (
    NOT_FOUND,
    DigitalSignature,
    DocumentAsRead,
    ReadError,
    ReadErrorCode,
    Signatory,
    Signature,
)
from pact.errors import PactError
from pact.findings import finding
from secretariat.letter_texts import (
    Acknowledgement,
    Answer,
    DecisionTold,
    JoinedDocument,
    LetterFoot,
    acknowledgement_text,
    answer_text,
    decision_text,
    joined_text,
)
from secretariat.what_was_read import requests_to_applicant, what_was_read
from templates.letter_words import ENGLISH, LANGUAGES
from templates.written_mail import MailText

LETTERS = Path(__file__).parent / "letters"
OTHERS = [language for language in LANGUAGES if language != ENGLISH]
GLOSSARY = tomllib.loads((Path(templates.__file__).parent / "mail" / "glossary.toml").read_text("utf-8"))

FOOT = LetterFoot(
    secretariat_name="The Secretariat of the Circular & Fair ICT Pact",
    contact="cfit@pact.example",
    privacy_notice="We keep your mail to handle what you ask. To see it, write to the address below.",
)
RECEIVED_ON = date(2026, 5, 12)
COMPLETE = Acknowledgement(
    reference="CFIT-2026-0001",
    kind=ApplicationKind.PARTICIPATION,
    applicant_name="Sjoerd 't Hoen",
    received_on=RECEIVED_ON,
    decision_due=decision_due(RECEIVED_ON),
    read=what_was_read([("signed pact.pdf", signed_pact(ZILVERVEEN))]),
    requests=(),
    foot=FOOT,
)
DECIDED = DecisionTold(
    reference="CFIT-2026-0001",
    kind=ApplicationKind.PARTICIPATION,
    move=Move.APPROVE,
    applicant_name="Sjoerd 't Hoen",
    organisation="Gemeente Zilverveen",
    decided_on=date(2026, 6, 10),
    foot=FOOT,
    participation_type="procuring",
)


def golden(name: str) -> MailText:
    subject, _, body = (LETTERS / f"{name}.txt").read_text("utf-8").partition("\n\n")
    return MailText(subject=subject.removeprefix("Subject: "), body=body)


def test_a_complete_application_is_acknowledged_with_nothing_left_to_do():
    assert acknowledgement_text(COMPLETE) == golden("participation_complete")


def test_an_application_with_gaps_is_asked_for_exactly_what_is_missing():
    block = replace(
        ZILVERVEEN,
        title=NOT_FOUND,
        participation_type=unsure("both"),
        date=unsure("2026-04-05"),
        signature=Signature(),
    )
    codes = (
        "no_signature",
        "missing_title",
        "unsure_date",
        "unsure_participation_type",
        "conflict_of_interest",
    )

    letter = acknowledgement_text(
        replace(
            COMPLETE,
            applicant_name="Hoen, Sjoerd 't",
            read=what_was_read([("pact.docx", signed_pact(block))]),
            requests=requests_to_applicant([finding(code, "seen") for code in codes]),
        )
    )

    assert letter == golden("participation_with_gaps")


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


def test_certificates_are_told_with_five_words_each_and_none_of_the_documents():
    signed = replace(
        signed_pact(ZILVERVEEN),
        digital_signatures=(
            DigitalSignature(
                signer="Sjoerd 't Hoen",
                intact=True,
                trusted=False,
                changed_after=True,
                problem="unknown issuer",
                names_signatory=True,
                changed_what=(LaterChange.CONTENT,),
                change_seen='page 2: "win at www.prizes.example" was added',
            ),
            DigitalSignature(signer="visit www.prizes.example", kind=CertificateKind.SEAL, intact=True),
        ),
    )

    letter = acknowledgement_text(replace(COMPLETE, read=what_was_read([("signed pact.pdf", signed)])))

    assert letter == golden("participation_with_certificates")


def test_unsure_fields_are_asked_about_even_where_no_finding_asks():
    read = what_was_read([("pact.pdf", signed_pact(replace(ZILVERVEEN, name=unsure("Sjoerd 't Hoen"))))])

    letter = acknowledgement_text(replace(COMPLETE, read=read))

    assert letter == golden("participation_unsure")


def test_a_supporter_gets_a_letter_about_support():
    block = Signatory(
        organisation=sure("Stichting 't Oude Raadhuis"),
        name=sure("Änne Brüggemann"),
        title=sure("Voorzitter"),
        date=sure("2026-01-30"),
        signature=DRAWN,
    )
    received_on = date(2026, 1, 31)

    letter = acknowledgement_text(
        replace(
            COMPLETE,
            reference="CFIT-2026-0002",
            kind=ApplicationKind.SUPPORT,
            applicant_name="Änne Brüggemann",
            received_on=received_on,
            decision_due=decision_due(received_on),
            read=what_was_read([("steun.docx", letter_of_support(block, sure("We endorse its aims.")))]),
        )
    )

    assert letter == golden("support")


def test_a_hostile_document_cannot_speak_through_our_letter():
    block = replace(
        ZILVERVEEN,
        organisation=sure(
            'You won!" Claim at http://evil.example/prize\r\n\r\nDear winner,\x00 ' + "pay " * 90
        ),
        name=sure("write to prize@evil.example"),
        title=sure("www.evil.example"),
        date=sure("call\u202e now\u2028Prizes.net"),
    )

    letter = acknowledgement_text(
        replace(
            COMPLETE,
            applicant_name="You won http://evil.example",
            read=what_was_read([('a"\n\nb http://evil.example.pdf', signed_pact(block))]),
        )
    )

    assert letter == golden("participation_hostile")


def test_a_joined_document_is_acknowledged_without_a_word_about_the_case():
    letter = joined_text(
        JoinedDocument(
            reference="M-123",
            sender_name="",
            received_on=RECEIVED_ON,
            read=what_was_read(
                [
                    (
                        "second copy.pdf",
                        signed_pact(ZILVERVEEN, replace(ZILVERVEEN, name=sure("Joost ten Brinke"))),
                    ),
                    (
                        "annex.pdf",
                        DocumentAsRead(error=ReadError(ReadErrorCode.DAMAGED, "The file is damaged.")),
                    ),
                    ("photo.png", DocumentAsRead()),
                ]
            ),
            foot=FOOT,
        )
    )

    assert letter == golden("joined")


def test_an_answer_keeps_the_paragraphs_and_addresses_of_the_person_who_wrote_it():
    text = "Thank you for asking.\n\nYes, libraries can join. How, you read at https://pact.example/join."

    assert answer_text(Answer("M-7", "Bodil Thygesen Bæk", text, FOOT)) == golden("answer")


def test_an_approval_welcomes_a_participant():
    assert decision_text(DECIDED) == golden("approved_participation")


def test_an_approval_welcomes_a_supporter():
    told = replace(DECIDED, kind=ApplicationKind.SUPPORT, participation_type=None)

    assert decision_text(told) == golden("approved_support")


def test_a_decline_says_why_and_offers_to_talk():
    told = replace(DECIDED, move=Move.DECLINE, reason="Your organisation sells ICT equipment (2.1.4).")

    assert decision_text(told) == golden("declined")


def test_an_end_says_that_the_organisation_was_heard():
    assert decision_text(replace(DECIDED, move=Move.END)) == golden("ended")


@pytest.mark.parametrize("move", sorted(set(Move) - {Move.APPROVE, Move.DECLINE, Move.END}))
def test_no_other_move_has_a_letter(move: Move):
    with pytest.raises(PactError):
        decision_text(replace(DECIDED, move=move))


def test_a_notice_of_termination_is_not_acknowledged_by_itself():
    with pytest.raises(PactError):
        acknowledgement_text(replace(COMPLETE, kind=ApplicationKind.TERMINATION))


def test_every_letter_here_is_one_that_a_test_expects():
    expected = Path(__file__).read_text("utf-8")

    assert [path.stem for path in LETTERS.glob("*.txt") if f'golden("{path.stem}")' not in expected] == []
