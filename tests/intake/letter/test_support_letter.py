"""Letters of Support are free text: sender, signatory, day and endorsement are found in it (2.2)."""

from io import BytesIO

import pytest
from docx import Document
from made_up.sheets import Sheet

from intake.reading.read_file import read_file
from pact.documents import DocumentAsRead, DocumentKind, Signatory, SignatureKind

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HEAD = ("Repair Forward Foundation", "Quay Street 7, Harbourtown", "www.repairforward.test")
SUBJECT = "Letter of Support – Circular & Fair ICT Pact"
BODY = (
    "Dear members of the Secretariat,",
    "We, Repair Forward Foundation, are glad to write to you.",
    "We endorse the ambitions of the Circular & Fair ICT Pact.",
)
END = ("Yours sincerely,", "Niamh Ó Dálaigh", "Policy Director")
FOUND = ("Repair Forward Foundation", "Niamh Ó Dálaigh", "Policy Director", "2022-03-21")


def letter(*lines: str, ink_below: str = "") -> DocumentAsRead:
    sheet, y = Sheet(), 790.0
    for line in lines:
        sheet.put(70, y, line)
        y -= 18
        if line == ink_below:
            sheet.scribble(75, y - 14)
            y -= 40
    return read_file(sheet.pdf(), "application/pdf")


def fields_of(signatory: Signatory) -> tuple[str | None, ...]:
    return tuple(f.value for f in (signatory.organisation, signatory.name, signatory.title, signatory.date))


def test_letterhead_body_and_end_agree_on_the_sender() -> None:
    read = letter(*HEAD, "21 March 2022", SUBJECT, *BODY, *END)

    assert read.kind is DocumentKind.LETTER_OF_SUPPORT
    assert [fields_of(s) for s in read.signatories] == [FOUND]
    assert read.signatories[0].organisation.sure is True


def test_the_sentence_that_endorses_is_kept() -> None:
    read = letter(*HEAD, "21 March 2022", SUBJECT, *BODY, *END)

    assert read.endorses.value == "We endorse the ambitions of the Circular & Fair ICT Pact."


@pytest.mark.parametrize(
    "sentence",
    [
        "We regret that we cannot endorse the ambitions of the Pact.",
        "We wish to support the Pact one day.",
        "We have read the Pact with interest.",
    ],
)
def test_refusals_wishes_and_mere_interest_endorse_nothing(sentence: str) -> None:
    read = letter(*HEAD, "21 March 2022", SUBJECT, BODY[0], sentence, *END)

    assert read.kind is DocumentKind.LETTER_OF_SUPPORT
    assert read.endorses.value is None


def test_the_date_of_the_letter_is_not_one_in_its_sentences() -> None:
    read = letter(
        *HEAD,
        SUBJECT,
        *BODY,
        "The Pact began on 14 June 2021 in Utrecht for all of us.",
        *END,
        "21 March 2022",
    )

    assert read.signatories[0].date.value == "2022-03-21"


def test_a_sender_named_only_in_the_body_is_found() -> None:
    body = (
        BODY[0],
        "On behalf of Repair Forward Foundation, I endorse the ambitions of the Circular & Fair ICT Pact.",
    )

    assert fields_of(letter("21 March 2022", SUBJECT, *body, *END).signatories[0]) == FOUND


def test_name_and_title_on_one_line_are_parted() -> None:
    read = letter(*HEAD, "21 March 2022", SUBJECT, *BODY, END[0], "Niamh Ó Dálaigh, Policy Director")

    assert fields_of(read.signatories[0]) == FOUND


@pytest.mark.parametrize(
    ("end", "ink", "kind"),
    [
        (END, "", SignatureKind.NONE),
        (END, END[0], SignatureKind.DRAWN),
        ((END[0], "/s/ Niamh Ó Dálaigh", *END[1:]), "", SignatureKind.TYPED),
    ],
)
def test_the_signature_stands_between_closing_words_and_name(
    end: tuple[str, ...], ink: str, kind: SignatureKind
) -> None:
    read = letter(*HEAD, "21 March 2022", SUBJECT, *BODY, *end, ink_below=ink)

    assert read.signatories[0].signature.kind is kind


def test_a_letter_with_labels_is_read_by_them() -> None:
    labels = ("Organisation: Repair Forward Foundation", "Name: Niamh Ó Dálaigh", "Title: Policy Director")

    read = letter(SUBJECT, *BODY, *labels, "Date: 21 March 2022", "Signature:")

    assert read.kind is DocumentKind.LETTER_OF_SUPPORT
    assert [fields_of(s) for s in read.signatories] == [FOUND]


OTHER_LANGUAGES = [
    (
        "Steunverklaring",
        "Hierbij verklaart {} haar steun aan het Circular & Fair ICT Pact.",
        "Met vriendelijke groet,",
        "21 maart 2022",
    ),
    (
        "Unterstützungsschreiben",
        "Hiermit erklärt {} die Unterstützung des Circular & Fair ICT Pact.",
        "Mit freundlichen Grüßen",
        "21. März 2022",
    ),
    (
        "Lettre de soutien",
        "Par la présente, {} exprime son soutien au Circular & Fair ICT Pact.",
        "Cordialement,",
        "le 21 mars 2022",
    ),
    (
        "Støtteerklæring",
        "{} gir med dette sin støtte til Circular & Fair ICT Pact.",
        "Med vennlig hilsen",
        "21. mars 2022",
    ),
]


@pytest.mark.parametrize(("subject", "sentence", "closing", "day"), OTHER_LANGUAGES)
def test_letters_in_four_more_languages(subject: str, sentence: str, closing: str, day: str) -> None:
    read = letter(*HEAD, day, subject, sentence.format(HEAD[0]), closing, *END[1:])

    assert read.kind is DocumentKind.LETTER_OF_SUPPORT
    assert fields_of(read.signatories[0]) == FOUND
    assert read.endorses.value == sentence.format(HEAD[0])


def test_whom_the_letter_goes_to_is_not_the_sender() -> None:
    to = ("Rijkswaterstaat", "Secretariat of the Circular & Fair ICT Pact", "3500 GE Utrecht")

    read = letter("Repair Forward Foundation", *to, "21 March 2022", SUBJECT, *BODY, *END)

    assert fields_of(read.signatories[0]) == FOUND


def test_people_who_sign_side_by_side_are_read_each() -> None:
    sheet, y = Sheet(), 790.0
    for line in (*HEAD, "21 March 2022", SUBJECT, *BODY, END[0]):
        sheet.put(70, y, line)
        y -= 18
    for x, name, title in ((70, *END[1:]), (320, "Callum Birtwhistle", "Treasurer")):
        sheet.scribble(x, y - 10)
        sheet.put(x, y - 40, name)
        sheet.put(x, y - 54, title)

    read = read_file(sheet.pdf(), "application/pdf")

    assert [(s.name.value, s.title.value) for s in read.signatories] == [
        ("Niamh Ó Dálaigh", "Policy Director"),
        ("Callum Birtwhistle", "Treasurer"),
    ]
    assert [s.signature.kind for s in read.signatories] == [SignatureKind.DRAWN] * 2


def test_who_only_gets_a_copy_did_not_sign() -> None:
    copied = "Copies to: Callum Birtwhistle, Treasurer, Town of Ferrow"

    read = letter(*HEAD, "21 March 2022", SUBJECT, *BODY, *END, copied)

    assert [fields_of(s) for s in read.signatories] == [FOUND]


def test_two_organisations_that_both_seem_to_write_are_both_said() -> None:
    sentence = "We endorse the ambitions of the Circular & Fair ICT Pact."

    read = letter(
        HEAD[0], HEAD[1], "21 March 2022", SUBJECT, BODY[0], sentence, *END, "Institute for Fair Mining"
    )

    said = [remark.seen for remark in read.remarks if remark.code == "organisations_differ"]
    both = '"Repair Forward Foundation" and "Institute for Fair Mining"'
    assert said == [f"The letter names {both} as if each had written it."]
    assert read.signatories[0].organisation.sure is False


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("We endorse the Pact, provided that the criteria stay public.", "endorsement_conditional"),
        ("We regret that we cannot support the Pact.", "endorsement_refused"),
    ],
)
def test_conditions_and_refusals_are_remarked_with_their_sentence(sentence: str, code: str) -> None:
    read = letter(*HEAD, "21 March 2022", SUBJECT, BODY[0], sentence, *END)

    assert [(remark.code, remark.seen) for remark in read.remarks] == [(code, sentence)]


def test_support_for_something_else_is_no_support_for_the_pact() -> None:
    sentence = "We endorse the ambitions of the Clean Rivers Charter."

    read = letter(*HEAD, "21 March 2022", SUBJECT, BODY[0], sentence, *END)

    assert read.kind is DocumentKind.LETTER_OF_SUPPORT
    assert read.endorses.value is None


def memo(*rows: tuple[str, str]) -> DocumentAsRead:
    sheet, y = Sheet(), 790.0
    for label, value in rows:
        sheet.put(70, y, label)
        sheet.put(170, y, value)
        y -= 18
    for line in (*BODY, *END):
        y -= 24
        sheet.put(70, y, line)
    return read_file(sheet.pdf(), "application/pdf")


@pytest.mark.parametrize(("sender", "recipient"), [("From", "To"), ("Van:", "Aan:"), ("Fra", "Til")])
def test_a_memo_names_its_sender_beside_a_label(sender: str, recipient: str) -> None:
    read = memo(
        (sender, "Repair Forward Foundation"),
        (recipient, "Secretariat of the Circular & Fair ICT Pact"),
        ("Date", "21 March 2022"),
        ("Subject", SUBJECT),
    )

    assert [fields_of(s) for s in read.signatories] == [FOUND]


def word_letter(letterhead: str, foot: str, *lines: str) -> DocumentAsRead:
    document = Document()
    document.sections[0].header.paragraphs[0].text = letterhead
    document.sections[0].footer.paragraphs[0].text = foot
    for line in lines:
        document.add_paragraph(line)
    stream = BytesIO()
    document.save(stream)
    return read_file(stream.getvalue(), DOCX)


def test_a_letterhead_of_word_is_told_from_the_address_below_it() -> None:
    read = word_letter(
        "Harbourtown Municipal Purchasing",
        "Harbourtown – post@harbourtown.test",
        "Secretariat of the Circular & Fair ICT Pact",
        "P.O. Box 7",
        "21 March 2022",
        SUBJECT,
        BODY[0],
        "Harbourtown Municipal Purchasing has mended phones for years.",
        BODY[2],
        *END,
    )

    organisation = read.signatories[0].organisation
    assert organisation.value == "Harbourtown Municipal Purchasing"


def test_the_town_in_a_foot_is_not_surely_the_sender() -> None:
    read = word_letter(
        "",
        "Harbourtown – post@harbourtown.test",
        "21 March 2022",
        SUBJECT,
        BODY[0],
        "In Harbourtown we mend.",
        BODY[2],
        *END,
    )

    assert read.signatories[0].organisation.sure is False
