"""Signed copies of 14 to 16 pages, one by each producer, for measuring what a reading costs."""

from random import Random

from made_up.copies_docx import docx_copy
from made_up.copies_drawn import Look, draw_copy
from made_up.copies_typst import Setting, typst_copy
from made_up.labels import DOCX, Label, MadeDocument
from made_up.pact_text import whole_pact
from made_up.people import DEVELOPMENT, Applicant
from made_up.signature_blocks import draw_block

from pact.documents import DocumentKind

PRODUCERS = ("reportlab", "reportlab_truetype", "fpdf", "fpdf_truetype", "typst", "typst_mono", "docx")
WHO = Applicant("Gemeente Zilverveen", "Willemijn van der Kooij-Terpstra", "Directeur Bedrijfsvoering", "nl")


def long_copy(producer: str, seed: int = 1) -> MadeDocument:
    """Return a signed copy by one of PRODUCERS: a PDF of 14 to 16 pages, or as long a Word document."""
    rng = Random(f"{producer}-{seed}")
    block = draw_block(rng, DEVELOPMENT, WHO, signature_style="picture")
    label = Label(DocumentKind.SIGNED_PACT, (block.label,), family=f"long_{producer}")
    if producer == "docx":
        data = docx_copy([block], "docx_grid", whole_pact(), rng)
        return MadeDocument("long.docx", data, label, DOCX)
    if producer.startswith("typst"):
        face = "DejaVu Sans Mono" if producer == "typst_mono" else "Libertinus Serif"
        size_pt = {"typst": 19, "typst_mono": 16}[producer]
        data = typst_copy([block], "typst_grid", Setting(face, size_pt), whole_pact(), rng)
        return MadeDocument("long.pdf", data, label)
    maker, _, kind = producer.partition("_")
    look = Look(face="vera" if kind else "times", size=12.8 if kind else 13.4, margin=84 if kind else 90)
    return MadeDocument("long.pdf", draw_copy(maker, [block], "grid", look, rng), label)
