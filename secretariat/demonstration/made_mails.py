"""The made-up papers of the demonstration, and the mails that bring them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr

from secretariat.demonstration.docx_copies import pact_docx
from secretariat.demonstration.edition import BOTH, COORDINATING, PROCURING
from secretariat.demonstration.pdf_copies import letter_pdf, pact_pdf
from secretariat.demonstration.signing import Signing

_PDF = ("application", "pdf")
_DOCX = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")


@dataclass(frozen=True, slots=True)
class DemoMail:
    """One mail of the demonstration as its sender's server hands it over.

    ``title`` says in a few words what it is; ``note`` what is expected to become of it.
    """

    title: str
    raw: bytes
    envelope_from: str
    envelope_to: str
    note: str


@dataclass(frozen=True, slots=True)
class _Copy:
    """A copy of the edition that somebody sends; ``signed_days_ago`` is None where no date stands."""

    title: str
    note: str
    address: str
    block: Signing
    signed_days_ago: int | None
    as_docx: bool = False


_COPIES = (
    _Copy(
        "A town signs, as PDF",
        "registered, with nothing missing; acknowledged",
        "marijke.vandorp@lindenhove.example",
        Signing("Municipality of Lindenhove", "Marijke van Dorp", "Head of ICT Procurement", PROCURING),
        signed_days_ago=3,
    ),
    _Copy(
        "A regional government signs in both roles, as Word document",
        "registered in both roles; no letter of its name is lost",
        "tomasz.zelazny@zlota-dolina.example",
        Signing(
            "Regional Government of Z\u0142ota Dolina",
            "Tomasz \u017belazny",
            "Director of Procurement Policy",
            BOTH,
        ),
        signed_days_ago=8,
        as_docx=True,
    ),
    _Copy(
        "A copy that nobody signed",
        "registered; the letter asks for a signature",
        "soren.lykkegaard@nordhavn.example",
        Signing(
            "University of Nordhavn",
            "S\u00f8ren Lykkegaard",
            "Chief Procurement Officer",
            PROCURING,
            is_signed=False,
        ),
        signed_days_ago=2,
    ),
    _Copy(
        "A copy without a date",
        "registered; the letter asks for the date",
        "h.aubrac@valserine.example",
        Signing(
            "R\u00e9gion de Valserine", "H\u00e9l\u00e8ne Aubrac", "Head of Digital Purchasing", PROCURING
        ),
        signed_days_ago=None,
    ),
    _Copy(
        "A private company wants to coordinate",
        "registered and flagged for a person: coordinating is for governments (2.1.3)",
        "owen.prichard@brightwater-logistics.example",
        Signing("Brightwater Logistics Ltd", "Owen Prichard", "Group Procurement Director", COORDINATING),
        signed_days_ago=5,
    ),
    _Copy(
        "A seller of laptops signs",
        "registered and flagged for the Committee: conflict of interest in doubt (2.1.4)",
        "k.vogelsang@nimbus-laptops.example",
        Signing("Nimbus Laptops & Devices GmbH", "Katrin Vogelsang", "Head of Sales", PROCURING),
        signed_days_ago=6,
    ),
    _Copy(
        "The town again, signed by somebody else",
        "proposed as belonging to the first; no field changes by itself",
        "joris.hagenaar@lindenhove.example",
        Signing("Municipality of Lindenhove", "Joris Hagenaar", "Alderman for Sustainability", PROCURING),
        signed_days_ago=1,
    ),
)

_SUPPORT = (
    "To the Secretariat of the Circular & Fair ICT Pact",
    "Our people run 140 repair workshops and see every day what lasts and what does not.",
    "Repair Forward Foundation endorses the ambitions of the Circular & Fair ICT Pact.",
    "We will speak for its criteria among all who ask us for advice.",
    "We shall be glad to share what we know in a working group whenever we are invited.",
    "Yours sincerely,",
)


def demo_mails(today: date, our_address: str = "cfit@localhost") -> list[DemoMail]:
    """Return the mails in the order in which they arrive; the same day gives the same bytes."""
    drafts = [*(_bring(copy, today) for copy in _COPIES), _letter_of_support(today), *_other_mail(today)]
    mails = [_mail(draft, number, today, our_address) for number, draft in enumerate(drafts, start=1)]
    return [*mails, _sent_again(mails[0])]


@dataclass(frozen=True, slots=True)
class _Draft:
    title: str
    note: str
    sender: tuple[str, str]
    subject: str
    body: str
    attached: tuple[str, tuple[str, str], bytes] | None = None
    headers: tuple[tuple[str, str], ...] = ()


def _bring(copy: _Copy, today: date) -> _Draft:
    signing = copy.block
    if copy.signed_days_ago is not None:
        signing = replace(signing, date=_long(today - timedelta(days=copy.signed_days_ago)))
    attached = (
        ("signed.docx", _DOCX, pact_docx(signing)) if copy.as_docx else ("pact.pdf", _PDF, pact_pdf(signing))
    )
    return _Draft(
        copy.title,
        copy.note,
        (signing.name, copy.address),
        f"Pact copy of {signing.organisation}",
        f"Dear Secretariat,\n\nplease find our copy attached.\n\n{signing.name}\n{signing.title}\n",
        attached,
    )


def _letter_of_support(today: date) -> _Draft:
    signing = Signing("Repair Forward Foundation", "Amara Fieldhouse", "Managing Director", role=None)
    letter = letter_pdf((_long(today - timedelta(days=1)), *_SUPPORT), signing)
    return _Draft(
        "A foundation sends a Letter of Support",
        "registered as an application for support",
        (signing.name, "amara@repair-forward.example"),
        "Letter of Support",
        f"Dear all,\n\nplease find our Letter of Support attached.\n\n{signing.name}\n",
        ("letter-of-support.pdf", _PDF, letter),
    )


def _other_mail(today: date) -> Iterator[_Draft]:
    whole = pact_pdf(Signing("Province of Oostervaart", "Lotte Brink", "Buyer", PROCURING, _long(today)))
    yield _Draft(
        "A PDF that broke on the way",
        "kept; in the holding pen, where a person sees that it could not be read",
        ("Lotte Brink", "l.brink@oostervaart.example"),
        "Our signature",
        "See attachment.\n\nLotte Brink\n",
        ("scan0001.pdf", _PDF, whole[: len(whole) // 10]),
    )
    yield _Draft(
        "A question in plain words",
        "in the holding pen, to be answered by a person",
        ("Dagny Solheim", "dagny@fjellby.example"),
        "May a hospital sign?",
        "Hello,\n\nwe are a hospital and buy about 900 laptops a year. May we sign as well, or is this for "
        "governments only? And what would it cost us?\n\nDagny Solheim\n",
    )
    yield _Draft(
        "An out-of-office reply",
        "noted as automatic, and never answered",
        ("Marijke van Dorp", "marijke.vandorp@lindenhove.example"),
        "Automatic reply: your letter",
        f"I am away until {_long(today + timedelta(days=9))} and will read my mail then.\n",
        headers=(("Auto-Submitted", "auto-replied"), ("X-Auto-Response-Suppress", "All")),
    )


def _mail(draft: _Draft, number: int, today: date, our_address: str) -> DemoMail:
    name, address = draft.sender
    message = EmailMessage(policy=SMTP)
    message["From"] = formataddr((name, address))
    message["To"] = our_address
    message["Subject"] = draft.subject
    sent_at = datetime.combine(today, time(8, 5 * number), UTC)
    message["Date"] = format_datetime(sent_at)
    message["Message-ID"] = f"<{today:%Y%m%d}.{number}@{address.partition('@')[2]}>"
    for header, value in draft.headers:
        message[header] = value
    message.set_content(draft.body)
    if draft.attached:
        file_name, (main, sub), data = draft.attached
        message.add_attachment(data, maintype=main, subtype=sub, filename=file_name)
        # A boundary of our own: the library's is drawn at random.
        message.set_boundary(f"=_demonstration_{number}")
    return DemoMail(draft.title, message.as_bytes(), address, our_address, draft.note)


def _sent_again(mail: DemoMail) -> DemoMail:
    # Another way taken gives other bytes: only Message-ID and parts tell that it is the same.
    trace = b"Received: from relay2.lindenhove.example by mx.lindenhove.example with ESMTP\r\n"
    return replace(
        mail,
        title="The town's mail server sends its first mail once more",
        raw=trace + mail.raw,
        note="recognised as the same mail: nothing is opened or acknowledged twice",
    )


def _long(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
