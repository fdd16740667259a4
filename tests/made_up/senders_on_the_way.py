"""Whole mails with a signed copy, by the ways of honest mail: their bytes and how each arrives."""

from dataclasses import dataclass, field
from functools import cache

from made_up.dkim_mails import key_record, sealed, signed, with_footer
from made_up.mails import Attachment, build_mail
from made_up.zones import MadeNames

from secretariat.demonstration.edition import PROCURING
from secretariat.demonstration.pdf_copies import pact_pdf
from secretariat.demonstration.signing import Signing

TOWN = "lindenhove.org"
LENIENT = "lenient-town.org"
SILENT = "silent-town.org"
SPF_ONLY = "spf-town.org"
SHARED = "shared-mail.org"
LIST = "lists-home.org"
EVIL = "evil-sender.org"
NEAR = "lindenh0ve.org"
HOME = "cfit-home.org"
GOOD_HOST, OTHER_HOST, LIST_HOST, RELAY, SHARED_HOST = (
    "9.9.9.10",
    "9.9.9.66",
    "9.9.9.77",
    "192.0.2.25",
    "9.9.9.88",
)
GATEWAY = "mx.our-gateway.org"
SAID_PASS = f"Authentication-Results: {GATEWAY}; dmarc=pass header.from={TOWN}"
SAID_BY_MICROSOFT = (
    f"Authentication-Results: spf=pass (sender IP is {GOOD_HOST}) smtp.mailfrom={TOWN};"
    f" dkim=none (message not signed) header.d=none;dmarc=pass action=none"
    f" header.from={TOWN};compauth=pass reason=100"
)

MICROSOFT_HOP = (
    "from DB5EUR03FT010.eop-EUR03.prod.protection.outlook.com (2603:10a6:10:1) by"
    " DB7PR05CA0059.eurprd05.prod.outlook.com (2603:10a6:10:2) with Microsoft SMTP Server (version=TLS1_2)"
)

NAMES = MadeNames(
    {
        TOWN: [("TXT", f"v=spf1 ip4:{GOOD_HOST} -all")],
        f"_dmarc.{TOWN}": [("TXT", "v=DMARC1; p=reject; sp=reject")],
        LENIENT: [("TXT", f"v=spf1 ip4:{GOOD_HOST} ~all")],
        f"_dmarc.{LENIENT}": [("TXT", "v=DMARC1; p=none")],
        SPF_ONLY: [("TXT", f"v=spf1 ip4:{GOOD_HOST} -all")],
        SHARED: [("TXT", f"v=spf1 ip4:{SHARED_HOST} -all")],
        f"_dmarc.{SHARED}": [("TXT", "v=DMARC1; p=quarantine")],
        LIST: [("TXT", f"v=spf1 ip4:{LIST_HOST} -all")],
        EVIL: [("TXT", f"v=spf1 ip4:{OTHER_HOST} -all")],
        NEAR: [("TXT", f"v=spf1 ip4:{OTHER_HOST} -all")],
        f"{TOWN}.{EVIL}": [("TXT", f"v=spf1 ip4:{OTHER_HOST} -all")],
        f"{TOWN.replace('.', '-')}.com": [("TXT", f"v=spf1 ip4:{OTHER_HOST} -all")],
        "xn--lindnhove-z9g.org": [("TXT", f"v=spf1 ip4:{OTHER_HOST} -all")],
        **dict(key_record(domain) for domain in (TOWN, LENIENT, SILENT, LIST, EVIL, NEAR)),
    }
)


@dataclass(frozen=True)
class Journey:
    """One mail on its way: its bytes, the host it came from, and what of ours it was given to."""

    raw: bytes
    peer: str = GOOD_HOST
    mail_from: str = f"ida@{TOWN}"
    to: str = f"cfit@{HOME}"
    helo: str = "mail.somewhere.org"
    source: str = "smtp"
    trusts_relay: bool = False
    settings: dict[str, str] = field(default_factory=dict)


@cache
def copy_pdf() -> bytes:
    """Return the one signed copy that all these mails bring."""
    block = Signing(
        "Municipality of Lindenhove", "Ida Holm", "Head of ICT Procurement", PROCURING, "28 January 2026"
    )
    return pact_pdf(block)


def brings_copy(
    domain: str = TOWN,
    *,
    address: str = "",
    name: str = "Ida Holm",
    received: tuple[str, ...] = (),
    extra: str = "",
) -> bytes:
    """Return a mail with the signed copy, these fields on top of it."""
    sender = address or f"ida@{domain}"
    raw = build_mail(
        sender=sender, sender_name=name, to=f"cfit@{HOME}", attachments=[Attachment("copy.pdf", copy_pdf())]
    )
    return on_top(raw, *(f"Received: {one}" for one in received), *([extra] if extra else []))


def on_top(raw: bytes, *fields: str) -> bytes:
    """Return a mail with further fields on top, as each host that passes it on puts them."""
    return "".join(f"{one}\r\n" for one in fields).encode() + raw


def border(client: str) -> str:
    """Return the Received field that our own relay writes about the host it had the mail from."""
    return f"from mail.somewhere.org (mail.somewhere.org [{client}]) by {GATEWAY} with ESMTPS"


def without(raw: bytes, field_name: bytes) -> bytes:
    """Return a mail without its fields of that name, folded lines and all."""
    head, _, body = raw.partition(b"\r\n\r\n")
    kept: list[bytes] = []
    dropping = False
    for line in head.split(b"\r\n"):
        dropping = dropping if line[:1] in b" \t" else line.lower().startswith(field_name.lower() + b":")
        if not dropping:
            kept.append(line)
    return b"\r\n".join(kept) + b"\r\n\r\n" + body


def honest() -> dict[str, Journey]:
    """Return honest mail by the ways that honest mail takes; all of it registers."""
    plain, by_key = brings_copy(), signed(brings_copy(), TOWN)
    return {
        "straight from its own host": Journey(plain),
        "signed, from any host": Journey(by_key, peer=OTHER_HOST, mail_from=f"bounce@{LIST}"),
        "forwarded as it was": Journey(by_key, peer=LIST_HOST, mail_from=f"srs0=x@{LIST}"),
        "forwarded with the old envelope": Journey(by_key, peer=LIST_HOST),
        "forwarded, its envelope rewritten by SRS": Journey(
            by_key, peer=LIST_HOST, mail_from=f"SRS0=ab=cd={TOWN}=ida@{LIST}"
        ),
        "a subdomain that its parent signs": Journey(
            signed(brings_copy(address=f"ida@office.{TOWN}"), TOWN),
            peer=OTHER_HOST,
            mail_from=f"ida@office.{TOWN}",
        ),
        "a list that writes in its own name": Journey(
            signed(brings_copy(LIST), LIST), peer=LIST_HOST, mail_from=f"bounce@{LIST}"
        ),
        "a list that adds a footer and seals it, of a lenient town": Journey(
            sealed(
                with_footer(signed(brings_copy(LENIENT), LENIENT)), LIST, f"dmarc=pass header.from={LENIENT}"
            ),
            peer=LIST_HOST,
            mail_from=f"bounce@{LIST}",
        ),
        "through our relay": Journey(
            brings_copy(received=(border(GOOD_HOST),)), peer=RELAY, trusts_relay=True
        ),
        "through two relays of ours": Journey(
            brings_copy(received=(border(RELAY), border(GOOD_HOST))), peer=RELAY, trusts_relay=True
        ),
        "a gateway of ours that added a footer": Journey(
            on_top(with_footer(by_key), f"Received: {border(LIST_HOST)}"), peer=RELAY, trusts_relay=True
        ),
        "checked by our gateway": Journey(brings_copy(extra=SAID_PASS), peer=RELAY, trusts_relay=True),
        "checked by Microsoft 365 for us": Journey(
            brings_copy(extra=SAID_BY_MICROSOFT), peer=RELAY, trusts_relay=True
        ),
        "checked by Microsoft 365, which wrote its own hops above": Journey(
            on_top(brings_copy(extra=SAID_BY_MICROSOFT), f"Received: {MICROSOFT_HOP}"),
            peer=RELAY,
            trusts_relay=True,
        ),
        "Postfix in front, over its socket": Journey(
            brings_copy(received=(border(GOOD_HOST),)), peer="", source="lmtp", trusts_relay=True
        ),
        "fetched by IMAP from a provider that checked it": Journey(
            brings_copy(extra=SAID_PASS), peer="", source="imap", trusts_relay=True
        ),
        "signed, in a file": Journey(by_key, peer="", source="file"),
        "a mail of years ago, in a file, unsigned": Journey(plain, peer="", source="file"),
        "no DMARC, SPF alone": Journey(brings_copy(SPF_ONLY), mail_from=f"ida@{SPF_ONLY}"),
        "no DMARC, a signature alone": Journey(
            signed(brings_copy(SILENT), SILENT), peer=OTHER_HOST, mail_from=f"ida@{SILENT}"
        ),
        "a town that publishes nothing at all": Journey(brings_copy(SILENT), mail_from=f"ida@{SILENT}"),
        "a shared mailbox": Journey(
            signed(
                brings_copy(address=f"inkoop@{TOWN}", name="Municipality of Lindenhove, Procurement"), TOWN
            ),
            peer=OTHER_HOST,
        ),
        "sent on behalf of another of the house": Journey(
            on_top(plain, f"Sender: secretary@{TOWN}"), mail_from=f"secretary@{TOWN}"
        ),
        "signed by hosts on the way as well": Journey(signed(by_key, LIST), peer=LIST_HOST),
        "an older signature that no longer holds, beside a good one": Journey(
            signed(on_top(without(by_key, b"X-None"), "X-Checked: yes"), TOWN), peer=OTHER_HOST
        ),
        "a colleague who names us in his name": Journey(brings_copy(name="Ida Holm (contact for CFIT)")),
        "sent from inside our own house": Journey(
            brings_copy(received=(border("10.0.0.7"),)), peer=RELAY, trusts_relay=True
        ),
    }
