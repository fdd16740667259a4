"""Made-up signing services of the set "unseen": the stamp in the block, and the record behind the copy."""

import zlib
from typing import TYPE_CHECKING

from made_up.unseen_signing import Who

if TYPE_CHECKING:
    from made_up.unseen_pen import Page

STAMPS = (
    ("Signed with Penwright", "{name}", "Document ID {number}"),
    (
        "Electronically signed by {name}",
        "via Sigilla Sign, transaction {number}",
        "identity checked by e-mail",
    ),
    ("Digitally signed on Rubrica", "Signer: {name}", "Envelope {number}"),
)
RECORDS = (
    (
        "Completion record",
        "Document ID: {number}",
        "Status: completed. Signers: 1",
        "{name} ({address})",
        "Opened 09:41:07 UTC – Signed 09:48:55 UTC – IP address 192.0.2.44",
        "This record was made by Penwright when the last signer had signed.",
    ),
    (
        "Sigilla Sign – audit trail",
        "Transaction {number}",
        "Sent for signature to {name}, {address}",
        "Viewed by {name}. Access code accepted.",
        "Signature applied by {name}. Document locked.",
    ),
    (
        "Rubrica evidence summary",
        "Envelope {number}, one document, one recipient",
        "Recipient: {name} <{address}>",
        "Delivered, viewed, signed. Signature adopted: drawn from typed name.",
    ),
)


def put_stamp(page: "Page", x: float, y: float, name: str) -> None:
    """Put a service's stamp of 190 by 34 points at this lower left corner."""
    number = _number(name)
    page.canvas.setStrokeColorRGB(0.2, 0.45, 0.75)
    page.canvas.setLineWidth(0.8)
    page.canvas.roundRect(x, y - 2, 190, 36, 4)
    page.canvas.setStrokeGray(0)
    for step, line in enumerate(STAMPS[_choice(name)]):
        page.put(x + 6, y + 24 - 10.5 * step, line.format(name=name, number=number), size=7.5)


def write_record(page: "Page", who: Who) -> None:
    """Write the service's own page about how the copy was signed."""
    address = f"signer{zlib.crc32(who.name.encode()) % 997}@{who.language}.example"
    for step, line in enumerate(RECORDS[_choice(who.name)]):
        said = line.format(name=who.name, number=_number(who.name), address=address)
        page.write(said, bold=step == 0, size=14 if step == 0 else 9, after=8)


def _choice(name: str) -> int:
    return zlib.crc32(name.encode()) % len(STAMPS)


def _number(name: str) -> str:
    whole = f"{zlib.crc32(name.encode()):08X}{zlib.crc32(name[::-1].encode()):08X}"
    return f"{whole[:4]}-{whole[4:8]}-{whole[8:]}"
