"""What a file is by its bytes. Names and declared types are the sender's claims and are not asked."""

import re
from enum import StrEnum

from intake.reading.zip_directory import names_in_zip


class MediaType(StrEnum):
    """The media types that the product tells apart; only PDF and DOCX are read by this release."""

    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    ODT = "application/vnd.oasis.opendocument.text"
    OPENDOCUMENT = "application/vnd.oasis.opendocument"
    DOC = "application/msword"
    XLS = "application/vnd.ms-excel"
    PPT = "application/vnd.ms-powerpoint"
    OUTLOOK = "application/vnd.ms-outlook"
    ENCRYPTED_OFFICE = "application/encrypted-office"
    OLE = "application/x-ole-storage"
    RTF = "application/rtf"
    PNG = "image/png"
    JPEG = "image/jpeg"
    TIFF = "image/tiff"
    GIF = "image/gif"
    BMP = "image/bmp"
    WEBP = "image/webp"
    HEIC = "image/heic"
    ZIP = "application/zip"
    MAIL = "message/rfc822"
    SIGNATURE = "application/pkcs7-signature"
    SIGNED_MAIL = "application/pkcs7-mime"
    TNEF = "application/ms-tnef"
    CALENDAR = "text/calendar"
    VCARD = "text/vcard"
    HTML = "text/html"
    TEXT = "text/plain"
    EMPTY = "application/x-empty"
    UNKNOWN = "application/octet-stream"

    @property
    def is_image(self) -> bool:
        """Whether it is one picture, such as a photo of a signed page."""
        return self.value.startswith("image/")


_BEGINNINGS: tuple[tuple[bytes, MediaType], ...] = (
    (b"\x89PNG\r\n\x1a\n", MediaType.PNG),
    (b"\xff\xd8\xff", MediaType.JPEG),
    (b"II*\0", MediaType.TIFF),
    (b"MM\0*", MediaType.TIFF),
    (b"II+\0", MediaType.TIFF),
    (b"MM\0+", MediaType.TIFF),
    (b"GIF87a", MediaType.GIF),
    (b"GIF89a", MediaType.GIF),
    (b"{\\rtf", MediaType.RTF),
    (b"\x78\x9f\x3e\x22", MediaType.TNEF),
)

# A mail may carry a document or another mail: what holds comes before what is held.
_OLE_STREAMS: tuple[tuple[str, MediaType], ...] = (
    ("__properties_version1.0", MediaType.OUTLOOK),
    ("EncryptedPackage", MediaType.ENCRYPTED_OFFICE),
    ("WordDocument", MediaType.DOC),
    ("Workbook", MediaType.XLS),
    ("PowerPoint Document", MediaType.PPT),
)

_OOXML_FOLDERS = (("word/", MediaType.DOCX), ("xl/", MediaType.XLSX), ("ppt/", MediaType.PPTX))

_PDF_JUNK_BYTES = 1024  # readers look for %PDF- that far (PDF 1.7, implementation note 13)
_TEXT_SAMPLE_BYTES = 4096
_BMP_HEADER_SIZES = (b"\x0c\0\0\0", b"\x28\0\0\0", b"\x6c\0\0\0", b"\x7c\0\0\0")
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
_SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")  # PKCS #7 signedData, RFC 5652 5.1
_ENVELOPED_DATA = bytes.fromhex("06092a864886f70d010703")
_DATA_WITH_CONTENT = bytes.fromhex("06092a864886f70d010701a0")

_FIELDS_OF_MAIL = re.compile(
    rb"^(?:received|return-path|from|to|subject|date|message-id|mime-version|delivered-to|dkim-signature):",
    re.IGNORECASE | re.MULTILINE,
)
_FIRST_FIELD = re.compile(rb"(?:From [^\n]{1,300}\n)?[A-Za-z][A-Za-z0-9-]{1,60}:")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|table|div|p)\b", re.IGNORECASE)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def sniff(data: bytes) -> MediaType:
    """Return what ``data`` is. Never raises; a damaged file is what it sets out to be."""
    if not data or data.isspace():
        return MediaType.EMPTY
    for beginning, media_type in _BEGINNINGS:
        if data.startswith(beginning):
            return media_type
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _ole(data)
    # A PDF wrapped in its signature begins early enough to pass for one behind some junk.
    if b"%PDF-" in data[: _PDF_JUNK_BYTES + 5] and not _is_mail(data) and not _cryptographic(data):
        return MediaType.PDF
    return _boxed(data) or _cryptographic(data) or _textual(data)


def _zipped(data: bytes) -> MediaType:
    names = names_in_zip(data)
    if not names:
        # Cut off before its table of contents: the first entries still show what it was to be.
        head = data[:100_000]
        is_word = b"[Content_Types].xml" in head and b"word/" in head
        return MediaType.DOCX if is_word else MediaType.ZIP
    if "[Content_Types].xml" in names:
        for folder, media_type in _OOXML_FOLDERS:
            if any(name.startswith(folder) for name in names):
                return media_type
    # The first entry of OpenDocument is named so and stored plain (ODF 1.3 part 2, 3.3).
    if data[30:73].startswith(b"mimetypeapplication/vnd.oasis.opendocument"):
        return MediaType.ODT if data[72:77] == b".text" else MediaType.OPENDOCUMENT
    return MediaType.ZIP


def _ole(data: bytes) -> MediaType:
    for stream, media_type in _OLE_STREAMS:
        if stream.encode("utf-16-le") in data:
            return media_type
    return MediaType.OLE


def _boxed(data: bytes) -> MediaType | None:
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return MediaType.WEBP
    if data.startswith(b"BM") and data[6:10] == b"\0\0\0\0" and data[14:18] in _BMP_HEADER_SIZES:
        return MediaType.BMP
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS:
        return MediaType.HEIC
    return None


def _cryptographic(data: bytes) -> MediaType | None:
    head = data[:200]
    if not head.startswith(b"0") or not (_SIGNED_DATA in head or _ENVELOPED_DATA in head):
        return None
    is_detached = _SIGNED_DATA in head and _DATA_WITH_CONTENT not in head
    return MediaType.SIGNATURE if is_detached else MediaType.SIGNED_MAIL


def _textual(data: bytes) -> MediaType:
    head = data[:_TEXT_SAMPLE_BYTES]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return MediaType.TEXT
    if _CONTROLS.search(head):
        return MediaType.UNKNOWN
    if _is_mail(data):
        return MediaType.MAIL
    seen = head.removeprefix(b"\xef\xbb\xbf").lstrip().upper()
    for beginning, media_type in (
        (b"BEGIN:VCALENDAR", MediaType.CALENDAR),
        (b"BEGIN:VCARD", MediaType.VCARD),
    ):
        if seen.startswith(beginning):
            return media_type
    is_html = seen.startswith(b"<") and _HTML.search(seen) is not None
    return MediaType.HTML if is_html else MediaType.TEXT


def _is_mail(data: bytes) -> bool:
    """Whether it begins with header fields, two of them such as only mail has."""
    head = data[:_TEXT_SAMPLE_BYTES].removeprefix(b"\xef\xbb\xbf").lstrip()
    if not _FIRST_FIELD.match(head):
        return False
    fields = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    return len(_FIELDS_OF_MAIL.findall(fields)) >= 2
