from dataclasses import replace

from made_up.readings import ZILVERVEEN, letter_of_support, signed_pact, sure, unsure

from pact.documents import NOT_FOUND, DocumentAsRead, ReadError, ReadErrorCode, Signature, SignatureKind
from pact.findings import CODES, finding
from secretariat.what_was_read import (
    MOST_BLOCKS,
    MOST_DOCUMENTS,
    Request,
    ShownDocument,
    ShownField,
    requests_to_applicant,
    what_was_read,
)


def test_a_signed_pact_shows_its_fields_in_the_order_of_the_block():
    read = what_was_read([("pact.pdf", signed_pact(ZILVERVEEN))])

    assert read.documents == (
        ShownDocument(
            file_name="pact.pdf",
            blocks=(
                (
                    ShownField("organisation", "Gemeente Zilverveen", sure=True),
                    ShownField("name", "Sjoerd 't Hoen", sure=True),
                    ShownField("title", "Hoofd Inkoop en Aanbesteding", sure=True),
                    ShownField("participation_type", "procuring", sure=True),
                    ShownField("date", "2026-05-11", sure=True),
                    ShownField("signature", "drawn", sure=True),
                ),
            ),
        ),
    )
    assert (read.is_sure, read.more_than_shown) == (True, False)


def test_a_letter_of_support_shows_its_endorsement_and_no_role():
    read = what_was_read([("letter.docx", letter_of_support(ZILVERVEEN, sure("We endorse its aims.")))])

    names = [field.name for field in read.documents[0].blocks[0]]
    assert names == ["organisation", "name", "title", "date", "endorses", "signature"]


def test_a_pact_without_any_block_shows_every_field_as_missing():
    [document] = what_was_read([("pact.pdf", signed_pact())]).documents

    assert [field.value for field in document.blocks[0]] == [None] * 6


def test_of_a_paper_of_another_kind_nothing_is_claimed():
    read = what_was_read([("photo.png", DocumentAsRead(signatories=(ZILVERVEEN,)))])

    assert read.documents == (ShownDocument(file_name="photo.png"),)


def test_an_unreadable_paper_shows_why_and_is_not_sure():
    error = ReadError(ReadErrorCode.ENCRYPTED, "It is protected by a password.")

    read = what_was_read([("pact.pdf", DocumentAsRead(error=error))])

    assert read.documents == (
        ShownDocument("pact.pdf", problem="It is protected by a password.", problem_code="encrypted"),
    )
    assert not read.is_sure


def test_one_missing_or_unsure_field_makes_the_whole_unsure():
    missing = replace(ZILVERVEEN, title=NOT_FOUND)
    doubtful = replace(ZILVERVEEN, date=unsure("2026-05-11"))
    faint = replace(ZILVERVEEN, signature=Signature(SignatureKind.DRAWN, confidence=0.4))
    unsigned = replace(ZILVERVEEN, signature=Signature())

    reads = [what_was_read([("a.pdf", signed_pact(block))]) for block in (missing, doubtful, faint, unsigned)]

    assert [read.is_sure for read in reads] == [False] * 4


def test_a_mail_with_very_many_papers_or_blocks_makes_a_letter_of_ordinary_length():
    many_papers = what_was_read([(f"{number}.pdf", signed_pact(ZILVERVEEN)) for number in range(100)])
    many_blocks = what_was_read([("a.pdf", signed_pact(*[ZILVERVEEN] * 100))])

    assert (len(many_papers.documents), many_papers.more_than_shown) == (MOST_DOCUMENTS, True)
    assert (len(many_blocks.documents[0].blocks), many_blocks.more_than_shown) == (MOST_BLOCKS, True)


def test_the_applicant_is_asked_each_thing_once_in_the_order_of_the_codes():
    found = ["no_signature", "missing_title", "missing_title", "missing_name"]

    assert requests_to_applicant([finding(code, "seen") for code in found]) == (
        Request("missing_name", CODES["missing_name"].ask_applicant),
        Request("missing_title", CODES["missing_title"].ask_applicant),
        Request("no_signature", CODES["no_signature"].ask_applicant),
    )


def test_what_two_findings_ask_alike_is_asked_once():
    found = [finding(code, "seen") for code in ("part_of_the_pact", "only_signature_page")]

    assert [request.code for request in requests_to_applicant(found)] == ["only_signature_page"]


def test_the_applicant_is_told_nothing_that_only_the_secretariat_can_settle():
    found = ["conflict_of_interest", "already_applied", "sender_unlike_organisation"]

    assert requests_to_applicant([finding(code, "seen") for code in found]) == ()
