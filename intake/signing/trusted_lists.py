"""The EU trusted lists (ETSI TS 119 612) from a copy on disk: which services were granted, and when.

Never in a reading child: an administrator brings the lists, and what is taken from them is small.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from asn1crypto import x509
from lxml import etree
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.qualified.eutl_parse import (
    LOTLParseResult,
    latest_known_lotl_tlso_certs,
    parse_lotl_unsafe,
    trust_list_to_registry,
    trust_list_to_registry_unsafe,
    validate_and_parse_lotl,
)
from pyhanko.sign.validation.qualified.tsp import (
    CAServiceInformation,
    QcCertType,
    QualifiedServiceInformation,
    TSPRegistry,
)
from pyhanko_certvalidator.authority import AuthorityWithCert

from intake.signing.anchors import anchor_of
from intake.signing.library_faults import LIBRARY_FAULTS
from intake.signing.list_store import ListStore, TrustedList
from intake.signing.trust_material import TrustAnchor, TrustedFor
from pact.errors import PactError

_TSL = "{http://uri.etsi.org/02231/v2#}"
_LIST_OF_LISTS = "/EUlistofthelists"
_NO_SIGNERS = "its signature was not verified: no list of the lists names its signers"
_UNSURE_SIGNERS = "its signers are named by a list of the lists that could not be verified itself"
_USES = {QcCertType.QC_ESIGN: TrustedFor.SIGNATURES, QcCertType.QC_ESEAL: TrustedFor.SEALS}


class TrustedListError(PactError):
    """A trusted list cannot be used; the text is a sentence that names the file."""


def read_lists(files: Iterable[tuple[str, bytes]], signers: Sequence[bytes] = ()) -> ListStore:
    """Return what the lists hold; ``files`` are names and contents, among them a list of the lists or not.

    A list of the lists is held against ``signers`` (DER), or against those that the library knows; every
    other list against the signers that it names. TrustedListError for what is no list, and for a
    list whose signature does not hold.
    """
    found = [_File.opened(name, data) for name, data in files]
    national = _newest(one for one in found if not one.is_list_of_lists)
    if not national:
        raise TrustedListError(
            "No list of a country is among the files: a list of the lists alone names no service."
        )
    named = _named_signers([one for one in found if one.is_list_of_lists], signers)
    lists = [replace(named.about, note=named.note)] if named.about else []
    anchors: dict[bytes, TrustAnchor] = {}
    for one in national:
        registry, note = _registry(one, named)
        taken = list(_anchors(registry))
        lists.append(replace(one.about, services=sum(_is_open(anchor) for anchor in taken), note=note))
        for anchor in taken:
            anchors[anchor.certificate] = _merged(anchors.get(anchor.certificate), anchor)
    return ListStore(tuple(lists), tuple(anchors.values()))


@dataclass(frozen=True, slots=True)
class _File:
    about: TrustedList
    text: str
    is_list_of_lists: bool

    @classmethod
    def opened(cls, name: str, data: bytes) -> "_File":
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(data, parser)
            text = data.decode("utf-8-sig")
        except (etree.XMLSyntaxError, UnicodeDecodeError) as error:
            raise TrustedListError(f"{name} is no XML that can be read.") from error
        scheme = root.find(f"{_TSL}SchemeInformation")
        if root.tag != f"{_TSL}TrustServiceStatusList" or scheme is None:
            raise TrustedListError(f"{name} is no trusted list (ETSI TS 119 612).")
        issued = scheme.findtext(f"{_TSL}ListIssueDateTime")
        if not issued:
            raise TrustedListError(f"{name} does not say when it was issued.")
        about = TrustedList(
            territory=(scheme.findtext(f"{_TSL}SchemeTerritory") or "").strip()[:8],
            file_name=name,
            issued=_moment(name, issued),
            next_update=_optional_moment(name, scheme.findtext(f"{_TSL}NextUpdate/{_TSL}dateTime")),
            services=0,
        )
        return cls(about, text, (scheme.findtext(f"{_TSL}TSLType") or "").strip().endswith(_LIST_OF_LISTS))


@dataclass(frozen=True, slots=True)
class _NamedSigners:
    """Who may sign the list of each country, by the list of the lists, and what of that is not sure."""

    by_territory: dict[str, list[x509.Certificate]]
    about: TrustedList | None = None
    note: str = ""


def _moment(name: str, text: str) -> str:
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise TrustedListError(f"{name} has a time that is none: {text.strip()[:40]}.") from error
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).isoformat()


def _optional_moment(name: str, text: str | None) -> str | None:
    return _moment(name, text) if text and text.strip() else None


def _newest(found: Iterable[_File]) -> list[_File]:
    """Return one list a country, the one issued last."""
    newest: dict[str, _File] = {}
    for one in sorted(found, key=lambda one: one.about.issued):
        newest[one.about.territory] = one
    return [newest[territory] for territory in sorted(newest)]


def _named_signers(lists_of_lists: Sequence[_File], signers: Sequence[bytes]) -> _NamedSigners:
    if not lists_of_lists:
        return _NamedSigners({})
    one = max(lists_of_lists, key=lambda one: one.about.issued)
    known = [x509.Certificate.load(signer) for signer in signers] or latest_known_lotl_tlso_certs()
    note = ""
    try:
        parsed = validate_and_parse_lotl(one.text, known)
    except SignatureValidationError as error:
        if signers:
            raise TrustedListError(f"{one.about.file_name} is not signed by the signer given.") from error
        parsed = _parsed_unverified(one)
        note = "its signature could not be verified: its signer is not known"
    except LIBRARY_FAULTS as error:
        raise TrustedListError(f"{one.about.file_name} cannot be read as a list of the lists.") from error
    by_territory: dict[str, list[x509.Certificate]] = {}
    for reference in parsed.references:
        by_territory.setdefault(reference.territory, []).extend(reference.tlso_certs)
    return _NamedSigners(by_territory, one.about, note)


def _parsed_unverified(one: _File) -> LOTLParseResult:
    try:
        return parse_lotl_unsafe(one.text)
    except LIBRARY_FAULTS as error:
        raise TrustedListError(f"{one.about.file_name} cannot be read as a list of the lists.") from error


def _registry(one: _File, named: _NamedSigners) -> tuple[TSPRegistry, str]:
    """Return the services of one country's list, and what of it was not verified."""
    signers = named.by_territory.get(one.about.territory, [])
    try:
        if not signers:
            return trust_list_to_registry_unsafe(one.text)[0], _NO_SIGNERS
        return trust_list_to_registry(one.text, signers)[0], _UNSURE_SIGNERS if named.note else ""
    except SignatureValidationError as error:
        raise TrustedListError(f"{one.about.file_name} is not signed by its country's signers.") from error
    except LIBRARY_FAULTS as error:
        raise TrustedListError(f"{one.about.file_name} cannot be read as a trusted list.") from error


def _anchors(registry: TSPRegistry) -> Iterator[TrustAnchor]:
    """Yield the certificates of services that issue for signatures or seals, or stamp time."""
    authorities = (*registry.known_certificate_authorities, *registry.known_timestamp_authorities)
    for authority in dict.fromkeys(authorities):
        if not isinstance(authority, AuthorityWithCert):
            continue
        services = registry.applicable_service_definitions(authority, None)
        told = [(uses, service.base_info) for service in services if (uses := _uses(service))]
        if told:
            yield replace(
                anchor_of(authority.certificate.dump()),
                trusted_for=tuple(sorted({use for uses, _ in told for use in uses})),
                periods=tuple(
                    sorted({_period(info.valid_from, info.valid_until) for _, info in told}, key=str)
                ),
            )


def _uses(service: QualifiedServiceInformation) -> tuple[TrustedFor, ...]:
    if not isinstance(service, CAServiceInformation):
        return (TrustedFor.TIMESTAMPS,)
    said = service.base_info.additional_info_certificate_type
    # Who says nothing issues for signatures and seals (TS 119 612, 5.5.9.4).
    return tuple(use for kind, use in _USES.items() if not said or kind in said)


def _period(begin: datetime, end: datetime | None) -> tuple[str, str | None]:
    return begin.astimezone(UTC).isoformat(), end.astimezone(UTC).isoformat() if end else None


def _is_open(anchor: TrustAnchor) -> bool:
    return any(end is None for _, end in anchor.periods)


def _merged(one: TrustAnchor | None, other: TrustAnchor) -> TrustAnchor:
    """Return one anchor for a certificate that stands in two lists."""
    if one is None:
        return other
    return replace(
        one,
        trusted_for=tuple(sorted({*one.trusted_for, *other.trusted_for})),
        periods=tuple(sorted({*one.periods, *other.periods}, key=str)),
    )
