"""Made-up trusted lists as ETSI TS 119 612 has them, of countries and of the lists, with made-up signers."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree
from made_up.pki import Issued
from signxml.xades import XAdESSigner

_ETSI = "http://uri.etsi.org/TrstSvc"
_TSL = "http://uri.etsi.org/02231/v2#"
CA_QC, QTST, CA_PKC = (f"{_ETSI}/Svctype/{kind}" for kind in ("CA/QC", "TSA/QTST", "CA/PKC"))
GRANTED, WITHDRAWN = (f"{_ETSI}/TrustedList/Svcstatus/{state}" for state in ("granted", "withdrawn"))
FOR_SIGNATURES, FOR_SEALS, FOR_WEB_SITES = (
    f"{_ETSI}/TrustedList/SvcInfoExt/{use}"
    for use in ("ForeSignatures", "ForeSeals", "ForWebSiteAuthentication")
)


@dataclass(frozen=True)
class Service:
    """One service of a list: certificate, states with their beginnings (newest first), uses."""

    certificate: Issued
    states: Sequence[tuple[str, str]] = ((GRANTED, "2016-07-01T00:00:00Z"),)
    kind: str = CA_QC
    uses: Sequence[str] = (FOR_SIGNATURES,)


@dataclass(frozen=True)
class MadeList:
    """A list to make: whose, of when, and what it holds: services, or countries with their signers."""

    territory: str = "NL"
    issued: str = "2022-06-01T00:00:00Z"
    next_update: str = "2022-12-01T00:00:00Z"
    services: Sequence[Service] = ()
    signers: dict[str, Sequence[Issued]] = field(default_factory=dict)


def trusted_list(made: MadeList, signer: Issued | None) -> bytes:
    """Return the XML of the list, signed if a signer is given."""
    root = etree.Element(f"{{{_TSL}}}TrustServiceStatusList", nsmap={None: _TSL}, Id="list")
    root.set("TSLTag", f"{_ETSI.removesuffix('/TrstSvc')}/19612/TSLTag")
    scheme = _sub(root, "SchemeInformation")
    _sub(scheme, "TSLVersionIdentifier", "5")
    _sub(scheme, "TSLSequenceNumber", "7")
    kind = "EUlistofthelists" if made.signers else "EUgeneric"
    _sub(scheme, "TSLType", f"{_ETSI}/TrustedList/TSLType/{kind}")
    _named(_sub(scheme, "SchemeOperatorName"), "A made-up operator")
    _sub(_sub(scheme, "SchemeInformationURI"), "URI", "http://lists.example.org/about", lang="en")
    _sub(scheme, "SchemeTerritory", made.territory)
    if made.signers:
        pointers = _sub(scheme, "PointersToOtherTSL")
        for territory, signers in made.signers.items():
            _pointer(pointers, territory, signers)
    _sub(scheme, "ListIssueDateTime", made.issued)
    _sub(_sub(scheme, "NextUpdate"), "dateTime", made.next_update)
    if made.services:
        provider = _sub(_sub(root, "TrustServiceProviderList"), "TrustServiceProvider")
        _named(_sub(_sub(provider, "TSPInformation"), "TSPName"), "A made-up provider")
        services = _sub(provider, "TSPServices")
        for service in made.services:
            _service(services, service)
    return etree.tostring(_signed(root, signer) if signer else root, xml_declaration=True, encoding="UTF-8")


def _sub(parent, name: str, text: str = "", *, lang: str = ""):
    made = etree.SubElement(parent, f"{{{_TSL}}}{name}")
    made.text = text or None
    if lang:
        made.set("{http://www.w3.org/XML/1998/namespace}lang", lang)
    return made


def _named(parent, name: str) -> None:
    _sub(parent, "Name", name, lang="en")


def _pointer(parent, territory: str, signers: Sequence[Issued]) -> None:
    pointer = _sub(parent, "OtherTSLPointer")
    _identity(_sub(pointer, "ServiceDigitalIdentities"), signers)
    _sub(pointer, "TSLLocation", f"http://lists.example.org/{territory}.xml")
    about = _sub(pointer, "AdditionalInformation")
    _sub(_sub(about, "OtherInformation"), "SchemeTerritory", territory)
    mime = etree.SubElement(
        _sub(about, "OtherInformation"), "{http://uri.etsi.org/02231/v2/additionaltypes#}MimeType"
    )
    mime.text = "application/vnd.etsi.tsl+xml"


def _identity(parent, certificates: Sequence[Issued]) -> None:
    identity = _sub(parent, "ServiceDigitalIdentity")
    for one in certificates:
        _sub(_sub(identity, "DigitalId"), "X509Certificate", base64.b64encode(one.der).decode())


def _service(parent, service: Service) -> None:
    made = _sub(parent, "TSPService")
    _state(_sub(made, "ServiceInformation"), service, service.states[0])
    if len(service.states) > 1:
        history = _sub(made, "ServiceHistory")
        for state in service.states[1:]:
            _state(_sub(history, "ServiceHistoryInstance"), service, state)


def _state(parent, service: Service, state: tuple[str, str]) -> None:
    _sub(parent, "ServiceTypeIdentifier", service.kind)
    _named(_sub(parent, "ServiceName"), "A made-up service")
    identity = _sub(parent, "ServiceDigitalIdentity")
    _sub(_sub(identity, "DigitalId"), "X509Certificate", base64.b64encode(service.certificate.der).decode())
    _sub(parent, "ServiceStatus", state[0])
    _sub(parent, "StatusStartingTime", state[1])
    if service.uses:
        extensions = _sub(parent, "ServiceInformationExtensions")
        for use in service.uses:
            extension = _sub(extensions, "Extension")
            extension.set("Critical", "true")
            _sub(_sub(extension, "AdditionalServiceInformation"), "URI", use, lang="en")


def _signed(root, signer: Issued):
    made = XAdESSigner(signature_algorithm="ecdsa-sha256", digest_algorithm="sha256")
    return made.sign(root, key=signer.key, cert=[signer.certificate])
