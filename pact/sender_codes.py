"""What can be found about who sent an application: weight, clause and plain words."""

from pact.finding_codes import Code, Severity

SENDER_CODES: dict[str, Code] = {
    "sender_not_checked": Code(
        Severity.INFO, "6.4.2.c", "It could not be checked that the mail comes from the address it names"
    ),
    "sender_check_failed": Code(Severity.STOP, "6.4.2.c", "The mail does not come from the address it names"),
    "sender_unlike_organisation": Code(
        Severity.ASK, "6.4.2.c", "The sender's mail domain does not look like the organisation's"
    ),
    "sender_domain_resembles": Code(
        Severity.ASK, "6.4.2.c", "The sender's mail domain is nearly one that we know, and is not that one"
    ),
    "sender_domain_other_ending": Code(
        Severity.INFO, "6.4.2.c", "The sender's mail domain differs by its ending alone from one that we know"
    ),
    "sender_name_shows_address": Code(
        Severity.ASK, "6.4.2.c", "The sender's name shows another mail address than the one it comes from"
    ),
    "sender_name_is_anothers": Code(
        Severity.ASK, "6.4.2.c", "The sender bears the name of somebody who writes from elsewhere"
    ),
    "sender_new_to_organisation": Code(
        Severity.INFO, "6.4.2.c", "The organisation has written from another mail domain so far"
    ),
    "answers_wanted_elsewhere": Code(
        Severity.INFO,
        "6.4.2.c",
        "The mail asks for answers to another domain; ours go to its own",
    ),
    "answers_wanted_at_free_mail": Code(
        Severity.ASK,
        "6.4.2.c",
        "The mail asks for answers to a free-mail address; ours go to its own",
    ),
}
"""Findings of senders: what was checked, then what only looks odd."""
