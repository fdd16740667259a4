"""Whether a private organisation seems to sell, make, lease or represent ICT (Pact 2.1.4)."""

import re

from pact.folding import words_of
from pact.government import looks_like_government, says
from pact.judgement import Answer, Judgement
from pact.legal_forms import without_legal_form
from pact.organisation_kinds import Standing, kinds_in
from pact.vocabulary import Vocabulary

# Words that name ICT itself. Who bears one, and is no public body, makes, sells or represents it.
_TRADE = Vocabulary(
    "computer*, *computer, *computers, laptop*, notebooks, smartphone*, mobile phone*, mobile devices",
    "telefoon*, *telefonie, telefon*, telecom*, télécom*, telekom*, téléphon*, telco, teleoperator*",
    "software*, *software, hardware*, *hardware, electronic*, elektronik*, *elektronik, électronique*",
    "elektronica, elettronica, elektroniikka, electrónica, elektronikk, elektronika, eletrônica",
    "semiconductor*, halbleiter*, halvleder*, halfgeleider*, microchip*, chipmaker*, microprocessor*",
    "datacenter*, datacentre*, data center*, data centre*, datacentrum, rechenzentrum, cloud*, hosting",
    "internet*, broadband, printers, monitors, displays, peripherals, ict devices, digital devices",
    "informatica, informatik*, informatique, informatyk*, informatics, tietotekniikka, tietokone*",
    "systemhaus, *systemhaus, it services, ict services, it solutions, ict solutions, tech solutions",
    "reseller*, refurbisher*, refurbished*, it retailer, it wholesale, datorer, dator, datamaskiner",
    "ordinateurs, ordenadores, computadores, komputer*, počítač*, számítógép*, računalni*, računar*",
    "υπολογιστ*, τηλεπικοινωνι*, πληροφορικησ, лаптопи, компютри, софтуер, електроника",
)

# Words that only point at ICT. Beside a company's or an interest group's mark they raise the doubt.
_HINT = Vocabulary(
    "ict, digital*, digitaal, digitale, numérique, numériques, tech, infotech, technolog*, teknologi*",
    "data, *data, cyber*, *byte, *bytes, byte*, devices, gadgets, robotics, mobiles, chips",
)

# Folding leaves no capitals, and "it" is a common word: only the capitals mean the trade.
_IT = re.compile(r"(?<!\w)I\.?T\b")

# To lease out is to sell by another name, and devices are much of what is leased.
_LEASING = Vocabulary(
    "leasing, *leasing, lease, *lease, rental, rentals, renting, verhuur, *verhuur, vermietung",
    "noleggio, utleie, uthyrning, udlejning, device as a service, hardware as a service",
)

_SALES_TITLE = Vocabulary(
    "sales*, *verkoop*, vertrieb*, *vertrieb, account manager, key account*, business development",
    "ventes, vendite, ventas, vendas, försäljning*, salgs*, salg, myynti*, sprzedaż*, reseller*",
)


def looks_like_ict_interest(name: str, title: str | None = None) -> Judgement:
    """Return whether the name, with the signatory's title, raises the doubt of Pact 2.1.4.

    YES is a doubt for the Committee and no verdict. The clause is about private organisations:
    where a public body has ICT in its name the answer is NO, and the sentence says so. NO is
    also the answer where nothing was seen, which proves nothing.
    """
    trade, hint = _TRADE.find(name), _hint(name)
    word = trade.word if trade else hint
    if word is None:
        return Judgement(Answer.NO, f'No word in "{name}" speaks of ICT.')
    public = _says_public(name)
    if public is not None:
        return Judgement(Answer.NO, f'"{word}" speaks of ICT, but {public}')
    if trade is not None:
        return Judgement(Answer.YES, f'"{word}" names ICT, and no word shows a public body.')
    mark = _private_mark(name, title)
    if mark is not None:
        return Judgement(Answer.YES, f'"{word}" may mean a trade in ICT, and {mark}.')
    return Judgement(Answer.NO, f'"{word}" may mean ICT, but nothing shows a company or interest group.')


def _hint(name: str) -> str | None:
    seen = _HINT.find(name) or _LEASING.find(name)
    it = _IT.search(name)
    return seen.word if seen else it and it[0]


def _says_public(name: str) -> str | None:
    """Return the end of a sentence that says what shows a public body; None where nothing does."""
    judged = looks_like_government(name)
    if judged.answer is Answer.YES:
        return judged.seen
    _, form = without_legal_form(words_of(name))
    found = next((one for one in kinds_in(name)), None)
    if form is None and found and found.kind.standing is not Standing.PRIVATE:
        return f"{says(found)}."
    return None


def _private_mark(name: str, title: str | None) -> str | None:
    """Return what shows a company, an interest group or a seller, to stand after "and"."""
    _, form = without_legal_form(words_of(name))
    if form is not None:
        return f'"{form.written}" is the legal form of {form.what}'
    found = next((one for one in kinds_in(name) if one.kind.standing is Standing.PRIVATE), None)
    if found is not None:
        return says(found)
    sales = _SALES_TITLE.find(title or "")
    return f'the title "{sales.word}" speaks of selling' if sales else None
