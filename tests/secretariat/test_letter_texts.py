"""Whole letters, as their recipients read them; they stand in tests/secretariat/letters."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from made_up.readings import DRAWN, ZILVERVEEN, letter_of_support, signed_pact, sure, unsure
from made_up.told_letters import COMPLETE, DECIDED, FOOT, LETTERS, RECEIVED_ON, golden

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
    Answer,
    JoinedDocument,
    acknowledgement_text,
    answer_text,
    decision_text,
    joined_text,
)
from secretariat.what_was_read import requests_to_applicant, what_was_read


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
