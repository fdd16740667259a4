"""The same mails by the ways of those who write in another's name."""

from made_up.dkim_mails import SELECTOR, sealed, signed, with_footer
from made_up.senders_on_the_way import (
    EVIL,
    GATEWAY,
    GOOD_HOST,
    HOME,
    LENIENT,
    LIST,
    MICROSOFT_HOP,
    NEAR,
    OTHER_HOST,
    RELAY,
    SAID_BY_MICROSOFT,
    SAID_PASS,
    SHARED,
    SHARED_HOST,
    SPF_ONLY,
    TOWN,
    Journey,
    border,
    brings_copy,
    on_top,
    without,
)

MADE_UP_SIGNATURE = (
    f"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d={TOWN}; s={SELECTOR};"
    " h=from:to:subject:date; bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=; b=AAAA"
)


def spoofed() -> dict[str, Journey]:
    """Return dishonest mail that brings a signed copy; none of it may register or join by itself."""
    plain, by_key = brings_copy(), signed(brings_copy(), TOWN)
    elsewhere = {"peer": OTHER_HOST, "mail_from": f"me@{EVIL}"}
    return {
        "the town's address from another host": Journey(plain, peer=OTHER_HOST),
        "the same, where nobody asks for action": Journey(
            brings_copy(LENIENT), peer=OTHER_HOST, mail_from=f"ida@{LENIENT}"
        ),
        "an envelope of his own": Journey(plain, **elsewhere),
        "an empty envelope": Journey(plain, peer=OTHER_HOST, mail_from="", helo=EVIL),
        "his own signature": Journey(signed(plain, EVIL), **elsewhere),
        "an envelope below his own domain that begins as the town's": Journey(
            plain, peer=OTHER_HOST, mail_from=f"me@{TOWN}.{EVIL}"
        ),
        "a subdomain that the town never had": Journey(brings_copy(address=f"ida@new.{TOWN}"), **elsewhere),
        "a true signature over another body": Journey(
            by_key.replace(b"attached.", b"attached!"), peer=OTHER_HOST
        ),
        "a body put under a true signature": Journey(with_footer(by_key), peer=OTHER_HOST),
        "a true signature with l=, replayed with more below": Journey(
            signed(plain, TOWN, length=True) + b"Pay to another account.\r\n", peer=OTHER_HOST
        ),
        "its signature stripped": Journey(without(by_key, b"DKIM-Signature"), peer=OTHER_HOST),
        "a second From on top of a signed mail": Journey(
            on_top(by_key, f"From: Boss <boss@{TOWN}>"), **elsewhere
        ),
        "a second Subject on top of a signed mail": Journey(
            on_top(by_key, "Subject: Pay us"), peer=OTHER_HOST
        ),
        "its signature said to be by Ed25519": Journey(
            by_key.replace(b"rsa-sha", b"ed25519-sha"), **elsewhere
        ),
        "two From fields": Journey(on_top(brings_copy(EVIL), f"From: ida@{TOWN}"), **elsewhere),
        "two addresses in From": Journey(
            brings_copy(EVIL).replace(b"<ida@", f"<ida@{TOWN}>, Me <me@".encode()), **elsewhere
        ),
        "From the town, Sender himself": Journey(on_top(plain, f"Sender: me@{EVIL}"), **elsewhere),
        "Resent in his name": Journey(on_top(signed(plain, EVIL), f"Resent-From: me@{EVIL}"), **elsewhere),
        "a report of checks that he wrote himself": Journey(
            brings_copy(extra=SAID_PASS), peer=OTHER_HOST, trusts_relay=True
        ),
        "a report below that of our gateway": Journey(
            on_top(
                brings_copy(extra=SAID_PASS),
                f"Authentication-Results: {GATEWAY}; dmarc=fail header.from={TOWN}",
            ),
            peer=RELAY,
            trusts_relay=True,
        ),
        "a report under another name, through our gateway": Journey(
            brings_copy(
                received=(border(OTHER_HOST),),
                extra=f"Authentication-Results: mx.evil-sender.org; dmarc=pass header.from={TOWN}",
            ),
            peer=RELAY,
            trusts_relay=True,
        ),
        "a report about another domain": Journey(
            brings_copy(
                received=(border(OTHER_HOST),),
                extra=f"Authentication-Results: {GATEWAY}; dmarc=pass header.from={EVIL}",
            ),
            peer=RELAY,
            trusts_relay=True,
        ),
        "a Received line of his own below our relay's": Journey(
            brings_copy(received=(border(OTHER_HOST), border(GOOD_HOST))), peer=RELAY, trusts_relay=True
        ),
        "a HELO that looks like the town's address": Journey(
            brings_copy(received=(f"from [{GOOD_HOST}] (unknown [{OTHER_HOST}]) by {GATEWAY} with ESMTP",)),
            peer=RELAY,
            trusts_relay=True,
        ),
        "an ARC chain that he sealed himself": Journey(
            sealed(plain, EVIL, f"dmarc=pass header.from={TOWN}"), **elsewhere
        ),
        "an ARC chain that he sealed himself, for a lenient town": Journey(
            sealed(brings_copy(LENIENT), EVIL, f"dmarc=pass header.from={LENIENT}"), **elsewhere
        ),
        "a signature made up so that it fails by the body, through our gateway": Journey(
            brings_copy(received=(border(OTHER_HOST),), extra=MADE_UP_SIGNATURE),
            peer=RELAY,
            trusts_relay=True,
        ),
        "a report without a name, through a gateway that writes none": Journey(
            brings_copy(received=(border(OTHER_HOST),), extra=SAID_BY_MICROSOFT),
            peer=RELAY,
            trusts_relay=True,
        ),
        "the same below Received lines that he wrote himself": Journey(
            on_top(
                brings_copy(extra=SAID_BY_MICROSOFT),
                f"Received: {border(OTHER_HOST)}",
                f"Received: {MICROSOFT_HOP}",
            ),
            peer=RELAY,
            trusts_relay=True,
        ),
        "an ARC chain of a list, its seal forged": Journey(
            sealed(plain, LIST, f"dmarc=pass header.from={TOWN}").replace(b"dmarc=pass", b"dmarc=best", 1),
            **elsewhere,
        ),
        "SPF of a shared host, for another of its customers": Journey(
            plain, peer=SHARED_HOST, mail_from=f"other-customer@{SHARED}"
        ),
        "a host that SPF forbids, without DMARC": Journey(
            brings_copy(SPF_ONLY), peer=OTHER_HOST, mail_from=f"ida@{SPF_ONLY}"
        ),
        "a domain that looks like the town's, truly his": Journey(
            signed(brings_copy(NEAR), NEAR), peer=OTHER_HOST, mail_from=f"ida@{NEAR}"
        ),
        "the town's name in front of his domain, truly his": Journey(
            brings_copy(f"{TOWN}.{EVIL}"), peer=OTHER_HOST, mail_from=f"ida@{TOWN}.{EVIL}"
        ),
        "the town's domain with its ending made a word, truly his": Journey(
            brings_copy("lindenhove-org.com"), peer=OTHER_HOST, mail_from="ida@lindenhove-org.com"
        ),
        "the town's address as his name": Journey(
            signed(brings_copy(EVIL, name=f"ida@{TOWN}"), EVIL), **elsewhere
        ),
        "the town's name as his name": Journey(
            signed(brings_copy(EVIL, name="Municipality of Lindenhove"), EVIL), **elsewhere
        ),
        "our own name as his name": Journey(
            signed(brings_copy(EVIL, name="CFIT Secretariat"), EVIL), **elsewhere
        ),
        "our own address as sender": Journey(brings_copy(address=f"cfit@{HOME}"), **elsewhere),
    }
