"""Letters of Support are free text: sender, signatory, day and endorsement are found in it (2.2)."""

import pytest
from made_up.sheets import Sheet

from intake.reading.read_file import read_file
from pact.documents import DocumentAsRead, DocumentKind, Signatory, SignatureKind

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
