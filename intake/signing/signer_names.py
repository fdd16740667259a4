"""Whom a certificate names: a person, a body with its seal, or an e-signing service."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from asn1crypto import x509
from pyhanko.sign.ades.qualified_asn1 import get_qc_statements

from pact.certificate_words import CertificateKind
from pact.folding import fold
from pact.legal_forms import without_legal_form
from pact.organisation_kinds import kinds_in
from pact.organisations import SAME, same_organisation
from pact.person_names import is_same_person

# Services that sign by click and put their own seal; what is trusted about them is who applied it.
_SERVICES = re.compile(
    r"docusign|adobe (?:acrobat )?sign|adobe cloud|hello ?sign|dropbox sign|signnow|airslate|panda ?doc|"
    r"scrive|signicat|penneo|validsign|evidos|signhost|connective|nitro sign|zynyo|yousign|universign|"
    r"skribble|oneflow|getaccept|visma (?:sign|solutions)|eid easy|dokobit|autenti|contractbook|assently|"
    r"verified global|itsme|signrequest|sign ?well|sign ?easy|eversign|xodo sign|zoho sign|namirial|infocert|"
    r"luxtrust sign|(?:e-?)?sign(?:ing|ature)? (?:service|platform|portal)|envelope service|"
    r"e-?signature seal",
    re.IGNORECASE,
)
_PERSON_SERIAL = re.compile(r"^(?:PAS|IDC|PNO|TAX|TIN|PI:)")  # ETSI EN 319 412-1, 5.1.3
_SHOWN_CHARS = 200


@dataclass(frozen=True, slots=True)
class SignerName:
    """Whom the certificate names. ``names_signatory`` None: nothing to compare it with, or no person."""

    shown: str | None = None
    organisation: str | None = None
    kind: CertificateKind = CertificateKind.SIGNATURE
    platform: str | None = None
    names_signatory: bool | None = None


def signer_name(certificate: x509.Certificate, typed_names: Sequence[str]) -> SignerName:
    """Return whom the certificate names, held against the names typed in the document.

    ValueError for a name that is damaged.
    """
    parts = _parts(certificate.subject)
    person = " ".join(filter(None, (_first(parts, "given_name"), _first(parts, "surname"))))
    common = _first(parts, "common_name") or _first(parts, "pseudonym")
    organisation = _first(parts, "organization_name")
    shown = common or person or organisation or certificate.subject.human_friendly
    named = tuple(name for name in (person, common) if name)
    same = _names_any(named, typed_names)
    service = (
        None
        if same or person
        else _service_of((common, organisation, *parts.get("organizational_unit_name", ())))
    )
    if service is None and (same or not _is_seal(certificate, parts, common, organisation)):
        return SignerName(shown[:_SHOWN_CHARS], organisation or None, CertificateKind.SIGNATURE, None, same)
    return SignerName(shown[:_SHOWN_CHARS], organisation or None, CertificateKind.SEAL, service, None)


def mail_addresses(certificate: x509.Certificate) -> frozenset[str]:
    """Return the mail addresses that the certificate stands for, in small letters (RFC 8550, 3)."""
    held = list(_parts(certificate.subject).get("email_address", ()))
    names = certificate.subject_alt_name_value
    held += [name.native for name in names or () if name.name == "rfc822_name"]
    return frozenset(address.casefold() for address in held)


def issuer_name(certificate: x509.Certificate) -> str:
    """Return the issuer's name as it is shown."""
    parts = _parts(certificate.issuer)
    shown = _first(parts, "common_name") or _first(parts, "organization_name")
    return (shown or certificate.issuer.human_friendly)[:_SHOWN_CHARS]


def _parts(name: x509.Name) -> dict[str, list[str]]:
    """Return the values by the kind of each part, such as common_name."""
    parts: dict[str, list[str]] = {}
    for relative in name.chosen:
        for pair in relative:
            value = pair["value"].native
            if isinstance(value, str) and value.strip():
                parts.setdefault(pair["type"].native, []).append(" ".join(value.split()))
    return parts


def _first(parts: dict[str, list[str]], kind: str) -> str:
    return next(iter(parts.get(kind, ())), "")


def _names_any(named: Sequence[str], typed_names: Sequence[str]) -> bool | None:
    """Whether one of the names is that of a signatory; None where no two could be compared."""
    answers = [is_same_person(one, typed) for one in named for typed in typed_names]
    if any(answers):
        return True
    return False if False in answers else None


def _service_of(names: Sequence[str]) -> str | None:
    for name in names:
        if name and _SERVICES.search(name):
            return name[:_SHOWN_CHARS]
    return None


def _is_seal(
    certificate: x509.Certificate, parts: dict[str, list[str]], common: str, organisation: str
) -> bool:
    """Whether the bearer is a body and no person, by what the certificate says, else by its name."""
    said = _said_type(certificate)
    if said is not None:
        return said is CertificateKind.SEAL
    if _first(parts, "given_name") or _first(parts, "surname"):
        return False
    if _PERSON_SERIAL.match(_first(parts, "serial_number")):
        return False
    if "organization_identifier" in parts or not common:
        return True
    if organisation and _is_same_body(common, organisation):
        return True
    return bool(kinds_in(fold(common))) or without_legal_form(fold(common).split())[1] is not None


def _is_same_body(common: str, organisation: str) -> bool:
    if set(fold(common).split()) == set(fold(organisation).split()):
        return True
    return same_organisation(common, organisation) >= SAME


def _said_type(certificate: x509.Certificate) -> CertificateKind | None:
    """Return what a qualified certificate is for, by its own statement (ETSI EN 319 412-5, 4.2.3)."""
    for statement in get_qc_statements(certificate):
        if statement["statement_id"].native == "qc_type":
            types = {one.native for one in statement["statement_info"]}
            if "qct_esign" in types:
                return CertificateKind.SIGNATURE
            if "qct_eseal" in types:
                return CertificateKind.SEAL
    return None
