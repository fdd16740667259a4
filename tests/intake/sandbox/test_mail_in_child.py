"""Every kind of container is opened in a child that can open no file of its own."""

import bz2

import pytest
from made_up.mails import Attachment, build_mail
from made_up.outlook_files import BODY, SUBJECT, outlook_item, winmail
from made_up.zips import locked, zip_of

from intake.sandbox.reader_pool import ReaderPool
from pact.documents import ReadErrorCode

PDF = b"%PDF-1.7\nmade up\n"
ITEM = outlook_item({SUBJECT: "Ours", BODY: "See attached."}, [("pact.pdf", PDF)])


@pytest.fixture(scope="module")
def readers():
    """Yield readers whose children open what they are given."""
    with ReaderPool(readers=1) as pool:
        yield pool


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("a.zip", zip_of({"pact.pdf": PDF}), "a.zip/pact.pdf"),
        ("a.zip", zip_of({"pact.pdf": PDF}, method=12), "a.zip/pact.pdf"),
        ("mail.msg", ITEM, "mail.msg/pact.pdf"),
        ("winmail.dat", winmail([("pact.pdf", PDF)]), "pact.pdf"),
        ("mail.eml", build_mail(attachments=[Attachment("pact.pdf", PDF)]), "mail.eml/pact.pdf"),
    ],
    ids=["zip", f"zip of {bz2.__name__}", "outlook", "winmail", "mail"],
)
def test_a_container_is_opened_in_the_child(readers: ReaderPool, name: str, data: bytes, found: str) -> None:
    raw = build_mail(attachments=[Attachment(name, data, "application/octet-stream")])

    parsed = readers.parse(raw)

    assert [(part.file_name, part.data) for part in parsed.parts] == [(found, PDF)]


def test_an_outlook_item_is_a_mail_in_the_child_too(readers: ReaderPool) -> None:
    assert readers.parse(ITEM).subject == "Ours"


def test_a_zip_that_holds_more_than_the_mail_weighs_comes_back_whole(readers: ReaderPool) -> None:
    archive = zip_of({"a.bin": bytes(9 << 20)})
    raw = build_mail(attachments=[Attachment("a.zip", archive, "application/zip")])

    assert len(readers.parse(raw).parts[0].data) == 9 << 20


def test_a_zip_with_a_password_is_read_as_a_file_with_a_password(readers: ReaderPool) -> None:
    archive = locked(zip_of({"pact.pdf": PDF}), "pact.pdf")
    raw = build_mail(attachments=[Attachment("pact.zip", archive, "application/zip")])

    parsed = readers.parse(raw)

    assert [part.file_name for part in parsed.parts] == ["pact.zip"]
    error = readers.read(parsed.parts[0].data).error
    assert error is not None
    assert error.code is ReadErrorCode.ENCRYPTED
