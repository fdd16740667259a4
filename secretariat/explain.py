"""`cfit read --explain`: a page of HTML, and PNG pages, that show what the reader saw and where."""

import base64
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from intake.explain.page_order import Mark, PageOrder
from pact.documents import DocumentAsRead
from pact.evidence import Evidence, Standing, evidence_of
from pact.findings import CODES, Finding
from templates import render

PictureOf = Callable[[PageOrder], bytes | None]
"""Gives the picture of a page of the file at hand, or None where it has none."""

MOST_PAGES = 40
"""Pages that are shown: those on which something was read, from the first on."""

COLOURS = {
    Standing.SURE: "#14804a",
    Standing.UNSURE: "#c25700",
    Standing.MISSING: "#8a8a8a",
    Standing.DIFFERS: "#c1121f",
    Standing.NOTICED: "#2457b3",
}
"""One colour for each way in which a thing may stand; the page says it in words too."""

_DPI = 110.0


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list beside a page; ``number`` is that of its mark, empty where it has no place."""

    number: str
    evidence: Evidence
    colour: str


@dataclass(frozen=True, slots=True)
class ShownPage:
    """One page with its picture, if it has any, and what was read on it. Page None: no page is told."""

    number: int | None
    picture: bytes | None
    rows: tuple[Row, ...]

    @property
    def data_uri(self) -> str:
        """The picture as it stands inside the HTML, which fetches nothing."""
        return "data:image/png;base64," + base64.b64encode(self.picture or b"").decode()


def shown_pages(document: DocumentAsRead, picture_of: PictureOf) -> tuple[ShownPage, ...]:
    """Return the pages on which something was read, each drawn with its marks; then what has no page."""
    rows = [
        Row(str(number), one, COLOURS[one.standing])
        for number, one in enumerate(evidence_of(document), start=1)
    ]
    told = sorted({row.evidence.page for row in rows if row.evidence.page})
    pages = [_shown(number, rows, picture_of) for number in (told or [1])[:MOST_PAGES]]
    placeless = tuple(row for row in rows if not row.evidence.page or row.evidence.page in told[MOST_PAGES:])
    return (*pages, ShownPage(None, None, placeless)) if placeless else tuple(pages)


def written(
    name: str, document: DocumentAsRead, findings: Iterable[Finding], pages: tuple[ShownPage, ...]
) -> str:
    """Return the page of HTML: one file, with its pictures inside, that runs and fetches nothing."""
    return render(
        "explain/document.html.j2",
        name=name,
        document=document,
        findings=[(found, CODES[found.code].words) for found in findings],
        pages=pages,
        has_pictures=any(page.picture for page in pages),
        colours={standing.value: colour for standing, colour in COLOURS.items()},
    )


def write_explanation(folder: Path, stem: str, html: str, pages: Iterable[ShownPage]) -> list[Path]:
    """Write the HTML and a PNG for each page with a picture into the folder; return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{stem}.html"
    target.write_text(html, encoding="utf-8")
    files = [target]
    for page in pages:
        if page.picture is not None:
            file = folder / f"{stem}-page-{page.number:03d}.png"
            file.write_bytes(page.picture)
            files.append(file)
    return files


def _shown(number: int, rows: list[Row], picture_of: PictureOf) -> ShownPage:
    here = tuple(row for row in rows if row.evidence.page == number)
    marks = tuple(
        Mark(row.evidence.box_pt, row.colour, row.number) for row in here if row.evidence.box_pt is not None
    )
    return ShownPage(number, picture_of(PageOrder(number, _DPI, marks=marks)), here)
