"""The sets of made-up free letters and of other papers, beside the signed copies of signed_copies.

"letters" has thirteen languages by turns, "kinds" reports, action plans and papers of other kinds,
"bundles" several papers in one file. Each has a twin for measuring, "_held_out", that shares with it no
sentence, name, title, address or layout.
"""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from made_up.bundled_papers import BUNDLES
from made_up.free_letters import LANGUAGES, write_letter
from made_up.free_letters_drawn import drawn_free_letter, layouts_of
from made_up.free_letters_flowing import docx_free_letter, flowing_layouts_of, typst_free_letter
from made_up.labels import MadeDocument
from made_up.other_kinds import other_kind
from made_up.pens import covers
from made_up.people import DEVELOPMENT, HELD_OUT

PAPER_SETS = {
    name + twin: half
    for name in ("letters", "kinds", "bundles")
    for twin, half in (("", DEVELOPMENT), ("_held_out", HELD_OUT))
}
"""Name of a set of papers, and the half of the words it is made from."""

_FACES = {
    DEVELOPMENT: {
        "reportlab": ("helvetica", "times"),
        "fpdf": ("helvetica", "times"),
        "typst": ("Libertinus Serif",),
    },
    HELD_OUT: {"reportlab": ("vera",), "fpdf": ("vera", "courier"), "typst": ("New Computer Modern",)},
}
_DOCX_FACES = {DEVELOPMENT: "Calibri", HELD_OUT: "Georgia"}
_LISTS = ("annual_report", "papers", "action_plan", "papers", "papers")
_PRODUCERS = ("reportlab", "fpdf", "typst", "docx")


def papers(set_name: str, seed: int, count: int) -> Iterator[MadeDocument]:
    """Yield ``count`` papers of a set of PAPER_SETS; paper n does not depend on ``count``."""
    half = PAPER_SETS[set_name]
    for number in range(count):
        rng = Random(f"{set_name}-{seed}-{number}")
        made = _made(set_name.partition("_")[0], number, rng, half)
        yield replace(made, file_name=f"{number:04}-{made.file_name}")


def _made(of: str, number: int, rng: Random, half: str) -> MadeDocument:
    if of == "bundles":
        return BUNDLES[number % len(BUNDLES)](rng, half)
    if of == "kinds":
        return other_kind(rng, half, _LISTS[number % len(_LISTS)])
    return free_letter(rng, half, LANGUAGES[number % len(LANGUAGES)])


def free_letter(rng: Random, half: str, language: str) -> MadeDocument:
    """Return one free letter of DEVELOPMENT or HELD_OUT by any of the producers."""
    letter, producer = write_letter(rng, half, language), rng.choice(_PRODUCERS)
    if producer == "docx":
        return docx_free_letter(letter, rng.choice(flowing_layouts_of(half, "docx")), _DOCX_FACES[half], rng)
    face = rng.choice(_FACES[half][producer])
    if producer == "typst" or not covers(face, letter.text):
        face = _FACES[half]["typst"][0]
        return typst_free_letter(letter, rng.choice(flowing_layouts_of(half, "typst")), face, rng)
    return drawn_free_letter(letter, producer, rng.choice(layouts_of(half)), face, rng)
