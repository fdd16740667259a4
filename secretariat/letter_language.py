"""Which language a letter is written in: by what its reader wrote, and in doubt English with an offer."""

from collections.abc import Iterable
from dataclasses import dataclass

from intake.mail.mail_language import language_of_device, language_written
from pact.documents import DocumentAsRead, DocumentKind
from templates.language_words import ENGLISH, LANGUAGES, language_name


@dataclass(frozen=True, slots=True)
class LanguageChoice:
    """A language of the letters, why it was chosen as a sentence, and the languages offered beside it."""

    language: str
    reason: str
    offered: tuple[str, ...] = ()


SPOKEN_IN: dict[str, tuple[str, ...]] = {
    "be": ("nl", "fr", "de"),
    "ch": ("de", "fr"),
    "lu": ("fr", "de"),
    "nl": ("nl",),
    "de": ("de",),
    "at": ("de",),
    "li": ("de",),
    "fr": ("fr",),
    "mc": ("fr",),
    "no": ("no",),
    "es": ("es",),
}
"""The languages of the letters that are official in a country, by its ISO 3166 code and domain."""


def choose_language(
    text: str,
    *,
    documents: Iterable[DocumentAsRead] = (),
    domain: str = "",
    known_language: str = "",
    known_country: str = "",
) -> LanguageChoice:
    """Return the language of the answer to a mail: its text decides, then device, document, register.

    ``known_language`` and ``known_country`` are the register's, of the organisation. Where nothing
    tells, it is English, and each likely language has a line of its own.
    """
    country = known_country.lower() or domain.rpartition(".")[2].lower()
    written = language_written(text)
    if written is not None:
        return _as_written(written)
    device = language_of_device(text)
    # "Sendt fra min iPhone" is Danish as well.
    if device in LANGUAGES and not (device == "no" and country == "dk"):
        return _chosen(device, "the sender's device signs in {}")
    spoken = {document.language for document in documents if _speaks_for_its_sender(document)}
    if len(spoken) == 1 and (only := spoken.pop()) in LANGUAGES:
        return _chosen(only, "the document is written in {}")
    registered = _ALSO_CALLED.get(known_language.lower(), known_language.lower())
    if registered in LANGUAGES:
        return _chosen(registered, "the register names {} for this organisation")
    likely = tuple(language for language in SPOKEN_IN.get(country, ()) if language in LANGUAGES)
    offer = f", with a line in {' and '.join(map(language_name, likely))}" if likely else ""
    return LanguageChoice(ENGLISH, f"English{offer}: nothing tells the reader's language for sure.", likely)


def language_of_answer(text: str) -> LanguageChoice | None:
    """Return the language that a person wrote an answer in; None where its words do not tell."""
    written = language_written(text)
    return _chosen(written, "the answer is written in {}") if written in LANGUAGES else None


def language_of_earlier(language: str) -> LanguageChoice:
    """Return the language of a case's earlier letters; English where this release has no words of it."""
    if language not in LANGUAGES:
        return LanguageChoice(
            ENGLISH, f'English: there are no letters in the language of the case ("{language}").'
        )
    return _chosen(language, "the letters of this case are in {}")


def language_of_reply(text: str, language: str) -> LanguageChoice:
    """Return the language of the answer to a reply: its own words', else that of the case's letters."""
    written = language_written(text)
    return _as_written(written) if written is not None else language_of_earlier(language)


_ALSO_CALLED = {"nb": "no", "nn": "no"}


def _as_written(written: str) -> LanguageChoice:
    if written in LANGUAGES:
        return _chosen(written, "the mail is written in {}")
    return LanguageChoice(
        ENGLISH, f'English: the mail is written in a language without letters of its own ("{written}").'
    )


def _chosen(language: str | None, why: str) -> LanguageChoice:
    assert language is not None
    name = language_name(language)
    return LanguageChoice(language, f"{name}: {why.format(name)}.")


def _speaks_for_its_sender(document: DocumentAsRead) -> bool:
    """Whether a document's language is its sender's: the Pact is English, whoever signs it."""
    if document.language is None or document.error is not None:
        return False
    return document.language != ENGLISH or document.kind is DocumentKind.LETTER_OF_SUPPORT
