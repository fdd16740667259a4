"""The letters beyond a to z of the languages of Europe, and what a page's language says of a strange one."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from intake.page.page import Word
from pact.documents import Method

LETTERS = {
    "ca": "àçèéíïòóúü",
    "cs": "áčďéěíňóřšťúůýž",
    "cy": "áâêëéîïôöŵŷû",
    "da": "æøåé",
    "de": "äöüß",
    "es": "áéíñóúü",
    "et": "äõöüšž",
    "fi": "äöå",
    "fr": "àâæçéèêëîïôœùûüÿ",
    "ga": "áéíóú",
    "hr": "čćđšž",
    "hu": "áéíóöőúüű",
    "is": "áðéíóúýþæö",
    "it": "àèéìòóù",
    "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņšūž",
    "mt": "àċġħżèìòù",
    "nl": "éèëïöüáóí",
    "pl": "ąćęłńóśźż",
    "pt": "áâãàçéêíóôõúü",
    "ro": "ăâîșț",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "sl": "čšž",
    "sv": "åäöé",
    "tr": "çğıiöşüâî",
}

_DOUBTED = 0.85
_SHOWN_BY = 2  # different letters of its own that show a page's language
_OUTWEIGHS = 5.0  # times as many letters are of that language as are not
_AT_HOME_ANYWHERE = frozenset("äöüéèáàóíçñßøåæ")  # people bear names from elsewhere
_LOOKALIKES = {"ò": "ð"}
_LONG_MARKS = str.maketrans("ŁłĐđØøĦħ", "LlDdOoHh")  # strokes that no decomposition tells


def with_strange_letters_told(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words of a page; letters that its language has not are put right where it has but one of the
    kind, and their words are doubted."""
    read = [letter for word in words if word.method is Method.OCR for letter in special_letters(word.text)]
    languages = languages_shown(read)
    if not languages:
        return tuple(words)
    return tuple(_told(word, languages) if word.method is Method.OCR else word for word in words)


def special_letters(text: str) -> list[str]:
    """Return the letters of the text that are not among a to z, small."""
    return [sign.lower() for sign in text if sign.isalpha() and not sign.isascii() and sign.lower() != "i̇"]


def languages_shown(read: Iterable[str]) -> list[str]:
    """Return the languages that have the most of the letters read; none where these do not show any."""
    letters = [letter for letter in read if any(letter in own for own in LETTERS.values())]
    if not letters:
        return []
    fits = {language: sum(one in own for one in letters) for language, own in LETTERS.items()}
    most = max(fits.values())
    strange = len(letters) - most
    return [
        language
        for language, fit in fits.items()
        if fit == most
        and fit >= _OUTWEIGHS * strange
        and len({one for one in letters if one in LETTERS[language]}) >= _SHOWN_BY
    ]


def are_alone(letters: Iterable[str], languages: Sequence[str]) -> bool:
    """Whether each letter is in all of these languages, and none has another of the kind."""
    own = [LETTERS[language] for language in languages]
    return bool(own) and all(
        [one for one in alphabet if _base(one) == _base(letter)] == [letter]
        for letter in letters
        for alphabet in own
    )


def _told(word: Word, languages: Sequence[str]) -> Word:
    strange = [sign for sign in word.text if _is_strange(sign, languages)]
    if len(strange) != 1 or not _is_slip(strange[0], word.text):
        return word  # a word with several is one of another language
    told = _letter_told(strange[0], languages)
    return replace(word, text=word.text.replace(strange[0], told), score=min(word.score, _DOUBTED))


def _is_slip(strange: str, text: str) -> bool:
    """Whether the letter is no name's from elsewhere: a rare one, or one beside others of the page's."""
    return strange.lower() not in _AT_HOME_ANYWHERE or len(special_letters(text)) > 1


def _is_strange(sign: str, languages: Sequence[str]) -> bool:
    is_special = sign.isalpha() and not sign.isascii()
    return is_special and not any(sign.lower() in LETTERS[language] for language in languages)


def _letter_told(strange: str, languages: Sequence[str]) -> str:
    """Return the letter that these languages have in its place; the strange one where there are several."""
    small = strange.lower()
    has = {one for language in languages for one in LETTERS[language]}
    alike = {one for one in has if _base(one) == _base(small) or one == _LOOKALIKES.get(small)}
    own = alike & {_LOOKALIKES.get(small, "")} or alike
    if len(own) != 1:
        return strange
    [letter] = own
    return letter if strange == small else letter.upper()


def _base(letter: str) -> str:
    return unicodedata.normalize("NFD", letter.translate(_LONG_MARKS))[0]
