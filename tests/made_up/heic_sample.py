"""A photo as telephones keep it, photo.heic, with its label: nothing that may be used here writes HEIC.

It shows a made-up form of ``filled_forms`` (role struck by pen, signed by pen), photographed by
``cameras`` at 1.9 megapixels and saved as PNG; Debian's libheif-examples 1.15.1 packed it:
``heif-enc -q 40 photo.png -o tests/made_up/photo.heic``.
"""

from pathlib import Path

from made_up.labels import Handwriting, Label, MadeDocument, SignatoryLabel

from pact.documents import DocumentKind, ParticipationType, SignatureKind

HEIC = "image/heic"
SIGNATORY = SignatoryLabel(
    organisation="Ministerie van Openbare Voorzieningen",
    name="Anneke op den Kelder",
    title="Directeur Bedrijfsvoering",
    participation_type=ParticipationType.PROCURING,
    date="2021-09-09",
    signature=SignatureKind.DRAWN,
    by_hand=(
        Handwriting("participation_type", 1, (250.5, 498.4, 541.4, 509.7)),
        Handwriting("signature", 1, (299.2, 420.0, 418.2, 451.7)),
    ),
)


def heic_photo() -> MadeDocument:
    """Return the kept photo."""
    data = Path(__file__).with_name("photo.heic").read_bytes()
    label = Label(
        DocumentKind.SIGNED_PACT,
        (SIGNATORY,),
        medium="photo",
        family="photo_heic",
        layout="form_rows_boxes",
        mark_style="pen_strike_others",
        date_style="en_short",
        font="times",
        capture="phone_heic",
    )
    return MadeDocument("photo.heic", data, label, HEIC)
