"""Letters that engines are known to take for others: put right where the language shows, else doubted."""

import re
from collections.abc import Sequence
from dataclasses import replace

from intake.page.page import Word
from intake.page.plain_text import folded
from pact.documents import Method

_DOUBTED = 0.85
"""The score of a word whose letters engines confuse however sure they are."""

_ICELANDIC = re.compile(r"[ðþÐÞ]|dottir\b|felag|sveitar")
_THORN_READ_AS_P = re.compile(r"\bP[a-zà-ÿ]")
_TURKISH = re.compile(r"[ğĞıİ]|[çöü].*ş|ş.*[çöü]")
_ASH_READ_APART = re.compile(r"\bA[Ee](?=[a-zà-ÿ])")
_SLAVIC = re.compile(r"[čďěľĺňŕřšťůžČĎĚĽŇŘŠŤŮŽ]")
_CARON_READ_APART = {"L": "Ľ", "l": "ľ", "d": "ď", "t": "ť"}
_CARON = re.compile(r"\b([Lldt])['’]+(?=[a-zà-ÿ])")
_HUNGARIAN = re.compile(r"(?s)[őűŐŰ]|(?=.*[öüÖÜ])(?=.*[áíóúÁÍÓÚ])")
_SHORT_UMLAUT = re.compile(r"[öüÖÜ]")
_CEDILLAS = str.maketrans("ŞşŢţ", "ȘșȚț")
_RUN_TOGETHER = re.compile(r"(?<=[a-zà-ÿ])[A-ZÀ-Þ](?=[a-zà-ÿ])")
_JOINED_BY_RIGHT = re.compile(r"\b(?:Ma?c|De|Di|Da|Du|La|Le|Van|Vander|Fitz|Ter|Ten|Von|Mc|Ap|e|i)[A-ZÀ-Þ]")
_TWO_WHOLE_WORDS = re.compile(r"(?<=[a-zà-ÿ]{4})(?=[A-ZÀ-Þ][a-zà-ÿ]{4})")
_TWICE_SEEN = re.compile(r"\bJj")  # its dot and its stem each taken for a letter
_DOT_BEHIND = re.compile(
    r"(?!(?:prof|dept|corp|univ|assoc|dipl|abog|dott)\.)(?:[^\W\d_]{4,}|[ivx]{2,})\.", re.IGNORECASE
)
_L_FOR_I = re.compile(r"l(?:[bcdfghkmnpqrstvwxzčšž]|oa?n)[^\W\d_]{2,}$")  # no word begins so
_APOSTROPHE_LOST = re.compile(r"[DLO][A-ZÀ-Þ][a-zà-ÿ]{2,}.*")  # "DArcy"; McArdle and GmbH begin otherwise
_CAPITAL_LOST = re.compile(r"[a-zà-ÿ]+-[A-ZÀ-Þ]\w+")
_NO_VALUE = frozenset({"participation", "pact", "procuring", "place", "position", "page"})


def with_letters_doubted(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words of a page, those that hold such letters mended or with the score of a doubt."""
    page = " ".join(word.text for word in words if word.method is Method.OCR)
    icelandic = bool(_ICELANDIC.search(page) or _ICELANDIC.search(folded(page)))
    turkish, slavic = bool(_TURKISH.search(page)), bool(_SLAVIC.search(page))
    told = [_told(word, icelandic=icelandic, turkish=turkish, slavic=slavic) for word in words]
    hungarian = bool(_HUNGARIAN.search(page))
    doubted = [_doubted_in(word, hungarian=hungarian) for word in told]
    return tuple(_begun(word, after) for word, after in zip(doubted, [*doubted[1:], None], strict=True))


def _begun(word: Word, after: Word | None) -> Word:
    """Return the word with I where a small l begins it and a capital the next: in many faces both are one."""
    if word.method is not Method.OCR or after is None or not _L_FOR_I.match(word.text):
        return word
    is_next = abs(after.middle_y - word.middle_y) < word.size_pt / 2 and after.box[0] > word.box[0]
    if not is_next or not after.text[:1].isupper():
        return word
    return replace(word, text="I" + word.text[1:], score=min(word.score, _DOUBTED))


def _doubted_in(word: Word, *, hungarian: bool) -> Word:
    if word.method is not Method.OCR or folded(word.text) in _NO_VALUE:
        return word
    lost = hungarian and not _TURKISH.search(word.text) and _SHORT_UMLAUT.search(word.text)
    return replace(word, score=min(word.score, _DOUBTED)) if lost else word


def _told(word: Word, *, icelandic: bool, turkish: bool, slavic: bool) -> Word:
    if word.method is not Method.OCR:
        return word
    text = word.text if turkish else word.text.translate(_CEDILLAS)
    mended = _ASH_READ_APART.sub("Æ", text)
    if slavic:
        mended = _CARON.sub(lambda match: _CARON_READ_APART[match[1]], mended)
    if _is_run_together(mended):
        mended = _TWO_WHOLE_WORDS.sub(" ", mended)
    mended = _TWICE_SEEN.sub("J", mended)
    if _DOT_BEHIND.fullmatch(mended):
        mended = mended.removesuffix(".")
    doubtful = mended != text or _is_run_together(mended)
    doubtful = doubtful or bool(_CAPITAL_LOST.fullmatch(mended) or _APOSTROPHE_LOST.fullmatch(mended))
    if icelandic and _THORN_READ_AS_P.search(mended) and folded(mended) not in _NO_VALUE:
        doubtful = True
    return replace(word, text=mended, score=min(word.score, _DOUBTED) if doubtful else word.score)


def _is_run_together(text: str) -> bool:
    """Whether a capital stands inside a word, as where the space before it was not seen."""
    return bool(_RUN_TOGETHER.search(text)) and not _JOINED_BY_RIGHT.search(text)
