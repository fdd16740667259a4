"""A file is what its bytes show, whatever it is called."""

import io
import struct
import zipfile
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up.mails import build_mail, forwarding

from intake.reading.sniff import MediaType, sniff
from intake.reading.zip_directory import MOST_ENTRIES, names_in_zip

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
SIGNED = bytes.fromhex("3082010006092a864886f70d010702a0820f00308000020101310b")


def _zip(*names: str, first: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        if first:
            target.writestr(zipfile.ZipInfo("mimetype"), first)
        for name in names:
            target.writestr(name, b"x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"", MediaType.EMPTY),
        (b" \r\n\t", MediaType.EMPTY),
        (b"%PDF-1.7\n", MediaType.PDF),
        (b"\n" * 1000 + b"%PDF-1.4", MediaType.PDF),
        (b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4", MediaType.PDF),
        (b"x" * 2000 + b"%PDF-1.4", MediaType.TEXT),
        (_zip("[Content_Types].xml", "word/document.xml"), MediaType.DOCX),
        (_zip("word/other.xml", "[Content_Types].xml"), MediaType.DOCX),
        (_zip("[Content_Types].xml", "word/document.xml")[:120], MediaType.DOCX),
        (_zip("[Content_Types].xml", "xl/workbook.xml"), MediaType.XLSX),
        (_zip("[Content_Types].xml", "ppt/presentation.xml"), MediaType.PPTX),
        (_zip("word/document.xml"), MediaType.ZIP),
        (_zip("copy.pdf"), MediaType.ZIP),
        (_zip(), MediaType.ZIP),
        (_zip("content.xml", first=b"application/vnd.oasis.opendocument.text"), MediaType.ODT),
        (_zip("c.xml", first=b"application/vnd.oasis.opendocument.spreadsheet"), MediaType.OPENDOCUMENT),
        (OLE + "WordDocument".encode("utf-16-le"), MediaType.DOC),
        (OLE + "Workbook".encode("utf-16-le"), MediaType.XLS),
        (OLE + "EncryptedPackage".encode("utf-16-le"), MediaType.ENCRYPTED_OFFICE),
        (OLE + "__properties_version1.0 WordDocument".encode("utf-16-le"), MediaType.OUTLOOK),
        (OLE, MediaType.OLE),
        (b"\x89PNG\r\n\x1a\n", MediaType.PNG),
        (b"\xff\xd8\xff\xe0", MediaType.JPEG),
        (b"II*\0", MediaType.TIFF),
        (b"MM\0*", MediaType.TIFF),
        (b"GIF89a", MediaType.GIF),
        (b"BM" + b"\x46\x01\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0", MediaType.BMP),
        (b"RIFF\0\0\0\0WEBPVP8 ", MediaType.WEBP),
        (b"\0\0\0\x18ftypheic", MediaType.HEIC),
        (b"\x78\x9f\x3e\x22", MediaType.TNEF),
        (b"{\\rtf1", MediaType.RTF),
        (SIGNED + bytes.fromhex("300906092a864886f70d010701"), MediaType.SIGNATURE),
        (SIGNED + bytes.fromhex("300b06092a864886f70d010701a0"), MediaType.SIGNED_MAIL),
        (SIGNED + bytes.fromhex("06092a864886f70d010701a0") + b"%PDF-1.7", MediaType.SIGNED_MAIL),
        (bytes.fromhex("3082010006092a864886f70d010703a0"), MediaType.SIGNED_MAIL),
        (build_mail(), MediaType.MAIL),
        (forwarding(build_mail()), MediaType.MAIL),
        (b"BEGIN:VCALENDAR\r\n", MediaType.CALENDAR),
        (b"BEGIN:VCARD\r\n", MediaType.VCARD),
        (b"\xef\xbb\xbf<!DOCTYPE html><p>", MediaType.HTML),
        ("Zoë".encode(), MediaType.TEXT),
        ("Zoë".encode("latin-1"), MediaType.TEXT),
        ("Zoë".encode("utf-16"), MediaType.TEXT),
        (b"Dear all,\nFrom: here\n", MediaType.TEXT),
        (b"MZ\x90\0\3", MediaType.UNKNOWN),
    ],
)
def test_the_bytes_tell_the_type(data: bytes, media_type: MediaType) -> None:
    assert sniff(data) == media_type


def test_a_mail_that_shows_a_pdf_early_is_a_mail() -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "nora@agency.example", "Copy"
    mail.set_content("%PDF-1.7")

    assert sniff(mail.as_bytes()) == MediaType.MAIL


@given(st.binary(max_size=400))
def test_any_bytes_are_something(data: bytes) -> None:
    assert sniff(data) in MediaType


@given(st.binary(max_size=200), st.integers(0, 400))
def test_a_spoilt_archive_is_still_an_archive(junk: bytes, cut: int) -> None:
    whole = _zip("[Content_Types].xml", "word/document.xml")

    assert sniff(whole[: 10 + cut] + junk) in (MediaType.DOCX, MediaType.ZIP)


def test_a_zip_that_states_more_entries_than_it_has_gives_those_it_has() -> None:
    data = bytearray(_zip("a"))
    end = data.rfind(b"PK\5\6")
    struct.pack_into("<HH", data, end + 8, 60_000, 60_000)

    assert names_in_zip(bytes(data)) == ("a",)


def test_no_more_entries_are_read_than_the_bound() -> None:
    names = names_in_zip(_zip(*(f"{number}" for number in range(MOST_ENTRIES + 5))))

    assert len(names) == MOST_ENTRIES
