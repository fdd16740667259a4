"""What a reading child can be asked to do, and all that it needs for it, loaded beforehand."""

import encodings
import importlib
import io
import json
import pkgutil
from collections.abc import Mapping

from intake.explain.page_order import Mark, PageOrder, with_order
from intake.mail.parse import parse_head, parse_mail
from intake.mail.parsed_mail_wire import mail_to_wire
from intake.reading.sniff import MediaType, sniff
from intake.sandbox.child import Task
from pact.documents import DocumentAsRead, ReadError, ReadErrorCode


def read_document(data: bytes) -> bytes:
    """Return the document as JSON, read by what its bytes show it to be."""
    from intake.reading.read_file import read_file
    from intake.reading.reading_json import to_json

    media_type = sniff(data)
    if media_type is MediaType.ENCRYPTED_OFFICE:
        sentence = "The file is protected by a password. Please send it without one."
        document = DocumentAsRead(error=ReadError(ReadErrorCode.ENCRYPTED, sentence))
    else:
        document = read_file(data, media_type)
    return json.dumps(to_json(document)).encode()


def read_mail(raw: bytes) -> bytes:
    """Return the parsed mail as it goes over the wire."""
    return mail_to_wire(parse_mail(raw))


def read_mail_head(raw: bytes) -> bytes:
    """Return a mail by its header fields alone, after its body proved too much."""
    return mail_to_wire(parse_head(raw))


def draw_page(data: bytes) -> bytes:
    """Return the page that an order wants as PNG; nothing where the file has none to show."""
    from intake.explain.drawn_page import drawn
    from intake.explain.page_order import order_and_document
    from intake.explain.page_raster import raster_of
    from intake.page.unreadable import UnreadableError

    order, document = order_and_document(data)
    try:
        return drawn(raster_of(document, sniff(document), order.page, order.dpi), order)
    except UnreadableError:
        return b""


TASKS: Mapping[str, Task] = {
    "draw_page": draw_page,
    "read": read_document,
    "parse": read_mail,
    "parse_head": read_mail_head,
}


def load_everything() -> None:
    """Import what children would import late: they can open no file any more.

    Reading two empty documents makes the libraries load the rest, and is paid once instead of in
    every child.
    """
    for module in pkgutil.iter_modules(encodings.__path__):
        if module.name not in ("mbcs", "oem"):  # Windows only
            importlib.import_module(f"encodings.{module.name}")
    for document in (_empty_pdf(), _empty_docx()):
        read_document(document)
    draw_page(with_order(PageOrder(1, marks=(Mark((9, 9, 99, 99), "#123456", "1"),)), _empty_pdf()))
    read_mail(b"Date: Mon, 14 Jun 2021 10:00:00 +0200\nSubject: =?koi8-r?B?1MXT1A==?=\n\n")


def _empty_pdf() -> bytes:
    import pikepdf

    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(out)
    return out.getvalue()


def _empty_docx() -> bytes:
    import docx

    out = io.BytesIO()
    docx.Document().save(out)
    return out.getvalue()
