"""Whether two mail domains are one owner's, so that a colleague may go on with what another began."""

from pact.mail_domains import is_free_mail, owner_label


def one_house(one: str, other: str) -> bool:
    """Whether both are the same domain, or one lies below the other and bears its owner's name.

    Free mail is nobody's house, and neighbours below a home of many bodies are strangers:
    bmi.bund.de is not bmf.bund.de. Both are given in lower-case A-labels.
    """
    upper, lower = sorted((one, other), key=len)
    if not upper or is_free_mail(upper) or is_free_mail(lower):
        return False
    if upper == lower:
        return True
    return lower.endswith(f".{upper}") and owner_label(upper) == owner_label(lower) != ""
