"""Whether a person wrote a mail, and whether it may be answered: two questions, the second broader.

X-Auto-Response-Suppress is never a sign: Exchange sets it on what people write, too.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from intake.addresses import MalformedPath, OurAddresses, domain_key, parse_path
from intake.bounces.bounce_words import FAILURE_WORDS, FULL_WORDS
from intake.mail.automatic_subjects import ABSENCE_SUBJECTS, AUTOMATIC_SUBJECTS, BOUNCE_SUBJECTS
from intake.mail.mail_parameters import parse_parameters
from intake.mail.parse import ParsedMail

MOST_HOPS = 50  # Postfix's hopcount_limit; RFC 5321 6.3 wants such a count

_DAEMONS = re.compile(r"mailer[-_.]?d(?:a?e)?mon|mail[-_.]?daemon|mmdf|uucp|bounces?|mail-?delivery.*")
_POSTMASTERS = re.compile(r"post[-_.]?master|mail[-_.]?master|maildelivery|smtp|system|mailsystem")
_COMPLAINTS = frozenset({"staff@hotmail.com"})  # tells of complaints, in a form older than RFC 5965
_NO_REPLY = re.compile(r".*(?:no|do[-_.]?not)[-_.]?reply.*|.*noresponse.*|autoreply|auto-reply|autoresponder")
_FIRST_WORDS = 3_000
_A_STATUS = re.compile(
    r"\b[45]\d\d[ -]|\b[45]\.\d{1,3}\.\d{1,3}\b|original message (?:follows|is attached)"
    r"|following (?:recipient|address|destination)|transcript of session"
)
_NOTICES = ('notificationtype\\":\\"bounce', '"notificationtype":"bounce"', '"eventtype":"bounce"')
_OUR_MESSAGE_ID = re.compile(r"<[0-9a-f]{32}(?:\.[^@>]*)?@(?P<domain>[^@>]+)>")


class AutomaticKind(StrEnum):
    """What kind of mail this is, by who or what made it."""

    NONE = "none"
    BOUNCE = "bounce"
    AUTO_REPLY = "auto_reply"
    LIST = "list"
    LOOP = "loop"
    OWN_LETTER = "own_letter"


@dataclass(frozen=True, slots=True)
class Automatic:
    """The kind of a mail, whether a machine may answer it, and the reason as a sentence."""

    kind: AutomaticKind
    answer_allowed: bool
    why: str


@dataclass(frozen=True, slots=True)
class Signs:
    """What the rules look at: header words in lower case, addresses apart, subject case-folded."""

    mail: ParsedMail
    headers: dict[str, tuple[str, ...]]
    envelope_from: str
    from_local: str
    from_us: bool
    looped: bool
    our_domains: frozenset[str]

    def words(self, name: str) -> tuple[str, ...]:
        """Return the first word of each field of that name: what stands before ";" or a comment."""
        return tuple(re.split(r"[;\s(]", value, maxsplit=1)[0] for value in self.headers.get(name, ()))

    def has(self, *names: str) -> bool:
        """Whether any of these fields is there."""
        return any(name in self.headers for name in names)

    def subject_begins(self, phrases: tuple[str, ...]) -> bool:
        """Whether the subject begins with one of these phrases."""
        return self.mail.subject.casefold().lstrip("[(*< ").startswith(phrases)

    @property
    def first_words(self) -> str:
        """Return how its text begins, on one line and case-folded."""
        return " ".join(self.mail.text[:_FIRST_WORDS].casefold().split())

    @property
    def is_without_return(self) -> bool:
        """Whether its envelope names nobody to answer (RFC 5321 4.5.5), or no more than a mailer daemon."""
        sender = self.envelope_from.rpartition("@")[0] or self.envelope_from
        return (
            not sender
            or bool(_DAEMONS.fullmatch(sender.lower()))
            or "<>" in self.headers.get("return-path", ())
        )

    @property
    def report_type(self) -> str | None:
        """The kind of a multipart/report (RFC 6522), "" where it tells none, None for other mail."""
        media_type, parameters = parse_parameters(self.headers.get("content-type", ("",))[0])
        return parameters.get("report-type", "").lower() if media_type == "multipart/report" else None


@dataclass(frozen=True, slots=True)
class Rule:
    """One reason to take a mail for automatic. The first rule that applies decides."""

    kind: AutomaticKind
    why: str
    applies: Callable[[Signs], bool]


def judge(parsed: ParsedMail, envelope_from: str, our_addresses: Sequence[str]) -> Automatic:
    """Return what made this mail, and whether it may be answered by a machine (RFC 3834 2).

    ``envelope_from`` is MAIL FROM, empty for the null sender. A mail of kind none or list came
    from people: it registers, even where it may not be answered.
    """
    signs = _signs(parsed, envelope_from, our_addresses)
    for rule in RULES:
        if rule.applies(signs):
            return Automatic(rule.kind, answer_allowed=False, why=rule.why)
    return Automatic(AutomaticKind.NONE, answer_allowed=True, why="Nothing shows that a machine wrote it.")


def is_our_letter(signs: Signs) -> bool:
    """A letter of ours: by its Message-ID, or from us and marked as automatic."""
    own_id = _OUR_MESSAGE_ID.fullmatch(signs.mail.message_id)
    if own_id and domain_key(own_id["domain"]) in signs.our_domains:
        return True
    return signs.from_us and is_marked_automatic(signs)


def goes_in_circles(signs: Signs) -> bool:
    """It names us as a stage that it has passed, or has passed too many."""
    return signs.looped or len(signs.headers.get("received", ())) > MOST_HOPS


def is_delivery_report(signs: Signs) -> bool:
    """A report on delivery (RFC 3464) or on abuse (RFC 5965), or the fields that stand for one."""
    if signs.has("x-failed-recipients", "x-ms-exchange-message-is-ndr"):
        return True
    return signs.report_type is not None and "disposition" not in signs.report_type


def is_from_mail_system(signs: Signs) -> bool:
    """From a mailer daemon; or titled as a bounce, or telling of one, and from nobody who writes."""
    if _DAEMONS.fullmatch(signs.from_local):
        return True
    is_told = signs.subject_begins(BOUNCE_SUBJECTS) or tells_of_failure(signs)
    if signs.is_without_return or not signs.from_local or wants_no_reply(signs):
        return is_told
    # People answer as postmaster, too, and none of them in the numbers of RFC 3463.
    is_system = _POSTMASTERS.fullmatch(signs.from_local) is not None and _A_STATUS.search(signs.first_words)
    return is_told and (bool(is_system) or signs.mail.from_address.lower() in _COMPLAINTS)


def tells_of_failure(signs: Signs) -> bool:
    """Whether its first words say that a mail to some address failed."""
    words = signs.first_words
    if any(phrase in words for phrase in _NOTICES):
        return True
    return "@" in words and any(phrase in words for phrase in FAILURE_WORDS + FULL_WORDS)


def is_receipt(signs: Signs) -> bool:
    """A receipt for reading or deleting (RFC 8098)."""
    return "disposition" in (signs.report_type or "")


def is_marked_reply(signs: Signs) -> bool:
    """Marked by its own program as an automatic answer (RFC 3834 5, and older habits)."""
    answers = ("auto-replied", "auto-notified")
    if any(word.startswith(answers) for word in signs.words("auto-submitted")):
        return True
    if signs.has("x-autoreply", "x-autorespond", "x-autoresponse", "x-auto-reply-from", "x-mail-autoreply"):
        return True
    return signs.has("x-vacation") or "auto_reply" in signs.words("precedence")


def is_titled_reply(signs: Signs) -> bool:
    """Its subject calls it an automatic answer; or tells of an absence, in an answer or from a program.

    A person who is away writes so, too: "Out of office next week, who signs?" is no note.
    """
    if signs.subject_begins(AUTOMATIC_SUBJECTS):
        return True
    is_answer = bool(signs.mail.in_reply_to or signs.mail.references)
    by_itself = is_answer or signs.is_without_return or is_marked_automatic(signs) or is_bulk(signs)
    return by_itself and signs.subject_begins(ABSENCE_SUBJECTS)


def came_through_list(signs: Signs) -> bool:
    """Distributed by a mailing list (RFC 2369, RFC 2919): an answer would go to many."""
    fields = (
        "list-id",
        "list-post",
        "list-help",
        "list-subscribe",
        "mailing-list",
        "x-mlserver",
        "x-ml-name",
    )
    return signs.has(*fields) or "list" in signs.words("precedence")


def is_marked_automatic(signs: Signs) -> bool:
    """Auto-Submitted with any word but "no": a scanner or signing service, say."""
    return any(word not in ("no", "") for word in signs.words("auto-submitted"))


def is_bulk(signs: Signs) -> bool:
    """Sent to many, or says so."""
    return bool({"bulk", "junk"} & set(signs.words("precedence"))) or signs.has("list-unsubscribe")


def wants_no_reply(signs: Signs) -> bool:
    """Sent from an address that nobody reads."""
    return bool(_NO_REPLY.fullmatch(signs.from_local))


_KIND = AutomaticKind
RULES: tuple[Rule, ...] = (
    Rule(_KIND.OWN_LETTER, "It is a letter of ours that came back.", is_our_letter),
    Rule(_KIND.LOOP, "It has been here before, or went through too many mail servers.", goes_in_circles),
    Rule(_KIND.BOUNCE, "It is a mail system's report about another mail.", is_delivery_report),
    Rule(_KIND.BOUNCE, "A mail system wrote it about a mail that was not delivered.", is_from_mail_system),
    Rule(_KIND.AUTO_REPLY, "It is a receipt that a mail was read or deleted.", is_receipt),
    Rule(_KIND.AUTO_REPLY, "Its sender's mail program answered by itself.", is_marked_reply),
    Rule(_KIND.AUTO_REPLY, "Its subject is that of an out-of-office note.", is_titled_reply),
    Rule(_KIND.LIST, "It came through a mailing list; an answer would go to many.", came_through_list),
    Rule(_KIND.NONE, "A program sent it, and says so; it is not answered.", is_marked_automatic),
    Rule(_KIND.NONE, "It was sent to many at once; it is not answered.", is_bulk),
    Rule(
        _KIND.NONE, "Its envelope names no sender; there is nobody to answer.", lambda s: s.is_without_return
    ),
    Rule(
        _KIND.NONE, "Its From field holds no address; there is nobody to answer.", lambda s: not s.from_local
    ),
    Rule(_KIND.NONE, "It comes from an address of ours; we do not write to ourselves.", lambda s: s.from_us),
    Rule(_KIND.NONE, "It comes from an address that nobody reads; it is not answered.", wants_no_reply),
)
"""Narrow first: what is not registered; then what registers and is not answered. No rule answers."""


def _signs(parsed: ParsedMail, envelope_from: str, our_addresses: Sequence[str]) -> Signs:
    ours = OurAddresses(our_addresses)
    headers: dict[str, tuple[str, ...]] = {}
    for name, value in parsed.headers:
        kept = value if name in ("content-type", "x-loop") else value.strip().lower()
        headers[name] = (*headers.get(name, ()), kept)
    return Signs(
        mail=parsed,
        headers=headers,
        envelope_from=envelope_from.strip(),
        from_local=parsed.from_address.rpartition("@")[0].lower(),
        from_us=_is_ours(parsed.from_address, ours),
        looped=any(_is_ours(value, ours) for value in headers.get("x-loop", ())),
        our_domains=frozenset(domain_key(address.rpartition("@")[2]) for address in our_addresses),
    )


def _is_ours(text: str, ours: OurAddresses) -> bool:
    try:
        return ours.match(parse_path(text)[0]) is not None
    except MalformedPath:
        return False
