"""Every certificate signature of a PDF, each for itself: whose, intact, trusted, changed afterwards."""

import logging
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from pyhanko.pdf_utils.generic import parse_pdf_date
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from intake.signing.library_faults import LIBRARY_FAULTS, OutOfTimeError, Stopwatch
from intake.signing.plain_signature import plain
from intake.signing.revocation_data import data_in_file
from intake.signing.signature_check import FileUnderCheck, checked_signature, checked_stamp
from intake.signing.signature_fields import FilledField, filled_fields, opened
from intake.signing.signing_times import aware
from intake.signing.trust_material import TrustMaterial
from pact.certificate_words import CertificateKind, SignatureProblem
from pact.documents import DigitalSignature

MOST_CHECKED = 12
CPU_S = 4.0
_MOST_VALUE_BYTES = 1_000_000
_LONGEST_NAME = 200
_FAULTS: tuple[type[Exception], ...] = (*LIBRARY_FAULTS, OutOfTimeError)
_STAMPS = frozenset({"/ETSI.RFC3161"})
_SIGNATURES = frozenset({"/ETSI.CAdES.detached", "/adbe.pkcs7.detached"})

# What the libraries have to say of a signature stands in its verdicts, and would name people in the log.
for _library in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_library).setLevel(logging.CRITICAL)


def digital_signatures(
    data: bytes, trust: TrustMaterial, typed_names: Sequence[str], *, cpu_s: float = CPU_S
) -> tuple[DigitalSignature, ...]:
    """Return the verdicts on every certificate signature of the PDF, in the order of signing.

    ``typed_names`` are the names that stand in the document's signature blocks. A field that nobody signed
    is none. What cannot be checked has None for a verdict and a problem in words; nothing is raised for
    any file. Nothing is fetched and no clock is asked: a certificate is judged as of its signing. After
    ``cpu_s`` of processor time the verdicts that are still wanting stay None.
    """
    watch = Stopwatch(cpu_s)
    try:
        reader = opened(data, watch)
        held = sorted(map(_taken_apart, filled_fields(reader)), key=lambda one: one.revision)
        kinds = {one.field.name: one.kind for one in held}
        in_file = data_in_file(reader)
    except _FAULTS:
        return (DigitalSignature(problem=SignatureProblem.DAMAGED),)
    file = FileUnderCheck(reader, data, trust, tuple(typed_names), watch, kinds, in_file)
    return _with_doubts_about_names(tuple(map(plain, _checked(file, held))))


@dataclass(frozen=True, slots=True)
class _Held:
    """A filled signature field with its signature taken apart, or why that could not be."""

    field: FilledField
    embedded: EmbeddedPdfSignature | None = None
    problem: SignatureProblem | None = None

    @property
    def kind(self) -> CertificateKind:
        is_stamp = self.field.value.get("/SubFilter") in _STAMPS
        return CertificateKind.TIMESTAMP if is_stamp else CertificateKind.SIGNATURE

    @property
    def revision(self) -> int:
        return self.embedded.signed_revision if self.embedded else 1 << 30


def _taken_apart(field: FilledField) -> _Held:
    value = field.value
    if "/ByteRange" not in value:
        return _Held(field, problem=SignatureProblem.NO_RANGE)
    if value.get("/SubFilter") not in _SIGNATURES | _STAMPS:
        return _Held(field, problem=SignatureProblem.UNKNOWN_FORM)
    try:
        if len(value.raw_get("/Contents").original_bytes) > _MOST_VALUE_BYTES:
            return _Held(field, problem=SignatureProblem.TOO_LARGE)
        return _Held(field, EmbeddedPdfSignature(field.reader, field.field, field.name))
    except LIBRARY_FAULTS:
        return _Held(field, problem=SignatureProblem.DAMAGED)


def _checked(file: FileUnderCheck, held: Sequence[_Held]) -> tuple[DigitalSignature, ...]:
    """Return the verdicts in that order; time stamps are looked at first, since they prove what was there."""
    found: dict[int, DigitalSignature] = {}
    proofs = []
    for place, one in enumerate(held[:MOST_CHECKED]):
        if one.embedded is None:
            found[place] = _unchecked(one, one.problem)
        elif one.kind is CertificateKind.TIMESTAMP:
            found[place], proof = checked_stamp(file, one.field, one.embedded)
            proofs += [proof] if proof else []
    file = replace(file, proofs=tuple(proofs))
    for place, one in enumerate(held):
        if place >= MOST_CHECKED:
            found[place] = _unchecked(one, SignatureProblem.TOO_MANY)
        elif place not in found and one.embedded is not None:
            found[place] = _checked_one(file, one, one.embedded)
    return tuple(found[place] for place in sorted(found))


def _checked_one(file: FileUnderCheck, one: _Held, embedded: EmbeddedPdfSignature) -> DigitalSignature:
    try:
        return checked_signature(file, one.field, embedded)
    except LIBRARY_FAULTS:
        return _unchecked(one, SignatureProblem.DAMAGED)
    except OutOfTimeError:
        return _unchecked(one, SignatureProblem.TOO_LARGE)


def _unchecked(one: _Held, problem: SignatureProblem | None) -> DigitalSignature:
    """Return a signature of which nothing is known but that it is there, and what it calls itself."""
    said = one.field.value.get("/Name")
    name = " ".join(str(said).split())[:_LONGEST_NAME] if isinstance(said, str) else None
    return DigitalSignature(
        signer=name or None,
        signed_at=_claimed_time(one),
        problem=problem,
        kind=one.kind,
        page=one.field.page,
        box_pt=one.field.box_pt,
    )


def _claimed_time(one: _Held) -> str | None:
    with suppress(*LIBRARY_FAULTS):
        return aware(parse_pdf_date(one.field.value["/M"], strict=False)).isoformat()
    return None


def _with_doubts_about_names(found: Sequence[DigitalSignature]) -> tuple[DigitalSignature, ...]:
    """Say of whom nobody typed, where no other signature is the signatory's."""
    if any(one.names_signatory for one in found):
        return tuple(found)
    return tuple(_doubted(one) if one.names_signatory is False else one for one in found)


def _doubted(one: DigitalSignature) -> DigitalSignature:
    said = filter(None, (SignatureProblem.NAMES_ANOTHER.value, one.problem))
    return replace(one, problem="; ".join(said))
