"""However the signature block is laid out, each value goes to its label."""

from collections.abc import Callable

import pytest
from made_up.sheets import LABELS, VALUES, Sheet, grid_sheet

from intake.reading.read_file import read_file
from pact.documents import FIELD_NAMES, DocumentKind, Signatory

PDF = "application/pdf"
READ = (*VALUES[:3], "procuring", "2022-06-14")
OTHERS = ("Stad Oudewerf", "Piet Hein", "Buyer", "Coordinating organization", "15 June 2022", "")
ROWS = list(enumerate(zip(LABELS, VALUES, strict=True)))


def read_fields(sheet: Sheet) -> tuple[str | None, ...]:
    return fields_of(read_file(sheet.pdf(), PDF).signatories[0])


def fields_of(signatory: Signatory) -> tuple[str | None, ...]:
    return tuple(getattr(signatory, name).value for name in FIELD_NAMES)


def right_aligned(sheet: Sheet) -> None:
    for row, (label, value) in ROWS:
        sheet.put(180, 720 - 24 * row, f"{label}:", align="right")
        sheet.put(186, 720 - 24 * row, value)


def centred(sheet: Sheet) -> None:
    for row, (label, value) in ROWS:
        sheet.put(120, 720 - 24 * row, label, align="centre")
        sheet.put(220, 720 - 24 * row, value)


def label_above(sheet: Sheet) -> None:
    for row, (label, value) in ROWS:
        sheet.put(70, 720 - 44 * row, label, points=8)
        sheet.put(70, 706 - 44 * row, value)


def label_below_its_line(sheet: Sheet) -> None:
    for row, (label, value) in ROWS:
        sheet.put(70, 720 - 44 * row, value)
        sheet.line(70, 716 - 44 * row, 300, 716 - 44 * row)
        sheet.put(70, 706 - 44 * row, label, points=8)


def cards_in_two_columns(sheet: Sheet) -> None:
    for row, (label, value) in ROWS:
        x, y = 70 + 250 * (row % 2), 720 - 60 * (row // 2)
        sheet.put(x, y, label, points=8)
        sheet.put(x, y - 16, value)
        sheet.box(x - 4, y - 30, 245, 44)


def inline_with_dots(sheet: Sheet) -> None:
    for row, (label, value) in ROWS:
        sheet.put(70, 720 - 24 * row, f"{label} ........ {value} ........")


def typed_over_dots(sheet: Sheet) -> None:
    for row, (label, value) in ROWS:
        sheet.put(70, 720 - 24 * row, label + " " + "." * 90)
        sheet.put(180, 722 - 24 * row, value)


def inline_with_underscores(sheet: Sheet) -> None:
    for row, (label, value) in ROWS:
        sheet.put(70, 720 - 24 * row, f"{label}: ____{value}_____")


def several_on_one_line(sheet: Sheet) -> None:
    sheet.put(70, 720, f"{LABELS[0]}: {VALUES[0]}, {LABELS[1]}: {VALUES[1]}")
    sheet.put(70, 700, f"{LABELS[2]}: {VALUES[2]} {LABELS[4]}: {VALUES[4]}")
    sheet.put(70, 680, f"{LABELS[3]}: {VALUES[3]} {LABELS[5]}:")


def numbered_with_hints(sheet: Sheet) -> None:
    for row, (label, value) in ROWS:
        sheet.put(70, 720 - 34 * row, f"{row + 1}. {label}")
        sheet.put(70, 710 - 34 * row, "(please print)", points=7)
        sheet.put(230, 720 - 34 * row, value)


def values_in_larger_type(sheet: Sheet) -> None:
    for row, (label, value) in ROWS:
        sheet.put(70, 720 - 24 * row, label, points=8)
        sheet.put(200, 718 - 24 * row, value, points=15, face="Times-Italic")


def among_other_labels(sheet: Sheet) -> None:
    labels = (*LABELS[:3], "E-mail", "Phone", LABELS[3], "Place", *LABELS[4:])
    values = (*VALUES[:3], "roos@example.test", "+32 1 234", VALUES[3], "Gent", *VALUES[4:])
    for row, (label, value) in enumerate(zip(labels, values, strict=True)):
        sheet.put(70, 720 - 24 * row, f"{label}:")
        sheet.put(200, 720 - 24 * row, value)


def heads_over_tall_cells(sheet: Sheet) -> None:
    for row, (label, value) in ROWS:
        x, y = 70 + 160 * (row % 3), 720 - 90 * (row // 3)
        sheet.put(x, y, label, points=10)
        sheet.box(x - 4, y - 6, 160, 20)
        sheet.put(x, y - 38, value, points=9)
        sheet.box(x - 4, y - 66, 160, 60)


LAYOUTS = [
    right_aligned,
    centred,
    label_above,
    label_below_its_line,
    cards_in_two_columns,
    inline_with_dots,
    typed_over_dots,
    inline_with_underscores,
    several_on_one_line,
    numbered_with_hints,
    values_in_larger_type,
    among_other_labels,
    heads_over_tall_cells,
]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_values_go_to_their_labels_in_every_layout(layout: Callable[[Sheet], None]) -> None:
    sheet = Sheet()
    sheet.put(70, 770, "Signed,")
    layout(sheet)

    read = read_file(sheet.pdf(), PDF)

    assert read.kind is DocumentKind.SIGNED_PACT
    assert [fields_of(s) for s in read.signatories] == [READ]


TRANSLATED = {
    "nl": "Organisatie|Naam|Functie|Type deelname|Datum|Handtekening|Inkopende organisatie",
    "de": "Organisation|Name|Funktion|Art der Teilnahme|Datum|Unterschrift|Beschaffende Organisation",
    "fr": "Organisation|Nom|Fonction|Type de participation|Date|Signature|Organisation acheteuse",
    "no": "Organisasjon|Navn|Tittel|Type deltakelse|Dato|Underskrift|Innkjøpende organisasjon",
    "sv": "Organisation|Namn|Titel|Typ av deltagande|Datum|Underskrift|Upphandlande organisation",
    "da": "Organisation|Navn|Titel|Deltagelsestype|Dato|Underskrift|Indkøbende organisation",
    "es": "Organización|Nombre|Cargo|Tipo de participación|Fecha|Firma|Organización compradora",
    "it": "Organizzazione|Nome|Qualifica|Tipo di partecipazione|Data|Firma|Organizzazione acquirente",
    "pt": "Organização|Nome|Cargo|Tipo de participação|Data|Assinatura|Organização compradora",
    "fi": "Organisaatio|Nimi|Asema|Osallistumistapa|Päiväys|Allekirjoitus|Hankintaorganisaatio",
}
"""The six labels and an option, by language."""


@pytest.mark.parametrize("language", TRANSLATED)
def test_labels_and_options_are_known_in_translation(language: str) -> None:
    *labels, option = TRANSLATED[language].split("|")

    assert read_fields(grid_sheet((*VALUES[:3], option, *VALUES[4:]), tuple(labels))) == READ


def test_two_columns_of_values_are_two_signatories() -> None:
    sheet = Sheet()
    for row, (label, first, second) in enumerate(zip(LABELS, VALUES, OTHERS, strict=True)):
        sheet.put(70, 720 - 24 * row, label)
        sheet.put(190, 720 - 24 * row, first)
        sheet.put(370, 720 - 24 * row, second)

    read = read_file(sheet.pdf(), PDF)

    assert [s.name.value for s in read.signatories] == [VALUES[1], OTHERS[1]]
    assert [s.participation_type.value for s in read.signatories] == ["procuring", "coordinating"]


def test_every_row_below_a_row_of_labels_is_a_signatory() -> None:
    sheet = Sheet(size=(842, 595), points=9)
    for column, (label, first, second) in enumerate(zip(LABELS, VALUES, OTHERS, strict=True)):
        sheet.put(40 + 125 * column, 480, label)
        sheet.put(40 + 125 * column, 455, first)
        sheet.put(40 + 125 * column, 425, second)
    for y in (472, 440, 410):
        sheet.line(36, y, 800, y)

    read = read_file(sheet.pdf(), PDF)

    assert [s.name.value for s in read.signatories] == [VALUES[1], OTHERS[1]]
    assert [s.date.value for s in read.signatories] == ["2022-06-14", "2022-06-15"]


def test_blocks_side_by_side_and_below_one_another_are_told_apart() -> None:
    sheet = Sheet()
    for block, (x, top) in enumerate(((60, 740), (320, 740), (60, 520))):
        for row, (label, value) in enumerate(zip(LABELS, VALUES, strict=True)):
            sheet.put(x, top - 24 * row, f"{label}:", points=9)
            sheet.put(x + 95, top - 24 * row, f"{value} {block}" if row < 1 else value, points=9)

    read = read_file(sheet.pdf(), PDF)

    assert [s.organisation.value for s in read.signatories] == [f"{VALUES[0]} {n}" for n in range(3)]


def test_a_value_on_two_lines_is_read_whole_when_its_label_stands_in_the_middle() -> None:
    sheet, y = Sheet(), 720.0
    cells = (("Kempisch Waterbedrijf voor", "Noord en Zuid"), *((v,) for v in VALUES[1:]))
    for label, lines in zip(LABELS, cells, strict=True):
        height = 14 * len(lines) + 12
        sheet.put(75, y - height / 2 - 4, label)
        for number, line in enumerate(lines):
            sheet.put(215, y - 16 - 14 * number, line)
        y -= height
        sheet.line(70, y, 525, y)

    assert read_fields(sheet) == ("Kempisch Waterbedrijf voor Noord en Zuid", *READ[1:])


def test_a_block_is_found_before_an_annex_and_among_many_pages() -> None:
    sheet = grid_sheet()
    for page in range(5):
        sheet.next_page()
        sheet.put(70, 760, f"Annex {page}")

    read = read_file(sheet.pdf(), PDF)

    assert (read.pages, read.signatories[0].name.page) == (6, 1)


def test_blank_blocks_beside_a_filled_one_are_left_out() -> None:
    sheet = grid_sheet(("",) * 6)
    sheet.next_page()
    for row, (label, value) in ROWS:
        sheet.put(70, 720 - 24 * row, f"{label}: {value}")

    read = read_file(sheet.pdf(), PDF)

    assert [fields_of(s) for s in read.signatories] == [READ]


def test_text_that_runs_up_the_page_is_read_and_its_box_lies_where_the_file_has_it() -> None:
    sheet = Sheet()
    sheet.canvas.rotate(90)
    sheet.canvas.translate(0, -sheet.size[0])
    for row, (label, value) in ROWS:
        sheet.put(75, 520 - 24 * row, label)
        sheet.put(230, 520 - 24 * row, value)

    signatory = read_file(sheet.pdf(), PDF).signatories[0]

    box = signatory.organisation.box_pt
    assert fields_of(signatory) == READ
    assert box is not None
    assert (box[3] - box[1] > box[2] - box[0], round(box[1])) == (True, 230)


def test_what_the_form_says_where_to_write_is_no_value() -> None:
    placeholders = (
        "[Name of organization]",
        "Click or tap here to enter text.",
        "…………",
        VALUES[3],
        "dd/mm/yyyy",
        "",
    )

    assert read_fields(grid_sheet(placeholders)) == (None, None, None, "procuring", None)


def test_a_label_said_again_in_another_language_below_begins_no_second_block() -> None:
    sheet = Sheet()
    again = ("Organisatie", "Naam", "Functie", "Soort deelname", "Datum", "Handtekening")
    for row, (label, value) in ROWS:
        sheet.put(70, 720 - 36 * row, label)
        sheet.put(70, 711 - 36 * row, again[row], points=6)
        sheet.put(220, 720 - 36 * row, value)

    signatories = read_file(sheet.pdf(), PDF).signatories

    assert [fields_of(one) for one in signatories] == [READ]


def test_a_value_of_three_lines_is_whole_where_its_label_stands_beside_the_middle():
    lines = ("Samenwerkingsverband Groot", "Waterland en Omstreken van", "Oudewerf")
    sheet = Sheet()
    for row, (label, value) in ROWS:
        sheet.put(70, 720 - 50 * row, label)
        sheet.box(66, 698 - 50 * row, 130, 50)
        sheet.box(196, 698 - 50 * row, 300, 50)
        if row:
            sheet.put(200, 720 - 50 * row, value)
    for step, line in enumerate(lines):
        sheet.put(200, 738 - 18 * step, line)

    organisation = read_file(sheet.pdf(), PDF).signatories[0].organisation

    assert organisation.value == " ".join(lines)
