"""A small made-up library to ask: two editions, a restricted paper, and documents in other languages."""

from pathlib import Path

from pact.library_documents import Audience, DocumentStatus, LibraryDocument
from pact.library_passages import Passage, PassageKind, as_row
from storage.library.index_file import IndexedDocument, make_index
from storage.library.index_search import LibraryIndex

type_of = {"row": PassageKind.TABLE_ROW, "item": PassageKind.LIST_ITEM, "text": PassageKind.PARAGRAPH}
HEADER = as_row(("Criterion", "Baseline", "Ambitious"))
BATTERY = (
    "Baseline: the battery keeps 80 % of its capacity after 600 cycles. "
    "Ambitious: after 900 cycles.\nVerification: a test report."
)
SECRET = "The negotiated ceiling for the spare keyboard is 41 florins."


def shelf() -> list[IndexedDocument]:
    """Return the documents, each with its text and the passages in it."""
    return [
        made(
            LibraryDocument(
                "ashmere_laptops_2026",
                "Ashmere laptop criteria",
                edition="2026",
                language="en",
                level_words=("baseline", "ambitious"),
            ),
            (
                ("Laptops", "Battery"),
                "text",
                BATTERY,
            ),
            (("Laptops", "Warranty"), "text", "Baseline: the warranty runs for 3 years. Ambitious: 5 years."),
            (("Laptops", "Numbers"), "row", as_row(("Noise at idle", "36 dB", "31 dB"))),
            (("Laptops", "Numbers"), "row", as_row(("Recycled plastic", "12 %", "28 %"))),
            (("Laptops", "Take-back"), "text", "The supplier takes back each of these at no cost:"),
            (("Laptops", "Take-back"), "item", "laptops that no longer start"),
            (("Laptops", "Take-back"), "item", "chargers and docking stations"),
        ),
        made(
            LibraryDocument(
                "ashmere_laptops_2021",
                "Ashmere laptop criteria, first edition",
                edition="2021",
                language="en",
                level_words=("baseline", "ambitious"),
                status=DocumentStatus.SUPERSEDED,
                superseded_by="ashmere_laptops_2026",
            ),
            (
                ("Laptops", "Battery"),
                "text",
                "Baseline: the battery keeps 80 % of its capacity after 300 cycles.",
            ),
            (("Laptops", "Warranty"), "text", "Baseline: the warranty runs for 2 years."),
        ),
        made(
            LibraryDocument(
                "veldhaven_telefoons", "Veldhaven criteria voor telefoons", language="nl", edition="2025"
            ),
            (
                ("Telefoons", "Reserveonderdelen"),
                "text",
                "Reserveonderdelen zijn minimaal 7 jaar na levering beschikbaar.",
            ),
            (("Telefoons", "Verpakking"), "text", "De verpakking bevat geen plastic."),
        ),
        made(
            LibraryDocument(
                "group_paper",
                "Paper of the working group",
                language="en",
                audience=Audience("group:laptops"),
                status=DocumentStatus.WORKING_GROUP,
            ),
            (("Prices",), "text", SECRET),
        ),
    ]


def made(document: LibraryDocument, *pieces: tuple[tuple[str, ...], str, str]) -> IndexedDocument:
    """Return a document whose text is its pieces, one below the other."""
    passages, text = [], ""
    for number, (path, kind, words) in enumerate(pieces, start=1):
        start = len(text)
        text += words + "\n"
        header = HEADER if kind == "row" else ""
        passages.append(
            Passage(number, type_of[kind], words, header, path, start=start, end=start + len(words))
        )
    return IndexedDocument(document, text, passages)


def index_of(folder: Path, documents: list[IndexedDocument] | None = None) -> LibraryIndex:
    """Return the index of these documents, made in the folder."""
    path = folder / "index-1.1.sqlite"
    make_index(path, documents if documents is not None else shelf())
    return LibraryIndex(path)
