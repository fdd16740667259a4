"""The form of a rule about what a mail wants, and the names that the rules of all languages share."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from intake.wants.phrase_book import Phrase, phrase_of, words_in
from intake.wants.want import Want

NAMES: dict[str, dict[str, str]] = {
    "application": {
        "en": "application/request/candidature/registration",
        "nl": "aanvraag/aanmelding/verzoek/deelnameaanvraag",
        "de": "antrag*/bewerbung/anmeldung/aufnahmeantrag*/teilnahmeantrag*/beitritts*",
        "fr": "demande/candidature/dossier",
        "no": "soknad*/sak/saka/saken",
        "es": "solicitud/candidatura/expediente/peticion",
        "sv": "ansokan/arende*",
        "da": "ansogning*/sag/sagen",
        "it": "domanda/candidatura/richiesta/pratica",
        "pl": "wnios*/zgloszeni*/spraw*",
    },
    "case": {
        "en": "application/request/case/file/registration/dossier/submission/membership/matter/cfit",
        "nl": "aanvraag/aanmelding/zaak/dossier/verzoek/inschrijving/deelname/cfit",
        "de": "antrag*/anliegen*/vorgang*/bewerbung/anmeldung/akte/sache/fall/unterlagen/beitritt*/cfit",
        "fr": "demande/candidature/dossier/adhesion/inscription/affaire/cfit",
        "no": "soknad*/sak/saka/saken/saki/innmelding*/cfit",
        "es": "solicitud/candidatura/expediente/peticion/caso/adhesion/inscripcion/cfit",
        "sv": "ansokan/arende*/cfit",
        "da": "ansogning*/sag/sagen/cfit",
        "it": "domanda/candidatura/richiesta/pratica/cfit",
        "pl": "wnios*/zgloszeni*/spraw*/cfit",
    },
    "participation": {
        "en": "participation/membership/involvement",
        "nl": "deelname/deelneming/lidmaatschap/deelnemerschap",
        "de": "teilnahme/mitgliedschaft/beteiligung",
        "fr": "participation/adhesion",
        "no": "deltakelse*/deltaking*/medlemskap*",
        "es": "participacion/adhesion",
        "sv": "deltagande*/medlemskap*",
        "da": "deltagelse*/medlemskab*",
        "it": "partecipazione/adesione",
        "pl": "uczestnictw*/udzial*/czlonkostw*",
    },
    "pact": {
        "en": "pact/cfit",
        "nl": "pact/cfit",
        "de": "pakt*/cfit",
        "fr": "pacte/cfit",
        "no": "pakt/pakten/cfit",
        "es": "pacto/cfit",
        "sv": "pakten/cfit",
        "da": "pagten/cfit",
        "it": "patto/cfit",
        "pl": "pakt*/cfit",
    },
    "attached": {
        "en": "attached/enclosed/enclose/attach/herewith/attachment | here is/s/are |"
        " send/sending/submit* you",
        "nl": "bijgaand*/bijgevoegd*/bijlage/bijlagen/hierbij | stuur/sturen/zend/zenden u/jullie",
        "de": "anbei/anhang/anlage/beigefugt*/beiliegend*/ubersende*/ubermitteln/hiermit/angehangt",
        "fr": "ci joint* | piece/pieces jointe/jointes |"
        " voici/transmettre/transmettons/adressons/adresse/joins/joignons",
        "no": "vedlagt*/vedlegg*/vedlagde | her er/kjem/kommer/følger | oversender/oversend",
        "es": "adjunt*/envio/enviamos/remito/remitimos/anexo | aqui tienen/esta/va",
        "sv": "bifog* | har kommer/ar/foljer",
        "da": "vedhæft*/vedlagt | her er/kommer/følger",
        "it": "allegat*/alleghiamo/allego/trasmett*/inviamo/invio | ecco",
        "pl": "zalacz*/przesylam*/przekazuj*",
    },
    "report": {
        "en": "annual/yearly report/reporting",
        "nl": "jaarverslag*/jaarrapport*/jaarrapportage",
        "de": "jahresbericht* | jahrlich* bericht*",
        "fr": "rapport annuel",
        "no": "arsrapport*/arsmelding*",
        "es": "informe/memoria anual",
        "sv": "arsrapport*/arsredovisning*",
        "da": "arsrapport*/arsberetning*",
        "it": "relazione/rapporto annuale",
        "pl": "raport*/sprawozdani* roczn*",
    },
    "plan": {
        "en": "action plan",
        "nl": "actieplan* | plan van aanpak",
        "de": "aktionsplan*/massnahmenplan*/handlungsplan*",
        "fr": "plan d'action | plan d'actions",
        "no": "handlingsplan*/tiltaksplan*",
        "es": "plan de accion",
        "sv": "handlingsplan*",
        "da": "handlingsplan*/handleplan*",
        "it": "piano d'azione | piano di azione",
        "pl": "plan* dzialan*",
    },
    "event": {
        "en": "webinar/event/conference/workshop/seminar/session/training",
        "nl": "webinar/bijeenkomst/conferentie/evenement/workshop/seminar/congres/netwerkdag",
        "de": "webinar*/veranstaltung*/konferenz*/workshop*/seminar*/tagung*",
        "fr": "webinaire/conference/evenement/atelier/seminaire/journee/colloque",
        "no": "webinar*/konferans*/arrangement*/seminar*/workshop*/verksted*/samling*/fagdag*",
        "es": "seminario/webinar/conferencia/jornada/evento/taller/congreso",
        "sv": "webbinari*/konferens*/evenemang*/seminari*",
        "da": "webinar*/konferenc*/arrangement*/seminar*",
        "it": "webinar/conferenza/evento/seminario/convegno",
        "pl": "webinar*/konferencj*/wydarzeni*/seminari*",
    },
}
"""What the phrases mean by <application> and the like, in each language."""

_DENIALS = {
    "en": "not no never neither nor cannot without",
    "nl": "niet geen nooit noch zonder",
    "de": "nicht kein keine keinen keiner keinem keines nie niemals weder ohne",
    "fr": "ne n pas jamais aucun aucune ni sans",
    "no": "ikke ikkje ei aldri ingen inga inkje uten utan",
    "es": "no nunca jamas tampoco ningun ninguna ni sin",
    "sv": "inte ej aldrig ingen inget inga utan",
    "da": "ikke aldrig ingen intet uden",
    "it": "non mai nessun nessuna ne senza",
    "pl": "nie nigdy ani bez zaden zadnego",
}
DENIALS = {language: frozenset(words.split()) for language, words in _DENIALS.items()}
"""Words that deny, folded. A phrase that holds one of them itself is not denied by it."""


@dataclass(frozen=True, slots=True)
class WantRule:
    """Phrases that show one want, by language, parted by "|"; ``why`` says what they show.

    ``sure`` false: they hint at it, and a person decides. ``asks`` true: they are a question by
    nature, so that a question mark takes no sureness away.
    """

    want: Want
    why: str
    phrases: dict[str, str]
    sure: bool = True
    asks: bool = False


@dataclass(frozen=True, slots=True)
class RulePhrase:
    """One phrase of a rule in one language; ``can_be_denied`` false where it holds a denial itself."""

    rule: WantRule
    language: str
    phrase: Phrase
    can_be_denied: bool


def phrases_of(rule: WantRule) -> Iterator[RulePhrase]:
    """Yield every phrase of a rule, its <names> written out."""
    for language, lines in rule.phrases.items():
        for written in _written(lines):
            for whole in _with_names(written, language):
                phrase = phrase_of(whole)
                denied = bool(phrase.words & DENIALS[language])
                yield RulePhrase(rule, language, phrase, can_be_denied=not denied)


def _written(lines: str) -> Iterator[str]:
    for written in lines.replace("\n", "|").split("|"):
        if words_in(written):
            yield " ".join(written.split())


def _with_names(written: str, language: str) -> Iterator[str]:
    parts = re.split(r"<(\w+)>", written)
    choices = [
        [part] if number % 2 == 0 else list(_written(NAMES[part][language]))
        for number, part in enumerate(parts)
    ]
    for chosen in itertools.product(*choices):
        yield "".join(chosen)
