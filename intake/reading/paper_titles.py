"""What a paper calls itself: the titles of reports, plans and papers that are no application."""

import re
from collections.abc import Sequence
from enum import StrEnum

from intake.letter.letter_words import LETTER_TITLE, SALUTATION, SUBJECT
from intake.page.plain_text import folded

_LINES_LOOKED_AT = 12
_LONGEST_TITLE = 90
_SMALL_WORDS_OF_A_SENTENCE = 6


class PaperTitle(StrEnum):
    """What the title of a paper says that it is."""

    LETTER_OF_SUPPORT = "letter_of_support"
    REPORT = "report"
    PLAN = "plan"
    OTHER = "other"


_REPORT = re.compile(
    r"\b(?:(?:annual|yearly|monitoring|progress|half-yearly|coordinated)\s+(?:\w+\s+){0,2}report|"
    r"report of an? (?:\w+\s+)?(?:procuring|coordinating)|"
    r"report (?:on|for|over) (?:the (?:year|period)|procurement|monitoring|\d{4})|report \d{4}|"
    r"jaarverslag|(?:jaar|voortgangs|"
    r"monitorings?|jaarlijkse?)\s?rapport\w*|jahresbericht|"
    r"(?:fortschritts|tatigkeits|monitoring)bericht|rapport (?:annuel|de suivi|d'activites?|d'avancement)|"
    r"bilan annuel|ars?(?:rapport|beretning|melding|redovisning|berattelse)|"
    r"aarsrapport|(?:framdrifts|fremdrifts|verksamhets|uppfoljnings|overvagings)\w*rapport|"
    r"verksamhetsberattelse|"
    r"(?:informe|memoria) (?:anual|de seguimiento|de progreso)|(?:relazione|rapporto) (?:annuale|"
    r"di monitoraggio)|relatorio (?:anual|de acompanhamento|de progresso)|"
    r"(?:raport|sprawozdanie) roczn\w+|(?:vuosi|seuranta|edistymis)raportti|vuosikertomus|toimintakertomus|"
    r"vyrocni zprava|ετησια εκθεση|eves jelentes)\b"
)
_PLAN = re.compile(
    r"\b(?:(?:annual |yearly |joint )?action plan|plan of action|(?:annual )?work ?plan|actieplan|"
    r"plan van aanpak|jaarplan|aktionsplan|massnahmenplan|arbeitsplan|"
    r"plan d'actions?|plan de travail|handlings(?:plan|program)|tiltaksplan|arbeidsplan|handleplan|"
    r"plan de accion|plan de trabajo|piano d'azione|piano di (?:azione|lavoro)|"
    r"plano de acao|plan dzialan\w*|toimintasuunnitelma|toimenpidesuunnitelma|akcni plan|σχεδιο δρασησ|"
    r"cselekvesi terv)\b"
)
_OTHER = re.compile(
    r"^(?:invoice|agenda|minutes|curriculum vitae|cv|quotation|offer|newsletter|news (?:from|of)|"
    r"press release|factuur|rechnung|facture|notulen|faktura|fattura|factura|"
    r"protokoll|compte rendu|ordre du jour|tagesordnung|verbale|acta|lebenslauf|pressemitteilung|"
    r"communique de presse|persbericht|nieuwsbrief|"
    r"statutes|statuten|satzung|statuts|vedtekter|power of attorney|volmacht|vollmacht|procuration|"
    r"purchase order|order confirmation|contract|agreement|"
    r"invitation|tender|contract notice|call for tenders?|vragenlijst|questionnaire|fragebogen|"
    r"registration|application for|covering (?:note|letter)|cover(?:ing)? (?:page|sheet)|memo\b|memorandum|"
    r"frequently asked|faq|for immediate release|terms of reference|programme of|program of|"
    r"to be published)\b|"
    r"\b(?:agenda|minutes|invoice|curriculum vitae|at a glance|in brief|in a nutshell|"
    r"frequently asked questions|letter of recommendation|press release|"
    r"data processing agreement|list of (?:members|participants|signatories|supporters)|members of the|"
    r"register of|invitation to tender|contract notice|summary of the|leaflet|brochure|fact ?sheet)\b"
)
_SUBJECT_OF_SUPPORT = re.compile(
    r"(?:(?:our|full|formal) )?(?:support|endorsement|soutien|adhesion|apoyo|apoio|sostegno|supporto|steun|"
    r"ondersteuning|unterstutzung|stotte|stod|poparcie|tuki)"
    r" (?:for|to|of|au|al|ao|a|aan|voor|van|fur|des|der|til|till|dla)\b.{0,50}(?:pa[ck]t|pacte|pacto|patto|"
    r"pagt|cfit)"
)
_BEHIND_TITLE = re.compile(
    r"\W*(?:$|pa[ck]t|pacte|pacto|patto|pagt|for|to|of|from|by|in|the|circular|cfit|regarding|on|aan|voor|"
    r"van|fur|zum|zur|pour|au|til|till|"
    r"para|a|al|all\w*|per|dla|pre|pro|ao|do|da|dos|das|de|del|der|des|du|d'|et|the)\b|\W*$|\s*[-–—:|(,]"
)


def title_of(text: str) -> PaperTitle | None:
    """Return what the first lines of a page's text say that the paper is, or None where they say nothing."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for place, line in enumerate(lines[: 3 * _LINES_LOOKED_AT]):
        flat = folded(line)
        if SALUTATION.match(flat) and len(flat) < _LONGEST_TITLE and flat.endswith((",", ":", "!")):
            break
        if is_letter_title(line):
            return PaperTitle.LETTER_OF_SUPPORT
        if place >= _LINES_LOOKED_AT or not _may_be_title(line, lines[place - 1] if place else ""):
            continue
        told = _title(SUBJECT.sub("", flat).strip(), line, place)
        if told is not None:
            return told
    return None


def is_letter_title(line: str) -> bool:
    """Whether the line is a title or subject that names a Letter of Support, and not a sentence about
    one."""
    flat = folded(line)
    if _SUBJECT_OF_SUPPORT.match(SUBJECT.sub("", flat).strip()) and len(flat) < _LONGEST_TITLE + 20:
        return not flat.endswith(".")
    match = LETTER_TITLE.search(flat)
    if match is None or match.start() > 16 or len(flat) > 130 or flat.endswith("."):
        return False
    return bool(_BEHIND_TITLE.match(flat, match.end()))


def first_lines(texts: Sequence[str]) -> list[str]:
    """Return the first lines of the first page that holds any, folded."""
    text = next((text for text in texts if text.strip()), "")
    return [folded(line) for line in text.split("\n") if line.strip()][:_LINES_LOOKED_AT]


def _may_be_title(line: str, above: str) -> bool:
    """Whether the line stands for itself, and is no part of a sentence that runs over it."""
    runs_on = len(above) > 60 and above[-1:] not in ".!?:"
    small = line[:1].islower() or line.endswith((".", ",", ";")) or len(line) > _LONGEST_TITLE
    return not small and not (runs_on and len(line) > 40)


def _title(flat: str, line: str, place: int) -> PaperTitle | None:
    if _OTHER.search(flat) and (place < 4 or _OTHER.match(flat)):
        return PaperTitle.OTHER
    if _REPORT.search(flat) and _is_heading(line):
        return PaperTitle.REPORT
    if _PLAN.search(flat) and _is_heading(line):
        return PaperTitle.PLAN
    return None


def _is_heading(line: str) -> bool:
    """A heading says what a paper is; a numbered line of an agenda, or a sentence, what is spoken about."""
    is_numbered = re.match(r"^(?:\d+[.)]|[A-Za-z][.)]|[-•*])\s", line) is not None
    is_sentence = sum(word[:1].islower() for word in line.split()) >= _SMALL_WORDS_OF_A_SENTENCE
    return len(line) < 75 and not is_numbered and not is_sentence
