"""A small criteria document as it comes from its reader."""

from dataclasses import replace
from datetime import date

from pact.library_documents import LibraryDocument
from pact.library_passages import CriterionRecord, DocumentContent, Passage, PassageKind

TEXT = "Laptops\n| L1 | Battery cycles | 500 |\nSpare parts are sold for 5 years."

ROW = Passage(
    1,
    PassageKind.TABLE_ROW,
    "| L1 | Battery cycles | 500 |",
    header="| No. | Criterion | Basic |",
    path=("Laptops",),
    start=8,
    end=37,
    level="basic",
    product_group="laptops",
    criterion="L1",
)
PARAGRAPH = Passage(
    2, PassageKind.PARAGRAPH, "Spare parts are sold for 5 years.", path=("Laptops",), start=38, end=71
)
RECORD = CriterionRecord("L1", "500", "basic", "", "laptops", "", passage=1, name="Battery cycles")
CONTENT = DocumentContent(TEXT, (ROW, PARAGRAPH), (RECORD,), headings=("Laptops",))

DOCUMENT = LibraryDocument(
    key="made_up_criteria",
    title="Made-up criteria",
    issuer="Voorbeeldstad",
    edition="1",
    dated=date(2026, 1, 31),
    language="en",
    product_groups=("laptops",),
    level_words=("basic", "advanced"),
    licence="CC0",
    source_sha256="0" * 64,
    file_name="made_up_criteria.md",
    media_type="text/markdown",
)


def document(key: str, **changes: object) -> LibraryDocument:
    """Return the document under another key, with these changes."""
    return replace(DOCUMENT, key=key, **changes)  # type: ignore[arg-type]
