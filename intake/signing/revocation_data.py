"""The data about revocation that a PDF carries with its signatures: lists and answers, within limits."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from asn1crypto import cms, crl, ocsp, x509
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.decode_limits import DecodePurpose
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.general import find_cms_attribute_iter

from intake.signing.library_faults import LIBRARY_FAULTS

_MOST_BYTES = 2_000_000
_MOST_EACH = 40
_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class RevocationData:
    """Lists of revoked certificates, answers about single ones, and further certificates of issuers.

    ``too_large`` says that there is more than is looked through.
    """

    lists: tuple[crl.CertificateList, ...] = ()
    answers: tuple[ocsp.OCSPResponse, ...] = ()
    certificates: tuple[x509.Certificate, ...] = ()
    too_large: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing about any certificate."""
        return not self.lists and not self.answers

    @property
    def told_at(self) -> datetime | None:
        """When the newest list or answer was made."""
        return max(filter(None, map(_made_at, (*self.lists, *self.answers))), default=None)

    def since(self, moment: datetime) -> "RevocationData":
        """Return the lists and answers that were made at that time or later, and all certificates."""
        return RevocationData(
            tuple(one for one in self.lists if (_made_at(one) or _NEVER) >= moment),
            tuple(one for one in self.answers if (_made_at(one) or _NEVER) >= moment),
            self.certificates,
        )

    def beside(self, other: "RevocationData") -> "RevocationData":
        """Return both together."""
        return RevocationData(
            self.lists + other.lists,
            self.answers + other.answers,
            self.certificates + other.certificates,
            self.too_large or other.too_large,
        )


def data_in_file(reader: PdfFileReader) -> RevocationData:
    """Return what the file's security store holds (PAdES B-LT; ETSI EN 319 142-1, 5.4.2)."""
    with suppress(*LIBRARY_FAULTS):
        store = reader.root["/DSS"]
        return _loaded(
            list(_streams(store, "/CRLs", DecodePurpose.CRL)),
            list(_streams(store, "/OCSPs", DecodePurpose.OCSP_RESPONSE)),
            list(_streams(store, "/Certs", DecodePurpose.CERTIFICATE)),
        )
    return RevocationData()


def data_in_signature(signed_data: cms.SignedData, signer: cms.SignerInfo) -> RevocationData:
    """Return what the signature itself holds: Adobe's attribute, and the lists that CMS has room for."""
    lists: list[bytes] = []
    answers: list[bytes] = []
    with suppress(*LIBRARY_FAULTS):
        lists += [one.chosen.untag().dump() for one in _optional(signed_data["crls"])
                  if isinstance(one.chosen, crl.CertificateList)]  # fmt: skip
    with suppress(*LIBRARY_FAULTS):
        for held in find_cms_attribute_iter(signer["signed_attrs"], "adobe_revocation_info_archival"):
            lists += [one.dump() for one in _optional(held["crl"])]
            answers += [one.dump() for one in _optional(held["ocsp"])]
    return _loaded(lists, answers, ())


def _made_at(held: crl.CertificateList | ocsp.OCSPResponse) -> datetime | None:
    with suppress(*LIBRARY_FAULTS):
        if isinstance(held, crl.CertificateList):
            return _aware(held["tbs_cert_list"]["this_update"].native)
        return max(_aware(one["this_update"].native) for one in held.response_data["responses"])
    return None


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _streams(store: generic.DictionaryObject, key: str, purpose: DecodePurpose) -> Iterator[bytes]:
    for reference in list(store.get(key, ()))[: _MOST_EACH + 1]:
        stream = reference.get_object()
        if isinstance(stream, generic.StreamObject):
            yield stream.read_data(purpose)


def _loaded(
    lists: Sequence[bytes], answers: Sequence[bytes], certificates: Sequence[bytes]
) -> RevocationData:
    sizes = sum(map(len, (*lists, *answers, *certificates)))
    if sizes > _MOST_BYTES or max(len(lists), len(answers), len(certificates)) > _MOST_EACH:
        return RevocationData(too_large=True)
    return RevocationData(
        tuple(crl.CertificateList.load(one) for one in lists),
        tuple(ocsp.OCSPResponse.load(one) for one in answers),
        tuple(x509.Certificate.load(one) for one in certificates),
    )


def _optional(value: Any) -> list[Any]:
    """Return the members of an optional sequence, none where it is absent."""
    return list(value) if hasattr(value, "__iter__") else []
