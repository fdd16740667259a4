"""Replies of the door, each with its enhanced code (RFC 2034): also those that aiosmtpd words."""

import re

OUR_FAULT = "451 4.3.0 A fault on our side, please try again later"
NO_SPACE = "452 4.3.1 No room for this mail at present, please try again later"
KEPT = "250 2.0.0 Kept"
GOODBYE = "421 4.3.2 Closing the connection"
TOO_SLOW = "421 4.4.2 Too slow, closing the connection"
TOO_MANY_ERRORS = "421 4.7.0 Too many errors"
SENT_AHEAD = "554 5.5.0 Commands were sent ahead that have to wait for a reply"


class Refused(Exception):
    """A command or a mail is refused with ``reply``.

    ``must_close`` says that the connection cannot be trusted to be in step any more.
    """

    def __init__(self, reply: str, *, must_close: bool = False) -> None:
        super().__init__(reply)
        self.reply = reply
        self.must_close = must_close


_ENHANCED = re.compile(r"[245]\d\d[ -][245]\.\d{1,3}\.\d{1,3} ")
_CODES = {
    "214": "2.0.0",
    "221": "2.0.0",
    "250": "2.0.0",
    "454": "4.7.0",
    "500": "5.5.2",
    "501": "5.5.4",
    "502": "5.5.1",
    "503": "5.5.1",
}


def with_enhanced_code(reply: str) -> str:
    """Return a reply of one line with its enhanced code, which EHLO promises for all that follow it."""
    code, text = reply[:3], reply[4:]
    if _ENHANCED.match(reply) or code not in _CODES:
        return reply
    return f"{code} {_CODES[code]} {text.removeprefix('Error: ')}"
