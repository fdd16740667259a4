"""Papers of the set "unseen" that ask for nothing, and copies that come in one file with other papers."""

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

from docx import Document
from made_up.labels import DOCX, Label, MadeDocument
from made_up.pact_text import TITLE, Rank, whole_pact
from made_up.unseen_docx import packed
from made_up.unseen_drawn import draw_around, draw_block
from made_up.unseen_pen import MARKS, Page, alphabet_of
from made_up.unseen_signing import Who, draw_printed, draw_signing, draw_who, signed_label
from made_up.unseen_typst import compiled, quoted

from pact.documents import DocumentKind

KINDS = {"annual_report": DocumentKind.ANNUAL_REPORT, "action_plan": DocumentKind.ACTION_PLAN}
OTHERS = ("cover_letter", "invoice", "agenda", "newsletter", "tender", "identity")


def yearly_paper(rng: Random) -> MadeDocument:
    """Return an annual report or an action plan."""
    return _paper(rng, rng.choice(tuple(KINDS)))


def other_paper(rng: Random) -> MadeDocument:
    """Return a paper that has nothing to do with joining, or only accompanies it."""
    return _paper(rng, rng.choice(OTHERS))


def copy_in_company(rng: Random) -> MadeDocument:
    """Return one file that holds a cover letter and a signed copy behind it."""
    page = Page(rng.choice(("PTSans", "PTSerif")))
    signing = draw_signing(rng, MARKS, alphabet_of(page.face), ("picture", "vector"))
    assert signing.who
    _draw(page, _lines(rng, "cover_letter", signing.who))
    page.turn()
    page.write_pact(rng)
    printed, layout = (
        draw_printed(rng, alphabet_of(page.face)),
        rng.choice(("ledger", "caption_above", "numbered")),
    )
    draw_around(page, printed, rng)
    draw_block(page, signing, printed, layout)
    label = signed_label([signing], "in_company", layout, remarks=("several_documents",))
    return MadeDocument("all_in_one.pdf", page.finish(), label)


def _paper(rng: Random, name: str) -> MadeDocument:
    who = draw_who(rng, alphabet_of("PTSans"))
    lines = _lines(rng, name, who)
    remarks = ("identity_document",) if name == "identity" else ()
    label = Label(KINDS.get(name, DocumentKind.OTHER), family=f"unseen_{name}", remarks=remarks)
    producer = "reportlab" if name == "identity" else rng.choice(("reportlab", "typst", "docx"))
    if producer == "docx":
        return MadeDocument(f"{name}.docx", _in_word(lines), replace(label, medium="docx"), DOCX)
    if producer == "typst":
        return MadeDocument(f"{name}.pdf", _by_typst(lines), label)
    page = Page(rng.choice(("PTSans", "PTSerif")), rng.choice((9.5, 11)))
    _draw(page, lines)
    return MadeDocument(f"{name}.pdf", page.finish(), label)


def _lines(rng: Random, name: str, who: Who) -> list[str]:
    year = rng.randrange(2021, 2026)
    given, _, surname = who.name.rpartition(" ")
    known = {
        "organisation": who.organisation,
        "name": who.name,
        "title": who.title,
        "pact": TITLE,
        "year": year,
        "next": year + 1,
        "number": rng.randrange(100, 9999),
        "given": given.upper(),
        "surname": surname.upper(),
        "quote": next(line.text for line in whole_pact() if line.rank is Rank.POINT),
    }
    return [line.format(**known) for line in rng.choice(_papers()[name])["lines"]]


def _draw(page: Page, said: Sequence[str]) -> None:
    page.write(said[0], bold=True, size=15, after=16)
    for line in said[1:]:
        cells = line.split(" | ")
        if len(cells) == 1:
            page.write(line, after=7)
            continue
        width = (page.right - page.left) / len(cells)
        lines_of = [page.broken(cell, width - 8, 9) for cell in cells]
        top = page.y
        for place, lines in enumerate(lines_of):
            for step, text in enumerate(lines):
                page.put(page.left + place * width, top - 11 * step, text, size=9)
        page.y = top - 11 * (max(map(len, lines_of)) - 1)
        page.canvas.line(page.left, page.y - 4, page.right, page.y - 4)
        page.y -= 18


def _by_typst(lines: Sequence[str]) -> bytes:
    parts = [
        '#set page(margin: 2.3cm)\n#set text(font: "Libertinus Serif", size: 11pt)',
        f"= {quoted(lines[0])}",
    ]
    for line in lines[1:]:
        cells = line.split(" | ")
        inner = ", ".join(f"[{quoted(cell)}]" for cell in cells)
        columns = "1fr, " * len(cells)
        parts.append(f"#table(columns: ({columns}), {inner})" if len(cells) > 1 else quoted(line))
    return compiled("\n\n".join(parts))


def _in_word(lines: Sequence[str]) -> bytes:
    word = Document()
    word.add_heading(lines[0], 1)
    for line in lines[1:]:
        cells = line.split(" | ")
        if len(cells) == 1:
            word.add_paragraph(line)
            continue
        row = word.add_table(1, len(cells), style="Table Grid").rows[0]
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    return packed(word)


@cache
def _papers() -> dict[str, list[dict[str, list[str]]]]:
    return tomllib.loads(Path(__file__).with_name("unseen_papers.toml").read_text("utf-8"))
