"""The few header fields of a mail that count, decoded within bounds (RFC 5322, RFC 2047)."""

import binascii
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from intake.mail.mail_text import clean_line, decode_text, raw_bytes
from intake.mail.transfer_encoding import decode_base64

_WORD = r"=\?([^?\s]{1,75})\?([BbQq])\?([^?]*)\?="
_ENCODED_WORD = re.compile(_WORD)
_MESSAGE_ID = re.compile(r"<[^<>\s]{1,995}>")
_ADDRESS_TOKEN = re.compile(
    rf'(?P<word>{_WORD})|"(?P<quoted>(?:[^"\\]|\\.)*)"?|<(?P<angle>[^<>]*)>?'
    r'|(?P<mark>[,;:()])|(?P<text>[^\s"<,;:()]+|[\s\S])',
    re.DOTALL,
)
_QUOTED_PAIR = re.compile(r"\\(.)", re.DOTALL)
_LONGEST_ADDRESS = 320  # 64 + @ + 255, RFC 5321 4.5.3.1


@dataclass(frozen=True, slots=True)
class Mailbox:
    """One address with the name written beside it; the name may be empty."""

    name: str
    address: str


def decode_words(raw: str) -> str:
    """Return a header value as one clean line: unfolded, encoded words decoded (RFC 2047).

    White space between two encoded words is not text. Neighbours with one charset are decoded
    together, because many writers cut a word in the middle of a character.
    """
    unfolded = raw.replace("\r", "").replace("\n", "")
    if "=?" not in unfolded and unfolded.isascii():
        return clean_line(unfolded)
    pieces: list[tuple[str | None, bytes]] = []
    end = 0
    for word in _ENCODED_WORD.finditer(unfolded):
        between = unfolded[end : word.start()]
        if between.strip() or (between and not pieces):
            pieces.append((None, raw_bytes(between)))
        charset = word[1].split("*")[0].lower()  # RFC 2231 5: charset*language
        data = _decode_word(word[2], raw_bytes(word[3]))
        if pieces and pieces[-1][0] == charset:
            pieces[-1] = (charset, pieces[-1][1] + data)
        else:
            pieces.append((charset, data))
        end = word.end()
    pieces.append((None, raw_bytes(unfolded[end:])))
    return clean_line("".join(decode_text(data, charset) for charset, data in pieces))


def mailboxes(raw: str) -> tuple[Mailbox, ...]:
    """Return the mailboxes of an address list in order; what holds no address is left out.

    Names are read before encoded words are decoded, so that a comma inside one parts nothing.
    """
    if not raw:
        return ()
    found: list[Mailbox] = []
    words: list[str] = []
    comment: list[str] = []
    angle: str | None = None
    depth = 0
    for token in _ADDRESS_TOKEN.finditer(raw):
        mark = token["mark"]
        if mark in ("(", ")"):
            depth = depth + 1 if mark == "(" else max(0, depth - 1)
        elif depth:
            comment.append(token[0])
        elif mark in (",", ";"):
            found.extend(_mailbox(words, angle, comment))
            words, comment, angle = [], [], None
        elif mark == ":" and angle is None:
            words = []  # the name of a group (RFC 5322 3.4)
        elif token["angle"] is not None:
            angle = token["angle"]
        elif token["quoted"] is not None:
            words.append(_QUOTED_PAIR.sub(r"\1", token["quoted"]))
        else:
            words.append(token[0])
    found.extend(_mailbox(words, angle, comment))
    return tuple(found)


def message_ids(raw: str) -> tuple[str, ...]:
    """Return the message identifiers of a field with their angle brackets (RFC 5322 3.6.4)."""
    if "<" not in raw:
        return ()
    unfolded = raw.replace("\r", "").replace("\n", "")
    return tuple(clean_line(found) for found in _MESSAGE_ID.findall(unfolded))


def sent_at(raw: str) -> datetime | None:
    """Return the moment of a Date field as aware UTC, or None where it names none."""
    try:
        moment = parsedate_to_datetime(clean_line(raw)[:100])
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _decode_word(encoding: str, text: bytes) -> bytes:
    if encoding in "Qq":
        return binascii.a2b_qp(text, header=True)
    return decode_base64(text)


def _mailbox(words: list[str], angle: str | None, comment: list[str]) -> tuple[Mailbox, ...]:
    text = decode_words("".join(words))
    if angle is None:
        *before, last = text.split() or [""]
        angle, text = (last, " ".join(before)) if "@" in last else (text.replace(" ", ""), "")
    # An international address stands there as UTF-8 (RFC 6532, 3.2), which the parser hid.
    written = clean_line(decode_text(raw_bytes(angle), None))
    address = written.rpartition(":")[2].replace(" ", "")  # drops a source route
    if "@" not in address or len(address) > _LONGEST_ADDRESS:
        return ()
    return (Mailbox(text or decode_words("".join(comment)), address),)
