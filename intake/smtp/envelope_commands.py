"""What MAIL and RCPT may say: a path, its parameters, and a recipient of ours."""

from intake.addresses import MalformedPath, OurAddresses, parse_path
from intake.smtp.smtp_data import TOO_LARGE
from intake.smtp.smtp_replies import Refused

NOT_OURS = "550 5.7.1 This address does not accept mail here"

_PARAMETERS = ("BODY=7BIT", "BODY=8BITMIME", "SMTPUTF8")


def parse_mail(arg: str, *, size_limit: int) -> str:
    """Return the sender's address that stands after MAIL, "" for the null sender (RFC 5321 4.1.1.2).

    SIZE, BODY and SMTPUTF8 may follow it. Raises Refused.
    """
    keyword, _, path = arg.partition(":")
    if keyword.strip().upper() != "FROM":
        raise Refused("501 5.5.4 Syntax: MAIL FROM:<address>")
    try:
        sender, parameters = parse_path(path)
    except MalformedPath:
        raise Refused("553 5.1.7 This sender address cannot be read") from None
    _check_parameters(parameters.upper().split(), size_limit)
    return sender.text


def parse_rcpt(arg: str, addresses: OurAddresses) -> str:
    """Return which address of ours stands after RCPT (RFC 5321 4.1.1.3).

    Raises Refused, with the same words for every address that is not ours.
    """
    keyword, _, path = arg.partition(":")
    if keyword.strip().upper() != "TO":
        raise Refused("501 5.5.4 Syntax: RCPT TO:<address>")
    try:
        address, parameters = parse_path(path)
    except MalformedPath:
        raise Refused(NOT_OURS) from None
    ours = addresses.match(address)
    if ours is None:
        raise Refused(NOT_OURS)
    if parameters:
        raise Refused("555 5.5.4 RCPT takes no parameters here")
    return ours


def _check_parameters(parameters: list[str], size_limit: int) -> None:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name == "SIZE" and value.isascii() and value.isdigit():
            if len(value) > 20 or int(value) > size_limit:
                raise Refused(TOO_LARGE)
        elif parameter not in _PARAMETERS:
            raise Refused("555 5.5.4 A parameter of MAIL is not known here")
