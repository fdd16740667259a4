"""When something was signed: by the signatory's own word, or by a time stamp that somebody trusted gave."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime

from asn1crypto import cms, tsp
from pyhanko.sign.general import extract_certificate_info
from pyhanko.sign.validation.generic_cms import (
    extract_tst_data_iter,
    message_imprint_checker,
    validate_tst_signed_data,
)
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from intake.signing.anchors import anchors_for
from intake.signing.certificate_paths import Bearer, finished, library_context
from intake.signing.library_faults import LIBRARY_FAULTS, Stopwatch
from intake.signing.trust_material import TrustedFor, TrustMaterial

_MOST_STAMPS = 4


@dataclass(frozen=True, slots=True)
class TimeStamp:
    """A time stamp: when, whether it is about these bytes, and whether whoever gave it is trusted."""

    at: datetime
    intact: bool
    trusted: bool


@dataclass(frozen=True, slots=True)
class SigningTime:
    """When it was signed (aware UTC), or None where nobody says; ``proven`` by a trusted time stamp."""

    at: datetime | None
    proven: bool = False


def time_stamp(
    token: cms.SignedData, imprint: Callable[[str], bytes], trust: TrustMaterial, watch: Stopwatch
) -> TimeStamp:
    """Return the verdict on a time stamp token (RFC 3161) over what ``imprint`` gives by digest name.

    One of LIBRARY_FAULTS where the token cannot be taken apart.
    """
    about = token["encap_content_info"]["content"].parsed
    if not isinstance(about, tsp.TSTInfo):
        raise TypeError("no time stamp")
    at = aware(about["gen_time"].native)
    held = extract_certificate_info(token)
    bearer = Bearer(held.signer_cert, tuple(held.other_certs), at)
    anchors = anchors_for((bearer.certificate, *bearer.others), trust, TrustedFor.TIMESTAMPS, at)
    context = library_context(bearer, anchors, watch)
    told = finished(validate_tst_signed_data(token, context, imprint))
    intact = bool(told["intact"] and told["valid"])
    return TimeStamp(at, intact, trusted=intact and told["trust_problem_indic"] is None)


def signing_time(
    embedded: EmbeddedPdfSignature, proofs: Iterable[datetime], trust: TrustMaterial, watch: Stopwatch
) -> SigningTime:
    """Return when the signature was put; ``proofs`` are trusted times at which the file held it already.

    The earliest proof counts; without any, what the signatory says.
    """
    proven = min((*proofs, *_proofs_inside(embedded.signer_info, trust, watch)), default=None)
    if proven is not None:
        return SigningTime(proven, proven=True)
    with suppress(*LIBRARY_FAULTS):
        claimed = embedded.self_reported_timestamp
        return SigningTime(aware(claimed) if claimed else None)
    return SigningTime(None)


def aware(moment: datetime) -> datetime:
    """Return the time in UTC; one without a zone is taken for UTC."""
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _proofs_inside(signer: cms.SignerInfo, trust: TrustMaterial, watch: Stopwatch) -> Iterator[datetime]:
    """Yield the times of the trusted stamps on the signature's value (PAdES B-T)."""
    with suppress(*LIBRARY_FAULTS):
        for number, token in enumerate(extract_tst_data_iter(signer, signed=False)):
            if number >= _MOST_STAMPS:
                return
            stamp = time_stamp(token, message_imprint_checker(signer), trust, watch)
            if stamp.trusted:
                yield stamp.at
