"""Copies signed with certificates of the test authority, and what was done to them before and after."""

import asyncio
import hashlib
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import pikepdf
from asn1crypto import cms, crl, ocsp, x509
from made_up.pki import SIGNED_AT, Issued, authority
from made_up.sheets import LABELS, VALUES, Sheet
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import BasePdfFileWriter, PageObject
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter, append_signature_field
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, PdfTimeStamper, SimpleSigner
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko_certvalidator.registry import SimpleCertificateStore

SIGNATORY = VALUES[1]
BOX = (200.0, 120.0, 420.0, 180.0)


@dataclass(frozen=True)
class Put:
    """How a signature is put: by field name, time, digest; ``certify`` with what it allows later."""

    field: str = "Signature1"
    at: datetime = SIGNED_AT
    box: tuple[float, float, float, float] | None = None
    page: int = 0
    digest: str = "sha256"
    stamped: bool = False
    certify: MDPPerm | None = None
    subfilter: SigSeedSubFilter = SigSeedSubFilter.PADES


AS_USUAL = Put()


def copy_to_sign(*, fields: bool = False, pages: int = 2) -> bytes:
    """Return a short copy with a filled block on its last page; ``fields`` adds a form field there."""
    sheet = Sheet()
    for number in range(1, pages):
        sheet.put(72, 760, f"Circular & Fair ICT Pact, page {number}")
        sheet.canvas.showPage()
    draw_block(sheet)
    if fields:
        sheet.canvas.acroForm.textfield(name="remark", x=72, y=300, width=200, height=20, value="")
    sheet.canvas.showPage()
    sheet.canvas.save()
    return sheet._buffer.getvalue()


def draw_block(sheet: Sheet) -> None:
    """Draw a filled signature block whose space for a signature is empty."""
    for row, (label, value) in enumerate(zip(LABELS, VALUES, strict=True)):
        sheet.put(72, 700 - 30 * row, f"{label}:")
        sheet.put(220, 700 - 30 * row, value)


def sign(pdf: bytes, signer: Issued, put: Put = AS_USUAL) -> bytes:
    """Return the copy with one signature more, added as an incremental update."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    about = PdfSignatureMetadata(
        field_name=put.field,
        md_algorithm=put.digest,
        subfilter=put.subfilter,
        certify=put.certify is not None,
        docmdp_permissions=put.certify or MDPPerm.FILL_FORMS,
    )
    field = None
    if put.field not in _fields_of(pdf):
        field = SigFieldSpec(put.field, on_page=put.page, box=put.box)  # type: ignore[arg-type]
    made = _SignerAt(about, simple_signer(signer), timestamper=stamper(put.at) if put.stamped else None,
                     new_field_spec=field)  # fmt: skip
    made.at = put.at
    return made.sign_pdf(writer, bytes_reserved=16_384).getvalue()


def stamper(at: datetime) -> DummyTimeStamper:
    """Return the test authority's service for time stamps, whose clock stands still."""
    one = authority().stamper
    chain = SimpleCertificateStore.from_certs([issuer.asn1 for issuer in one.chain])
    return DummyTimeStamper(one.asn1, one.asn1_key, certs_to_embed=chain, fixed_dt=at)


def with_timestamp(pdf: bytes, at: datetime = SIGNED_AT + timedelta(days=1)) -> bytes:
    """Return the copy with a time stamp over the whole document (PAdES B-LTA)."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    stamped = PdfTimeStamper(stamper(at)).timestamp_pdf(writer, "sha256", None, bytes_reserved=16_384)  # type: ignore[arg-type]
    return stamped.getvalue()


def with_revocation_data(
    pdf: bytes, *, crls: Sequence[bytes] = (), answers: Sequence[bytes] = (), certs: Sequence[Issued] = ()
) -> bytes:
    """Return the copy with data about revocation in its security store (PAdES B-LT)."""
    out = io.BytesIO(pdf)
    DocumentSecurityStore.add_dss(
        out,
        sig_contents=None,
        certs=[one.asn1 for one in certs],
        crls=[crl.CertificateList.load(one) for one in crls],
        ocsps=[ocsp.OCSPResponse.load(one) for one in answers],
        force_write=True,
    )
    return out.getvalue()


def with_empty_field(pdf: bytes, name: str = "Signature1") -> bytes:
    """Return the copy with a signature field that nobody has signed."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    append_signature_field(writer, SigFieldSpec(name, on_page=0, box=BOX))  # type: ignore[arg-type]
    return _written(writer)


def with_text_added(pdf: bytes, text: str, page: int = 1) -> bytes:
    """Return the copy with a line of text added to a page by a later revision."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    drawn = b"BT /F1 11 Tf 72 260 Td (%s) Tj ET" % text.encode("latin-1")
    writer.add_stream_to_page(page, writer.add_object(_stream(drawn)))
    return _written(writer)


def with_page_replaced(pdf: bytes, text: str, page: int = 1) -> bytes:
    """Return the copy with a page's whole text replaced by a later revision (a shadow attack)."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    _, found = _page_of(writer, page)
    drawn = b"BT /F1 11 Tf 72 700 Td (%s) Tj ET" % text.encode("latin-1")
    found[pdf_name("/Contents")] = writer.add_object(_stream(drawn))
    writer.update_container(found)
    return _written(writer)


def with_contents_of(pdf: bytes, other: bytes, page: int = 1) -> bytes:
    """Return the copy with a page's text as it stands in another copy, by a later revision."""
    with pikepdf.open(io.BytesIO(other)) as opened:
        drawn = opened.pages[page].Contents.read_bytes()
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    _, found = _page_of(writer, page)
    found[pdf_name("/Contents")] = writer.add_object(_stream(drawn))
    writer.update_container(found)
    return _written(writer)


def with_page_added(pdf: bytes) -> bytes:
    """Return the copy with one page more, added by a later revision."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    drawn = writer.add_object(_stream(b""))
    writer.insert_page(PageObject(contents=drawn, media_box=(0, 0, 595, 842)))
    return _written(writer)


def with_note(pdf: bytes, text: str, page: int = 1) -> bytes:
    """Return the copy with a note typed on a page by a later revision."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    reference, found = _page_of(writer, page)
    note = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/FreeText"),
            pdf_name("/Rect"): generic.ArrayObject([generic.NumberObject(n) for n in (72, 240, 400, 280)]),
            pdf_name("/Contents"): generic.pdf_string(text),
            pdf_name("/DA"): generic.pdf_string("/Helv 11 Tf 0 g"),
            pdf_name("/P"): generic.IndirectObject(reference.idnum, reference.generation, writer),
        }
    )
    notes = generic.ArrayObject([*found.get("/Annots", ())])
    notes.append(writer.add_object(note))
    found[pdf_name("/Annots")] = notes
    writer.update_container(found)
    return _written(writer)


def with_field_filled(pdf: bytes, value: str, name: str = "remark") -> bytes:
    """Return the copy with a form field filled in by a later revision, as a viewer does it."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    fields = writer.root["/AcroForm"]["/Fields"]
    field = next(one.get_object() for one in fields if one.get_object().get("/T") == name)
    field[pdf_name("/V")] = generic.pdf_string(value)
    writer.update_container(field)
    return _written(writer)


def with_catalog_changed(pdf: bytes) -> bytes:
    """Return the copy with a script added that runs when it is opened."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    script = {pdf_name("/S"): pdf_name("/JavaScript"), pdf_name("/JS"): generic.pdf_string("app.alert('x')")}
    writer.root[pdf_name("/OpenAction")] = writer.add_object(generic.DictionaryObject(script))
    writer.update_root()
    return _written(writer)


def tampered(pdf: bytes) -> bytes:
    """Return the copy with one byte changed that the signature covers, in no part that reading needs."""
    place = pdf.index(b"/Producer") if b"/Producer" in pdf else pdf.index(b"/Creator")
    at = pdf.index(b"(", place) + 1
    return pdf[:at] + bytes([pdf[at] ^ 1]) + pdf[at + 1 :]


def rewritten(pdf: bytes) -> bytes:
    """Return the copy as another program saves it: everything at other places."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.save(out)
    return out.getvalue()


def with_byte_range(pdf: bytes, change: Sequence[int]) -> bytes:
    """Return the copy with each number of its last byte range raised by ``change``, in the same space."""
    found = list(re.finditer(rb"/ByteRange\s*\[([0-9 ]+)\]", pdf))[-1]
    numbers = [int(one) + by for one, by in zip(found[1].split(), change, strict=True)]
    text = b" ".join(b"%d" % number for number in numbers).ljust(len(found[1]))
    return pdf[: found.start(1)] + text + pdf[found.end(1) :]


def signed_with_gap(pdf: bytes, signer: Issued, gap_bytes: int) -> bytes:
    """Return the copy signed so that some bytes behind the signature's value are not covered."""
    shifted = with_byte_range(sign(pdf, signer), (0, 0, gap_bytes, -gap_bytes))
    (_, before, after, rest) = (
        int(one) for one in re.findall(rb"/ByteRange\s*\[([0-9 ]+)\]", shifted)[-1].split()
    )
    digest = hashlib.sha256(shifted[:before] + shifted[after : after + rest]).digest()
    made = asyncio.run(simple_signer(signer).async_sign(digest, "sha256", use_pades=True))
    value = b"<" + made.dump().hex().encode().ljust(after - gap_bytes - before - 2, b"0") + b">"
    return shifted[:before] + value + shifted[before + len(value) :]


def with_certificate_of(pdf: bytes, other: Issued) -> bytes:
    """Return the signed copy claiming to be signed with another certificate, whose key nobody has."""
    found = list(re.finditer(rb"/Contents\s*<([0-9a-fA-F]{100,})>", pdf))[-1]
    message = cms.ContentInfo.load(bytes.fromhex(found[1].decode()))
    signed = message["content"]
    signed["certificates"] = [
        cms.CertificateChoices("certificate", one.asn1) for one in (other, *other.chain)
    ]
    signed["signer_infos"][0]["sid"] = cms.SignerIdentifier(
        "issuer_and_serial_number",
        {"issuer": other.asn1.issuer, "serial_number": other.asn1.serial_number},
    )
    value = message.dump(force=True).hex().encode().ljust(len(found[1]), b"0")
    return pdf[: found.start(1)] + value + pdf[found.end(1) :]


class _SignerAt(PdfSigner):
    """A signer whose clock stands still."""

    at: datetime = SIGNED_AT

    def init_signing_session(
        self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False
    ) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self.at
        return session


def simple_signer(signer: Issued) -> SimpleSigner:
    """Return what signs with that certificate and sends its issuers along."""
    chain: list[x509.Certificate] = [one.asn1 for one in signer.chain]
    return SimpleSigner(signer.asn1, signer.asn1_key, SimpleCertificateStore.from_certs(chain))


def _fields_of(pdf: bytes) -> set[str]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        form = opened.Root.get("/AcroForm", {})
        return {str(one.get("/T")) for one in form.get("/Fields", ())}


def _page_of(writer: IncrementalPdfFileWriter, page: int):
    reference = writer.find_page_for_modification(page)[0]
    return reference, writer.get_object(reference.reference if hasattr(reference, "reference") else reference)


def _stream(data: bytes):
    return generic.StreamObject(stream_data=data)


def _written(writer: IncrementalPdfFileWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
