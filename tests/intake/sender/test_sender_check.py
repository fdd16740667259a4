"""Who sent it: spoofing never passes, and honest mail by honest ways is not taken for spoofing."""

from dataclasses import dataclass

import pytest
from made_up.dkim_mails import key_record, mail_from, sealed, signed, with_footer
from made_up.zones import MadeNames

from intake.mail.parse import parse_mail
from intake.sender.names import Names, NoNames
from intake.sender.relays import networks
from intake.sender.sender_check import Arrival, Trust, check_sender
from intake.sender.verdict import Verdict

STRICT = "strict-gov.org"
LENIENT = "lenient-gov.org"
SILENT = "silent-town.org"
SPF_ONLY = "spf-town.org"
LIST = "lists-home.org"
INTERNATIONAL = "xn--mllheim-gov-thb.org"
EVIL = "evil-sender.org"
GOOD_HOST, OTHER_HOST, LIST_HOST, RELAY = "9.9.9.10", "9.9.9.66", "9.9.9.77", "192.0.2.25"
OURS = Trust(networks([RELAY]), "mx.our-gateway.org")
NOBODY = Trust()
SAID_PASS = f"Authentication-Results: mx.our-gateway.org; dmarc=pass header.from={STRICT}"
SAID_BY_MICROSOFT = (
    f"Authentication-Results: spf=pass (sender IP is {GOOD_HOST}) smtp.mailfrom={STRICT};"
    " dkim=none (message not signed) header.d=none;dmarc=pass action=none"
    f" header.from={STRICT};compauth=pass reason=100"
)
BORDER = "from mail.somewhere.org (mail.somewhere.org [{}]) by mx.our-gateway.org with ESMTPS"

NAMES = MadeNames(
    {
        STRICT: [("TXT", f"v=spf1 ip4:{GOOD_HOST} -all")],
        f"_dmarc.{STRICT}": [("TXT", "v=DMARC1; p=reject")],
        LENIENT: [("TXT", f"v=spf1 ip4:{GOOD_HOST} ~all")],
        f"_dmarc.{LENIENT}": [("TXT", "v=DMARC1; p=none")],
        SPF_ONLY: [("TXT", f"v=spf1 ip4:{GOOD_HOST} -all")],
        LIST: [("TXT", f"v=spf1 ip4:{LIST_HOST} -all")],
        EVIL: [("TXT", f"v=spf1 ip4:{OTHER_HOST} -all")],
        f"{STRICT}.{EVIL}": [("TXT", f"v=spf1 ip4:{OTHER_HOST} -all")],
        f"{STRICT}-evil.org": [("TXT", f"v=spf1 ip4:{OTHER_HOST} -all")],
        f"_dmarc.{INTERNATIONAL}": [("TXT", "v=DMARC1; p=reject")],
        **dict(key_record(domain) for domain in (STRICT, LENIENT, SILENT, LIST, EVIL, INTERNATIONAL)),
    }
)


@dataclass(frozen=True)
class Case:
    """One mail by one way."""

    raw: bytes
    peer: str = GOOD_HOST
    mail_from: str = f"ida@{STRICT}"
    helo: str = "mail.somewhere.org"
    trust: Trust = NOBODY
    names: Names = NAMES
    from_own_server: bool = False


def verdict(case: Case) -> Verdict:
    parsed = parse_mail(case.raw)
    arrival = Arrival(case.peer, case.helo, case.mail_from, case.from_own_server)
    return check_sender(
        case.raw,
        arrival,
        from_addresses=parsed.senders,
        headers=parsed.headers,
        names=case.names,
        trust=case.trust,
    ).verdict


def from_(domain: str, **fields: tuple[str, ...]) -> bytes:
    return mail_from(f"ida@{domain}", **fields)


def behind_relay(client: str) -> tuple[str, ...]:
    return (BORDER.format(client),)


HONEST = {
    "straight from its own host": Case(from_(STRICT)),
    "signed, from any host": Case(signed(from_(STRICT), STRICT), peer=OTHER_HOST),
    "forwarded as it was": Case(signed(from_(STRICT), STRICT), peer=LIST_HOST, mail_from=f"bounce@{LIST}"),
    "forwarded with the old envelope": Case(signed(from_(STRICT), STRICT), peer=LIST_HOST),
    "a subdomain signed by its parent": Case(
        signed(mail_from(f"ida@office.{STRICT}"), STRICT), peer=OTHER_HOST, mail_from=f"x@office.{STRICT}"
    ),
    "a list that writes in its own name": Case(
        signed(from_(LIST), LIST), peer=LIST_HOST, mail_from=f"bounce@{LIST}"
    ),
    "through our relay": Case(from_(STRICT, received=behind_relay(GOOD_HOST)), peer=RELAY, trust=OURS),
    "through two relays of ours": Case(
        from_(STRICT, received=(BORDER.format(RELAY), BORDER.format(GOOD_HOST))), peer=RELAY, trust=OURS
    ),
    "checked by our relay": Case(
        from_(STRICT, extra=(SAID_PASS,)),
        peer=RELAY,
        trust=OURS,
    ),
    "checked by Microsoft 365 for us": Case(
        from_(
            STRICT,
            extra=(SAID_BY_MICROSOFT,),
        ),
        peer=RELAY,
        trust=OURS,
    ),
    "fetched from a mailbox whose provider checked it": Case(
        from_(STRICT, extra=(SAID_PASS,)),
        peer="",
        trust=OURS,
    ),
    "signed, in a file": Case(signed(from_(STRICT), STRICT), peer=""),
    "SPF alone": Case(from_(SPF_ONLY), mail_from=f"ida@{SPF_ONLY}"),
    "an international domain, signed under its A-labels": Case(
        signed(mail_from("ida@müllheim-gov.org"), INTERNATIONAL), peer=OTHER_HOST
    ),
    "signed by a town without DMARC": Case(
        signed(from_(SILENT), SILENT), peer=OTHER_HOST, mail_from=f"ida@{SILENT}"
    ),
}
"""Mail by honest people that shows who sent it."""

UNTOLD = {
    "a town that publishes nothing": Case(from_(SILENT), mail_from=f"ida@{SILENT}"),
    "a footer of our own gateway broke its signature": Case(
        with_footer(signed(from_(STRICT), STRICT)).replace(
            b"From:", f"Received: {BORDER.format(LIST_HOST)}\r\nFrom:".encode(), 1
        ),
        peer=RELAY,
        trust=OURS,
    ),
    "a list added a footer and sealed it": Case(
        sealed(with_footer(signed(from_(LENIENT), LENIENT)), LIST, f"dmarc=pass header.from={LENIENT}"),
        peer=LIST_HOST,
        mail_from=f"bounce@{LIST}",
    ),
    "our relay does not say from whom it came": Case(from_(STRICT), peer=RELAY, trust=OURS),
    "sent inside our own house": Case(
        from_(STRICT, received=behind_relay("10.0.0.7")), peer=RELAY, trust=OURS
    ),
    "name servers are away": Case(from_(STRICT), names=NoNames()),
    "a mail of years ago, in a file, unsigned": Case(from_(STRICT), peer=""),
    "signed in part": Case(signed(from_(SILENT), SILENT, length=True) + b"More.\r\n", peer=OTHER_HOST),
}
"""Mail of which it cannot be told; it registers, and a finding says so."""

SPOOFED = {
    "another host": Case(from_(STRICT), peer=OTHER_HOST),
    "another host, where nobody asks for action": Case(
        from_(LENIENT), peer=OTHER_HOST, mail_from=f"ida@{LENIENT}"
    ),
    "an envelope of his own": Case(from_(STRICT), peer=OTHER_HOST, mail_from=f"me@{EVIL}"),
    "an empty envelope": Case(from_(STRICT), peer=OTHER_HOST, mail_from="", helo=EVIL),
    "his own signature": Case(signed(from_(STRICT), EVIL), peer=OTHER_HOST, mail_from=f"me@{EVIL}"),
    "his own domain with ours in front": Case(
        from_(STRICT), peer=OTHER_HOST, mail_from=f"me@{STRICT}.{EVIL}"
    ),
    "his own domain that begins as ours": Case(
        from_(STRICT), peer=OTHER_HOST, mail_from=f"me@{STRICT}-evil.org"
    ),
    "a true signature over another text": Case(
        signed(from_(STRICT), STRICT).replace(b"Our signed copy", b"Another copy!!!"), peer=OTHER_HOST
    ),
    "a body put under a true signature": Case(with_footer(signed(from_(STRICT), STRICT)), peer=OTHER_HOST),
    "a report that he wrote himself": Case(
        from_(STRICT, extra=(SAID_PASS,)),
        peer=OTHER_HOST,
        trust=OURS,
    ),
    "a report below the relay's own": Case(
        from_(
            STRICT,
            extra=(
                f"Authentication-Results: mx.our-gateway.org; dmarc=fail header.from={STRICT}",
                SAID_PASS,
            ),
        ),
        peer=RELAY,
        trust=OURS,
    ),
    "a report in another's name, through our relay": Case(
        from_(
            STRICT,
            received=behind_relay(OTHER_HOST),
            extra=(f"Authentication-Results: mx.evil-sender.org; dmarc=pass header.from={STRICT}",),
        ),
        peer=RELAY,
        trust=OURS,
    ),
    "a Received line of his own below the relay's": Case(
        from_(STRICT, received=(BORDER.format(OTHER_HOST), BORDER.format(GOOD_HOST))), peer=RELAY, trust=OURS
    ),
    "an HELO that looks like an address": Case(
        from_(
            STRICT,
            received=(f"from [{GOOD_HOST}] (unknown [{OTHER_HOST}]) by mx.our-gateway.org with ESMTP",),
        ),
        peer=RELAY,
        trust=OURS,
    ),
    "a chain that he sealed himself": Case(
        sealed(from_(STRICT), EVIL, f"dmarc=pass header.from={STRICT}"),
        peer=OTHER_HOST,
        mail_from=f"me@{EVIL}",
    ),
    "two names in From": Case(
        from_(EVIL).replace(b"<ida@", f"<ida@{STRICT}>, Me <me@".encode()), peer=OTHER_HOST
    ),
    "two From fields": Case(
        b"From: ida@" + STRICT.encode() + b"\r\n" + from_(EVIL), peer=OTHER_HOST, mail_from=f"me@{EVIL}"
    ),
    "a host that SPF forbids, without DMARC": Case(
        from_(SPF_ONLY), peer=OTHER_HOST, mail_from=f"ida@{SPF_ONLY}"
    ),
    "a subdomain of a strict domain": Case(
        mail_from(f"ida@new.{STRICT}"), peer=OTHER_HOST, mail_from=f"me@{EVIL}"
    ),
}
"""Mail by people who are not who they say."""


@pytest.mark.parametrize("case", HONEST.values(), ids=HONEST.keys())
def test_honest_mail_is_recognised(case: Case):
    assert verdict(case) is Verdict.PASS


@pytest.mark.parametrize("case", UNTOLD.values(), ids=UNTOLD.keys())
def test_what_cannot_be_told_is_no_failure(case: Case):
    assert verdict(case) is Verdict.NONE


@pytest.mark.parametrize("case", SPOOFED.values(), ids=SPOOFED.keys())
def test_a_spoofed_mail_fails(case: Case):
    assert verdict(case) is Verdict.FAIL


def test_a_mail_without_a_sender_is_nobody_s():
    assert verdict(Case(b"Subject: hello\r\n\r\nhello\r\n")) is Verdict.NONE


def test_no_name_server_is_asked_without_end():
    names = MadeNames({f"d{n}.evil-sender.org": [("TXT", "v=spf1 ?all")] for n in range(500)})
    many = "".join(
        f"DKIM-Signature: v=1; a=rsa-sha256; d=d{n}.evil-sender.org; s=x; h=from; bh=AAAA; b=AAAA\r\n"
        for n in range(500)
    )

    verdict(Case(many.encode() + from_(STRICT), names=names))

    assert len(names.asked) < 40


@pytest.mark.parametrize("comment", ["(" * 7000, "(" * 3500 + ")" * 3500, "spf=pass; " * 700])
def test_a_report_that_nobody_can_read_says_nothing(comment: str):
    field = f"Authentication-Results: mx.our-gateway.org; dmarc=pass {comment}"
    case = Case(from_(STRICT, extra=(field,), received=behind_relay(OTHER_HOST)), peer=RELAY, trust=OURS)

    assert verdict(case) is Verdict.FAIL


@pytest.mark.parametrize(("is_ours", "expected"), [(True, Verdict.PASS), (False, Verdict.NONE)])
def test_what_comes_through_the_socket_is_believed_as_a_relay_is_where_the_socket_is_ours(
    is_ours: bool, expected: Verdict
):
    raw = from_(STRICT, extra=(SAID_PASS,), received=behind_relay(OTHER_HOST))

    assert verdict(Case(raw, peer="local", trust=OURS, from_own_server=is_ours)) == expected
