"""The papers of the demonstration: made up, labelled, and the same every time."""

import email
import email.policy
from datetime import date
from email.message import EmailMessage
from io import BytesIO

import docx
import pypdfium2
import pytest

from intake.reading.read_file import read_file
from pact.documents import DocumentAsRead
from secretariat.demonstration.made_mails import DemoMail, demo_mails

TODAY = date(2026, 3, 2)
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture(scope="module")
def mails() -> list[DemoMail]:
    return demo_mails(TODAY)


def parsed(mail: DemoMail) -> EmailMessage:
    return email.message_from_bytes(mail.raw, policy=email.policy.default)


def text_of(part: EmailMessage) -> str:
    """Return the text of an attached PDF or Word document."""
    data = part.get_payload(decode=True)
    if part.get_content_type() == DOCX:
        return "\n".join(paragraph.text for paragraph in docx.Document(BytesIO(data)).paragraphs)
    pages = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_range() for page in pages)


def test_the_same_day_gives_the_same_bytes(mails: list[DemoMail]):
    assert demo_mails(TODAY) == mails


def test_every_mail_has_a_message_id_of_its_own_but_the_one_sent_again(mails: list[DemoMail]):
    found = [parsed(mail)["Message-ID"] for mail in mails]

    assert (len(set(found)), found[-1]) == (len(mails) - 1, found[0])


def test_every_sender_lives_in_a_domain_that_cannot_exist(mails: list[DemoMail]):
    domains = {mail.envelope_from.rpartition(".")[2] for mail in mails}

    assert domains == {"example"}


def test_the_envelope_names_the_sender_of_the_mail(mails: list[DemoMail]):
    senders = [parsed(mail)["From"].addresses[0].addr_spec for mail in mails]

    assert senders == [mail.envelope_from for mail in mails]


def test_every_document_that_can_be_opened_is_labelled_as_a_demonstration(mails: list[DemoMail]):
    parts = [part for mail in mails for part in parsed(mail).iter_attachments()]
    whole = [part for part in parts if part.get_filename() != "scan0001.pdf"]

    unlabelled = [part.get_filename() for part in whole if "DEMONSTRATION" not in text_of(part)]

    assert (len(whole), unlabelled) == (9, [])


def test_the_broken_pdf_cannot_be_opened(mails: list[DemoMail]):
    parts = [part for mail in mails for part in parsed(mail).iter_attachments()]
    (broken,) = [part for part in parts if part.get_filename() == "scan0001.pdf"]

    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(broken.get_payload(decode=True))


def test_a_name_beyond_latin_1_stands_in_the_word_document(mails: list[DemoMail]):
    (part,) = [p for mail in mails for p in parsed(mail).iter_attachments() if p.get_content_type() == DOCX]
    block = docx.Document(BytesIO(part.get_payload(decode=True))).tables[0]

    assert block.cell(0, 1).text == "Regional Government of Złota Dolina"


def test_the_reader_is_sure_of_all_that_stands_in_them_and_of_nothing_else(mails: list[DemoMail]):
    parts = [part for mail in mails for part in parsed(mail).iter_attachments()]

    read = [read_file(part.get_payload(decode=True), part.get_content_type()) for part in parts]

    assert [told(document) for document in read] == [
        "signed_pact: procuring, 2026-02-27, drawn",
        "signed_pact: both, 2026-02-22, drawn",
        "signed_pact: procuring, 2026-02-28, none",
        "signed_pact: procuring, None, drawn",
        "signed_pact: coordinating, 2026-02-25, drawn",
        "signed_pact: procuring, 2026-02-24, drawn",
        "signed_pact: procuring, 2026-03-01, drawn",
        "letter_of_support: None, 2026-03-01, drawn",
        "damaged",
        "signed_pact: procuring, 2026-02-27, drawn",
    ]


def told(document: DocumentAsRead) -> str:
    """Return kind, role, day and signature of a reading, each only if it is sure; or why there is none."""
    if document.error is not None:
        return document.error.code.value
    (block,) = document.signatories
    role, day = (found.value if found.sure else None for found in (block.participation_type, block.date))
    return f"{document.kind}: {role}, {day}, {block.signature.kind}"
