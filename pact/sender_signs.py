"""What is odd about a sender: a name that shows another address, a domain like another, answers elsewhere."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pact.domain_likeness import Likeness, are_of_one_owner, looks_like
from pact.findings import Finding, finding
from pact.folding import fold
from pact.mail_domains import is_free_mail
from pact.organisations import folded
from pact.sender_fit import domain_fits

_ADDRESS = re.compile(r"[\w.+-]{1,64}@([\w-]{1,63}(?:\.[\w-]{1,63}){1,6})")
_OUR_NAME = re.compile(r"\b(?:cfit|circular (?:& |and )?fair ict(?: pact)?)\b")
_OUR_OFFICE = re.compile(
    r"\b(?:secretaria\w*|sekretaria\w*|secretariaat|steering committee|no ?reply|team|office)\b"
)
_LONGEST_NAME = 500


@dataclass(frozen=True, slots=True)
class SeenSender:
    """Who a mail says that it is from; ``reply_to`` is where it wants answers, or empty."""

    address: str
    name: str = ""
    reply_to: str = ""

    @property
    def domain(self) -> str:
        """The domain of the address, lower case."""
        return _domain(self.address)


@dataclass(frozen=True, slots=True)
class KnownSender:
    """An organisation on record: its name, and the mail domains known to be its own."""

    name: str
    domains: frozenset[str]


@dataclass(frozen=True, slots=True)
class KnownSenders:
    """Whom we know: our own mail domains, those on record, and the organisation that this mail is about."""

    ours: frozenset[str]
    others: tuple[KnownSender, ...] = ()
    about: KnownSender | None = None


def sender_findings(sender: SeenSender, known: KnownSenders) -> list[Finding]:
    """Return what a person should see about a sender before believing it (Pact 6.4.2.c).

    Nothing here refuses: honest people write from odd addresses too. Our own people are not looked at.
    """
    if not sender.domain or any(are_of_one_owner(sender.domain, ours) for ours in known.ours):
        return []
    return [
        *_by_name(sender, known),
        *_by_domain(sender, known),
        *_by_reply_to(sender, known),
    ]


def _by_name(sender: SeenSender, known: KnownSenders) -> Iterator[Finding]:
    name = sender.name[:_LONGEST_NAME]
    shown = _ADDRESS.search(name)
    if shown is not None and not are_of_one_owner(shown[1], sender.domain):
        yield finding("sender_name_shows_address", f'"{name}" wrote from {sender.address}.')
        return
    flat = fold(name)
    ours = _OUR_NAME.search(name.casefold()) or _OUR_NAME.search(flat)
    if ours and (_OUR_OFFICE.search(flat) or ours[0] == name.casefold().strip()):
        yield finding(
            "sender_name_is_anothers", f'"{name}" is a name of ours, and wrote from {sender.domain}.'
        )
        return
    other = _owner_of_name(name, sender.domain, known)
    if other is not None:
        wrote = ", ".join(sorted(other.domains))
        yield finding(
            "sender_name_is_anothers", f'"{name}" is known from {wrote}, and wrote from {sender.domain}.'
        )


def _owner_of_name(name: str, domain: str, known: KnownSenders) -> KnownSender | None:
    """Return the organisation whose name a sender bears without writing from a domain of its own."""
    key = folded(name)
    for other in known.others if key else ():
        is_home = any(are_of_one_owner(domain, one) for one in other.domains)
        if (
            other.domains
            and not is_home
            and folded(other.name) == key
            and not domain_fits(other.name, domain)
        ):
            return other
    return None


def _by_domain(sender: SeenSender, known: KnownSenders) -> Iterator[Finding]:
    if is_free_mail(sender.domain):
        return
    all_known = {one for other in known.others for one in other.domains if not is_free_mail(one)}
    like = looks_like(sender.domain, all_known | known.ours)
    if like is not None:
        code = "sender_domain_other_ending" if like.likeness is Likeness.ENDING else "sender_domain_resembles"
        yield finding(code, f"{sender.domain} is not {like.domain}: {like.likeness}.")
    elif known.about is not None and _is_new_to(known.about, sender.domain):
        wrote = ", ".join(sorted(known.about.domains))
        seen = f"{known.about.name} wrote from {wrote}, now from {sender.domain}."
        yield finding("sender_new_to_organisation", seen)


def _is_new_to(organisation: KnownSender, domain: str) -> bool:
    return bool(organisation.domains) and not any(
        are_of_one_owner(domain, one) for one in organisation.domains
    )


def _by_reply_to(sender: SeenSender, known: KnownSenders) -> Iterator[Finding]:
    wanted = _domain(sender.reply_to)
    if not wanted or are_of_one_owner(wanted, sender.domain):
        return
    if any(are_of_one_owner(wanted, ours) for ours in known.ours):
        return  # a list, or a reply that copied us
    code = "answers_wanted_elsewhere"
    if is_free_mail(wanted) and not is_free_mail(sender.domain):
        code = "answers_wanted_at_free_mail"
    yield finding(code, f"It came from {sender.address}, and asks for answers to {sender.reply_to}.")


def _domain(address: str) -> str:
    return address.rpartition("@")[2].strip().strip(".").lower() if "@" in address else ""
