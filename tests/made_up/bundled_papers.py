"""Several papers in one file, as scanners and tidy people send them, and copies of identity papers."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from random import Random

import pikepdf
from made_up.copies_drawn import BELOW
from made_up.free_letters import LANGUAGES, Stance, write_letter
from made_up.free_letters_drawn import drawn_free_letter, layouts_of
from made_up.labels import Label, MadeDocument
from made_up.other_kinds import drawn_lines
from made_up.pens import covers
from made_up.people import DEVELOPMENT, HELD_OUT
from made_up.signed_copies import drawn

from pact.documents import DocumentKind

Maker = Callable[[Random, str], MadeDocument]
SEVERAL, IDENTITY = "several_documents", "identity_document"
_FACES = {DEVELOPMENT: "helvetica", HELD_OUT: "vera"}
_COVERS = (
    (
        "Dear secretariat,",
        "Please find enclosed our signed copy of the Circular & Fair ICT Pact.",
        "We support its ambitions and look forward to the first meeting.",
        "Kind regards,",
        "Robin Ashdown",
        "Office assistant",
    ),
    (
        "To the secretariat",
        "Herewith you receive the Circular & Fair ICT Pact, signed by our director.",
        "As discussed we endorse the pact wholeheartedly.",
        "Yours sincerely,",
        "Leslie Harding",
        "Executive secretary",
    ),
)
_IDENTITIES = (
    (
        "# Passport",
        "Type P   Code UTO   Passport no. X1234567",
        "Surname: Sampleton",
        "Given names: Robin Alex",
        "Nationality: Utopian   Date of birth: 03 MAY 1971   Sex: X",
        "Date of issue: 11 JUN 2019   Date of expiry: 11 JUN 2029",
        "P<UTOSAMPLETON<<ROBIN<ALEX<<<<<<<<<<<<<<<<<<",
        "X1234567<8UTO7105036X2906116<<<<<<<<<<<<<<04",
    ),
    (
        "# KONINKRIJK DER NEDERLANDEN",
        "IDENTITEITSKAART / IDENTITY CARD",
        "1. Achternaam: Voorbeeld",
        "2. Voornamen: Robin",
        "3. Nationaliteit: Nederlandse",
        "4. Geboortedatum: 03 05 1971   Geslacht: X",
        "Documentnummer: SPECI2014   BSN 999999990",
        "Geldig tot: 11 06 2029",
    ),
    (
        "# Reisepass",
        "Name: Muster   Vornamen: Robin",
        "Staatsangehörigkeit: deutsch   Geburtstag: 03.05.1971   Geburtsort: Ostmark",
        "Ausstellungsdatum: 11.06.2019   Gültig bis: 10.06.2029",
        "P<D<<MUSTER<<ROBIN<<<<<<<<<<<<<<<<<<<<<<<<<<",
    ),
    (
        "# Driving licence",
        "1. Sampleton",
        "2. Robin Alex",
        "3. 03.05.1971 Merrow   4a. 11.06.2019   4b. 10.06.2029   5. SAMPL705031RA9",
        "Date of birth, place of birth, date of expiry: see above. Categories AM/B1/B",
    ),
)


def cover_and_pact(rng: Random, half: str) -> MadeDocument:
    """Return a covering letter with the signed copy behind it."""
    pact = _pact(rng, half)
    cover = drawn_lines(_COVERS[half != DEVELOPMENT], "reportlab", "helvetica")
    return _bundle([cover, pact.data], pact.label, "cover_and_pact", SEVERAL)


def pact_and_letter(rng: Random, half: str) -> MadeDocument:
    """Return a signed copy with a Letter of Support of the same organisation, before it or behind."""
    pact = _pact(rng, half)
    while not covers(_FACES[half], pact.label.first.organisation or ""):
        pact = _pact(rng, half)
    letter = _letter(rng, half, pact.label.first.organisation)
    parts = [pact.data, letter.data] if rng.random() < 0.6 else [letter.data, pact.data]
    return _bundle(parts, pact.label, "pact_and_letter", SEVERAL)


def two_pacts(rng: Random, half: str) -> MadeDocument:
    """Return the copies of two organisations in one file."""
    one, other = _pact(rng, half), _pact(rng, half)
    while other.label.first.organisation == one.label.first.organisation:
        other = _pact(rng, half)
    label = replace(one.label, signatories=(*one.label.signatories, *other.label.signatories))
    return _bundle([one.data, other.data], label, "two_pacts", SEVERAL)


def two_letters(rng: Random, half: str) -> MadeDocument:
    """Return the Letters of Support of two organisations in one file."""
    one, other = _letter(rng, half), _letter(rng, half)
    while other.label.first.organisation == one.label.first.organisation:
        other = _letter(rng, half)
    label = replace(one.label, signatories=(*one.label.signatories, *other.label.signatories))
    return _bundle([one.data, other.data], label, "two_letters", SEVERAL)


def pact_and_identity(rng: Random, half: str) -> MadeDocument:
    """Return a signed copy with the signatory's identity paper behind it."""
    pact = _pact(rng, half)
    return _bundle([pact.data, _identity(rng, half)], pact.label, "pact_and_identity", IDENTITY)


def letter_and_identity(rng: Random, half: str) -> MadeDocument:
    """Return a Letter of Support with an identity paper before or behind it."""
    letter, identity = _letter(rng, half), _identity(rng, half)
    parts = [letter.data, identity] if rng.random() < 0.5 else [identity, letter.data]
    return _bundle(parts, letter.label, "letter_and_identity", IDENTITY)


def identity_alone(rng: Random, half: str) -> MadeDocument:
    """Return an identity paper alone."""
    label = Label(DocumentKind.OTHER, family="bundle_identity", remarks=(IDENTITY,))
    return MadeDocument("scan.pdf", _identity(rng, half), label)


def empty_pages(rng: Random, _: str) -> MadeDocument:
    """Return pages on which nothing stands, or a number each."""
    lines = [" "] if rng.random() < 0.5 else [str(rng.randrange(1, 9))]
    return MadeDocument(
        "blank.pdf",
        drawn_lines(lines, "reportlab", "helvetica"),
        Label(DocumentKind.OTHER, family="bundle_empty"),
    )


BUNDLES: tuple[Maker, ...] = (
    cover_and_pact,
    pact_and_letter,
    two_pacts,
    two_letters,
    pact_and_identity,
    letter_and_identity,
    identity_alone,
    empty_pages,
)


def _pact(rng: Random, half: str) -> MadeDocument:
    producer = rng.choice(("reportlab", "fpdf"))
    return drawn(producer, two=BELOW if rng.random() < 0.1 else "")(rng, half)


def _letter(rng: Random, half: str, organisation: str | None = None) -> MadeDocument:
    """Return a drawn letter that endorses; every name in it is one that the face prints."""
    face = _FACES[half]
    while True:
        letter = write_letter(rng, half, rng.choice(LANGUAGES), organisation)
        if letter.stance is Stance.ENDORSES and covers(face, letter.text):
            return drawn_free_letter(letter, "reportlab", rng.choice(layouts_of(half)), face, rng)


def _identity(rng: Random, half: str) -> bytes:
    return drawn_lines(rng.choice(_IDENTITIES[half != DEVELOPMENT :: 2]), "reportlab", "helvetica")


def _bundle(parts: Sequence[bytes], label: Label, name: str, remark: str) -> MadeDocument:
    together, kept = pikepdf.new(), BytesIO()
    for data in parts:
        together.pages.extend(pikepdf.open(BytesIO(data)).pages)
    together.save(kept, static_id=True)
    return MadeDocument(
        f"{name}.pdf",
        kept.getvalue(),
        replace(label, family=f"bundle_{name}", remarks=(*label.remarks, remark)),
    )
