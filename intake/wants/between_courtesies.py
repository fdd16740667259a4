"""What stands in a mail between its greeting and its farewell: what its sender came to say."""

import re

from intake.letter.letter_words import CLOSING, SALUTATION
from intake.page.plain_text import folded

_LONGEST_COURTESY = 6  # words of a line that only greets or takes leave
_LONGEST_POLITENESS = 10  # words of a sentence
_LONGEST_LINE = 200
_MOST_LINES = 400
_SHORT_CLOSING = re.compile(
    r"(?:mvg|vg|mfg|vriendelijke groet\w*|groet\w*|gruss\w*|lg|best|thanks|many thanks|thank you|cheers|"
    r"bedankt|danke|merci|gracias|takk|kind regards|regards|hilsen|saludos|cdt|bien a vous)\s*[,.!]?"
)
_SHORT_GREETING = re.compile(r"(?:hello|hi|hallo|hoi|hola|salut|goedemorgen|goedemiddag|moin|hey)\b")
_POLITE = re.compile(
    r"(?:thank|many thanks|sorry|apolog|my apolog|our apolog|excuse|dank|bedankt|hartelijk dank|excuses|"
    r"vielen dank|herzlichen dank|entschuldig|merci|nous vous remercions|toutes nos excuses|takk|"
    r"tusen takk|beklager|"
    r"gracias|muchas gracias|disculp|perdon|please find|as requested|bijgaand|in de bijlage|anbei|ci-joint|"
    r"vedlagt|adjunto|adjuntamos)"
)
_SAYS_MORE = re.compile(r"[:?\d]|\b(?:but|however|maar|echter|aber|jedoch|mais|cependant|men|pero|sino)\b")
_FORMAL_CLOSING = re.compile(r"(?:veuillez|je vous prie d'|nous vous prions d')\s?(?:agreer|recevoir|croire)")


def between_courtesies(own_text: str) -> str:
    """Return the lines of a mail without its greeting, its farewell, and the names below that.

    A postscript below the farewell is kept. A text that is nothing but courtesies gives "".
    """
    lines = [line.strip() for line in own_text.split("\n")[:_MOST_LINES] if line.strip()]
    if lines and _greets(lines[0]):
        lines = lines[1:]
    end = next((place for place, line in enumerate(lines) if _takes_leave(line)), len(lines))
    below = [line for line in lines[end:] if re.match(r"p\.?\s?s\b", line, re.IGNORECASE)]
    return "\n".join([*lines[:end], *below])


def without_politeness(text: str) -> str:
    """Return a text without the short sentences that only thank, excuse, or point to what is attached."""
    sentences = re.split(r"(?<=[.!])\s+", text)
    return " ".join(one for one in sentences if not _is_polite(one))


def _is_polite(sentence: str) -> bool:
    flat = folded(sentence[:_LONGEST_LINE])
    says_more = len(sentence.split()) > _LONGEST_POLITENESS or _SAYS_MORE.search(flat)
    return not says_more and _POLITE.match(flat) is not None


def _greets(line: str) -> bool:
    flat = folded(line[:_LONGEST_LINE])
    return _is_short(line) and (SALUTATION.match(flat) or _SHORT_GREETING.match(flat)) is not None


def _takes_leave(line: str) -> bool:
    flat = folded(line[:_LONGEST_LINE])
    if _FORMAL_CLOSING.match(flat) or _SHORT_CLOSING.fullmatch(flat):
        return True
    return CLOSING.match(flat) is not None and _is_short(line)


def _is_short(line: str) -> bool:
    return len(line.split()) <= _LONGEST_COURTESY
