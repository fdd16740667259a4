"""One file may hold several papers: each is read for itself, and the file is said to hold them."""

from made_up.sheets import VALUES, Sheet, grid_sheet

from intake.reading.read_file import read_file
from pact.documents import DocumentAsRead, DocumentKind

TITLE = "Circular & Fair ICT Pact"
COVER = (
    "Dear Secretariat,",
    "Please find enclosed our signed copy of the Circular & Fair ICT Pact.",
    "We support its ambitions.",
    "Kind regards,",
    "Robin Ashdown",
    "Office assistant",
)


def support_of(organisation: str, name: str) -> tuple[str, ...]:
    return (
        organisation,
        "14 June 2022",
        f"Letter of Support – {TITLE}",
        "Dear Secretariat,",
        f"{organisation} endorses the ambitions of the Circular & Fair ICT Pact.",
        "Kind regards,",
        name,
        "Chair",
        organisation,
    )


def pages(*papers: tuple[str, ...]) -> DocumentAsRead:
    """Return the reading of a file with a page for each paper; the empty one is a filled signature page."""
    sheet = Sheet()
    for lines in papers:
        for row, line in enumerate(lines):
            sheet.put(70, 780 - 20 * row, line)
        if not lines:
            sheet.put(70, 780, TITLE)
            _put_block(sheet)
        sheet.next_page()
    return read_file(sheet.pdf(), "application/pdf")


def _put_block(sheet: Sheet) -> None:
    for row, (label, value) in enumerate(
        zip(("Organization", "Name", "Title", "Participation type", "Date", "Signature"), VALUES, strict=True)
    ):
        sheet.put(75, 720 - 28 * row, label)
        sheet.put(215, 720 - 28 * row, value)


def said(read: DocumentAsRead) -> list[str]:
    return [remark.seen for remark in read.remarks if remark.code == "several_documents"]


def test_a_covering_letter_is_no_letter_of_support_where_a_copy_comes_with_it():
    read = pages(COVER, ())

    assert read.kind is DocumentKind.SIGNED_PACT
    assert [s.name.value for s in read.signatories] == [VALUES[1]]
    assert said(read) == ["Page 1: a letter; page 2: a copy of the Pact."]


def test_a_covering_letter_alone_is_another_paper():
    assert pages(COVER).kind is DocumentKind.OTHER


def test_a_copy_comes_before_a_letter_of_support_of_the_same_body():
    read = pages(support_of(VALUES[0], "Jo Vance"), ())

    assert read.kind is DocumentKind.SIGNED_PACT
    assert [s.name.value for s in read.signatories] == [VALUES[1]]
    assert said(read) == ["Page 1: a Letter of Support; page 2: a copy of the Pact."]


def test_a_letter_of_support_of_another_body_shows_its_signatory_too():
    read = pages((), support_of("Repair Forward Foundation", "Jo Vance"))

    assert [(s.organisation.value, s.name.value) for s in read.signatories] == [
        (VALUES[0], VALUES[1]),
        ("Repair Forward Foundation", "Jo Vance"),
    ]


def test_two_letters_of_support_name_both_senders():
    read = pages(
        support_of("Repair Forward Foundation", "Jo Vance"), support_of("Open Hinge Society", "Al Moss")
    )

    assert read.kind is DocumentKind.LETTER_OF_SUPPORT
    assert [(s.organisation.value, s.name.value) for s in read.signatories] == [
        ("Repair Forward Foundation", "Jo Vance"),
        ("Open Hinge Society", "Al Moss"),
    ]
    assert said(read) == ["Page 1: a Letter of Support; page 2: a Letter of Support."]


def test_one_copy_over_several_pages_is_one_paper():
    sheet = Sheet()
    for row, line in enumerate((TITLE, "1.1 What this covers", "1. Telephones and computers.")):
        sheet.put(70, 780 - 20 * row, line)
    sheet.next_page()
    _put_block(sheet)

    assert said(read_file(sheet.pdf(), "application/pdf")) == []


def test_one_block_alone_is_one_paper():
    assert said(read_file(grid_sheet().pdf(), "application/pdf")) == []
