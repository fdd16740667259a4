"""A demonstration edition of a pact, in words of its own: short, and never to be taken for the Pact."""

import re
from dataclasses import dataclass
from enum import StrEnum

TITLE = "Circular & Fair ICT Pact"
SUBTITLE = "Demonstration edition"
LABEL = "DEMONSTRATION"
WARNING = (
    "This paper was written for trying out the secretariat's software. It is not the text of the Pact. "
    "Every person and every organisation named in it is made up."
)

SIGNED = "Signed,"
LABELS = ("Organization", "Name", "Title", "Participation type", "Date", "Signature")
"""The labels of the signature block, in the order in which the Pact prints them."""

ROLES = ("Coordinating organization", "Procuring organization", "Both")
"""What can be marked behind the label Participation type, in the order in which it is printed."""

COORDINATING, PROCURING, BOTH = ROLES

_TEXT = """
Phones and laptops weigh little and cost the earth much. Most of that cost has been paid before they
reach a desk: in mines, in factories, and by the people who work there. One buyer can keep its devices
a year longer. A thousand buyers who do so change what is made. That is why we buy together.

This paper says in plain words what we try to do, who may join, and how one joins. It asks for effort
and for honest figures; it threatens nobody.

# Paragraph 1 \u2013 What it is about
## 1.1 Which devices
1. We begin with laptops, tablets and mobile phones, because everybody has them.
2. Once we have learned how, we may add screens, servers and whatever else comes with a plug.
## 1.2 Where we want to be
1. Eight years from now, in our own offices:
a. a device is kept until it no longer serves, not until its contract ends;
b. repair is the first thing one thinks of and a new device the last;
c. a supplier can say where a battery comes from, and who made it.
2. We count our steps once a year and show the count, whether it flatters us or not.

# Paragraph 2 \u2013 Who is in it
## 2.1 Participants
1. A procuring organization buys devices for its own people. Town or company, all are welcome.
2. A coordinating organization looks after the buyers of its country or region. This is work for a
government or one of its agencies.
3. Whoever lives by making or selling ICT sits on the other side of the table and cannot sign.
## 2.2 Supporters
1. Anyone else can stand beside us by means of a Letter of Support.
2. A supporter speaks well of this work, joins the talk when asked, and sells nothing to us there.

# Paragraph 3 \u2013 What each of us does
## 3.1 When we buy
1. Who signs as a buyer will, in every tender that allows it:
a. ask for long life, for spare parts and for batteries that can be changed;
b. look at used and rebuilt devices before new ones;
c. tell the others what worked, what failed and what it cost.
## 3.2 When we coordinate
1. Who coordinates brings the buyers to one table, at least twice a year, in their own language.
2. Once a year a plan goes to the Secretariat, and once a year the figures of the group.

# Paragraph 4 \u2013 Working groups
## 4.1 How they work
1. A working group takes one question, such as spare parts or fair mining, and answers it.
2. Its members choose who leads it. What it makes is free for everyone to use.

# Paragraph 5 \u2013 Committee and Secretariat
## 5.1 Who decides
1. A Steering Committee drawn from the coordinating organizations sets the course and decides who may join.
2. A Secretariat does the daily work, answers letters and keeps the list of who takes part.

# Paragraph 6 \u2013 In practice
## 6.1 What this paper is worth
1. It is a promise among colleagues. No court can be asked to enforce it, and in every purchase the
buyer has the last word.
## 6.2 Joining and leaving
1. Send a signed copy of this paper to the Secretariat. The Committee answers within a month.
2. Who wants to leave writes one line to the Secretariat, and has left.

# Signing

This paper is signed by whoever answers for the purchase of ICT; a coordinating organization may have
it signed by whoever answers for its policy on purchasing or sustainability.
"""


class Kind(StrEnum):
    """What a piece of the text is."""

    HEADING = "heading"
    SECTION = "section"
    POINT = "point"
    ITEM = "item"
    PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of the text; ``mark`` is the number or letter of a point or item, else empty."""

    kind: Kind
    text: str
    mark: str = ""


_NEXT_ENTRY = re.compile(r"\n+(?=#|\d\.\s|[a-z]\.\s)|\n\n")
_MARKS = (
    (Kind.SECTION, re.compile(r"##\s()")),
    (Kind.HEADING, re.compile(r"#\s()")),
    (Kind.POINT, re.compile(r"(\d\.)\s")),
    (Kind.ITEM, re.compile(r"([a-z]\.)\s")),
)


def pieces() -> tuple[Piece, ...]:
    """Return the text from the opening to what is said above the signature, in order."""
    entries = _NEXT_ENTRY.split(_TEXT.strip())
    return tuple(_piece(entry.replace("\n", " ")) for entry in entries)


def official_lines() -> list[str]:
    """Return the title and the text, one paragraph a line, as the official file has them."""
    text = [f"{piece.mark} {piece.text}".strip() for piece in pieces()]
    return [TITLE, SUBTITLE, f"{LABEL}. {WARNING}", *text, SIGNED]


def _piece(entry: str) -> Piece:
    for kind, mark in _MARKS:
        if found := mark.match(entry):
            return Piece(kind, entry[found.end() :], found[1])
    return Piece(Kind.PROSE, entry)
