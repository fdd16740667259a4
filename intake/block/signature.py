"""What stands where one signs: nothing, a typed name, ink, a platform's stamp, a certificate's field."""

import re
from collections.abc import Sequence

from intake.page.page import Ink, InkKind, PageView, Segment, box_around, overlap_share
from pact.documents import BoxPt, Signature, SignatureKind

_PLATFORM = re.compile(
    r"docu\s?sign|envelope id|adobe (?:acrobat )?sign|adobesign|hello\s?sign|dropbox sign|sign\s?now|"
    r"panda\s?doc|scrive|"
    r"signicat|penneo|validsign|evidos|signhost|connective|zynyo|yousign|universign|skribble|oneflow|"
    r"getaccept|visma sign|"
    r"eid easy|dokobit|autenti|contractbook|assently|verified\.eu|ondertekenen\.nl|itsme|e-?signed (?:by|"
    r"with|via)|"
    r"electronically signed|digitally signed by|signed electronically|elektronisch (?:signiert|"
    r"unterzeichnet|ondertekend)|"
    r"digitaal ondertekend|signe electroniquement|signé électroniquement|elektronisk (?:signert|signerad|"
    r"underskrevet)|"
    r"firmado (?:electronicamente|electrónicamente|digitalmente)|firmato (?:digitalmente|elettronicamente)|"
    r"certificate of completion|audit trail|signing log|transaction id",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"\b(?:digitally|electronically|e-?)\s?signed\b|"
    r"\bsigned (?:with|via|using|through) (?-i:[A-Z])|"
    r"\b(?:sign(?:é|e) (?:avec|via|par voie)|(?:unterzeichnet|signiert) (?:mit|über)|"
    r"ondertekend (?:met|via)|firmado (?:con|mediante)|firmato (?:con|tramite)) (?-i:[A-Z])|"
    r"\b(?:envelope|document|transaction|signature|signing|certificate|reference)(?: (?:id|no|number))?"
    r"[.:# ]*(?=[0-9a-f-]*\d)[0-9a-f]{4,}(?:-[0-9a-f]{4,}){2,}",
    re.IGNORECASE,
)
"""What a signing service's stamp says, known or not: how it was signed, and a number made by no person."""

_RECORD = re.compile(
    r"certificate of completion|audit (?:trail|log|report)|signing (?:log|certificate)|"
    r"evidence (?:summary|page)|envelope id|transaction id|"
    r"ip[- ]address|document id|signer events|time ?stamp|signing order|viewed:|sent:|completed|"
    r"authentication|"
    r"verificatie|pruefprotokoll|journal de signature",
    re.IGNORECASE,
)
_LEFT_BLANK = re.compile(
    r"^(?:sign(?:ature)? here|please sign.*|\[.*\]|\(.*\)|<.*>|x|unsigned|not signed|to be signed.*|"
    r"click or tap.*|"
    r"[\W_]*|(?:and |& ?)?(?:official )?stamp\W*|place signature.*|n/?a|page \d+.*|\d+(?:\s*(?:/|"
    r"of)\s*\d+)?)$",
    re.IGNORECASE,
)

_BELOW_VALUE_PT = 12.0  # a descender reaches so far below a value, a signature further


def platform_words(text: str) -> str | None:
    """Return the words by which an e-signing service shows in the text, or None."""
    match = _PLATFORM.search(text)
    return match.group(0) if match else None


def is_stamp(text: str) -> bool:
    """Whether text where one signs is a signing service's stamp, be its maker known or not."""
    return platform_words(text) is not None or _STAMP.search(text) is not None


def signature_in(
    space: BoxPt | None, pieces: Sequence[Segment], page: PageView, others: Sequence[Segment] = ()
) -> Signature:
    """Return the signature found in its space on the page; ``pieces`` is the text that stands there.

    ``others`` are the values of the block's other fields: ink that is one of them is no signature.
    """
    pieces = _without_notes(pieces)
    text = " ".join(p.text for p in pieces)
    place = page.told_box(box_around(p.box for p in pieces)) if pieces else None
    if is_stamp(text):
        return Signature(SignatureKind.PLATFORM, 0.95, page.told_number, place)
    ink = _ink_in(space, page, others)
    if ink is not None:
        kind = SignatureKind.DIGITAL if ink.kind is InkKind.SIGNATURE_FIELD else SignatureKind.DRAWN
        return Signature(kind, 0.95, page.told_number, page.told_box(ink.box))
    if any(c.isalpha() for c in text) and not _LEFT_BLANK.match(text.strip()):
        return Signature(SignatureKind.TYPED, 0.95, page.told_number, place)
    return Signature(SignatureKind.NONE, 0.95, page.told_number, None)


def _without_notes(pieces: Sequence[Segment]) -> list[Segment]:
    """Leave out sentences printed near the space, and their further lines: nobody signs with one."""
    kept = list[Segment]()
    in_note = False
    for piece in pieces:
        words = [w for w in piece.text.split() if w[0].isalpha()]
        small = sum(w[0].islower() for w in words)
        in_note = (len(words) > 5 and small > 0.6 * len(words)) or (in_note and piece.text[0].islower())
        if not in_note or is_stamp(piece.text):
            kept.append(piece)
    return kept


def _ink_in(space: BoxPt | None, page: PageView, others: Sequence[Segment]) -> Ink | None:
    """Return the largest drawing that lies mostly in the space, a little over its edges allowed."""
    if space is None:
        return None
    left, bottom, right, top = space
    wide = (left - 20, bottom - 14, right + 20, top + 14)
    found = [ink for ink in page.inks if overlap_share(ink.box, wide) > 0.55 and _is_hand_sized(ink, page)]
    found = [ink for ink in found if ink.kind is not InkKind.STROKES or not _is_value(ink, others)]
    fields = [ink for ink in found if ink.kind is InkKind.SIGNATURE_FIELD]
    return max(fields or found, key=_area, default=None)


def _is_value(ink: Ink, others: Sequence[Segment]) -> bool:
    """Whether the ink is what was read as other fields' values, a row above perhaps, and nothing below."""
    left, bottom, right, top = ink.box
    over = [piece for piece in others if bottom < piece.middle_y < top]
    read = sum(max(0.0, min(right, p.box[2]) - max(left, p.box[0])) for p in over)
    if read <= 0.6 * (right - left):
        return False
    return min(piece.box[1] for piece in over) - bottom < _BELOW_VALUE_PT


def _area(ink: Ink) -> float:
    return (ink.box[2] - ink.box[0]) * (ink.box[3] - ink.box[1])


def _is_hand_sized(ink: Ink, page: PageView) -> bool:
    """A dot is no signature, nor is a picture that fills the page."""
    width, height = ink.box[2] - ink.box[0], ink.box[3] - ink.box[1]
    if ink.kind is InkKind.SIGNATURE_FIELD:
        return True
    return width > 12 and height > 5 and width * height < 0.35 * page.width_pt * page.height_pt


def is_certificate_page(text: str) -> bool:
    """Whether the page is a signing service's record: it names people and dates, but is no signature
    block."""
    return len({m.lower() for m in _RECORD.findall(text)}) >= 3
