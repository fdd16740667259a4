"""A small document of every kind of the library: reading them loads all that their readers load late."""

import io


def sample_documents() -> tuple[bytes, ...]:
    """Return one document of each kind."""
    return (_MARKDOWN, _HTML, _docx(), _xlsx(), _pdf())


_MARKDOWN = b"""---
title: Sample
---
# Laptops &amp; others

1. One *thing*, `code`, [a link](https://example.org) and <b>HTML</b>
   - another

| No. | Criterion |
|-----|-----------|
| A1  | Battery   |

```
text
```

> quoted
"""

_HTML = b"""<!DOCTYPE html><html lang="en"><head><title>Sample</title></head>
<body><h1>Laptops &amp; others</h1><p>Text</p><ol><li>One</li></ol>
<table><tr><th>No.</th></tr><tr><td>A1</td></tr></table></body></html>"""


def _pdf() -> bytes:
    """Return a page with words in a standard face, and a table with rules."""
    import pikepdf

    words = b"".join(
        b"BT /F 12 Tf 1 0 0 1 %d %d Tm (Text) Tj ET " % (x, y) for x in (80, 280) for y in (500, 480)
    )
    rules = b"".join(b"%d 470 200 40 re S " % x for x in (70, 270))
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        face = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=face))
        page.obj.Contents = pdf.make_stream(words + rules)
        pdf.save(out)
    return out.getvalue()


def _docx() -> bytes:
    import docx

    file = docx.Document()
    file.add_heading("Laptops", 1)
    file.add_paragraph("One", style="List Number")
    file.add_table(2, 2).cell(1, 1).text = "A1"
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def _xlsx() -> bytes:
    from datetime import UTC, datetime

    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    for row in (("No.", "Criterion"), ("A1", 0.8), ("A2", datetime(2026, 1, 1, tzinfo=UTC).date())):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
