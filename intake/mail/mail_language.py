"""The language somebody writes mail in: by what they wrote, or by what their device signs with."""

import re

from intake.mail.own_text import without_quotations

LONGEST_TEXT = 4_000
"""Characters of a mail that are looked at; its greeting and first sentences tell enough."""

# Two points each: what hardly any other language says. One point each: what neighbours may share.
_TELLING: dict[str, str] = {
    "en": "dear please find attached thank thanks regards sincerely enclosed hereby would you your we are "
    "have has the and with this signed hello",
    "nl": "geachte beste bijlage bijgaand hierbij vriendelijke groet groeten hartelijke dank alvast "
    "ondertekende ondertekend het een wij onze graag ik u uw niet zijn wordt naar ook mevrouw meneer "
    "stuur zie",
    "de": "sehr geehrte geehrter grüßen grüße gruß anbei anhang hiermit bitte danke dank ich wir nicht und "
    "ist das der mit für unterzeichneten unterschriebene unsere ihnen sie freundlichen guten tag "
    "herren",
    "fr": "bonjour madame monsieur veuillez trouver ci-joint pièce jointe cordialement salutations merci "
    "nous vous notre votre est les dans pour signé je avec une",
    "no": "hei hilsen vennlig vedlagt vedlegg ligger takk jeg ikke også av oss våre etter signert "
    "underskrevet avtalen på har til dere nå hva noe mvh gjerne eg ikkje frå",
    "es": "estimado estimada estimados buenos días adjunto adjunta saludo saludos atentamente gracias "
    "nuestro nuestra el los las por para firmado hola usted ustedes cordial una muy",
    "da": "hej kære venlig hilsen vedhæftet vedlagt tak jeg ikke også af os vores efter underskrevet "
    "aftalen på har til nu hvad noget mvh gerne",
    "sv": "hej hälsningar hälsning vänliga bifogat bifogad bifogar tack jag inte också av oss vår våra "
    "efter undertecknat avtalet på har till ni vad och är",
    "it": "buongiorno gentile gentili allegato allegata cordiali saluti grazie distinti nostro nostra il "
    "per con che firmato sono di una della",
    "pt": "bom dia prezado prezada caro exmos anexo cumprimentos obrigado obrigada nosso nossa assinado "
    "segue com uma não atenciosamente para o",
    "pl": "dzień dobry szanowni państwo załączniku załączam pozdrawiam poważaniem dziękuję podpisany nasz "
    "się nie w",
    "fi": "hei hyvä liitteenä ohessa terveisin ystävällisin kiitos allekirjoitettu sopimus ja on me",
}
_WORDS = {language: frozenset(words.split()) for language, words in _TELLING.items()}
_SPEAKERS = {
    word: tuple(language for language, words in _WORDS.items() if word in words)
    for word in frozenset().union(*_WORDS.values())
}
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")

_LEAST_POINTS = 4
_CLEAR_LEAD = 1.5

_SIGNATURES = {
    "en": r"(?:sent from (?:my|outlook|mail for|yahoo)|get outlook for)",
    "nl": r"(?:verzonden (?:vanaf|met|vanuit|via)|verstuurd vanaf|outlook voor (?:ios|android) downloaden)",
    "de": r"(?:gesendet (?:von|mit|aus)|von meinem \w+ gesendet|holen sie sich outlook|outlook für ios)",
    "fr": r"(?:envoyé (?:de|depuis|à partir)|obtenez outlook|télécharger outlook)",
    "no": r"(?:sendt fra (?:min|outlook|mail|e-post)|få outlook for)",
    "es": r"(?:enviado (?:desde|con)|obtener outlook|descargar outlook)",
}
_SIGNATURE = {
    language: re.compile(rf"^{words}\b", re.IGNORECASE | re.MULTILINE)
    for language, words in _SIGNATURES.items()
}


def language_written(text: str) -> str | None:
    """Return the two-letter code of the language of a mail's own words, None where they do not tell.

    What it quotes and what its device signs with are no words of its writer. It rather says
    nothing than the wrong thing: a short mail needs words that no other language has.
    """
    own = without_quotations(text[:LONGEST_TEXT])
    for signature in _SIGNATURE.values():
        own = signature.sub("", own)
    points = dict.fromkeys(_WORDS, 0)
    for word in _TOKEN.findall(own.casefold()):
        speakers = _SPEAKERS.get(word, ())
        for language in speakers:
            points[language] += 2 if len(speakers) == 1 else 1
    best, second = sorted(points, key=lambda language: -points[language])[:2]
    is_clear = points[best] >= _LEAST_POINTS and points[best] >= _CLEAR_LEAD * points[second]
    return best if is_clear else None


def language_of_device(text: str) -> str | None:
    """Return the language that the sender's device signs with, as in "Verzonden vanaf mijn iPhone"."""
    own = without_quotations(text[:LONGEST_TEXT])
    found = [language for language, signature in _SIGNATURE.items() if signature.search(own)]
    return found[0] if len(found) == 1 else None
