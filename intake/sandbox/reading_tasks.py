"""What a reading child can be asked to do. What it needs for it is loaded beforehand (preloading.py)."""

import json
from collections.abc import Mapping
from functools import partial

from intake.mail.parse import parse_head, parse_mail
from intake.mail.parsed_mail_wire import mail_to_wire
from intake.ocr.eyes import Eyes
from intake.reading.material import NO_MATERIAL, ReadingMaterial
from intake.reading.picture_album import pictures_of
from intake.reading.sniff import MediaType, sniff
from intake.reading.zip_directory import is_locked_zip
from intake.sandbox.child import Task
from pact.documents import DocumentAsRead, ReadError, ReadErrorCode


def read_document(data: bytes, eyes: Eyes, material: ReadingMaterial = NO_MATERIAL) -> bytes:
    """Return the document as JSON, read by what its bytes show it to be."""
    from intake.reading.read_file import read_file
    from intake.reading.reading_json import to_json

    media_type = sniff(data)
    if media_type.is_image:
        eyes.turn_to(1, 1)
    if media_type is MediaType.ENCRYPTED_OFFICE or (media_type is MediaType.ZIP and is_locked_zip(data)):
        sentence = "The file is protected with a password. Please send it again without one."
        document = DocumentAsRead(error=ReadError(ReadErrorCode.ENCRYPTED, sentence))
    else:
        document = read_file(data, media_type, eyes=eyes, material=material)
    return json.dumps(to_json(document)).encode()


def read_album(album: bytes, eyes: Eyes, material: ReadingMaterial = NO_MATERIAL) -> bytes:
    """Return the pictures of an album as the one document that they are pages of, as JSON."""
    from intake.reading.read_pictures import read_pictures
    from intake.reading.reading_json import to_json

    eyes.turn_to(1, 1)
    return json.dumps(to_json(read_pictures(pictures_of(album), eyes=eyes, material=material))).encode()


def read_mail(raw: bytes, _: Eyes, material: ReadingMaterial = NO_MATERIAL) -> bytes:
    """Return the parsed mail as it goes over the wire."""
    return mail_to_wire(parse_mail(raw, material.trust))


def read_mail_head(raw: bytes, _: Eyes) -> bytes:
    """Return a mail by its header fields alone, after its body proved too much."""
    return mail_to_wire(parse_head(raw))


def draw_page(data: bytes, _: Eyes) -> bytes:
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


def read_official_text(data: bytes, _: Eyes) -> bytes:
    """Return the lines of an official text of the Pact."""
    from intake.reading.official_text import official_text

    return official_text(data, sniff(data)).to_wire()


def read_criteria_document(data: bytes, _: Eyes) -> bytes:
    """Return what stands in a document of the library, as JSON."""
    from intake.criteria.elements_json import elements_to_wire
    from intake.criteria.read_criteria import read_criteria

    return elements_to_wire(read_criteria(data))


def tasks_with(material: ReadingMaterial) -> Mapping[str, Task]:
    """Return all tasks by their names."""
    return {
        "draw_page": draw_page,
        "read": partial(read_document, material=material),
        "read_album": partial(read_album, material=material),
        "parse": partial(read_mail, material=material),
        "parse_head": read_mail_head,
        "official_text": read_official_text,
        "criteria": read_criteria_document,
    }
