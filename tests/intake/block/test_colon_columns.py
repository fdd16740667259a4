"""A table with a column of colons has one signatory a block, not one for the colons."""

from made_up.sheets import LABELS, VALUES, Sheet

from intake.reading.read_file import read_file
from pact.documents import FIELD_NAMES

READ = (*VALUES[:3], "procuring", "2022-06-14")


def test_a_column_of_colons_is_no_signatory():
    sheet = Sheet()
    for row, (label, value) in enumerate(zip(LABELS, VALUES, strict=True)):
        sheet.put(70, 720 - 24 * row, label)
        sheet.put(190, 720 - 24 * row, ":")
        sheet.put(215, 720 - 24 * row, value)
    sheet.line(184, 740, 184, 590)
    sheet.line(206, 740, 206, 590)

    signatories = read_file(sheet.pdf(), "application/pdf").signatories

    assert [tuple(getattr(one, name).value for name in FIELD_NAMES) for one in signatories] == [READ]
