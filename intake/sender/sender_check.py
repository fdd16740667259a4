"""One mail's sender checked: what is asked of name servers and relays, and the verdict upon it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from intake.addresses import domain_key
from intake.sender.dkim_check import DkimStanding, arc_oldest_results, check_dkim
from intake.sender.dmarc_policy import DmarcPolicy, dmarc_policy
from intake.sender.names import Names, NamesAwayError, PatientNames
from intake.sender.relays import Client, Network, border_client, can_be_judged, is_relay
from intake.sender.reported import reported_results
from intake.sender.spf_check import SpfResult, check_spf
from intake.sender.verdict import SenderCheck, SenderFacts, Verdict, judged

_FROM_FIELD = re.compile(rb"^from[ \t]*:", re.IGNORECASE | re.MULTILINE)
_DMARC_PASSED = re.compile(r"\bdmarc\s*=\s*pass\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Arrival:
    """How a mail came: the connecting host and its HELO, both empty for a file or a mailbox.

    ``from_own_server`` is for a relay of ours that has no address, as it delivers through a socket.
    """

    peer: str
    helo: str
    mail_from: str
    from_own_server: bool = False


@dataclass(frozen=True, slots=True)
class Trust:
    """Whose word is taken: our relays, by address, and the name that they report under."""

    relays: tuple[Network, ...] = ()
    authserv_id: str | None = None


def check_sender(
    raw: bytes,
    arrival: Arrival,
    *,
    from_addresses: Sequence[str],
    headers: Sequence[tuple[str, str]],
    names: Names,
    trust: Trust,
) -> SenderCheck:
    """Return the verdict about the address in From, with its reason. Raises nothing.

    ``headers`` are the mail's fields, the topmost first; ``from_addresses`` what its From names.
    """
    # Keys and policies of an international domain are found under its A-labels (RFC 8616, 4).
    named = {domain_key(address.rpartition("@")[2]) for address in from_addresses}
    if len(named) > 1 or len(_FROM_FIELD.findall(_header_block(raw))) > 1:
        return SenderCheck(Verdict.FAIL, "It names more than one sender, so that readers see different ones.")
    domain = next(iter(named), "")
    if not domain:
        return SenderCheck(Verdict.NONE, "It names no sender.")
    return judged(_facts(raw, arrival, domain, headers=headers, names=PatientNames(names), trust=trust))


def _facts(
    raw: bytes,
    arrival: Arrival,
    domain: str,
    *,
    headers: Sequence[tuple[str, str]],
    names: Names,
    trust: Trust,
) -> SenderFacts:
    through_relay = arrival.from_own_server or is_relay(arrival.peer, trust.relays)
    # A mailbox or a file was filled by the provider whose name is trusted; a stranger's host was not.
    may_report = through_relay or not arrival.peer
    reported = (
        reported_results(headers, trust.authserv_id, nameless_too=through_relay) if may_report else None
    )
    policy, away = _policy(names, domain)
    signatures = check_dkim(raw, names)
    is_signed = any(one.standing is DkimStanding.PASS for one in signatures)
    return SenderFacts(
        from_domain=domain,
        policy=policy,
        spf=_spf(arrival, _client(arrival, headers, trust, through_relay=through_relay), names),
        dkim=signatures,
        reported=reported,
        through_relay=through_relay or not arrival.peer,
        arc_reports_pass=not is_signed and _arc_reports_pass(raw, names),
        names_were_away=away,
    )


def _policy(names: Names, domain: str) -> tuple[DmarcPolicy | None, bool]:
    try:
        return dmarc_policy(names, domain), False
    except NamesAwayError:
        return None, True


def _arc_reports_pass(raw: bytes, names: Names) -> bool:
    oldest = arc_oldest_results(raw, names)
    return oldest is not None and _DMARC_PASSED.search(oldest) is not None


def _client(
    arrival: Arrival, headers: Sequence[tuple[str, str]], trust: Trust, *, through_relay: bool
) -> Client | None:
    """Return the host that SPF is about: the peer, or whom our relay had the mail from; None if unknown."""
    if not arrival.peer:
        return None
    if not through_relay:
        return Client(arrival.peer, arrival.helo)
    received = (value for name, value in headers if name.lower() == "received")
    return border_client(received, trust.relays)


def _spf(arrival: Arrival, client: Client | None, names: Names) -> SpfResult | None:
    if client is None or not can_be_judged(client.address):
        return None
    return check_spf(names, address=client.address, mail_from=arrival.mail_from, helo=client.helo)


def _header_block(raw: bytes) -> bytes:
    return re.split(rb"\r?\n\r?\n", raw[:200_000], maxsplit=1)[0]
