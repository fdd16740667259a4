"""Prints Letters of Support with every producer: reportlab, fpdf2, typst and Word."""

from io import BytesIO
from random import Random

import docx
from docx.shared import Pt
from made_up.copies_docx import saved
from made_up.copies_typst import compiled, quoted
from made_up.labels import DOCX, MadeDocument
from made_up.letters_of_support import Letter, above_closing, drawn_letter, label_of, printable, write_letter
from made_up.scribbles import scribble_picture

STREET = "Quay Street 7, 1000 Harbour"


def made_letter(rng: Random, set_name: str, faces: dict[str, tuple[str, ...]]) -> MadeDocument:
    """Return a letter by one of the producers, in one of its faces."""
    producer = rng.choice(tuple(faces))
    face = rng.choice(faces[producer])
    letter = write_letter(rng, set_name)
    if producer in ("reportlab", "fpdf"):
        while not printable(letter, face):
            letter = write_letter(rng, set_name)
        return drawn_letter(producer, letter, face, rng)
    return (typst_letter if producer == "typst" else docx_letter)(letter, face, rng)


def typst_letter(letter: Letter, face: str, rng: Random) -> MadeDocument:
    """Return the letter set by typst, its letterhead in the page's head, foot or text."""
    name = quoted(letter.applicant.organisation)
    head = f"#align(right)[#strong[{name}] \\ {quoted(STREET)}]"
    where = {"header": f"header: [{head}]", "footer": f"footer: [{head}]"}.get(letter.place, "footer: []")
    lines = [
        f'#set page(paper: "a4", margin: 3cm, {where})\n#set text(font: "{face}", size: 11pt)',
        head if letter.place == "body" else "",
        *(quoted(text) for text in above_closing(letter)),
        _mark(letter, rng),
        f"{quoted(letter.applicant.name)} \\ {quoted(letter.applicant.title)}",
        name if letter.place == "footer" else "",
    ]
    data = compiled("\n\n".join(lines))
    return MadeDocument("support.pdf", data, label_of(letter, family="letter_typst", font=face))


def docx_letter(letter: Letter, face: str, rng: Random) -> MadeDocument:
    """Return the letter as a Word document, its letterhead in header, footer or text."""
    document = docx.Document()
    document.styles["Normal"].font.name = face
    name, section = letter.applicant.organisation, document.sections[0]
    if letter.place == "body":
        document.add_paragraph(name)
        document.add_paragraph(STREET)
    else:
        part = section.header if letter.place == "header" else section.footer
        part.paragraphs[0].text = name
        part.add_paragraph(STREET)
    for text in above_closing(letter):
        document.add_paragraph(text)
    if letter.signature_style.startswith("picture"):
        picture = BytesIO(scribble_picture(rng.randrange(12)))
        document.add_paragraph().add_run().add_picture(picture, width=Pt(110))
    elif letter.signature_style == "typed":
        document.add_paragraph(f"(signed) {letter.applicant.name}")
    document.add_paragraph(letter.applicant.name)
    document.add_paragraph(letter.applicant.title)
    if letter.place == "footer":
        document.add_paragraph(name)
    label = label_of(letter, family="letter_docx", font=face, medium="docx")
    return MadeDocument("support.docx", saved(document), label, DOCX)


def _mark(letter: Letter, rng: Random) -> str:
    if letter.signature_style.startswith("picture"):
        data = scribble_picture(rng.randrange(12), white=letter.signature_style == "picture_white")
        return f"#image(bytes(({', '.join(map(str, data))})), width: 110pt)"
    return quoted(f"(signed) {letter.applicant.name}") if letter.signature_style == "typed" else ""
