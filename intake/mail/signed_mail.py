"""S/MIME (RFC 8551): the signature of a mail over its exact bytes, and the mail inside a signed one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from intake.mail.mail_parameters import parse_parameters
from intake.mail.mail_parts import Budget, Leaf, build_tree, first, header_block, leaves
from intake.signing.trust_material import TrustMaterial
from pact.documents import DigitalSignature

DEEPEST_SIGNED = 3  # signed, sealed and signed again (RFC 2634, 1.1)
MOST_SIGNATURES = 6

_DETACHED = frozenset({"application/pkcs7-signature", "application/x-pkcs7-signature"})
_OPAQUE = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_BARE_LINE_END = re.compile(rb"(?<!\r)\n")
_A_FIELD = re.compile(rb"(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OpenedMail:
    """The leaves of a mail with those inside its signed ones, and the verdicts on the signatures.

    ``names_signatory`` of a signature says whether its certificate stands for the sender's address.
    """

    found: tuple[Leaf, ...]
    signatures: tuple[DigitalSignature, ...] = ()


def opened_mail(
    raw: bytes, found: Sequence[Leaf], budget: Budget, *, trust: TrustMaterial, senders: tuple[str, ...]
) -> OpenedMail:
    """Return the mail with its signatures checked and taken off, DEEPEST_SIGNED one within the other.

    A signature that does not hold is no reason to leave out what it was put on. Raises nothing.
    """
    if not any(leaf.media_type in _DETACHED | _OPAQUE for leaf in found):
        return OpenedMail(tuple(found))
    # Loaded late: few mails are signed, and whoever needs the types of this module needs no cryptography.
    from intake.signing.cms_signatures import Expected, message_signatures, signed_contents

    kept, entity = list(found), raw
    signatures: list[DigitalSignature] = []
    for _ in range(DEEPEST_SIGNED):
        signature = next((leaf for leaf in kept if leaf.media_type in _DETACHED and not leaf.forwarded), None)
        sealed = next((leaf for leaf in kept if leaf.media_type in _OPAQUE and not leaf.forwarded), None)
        contents = _signed_part(entity) if signature else None
        if signature is not None and contents is not None:
            kept.remove(signature)
            message = signature.data
        elif sealed is not None and _holds_mail(inside := signed_contents(sealed.data)):
            contents, message = inside or b"", sealed.data
            inner = leaves(build_tree(contents, budget, depth=1))
            place = kept.index(sealed)
            kept[place : place + 1] = list(inner)
        else:
            break
        signatures += message_signatures(message, contents, trust, Expected(addresses=senders))
        entity = contents
    return OpenedMail(tuple(kept), tuple(signatures[:MOST_SIGNATURES]))


def _signed_part(entity: bytes) -> bytes | None:
    """Return the exact bytes of what a multipart/signed entity signs, in canonical form (RFC 8551, 3.5.3)."""
    head = header_block(entity)
    said, parameters = parse_parameters(first(build_tree(head, Budget()), "content-type"))
    boundary = parameters.get("boundary", "").encode("utf-8", "replace")
    if said != "multipart/signed" or not boundary:
        return None
    delimiter = re.compile(rb"(?:^|\r?\n)--" + re.escape(boundary) + rb"[ \t]*(?=\r?\n|--|$)")
    places = list(delimiter.finditer(entity, max(len(head) - 2, 0)))[:2]
    if len(places) < 2:
        return None
    begin = entity.find(b"\n", places[0].end()) + 1
    return _BARE_LINE_END.sub(b"\r\n", entity[begin : places[1].start()])


def _holds_mail(contents: bytes | None) -> bool:
    """Whether these bytes are a part of a mail, with a header of its own; a wrapped PDF is none."""
    return contents is not None and _A_FIELD.match(contents[:4_096]) is not None
