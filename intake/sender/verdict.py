"""The verdict about a sender: pass, fail or none, with its reason in plain words."""

from dataclasses import dataclass
from enum import StrEnum

from intake.sender.dkim_check import DkimResult, DkimStanding
from intake.sender.dmarc_policy import DmarcPolicy
from intake.sender.reported import Reported
from intake.sender.spf_check import SpfResult


class Verdict(StrEnum):
    """Whether the sender is who the From address says (RFC 8601's words, folded to three)."""

    PASS = "pass"  # noqa: S105 - a verdict, no password
    FAIL = "fail"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class SenderCheck:
    """The verdict and why it was given."""

    verdict: Verdict
    reason: str


@dataclass(frozen=True, slots=True)
class SenderFacts:
    """All that is known about who sent a mail.

    ``policy`` and ``spf`` are None when they could not be had; ``through_relay`` says that a
    gateway of ours, which may add footers, handed the mail on; ``arc_reports_pass`` that an
    intact ARC chain reports DMARC as passed before a forwarder changed the mail.
    """

    from_domain: str
    policy: DmarcPolicy | None
    spf: SpfResult | None = None
    dkim: tuple[DkimResult, ...] = ()
    reported: Reported | None = None
    through_relay: bool = False
    arc_reports_pass: bool = False
    names_were_away: bool = False

    @property
    def is_vouched_for(self) -> bool:
        """Whether a forwarder's word excuses what no longer holds.

        Anybody can seal a chain of his own, so it counts only where the domain's owner asks nobody to
        act upon a failure (p=none), and the header below it is one that the domain has signed.
        """
        is_lenient = self.policy is not None and self.policy.policy == "none"
        return self.arc_reports_pass and is_lenient and self.is_changed_in_body_alone

    @property
    def is_changed_in_body_alone(self) -> bool:
        """Whether the domain signed this header, and something was added to the body since."""
        policy = self.policy or DmarcPolicy(self.from_domain)
        return any(one.standing is DkimStanding.BODY_CHANGED for one in _own(self, policy))


def judged(facts: SenderFacts) -> SenderCheck:
    """Return the verdict. What a relay of ours found at the border counts first, then what we find.

    Fail is said only where the domain's owner has published how its mail is to be recognised,
    all that could be checked was checked, and nothing on our side can have broken it.
    """
    for rule in (_by_relay, _by_signature, _by_host, _by_policy):
        check = rule(facts)
        if check is not None:
            return check
    return _open(facts)


def _by_relay(facts: SenderFacts) -> SenderCheck | None:
    told, domain = facts.reported, facts.from_domain
    if told is None:
        return None
    about_this = told.dmarc_domain is None or told.dmarc_domain == domain
    if told.dmarc == "pass" and about_this:
        return SenderCheck(Verdict.PASS, f"{told.by} checked it: DMARC passed for {domain}.")
    if told.dmarc == "fail" and about_this and not facts.is_vouched_for:
        return SenderCheck(Verdict.FAIL, f"{told.by} checked it: DMARC failed for {domain}.")
    policy = facts.policy or DmarcPolicy(domain)
    for signer in told.dkim_domains:
        if policy.is_spoken_for(signer, strictly=policy.strict_dkim):
            return SenderCheck(Verdict.PASS, f"{told.by} checked it: signed by {signer} (DKIM).")
    if told.spf_domain and policy.is_spoken_for(told.spf_domain, strictly=policy.strict_spf):
        return SenderCheck(
            Verdict.PASS, f"{told.by} checked it: sent from a host of {told.spf_domain} (SPF)."
        )
    return None


def _by_signature(facts: SenderFacts) -> SenderCheck | None:
    policy = facts.policy or DmarcPolicy(facts.from_domain)
    for one in facts.dkim:
        aligned = policy.is_spoken_for(one.domain, strictly=policy.strict_dkim)
        if one.standing is DkimStanding.PASS and aligned:
            return SenderCheck(Verdict.PASS, f"It is signed by {one.domain}, and is as it was signed (DKIM).")
    return None


def _by_host(facts: SenderFacts) -> SenderCheck | None:
    spf, policy = facts.spf, facts.policy or DmarcPolicy(facts.from_domain)
    if spf is None or not policy.is_spoken_for(spf.domain, strictly=policy.strict_spf):
        return None
    if spf.result == "pass":
        return SenderCheck(Verdict.PASS, f"It came from a host that {spf.domain} names as its own (SPF).")
    if spf.result == "fail" and not facts.dkim and not policy.is_published:
        why = f"{spf.domain} says that the host it came from may not send in its name (SPF)."
        return SenderCheck(Verdict.FAIL, why)
    return None


def _by_policy(facts: SenderFacts) -> SenderCheck | None:
    """DMARC's fail: neither SPF nor DKIM speaks for the domain, whose owner says that one would."""
    policy = facts.policy
    if policy is None or not policy.is_published or facts.names_were_away:
        return None
    if facts.spf is None or facts.spf.result == "temperror":
        return None
    if facts.is_vouched_for:
        return None
    if facts.through_relay and facts.is_changed_in_body_alone:
        return None
    why = f"{policy.domain} has published how its mail is recognised (DMARC), and this mail is not."
    return SenderCheck(Verdict.FAIL, why)


def _own(facts: SenderFacts, policy: DmarcPolicy) -> list[DkimResult]:
    return [one for one in facts.dkim if policy.is_spoken_for(one.domain, strictly=policy.strict_dkim)]


def _open(facts: SenderFacts) -> SenderCheck:
    domain = facts.from_domain
    standings = {one.standing for one in facts.dkim}
    if facts.names_were_away:
        why = "The name servers did not answer, so nothing could be checked."
    elif facts.is_vouched_for:
        why = f"A forwarder changed it, and says that it was {domain}'s before (ARC)."
    elif DkimStanding.BODY_CHANGED in standings and facts.through_relay:
        why = "Its signature no longer holds; a gateway on our side may have added to it."
    elif DkimStanding.PARTIAL in standings:
        why = "It is signed in part only, so that anybody may have added to it."
    elif facts.policy is not None and facts.policy.is_published:
        why = f"{domain} publishes how its mail is recognised, but this mail came by a way that hides it."
    else:
        why = f"{domain or 'The sender'} publishes nothing by which this mail could be recognised."
    return SenderCheck(Verdict.NONE, why)
