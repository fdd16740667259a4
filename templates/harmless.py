"""Text from outside, made harmless to repeat: our letters must not carry someone else's message."""

import re
import unicodedata

LONGEST_VALUE = 120
"""Characters of a value that a letter repeats; longer than any honest name, too short for a sermon."""

LONGEST_NAME = 60
"""Characters of a name that a letter greets."""


class OwnWords(str):
    """Text of the secretariat's own, shown as it was written."""

    __slots__ = ()


def own_words(text: str) -> OwnWords:
    """Return text that was written by this secretariat, to be shown with its lines and addresses."""
    return OwnWords(text.strip())


def harmless(
    value: object, *, web: str = "[web address left out]", mail: str = "[mail address left out]"
) -> str:
    """Return a value on one line, without controls, capped, and with nothing that becomes a link.

    Whoever sends a document decides what our answer repeats, and to which address it goes. So
    addresses are left out, with ``web`` or ``mail`` in their place, and bare domains are broken
    up. OwnWords come back as they are.
    """
    if isinstance(value, OwnWords):
        return value
    text = " ".join(_printable(str(value)[:_LONGEST_LOOKED_AT]).split())
    text = _WEB_ADDRESS.sub(web, text)
    text = _MAIL_ADDRESS.sub(mail, text)
    text = _BARE_DOMAIN.sub(_broken_up, text)
    return text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 3].rstrip() + "..."


def can_be_greeted(name: str) -> bool:
    """Whether ``name`` looks like a person's or a team's: one to six words of letters."""
    words = name.split(" ")
    return (
        len(name) <= LONGEST_NAME and len(words) <= 6 and all(map(_is_name, words)) and harmless(name) == name
    )


# Far above any honest value, and low enough that no expression below takes long.
_LONGEST_LOOKED_AT = 500

_WEB_ADDRESS = re.compile(r"\S*://\S*|\b(?:mailto|tel|sms|javascript):\S+|\bwww\.\S*", re.IGNORECASE)
_MAIL_ADDRESS = re.compile(r"\S+@\S+")
_BARE_DOMAIN = re.compile(r"(?<=\w)\.([^\W\d_]{2,24})\b(?=(/?))")
_FILE_ENDINGS = {"pdf", "docx", "doc", "odt", "rtf", "xlsx", "xls", "eml", "msg", "txt"}
_PICTURE_ENDINGS = {"jpg", "jpeg", "png", "tif", "tiff", "heic"}


def _broken_up(found: re.Match[str]) -> str:
    """Break "prizes.net" and "t.co/x", and leave "Dipl.Ing", "Co.KG", "B.V." and "signed.pdf"."""
    ending, slash = found[1], found[2]
    long_enough = re.search(r"[\w-]{3}$", found.string[: found.start()]) is not None
    of_one_case = ending.islower() or ending.isupper()
    is_file = ending.lower() in _FILE_ENDINGS | _PICTURE_ENDINGS and not slash
    return f"[.]{ending}" if of_one_case and (long_enough or slash) and not is_file else found[0]


def _is_name(word: str) -> bool:
    letters = [sign for sign in word if sign not in "'’.-"]
    return bool(letters) and all(unicodedata.category(sign)[0] in "LM" for sign in letters)


def _printable(text: str) -> str:
    """Return NFC text in which controls and line ends are spaces, and invisible characters gone."""
    return "".join(map(_plain, unicodedata.normalize("NFC", text)))


def _plain(character: str) -> str:
    category = unicodedata.category(character)
    if category in ("Cc", "Zl", "Zp", "Zs"):
        return " "
    # Cf holds what turns text around or hides in it; Cs, Co and Cn have no letter to show.
    return "" if category in ("Cf", "Cs", "Co", "Cn") else character
