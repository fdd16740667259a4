"""One criteria document, as pieces from which it is made in every format."""

from dataclasses import dataclass

HEADING, PARAGRAPH, ITEM, TABLE = "heading", "paragraph", "item", "table"


@dataclass(frozen=True)
class Piece:
    """One piece: a heading of a depth, a paragraph, an item with its marker, or a table with its head."""

    kind: str
    text: str = ""
    depth: int = 1
    marker: str = ""
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


LEVELS = ("No.", "Criterion", "Basic", "Advanced", "Proof")
LAPTOPS = (
    ("L1", "Battery cycles at 80 % capacity", "500", "800", "Test report to EN 61960-3"),
    ("L2", "Warranty in years", "3", "5", "Warranty terms"),
    ("L3", "Spare parts in years after purchase", "5", "7", "Price list and declaration"),
    ("L4", "Post-consumer recycled plastic", "10 %", "25 %", "Declaration to ISO 14021"),
    ("L5", "Noise at idle", "not set", "30 dB", "ISO 7779 report"),
)
PHONES = (
    ("P1", "Akkuladezyklen bei 80 % Restkapazität", "800", "1 000", "Datenblatt"),
    ("P2", "Mises à jour de sécurité, en années", "5", "8", "Engagement public"),
    ("P3", "Batterij door de gebruiker te vervangen", "met gereedschap", "zonder gereedschap", "Handleiding"),
)
COUNTRIES = (
    ("Ashmere", "The town buys 1,200 laptops a year and keeps each for six years."),
    ("Voorbeeldstad", "De stad koopt alleen gereviseerde toestellen."),
)

DOCUMENT = (
    Piece(HEADING, "Criteria for made-up devices", 1),
    Piece(
        PARAGRAPH,
        "These criteria are made up. They help towns to buy devices that last longer, and they name for each "
        "criterion how a supplier proves that it is met.",
    ),
    Piece(HEADING, "1 Scope", 2),
    Piece(
        PARAGRAPH, "They cover laptops and smartphones, whether new or refurbished; servers are not covered."
    ),
    Piece(ITEM, "Devices that are bought or leased.", marker="1"),
    Piece(ITEM, "Devices that are taken back after use.", marker="2"),
    Piece(HEADING, "2 Laptops", 2),
    Piece(PARAGRAPH, "The levels are basic and advanced. A tender asks for one of them."),
    Piece(TABLE, head=LEVELS, rows=LAPTOPS),
    Piece(HEADING, "2.1 What the figures rest on", 3),
    Piece(PARAGRAPH, "The figures are nobody's policy: they show what such a table looks like."),
    Piece(HEADING, "3 Smartphones", 2),
    Piece(TABLE, head=LEVELS, rows=PHONES),
    Piece(HEADING, "4 Who uses them", 2),
    Piece(TABLE, head=("Town", "Experience"), rows=COUNTRIES),
    Piece(PARAGRAPH, "More towns may follow: Ærøskøbing, Łódź and Besançon have asked for the criteria."),
)

LASTING = (
    "A device that is used for six years instead of three needs to be made only half as often, and most of "
    "what it costs the climate is spent while it is made. That is why the criteria ask first how long a "
    "device can be kept, and only then how much current it takes."
)
REPAIR = (
    "Wie ein Gerät repariert werden kann, entscheidet sich beim Entwurf: ob der Akku geschraubt oder geklebt "
    "ist, ob es Ersatzteile gibt und was sie kosten. Die Kriterien fragen danach, bevor sie nach dem Preis "
    "fragen."
)
REFURBISHED = (
    "Een gereviseerd toestel is geen tweede keus wanneer de batterij nieuw is, de gegevens aantoonbaar zijn "
    "gewist en de leverancier er dezelfde garantie op geeft als op een nieuw toestel."
)
TOWNS = (("Ashmere", "six years"), ("Voorbeeldstad", "seven years"), ("Byen", "five years"))
IN_COLUMNS = (
    Piece(HEADING, "Why devices should last", 1),
    Piece(PARAGRAPH, LASTING),
    Piece(PARAGRAPH, REPAIR),
    Piece(HEADING, "What towns have found", 2),
    Piece(PARAGRAPH, REFURBISHED),
    Piece(TABLE, head=("Town", "Kept for"), rows=TOWNS),
    Piece(PARAGRAPH, LASTING.replace("six years", "eight years")),
    Piece(HEADING, "What is asked of makers", 2),
    Piece(PARAGRAPH, REPAIR.replace("Entwurf", "ersten Entwurf")),
    Piece(PARAGRAPH, REFURBISHED.replace("nieuw is", "vernieuwd is")),
)

ONE_LINE_EACH = (
    Piece(HEADING, "What is bought", 1),
    Piece(PARAGRAPH, "Laptops"),
    Piece(PARAGRAPH, "Smartphones with a battery that can be exchanged"),
    Piece(PARAGRAPH, "Screens"),
    Piece(
        HEADING,
        "How long is each kept, and who has counted that over the last years in the towns that buy?",
        2,
    ),
    Piece(
        PARAGRAPH,
        "The towns have counted for five years; in the last of them they kept 1,200 laptops, (of which the "
        "older ones 1) were repaired and 2) went to schools), and sold none of them.",
    ),
    Piece(
        TABLE,
        head=("Device", "2023", "2024", "2025", "2026"),
        rows=(
            ("Laptops and other portable computers of the towns", "4", "5", "5", "6"),
            ("Smartphones", "3", "3", "4", "5"),
            ("Screens that are bought without a computer", "7", "8", "8", "9"),
        ),
    ),
    Piece(PARAGRAPH, "Counted in spring"),
)


def texts(kind: str, pieces: tuple[Piece, ...] = DOCUMENT) -> list[str]:
    """Return the texts of all pieces of a kind, in order."""
    return [piece.text for piece in pieces if piece.kind == kind]


def rows(pieces: tuple[Piece, ...] = DOCUMENT) -> list[tuple[str, ...]]:
    """Return the rows of all tables, in order."""
    return [row for piece in pieces for row in piece.rows]


def row_heads(pieces: tuple[Piece, ...] = DOCUMENT) -> list[tuple[str, ...]]:
    """Return for each row the head of its table."""
    return [piece.head for piece in pieces for _ in piece.rows]
