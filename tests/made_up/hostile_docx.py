"""Hostile Word documents: zip bombs, entity bombs, endless tables and links to the outside."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
CONTENT_TYPES = (
    HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="png" ContentType="image/png"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = (
    HEAD + f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def document_xml(body: str, *, before: str = "") -> bytes:
    """Return a main part with that body; ``before`` stands between the XML head and the root."""
    return f'{HEAD}{before}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'.encode()


def packed_docx(document: bytes | None, more: Mapping[str, bytes] | None = None) -> bytes:
    """Return a DOCX of that main part (none at all for None) and further parts by name."""
    kept = BytesIO()
    parts = {"[Content_Types].xml": CONTENT_TYPES.encode(), "_rels/.rels": RELATIONS.encode(), **(more or {})}
    if document is not None:
        parts["word/document.xml"] = document
    with ZipFile(kept, "w", ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(ZipInfo(name, (2021, 6, 14, 12, 0, 0)), content, ZIP_DEFLATED, 9)
    return kept.getvalue()


def paragraph(text: str) -> str:
    """Return a paragraph of the main part."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def zip_bomb(megabytes: int = 400) -> bytes:
    """Return a DOCX whose one picture unpacks to that many megabytes."""
    return _with_endless_part("word/media/image1.png", b"", b"\0", b"", megabytes=megabytes)


def zip_bomb_in_the_text(megabytes: int = 300) -> bytes:
    """Return a DOCX whose main part unpacks to that many megabytes of sound XML."""
    head, tail = document_xml("<w:p><w:r><w:t>|</w:t></w:r></w:p>").split(b"|")
    return _with_endless_part("word/document.xml", head, b"a", tail, megabytes=megabytes)


def wide_table(span: int = 50_000_000) -> bytes:
    """Return a DOCX with one table cell that spans that many columns."""
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{paragraph("Organization")}</w:tc>'
    row = f"<w:tr>{cell}<w:tc>{paragraph('Nobody')}</w:tc></w:tr>"
    return packed_docx(document_xml(f"<w:tbl>{row * 3}</w:tbl>{paragraph('Signed,')}"))


def billion_laughs() -> bytes:
    """Return a DOCX whose entities unfold to a thousand million words."""
    entities = ['<!ENTITY a0 "ha">']
    entities += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)]
    before = f"<!DOCTYPE w:document [{''.join(entities)}]>"
    return packed_docx(document_xml(paragraph("&a9;"), before=before))


def external_entity(target: str = "file:///etc/hostname") -> bytes:
    """Return a DOCX that asks for the contents of ``target`` by an external entity."""
    before = f'<!DOCTYPE w:document [<!ENTITY out SYSTEM "{target}">]>'
    return packed_docx(document_xml(paragraph("Organization: &out;"), before=before))


def external_relation(target: str) -> bytes:
    """Return a DOCX whose template and picture lie at ``target``: it must never be fetched."""
    drawn = (
        '<w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:imagedata '
        f'xmlns:r="{OFFICE}" r:id="rId1"/></v:shape></w:pict></w:r></w:p>'
    )
    outside = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" '
        f'Target="{target}/{kind}" TargetMode="External"/>'
        for number, kind in enumerate(("image", "attachedTemplate", "frame"), start=1)
    )
    relations = f'{HEAD}<Relationships xmlns="{PACKAGE}">{outside}</Relationships>'
    return packed_docx(
        document_xml(paragraph("Signed,") + drawn), {"word/_rels/document.xml.rels": relations.encode()}
    )


def deep_nesting(depth: int = 100_000) -> bytes:
    """Return a DOCX of content controls inside content controls, that deep."""
    opened, closed = "<w:sdt><w:sdtContent>" * depth, "</w:sdtContent></w:sdt>" * depth
    return packed_docx(document_xml(opened + paragraph("Signed,") + closed))


def many_entries(count: int = 60_000) -> bytes:
    """Return a DOCX of that many empty parts."""
    kept = BytesIO(packed_docx(document_xml(paragraph("Signed,"))))
    with ZipFile(kept, "a") as target:
        for number in range(count):
            target.writestr(ZipInfo(f"word/media/{number}", (2021, 6, 14, 12, 0, 0)), b"")
    return kept.getvalue()


def with_lying_sizes(document: bytes) -> bytes:
    """Return the DOCX with its table of contents claiming that every part has ten bytes.

    Whoever trusts the stated sizes before unpacking is deceived.
    """
    out, at = bytearray(document), 0
    while (at := document.find(b"PK\x01\x02", at)) >= 0:
        out[at + 24 : at + 28] = (10).to_bytes(4, "little")
        at += 4
    return bytes(out)


def _with_endless_part(name: str, head: bytes, unit: bytes, tail: bytes, *, megabytes: int) -> bytes:
    kept = BytesIO()
    kept.write(packed_docx(None if name.endswith("document.xml") else document_xml(paragraph("Signed,"))))
    with ZipFile(kept, "a", ZIP_DEFLATED, compresslevel=9) as target:
        info = ZipInfo(name, (2021, 6, 14, 12, 0, 0))
        info.compress_type = ZIP_DEFLATED
        with target.open(info, "w", force_zip64=megabytes > 2000) as part:
            part.write(head)
            for _ in range(megabytes):
                part.write(unit * 1_000_000)
            part.write(tail)
    return kept.getvalue()
