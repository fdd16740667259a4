"""The labels of the signature block in the Pact's English and in translation, and how to tell them on a
page."""

import re
from dataclasses import dataclass
from enum import StrEnum

from intake.page.plain_text import folded


class LabelField(StrEnum):
    """What a label asks for. ROLE is a title or a participation type, as its value shows; OTHER only
    ends the value before it."""

    ORGANISATION = "organisation"
    NAME = "name"
    TITLE = "title"
    PARTICIPATION_TYPE = "participation_type"
    DATE = "date"
    SIGNATURE = "signature"
    ROLE = "role"
    OTHER = "other"


PHRASES: dict[LabelField, tuple[str, ...]] = {
    LabelField.ORGANISATION: (
        "organization", "organisation", "organization name", "organisation name", "name of organization",
        "name of organisation", "name of the organization", "name of the organisation",
        "name of your organisation",
        "name of your organization", "participating organisation", "participating organization", "company",
        "company name", "institution", "name of institution", "entity", "legal entity", "authority",
        "employer", "signed for and on behalf of", "executed for and on behalf of", "name of participant",
        "for and on behalf of", "on behalf of", "signing organisation", "signing organization",
        "organisation/company",
        "organisatie", "naam organisatie", "naam van de organisatie", "organisatienaam", "instelling",
        "namens",
        "name der organisation", "organisationsname", "einrichtung", "behorde", "institution/organisation",
        "nom de l'organisation", "nom de l'organisme", "organisme", "etablissement", "l'organisation",
        "organisasjon", "organisasjonens navn", "navn pa organisasjon", "virksomhet",
        "organisationens namn",
        "organisationens navn", "organizacion", "nombre de la organizacion", "entidad", "organizzazione",
        "nome dell'organizzazione", "ente", "denominazione", "organizacao", "nome da organizacao",
        "entidade",
        "organizacja", "nazwa organizacji", "nazwa instytucji", "instytucja", "organisaatio",
        "organisaation nimi",
        "organizace", "nazev organizace", "organizacia", "nazov organizacie", "οργανισμοσ",
        "ονομα οργανισμου",
        "επωνυμια οργανισμου", "szervezet", "szervezet neve", "organizacija", "naziv organizacije",
        "organisatsioon", "asutus", "organizatia", "denumirea organizatiei", "организация",
    ),
    LabelField.NAME: (
        "name", "full name", "print name", "printed name", "name printed", "name of signatory", "signatory",
        "name of the signatory", "name signatory", "signatory name", "name of signatory in full",
        "signed by",
        "name and surname", "first and last name", "name of representative", "representative",
        "authorised signatory",
        "authorized signatory", "name of authorised signatory", "name of authorised representative",
        "authorised representative", "authorized representative", "legal representative",
        "name of signer", "duly authorised representative", "vertegenwoordiger", "vertreter",
        "representant", "representante", "rappresentante", "representant legal",
        "signatory's name",
        "naam", "volledige naam", "naam ondertekenaar", "naam van de ondertekenaar", "ondertekenaar",
        "vollstandiger name", "vor- und nachname", "vorname und nachname", "vorname, name", "name, vorname",
        "unterzeichner", "unterzeichner/in", "name des unterzeichners", "name der unterzeichnenden person",
        "nom", "nom et prenom", "prenom et nom", "nom, prenom", "nom du signataire", "signataire", "navn",
        "fullt navn", "namn", "fullstandigt namn", "namnfortydligande", "nombre", "nombre y apellidos",
        "nombre completo", "nombre del firmante", "nome", "nome e cognome", "cognome e nome",
        "nome completo",
        "nome do signatario", "imie i nazwisko", "nazwisko i imie", "nimi", "nimenselvennys", "jmeno",
        "jmeno a prijmeni", "meno", "meno a priezvisko", "ονομα", "ονοματεπωνυμο", "nev", "ime",
        "ime in priimek",
        "ime i prezime", "nume", "nume si prenume", "имя", "име",
    ),
    LabelField.TITLE: (
        "title", "job title", "position", "function", "capacity", "official title", "title of signatory",
        "title/position", "position/title", "title/function", "function/title", "position held",
        "designation",
        "title or position", "title and position", "position in organisation",
        "position in the organisation",
        "job function", "office held", "signatory's title", "signatory's position",
        "functie", "titel", "functietitel", "functienaam", "hoedanigheid", "funktion", "position/funktion",
        "titel/funktion", "amtsbezeichnung", "dienststellung", "dienstbezeichnung", "stellung",
        "fonction", "titre",
        "qualite", "poste", "fonction/titre", "titre/fonction", "tittel", "stilling",
        "stillingstittel", "befattning",
        "stillingsbetegnelse", "cargo", "puesto", "titulo", "funcion", "qualifica", "carica", "ruolo",
        "titolo",
        "funzione", "funcao", "stanowisko", "tytul", "funkcja", "asema", "titteli", "tehtavanimike",
        "virka-asema",
        "funkce", "pozice", "titul", "funkcia", "pozicia", "τιτλοσ", "θεση", "ιδιοτητα", "beosztas",
        "tisztseg",
        "naziv", "funkcija", "polozaj", "amet", "ametikoht", "functia", "должность", "длъжност",
    ),
    LabelField.PARTICIPATION_TYPE: (
        "participation type", "type of participation", "participation", "participation as",
        "participating as",
        "participation level", "level of participation", "level", "we participate as", "we join as",
        "we sign as",
        "type of participant", "participant type", "signing as", "joins as", "mode of participation",
        "form of participation", "participation category", "category of participation",
        "participation role",
        "role in the pact", "role in pact", "kind of participation", "participates as",
        "participation type(s)",
        "type deelname", "type deelneming", "soort deelname", "deelname", "deelnametype", "deelname als",
        "vorm van deelname", "wijze van deelname", "aard van deelname", "rol in het pact",
        "art der teilnahme", "teilnahmeart",
        "beteiligungsart", "art der beteiligung", "form der teilnahme", "teilnahme als", "teilnahmetyp",
        "rolle im pakt", "type de participation", "mode de participation", "participation en tant que",
        "forme de participation", "role dans le pacte", "type deltakelse", "deltakelse",
        "deltakertype", "form for deltakelse",
        "deltakelsestype", "deltagande", "typ av deltagande", "deltagandetyp", "deltagarroll",
        "deltagelse", "deltagelsestype",
        "type deltagelse", "deltagertype", "form for deltagelse", "tipo de participacion",
        "modalidad de participacion",
        "tipo di partecipazione", "modalita di partecipazione", "partecipazione", "tipo de participacao",
        "modalidade de participacao", "rodzaj uczestnictwa", "typ uczestnictwa", "forma uczestnictwa",
        "osallistumistapa",
        "osallistumisen tyyppi", "osallistumismuoto", "osallistumistyyppi", "typ ucasti",
        "druh ucasti", "zpusob ucasti",
        "forma ucasti", "ειδοσ συμμετοχησ", "τυποσ συμμετοχησ", "μορφη συμμετοχησ", "reszvetel tipusa",
        "reszvetel formaja",
        "vrsta sodelovanja", "vrsta sudjelovanja", "osalemise liik", "tipul participarii",
    ),
    LabelField.DATE: (
        "date", "date of signature", "date of signing", "date signed", "signed on", "signature date",
        "signing date",
        "place and date", "place, date", "date and place", "place & date", "date/place", "place/date",
        "dated",
        "city, date", "city and date",
        "datum", "datum ondertekening", "datum van ondertekening", "plaats en datum", "plaats, datum",
        "datum en plaats",
        "plaats/datum", "ort, datum", "ort und datum", "ort/datum", "datum der unterzeichnung",
        "datum, ort",
        "date de signature", "lieu et date", "date et lieu", "fait le", "fait a", "lieu, date", "dato",
        "sted og dato",
        "sted, dato", "sted/dato", "dato og sted", "dato for underskrift", "dato for signering",
        "ort och datum", "datum och ort",
        "fecha", "lugar y fecha", "fecha y lugar", "fecha de firma", "data", "luogo e data", "data e luogo",
        "luogo, data", "data della firma", "local e data", "data e local", "data da assinatura",
        "data podpisania",
        "miejscowosc i data", "miejscowosc, data", "data podpisu", "miejsce i data", "data i miejsce",
        "paivamaara", "paivays",
        "paikka ja paivays", "paikka ja aika", "paikka ja paivamaara", "pvm", "datum podpisu",
        "misto a datum", "v dne", "misto, datum",
        "miesto a datum", "ημερομηνια", "τοποσ και ημερομηνια", "τοποσ, ημερομηνια",
        "ημερομηνια υπογραφησ", "kelt", "datum aláírás", "kraj in datum",
        "kuupaev", "koht ja kuupaev", "дата",
    ),
    LabelField.SIGNATURE: (
        "signature", "signature and stamp", "authorised signature", "authorized signature",
        "sign here", "signed", "by:",
        "signature of signatory", "signature of authorised representative", "signature & stamp",
        "signature/stamp",
        "stamp and signature", "autograph", "handtekening", "handtekening en stempel", "unterschrift",
        "unterschrift und stempel", "unterschrift, stempel", "unterschrift/stempel",
        "stempel und unterschrift",
        "signature et cachet", "cachet et signature", "signatur", "underskrift", "namnteckning",
        "firma", "firma y sello", "firma e timbro", "timbro e firma", "assinatura",
        "assinatura e carimbo", "podpis", "podpis i pieczec",
        "podpis i pieczatka", "allekirjoitus", "podpis a razitko", "razitko a podpis",
        "podpis a peciatka", "υπογραφη", "υπογραφη και σφραγιδα",
        "alairas", "potpis", "allkiri", "semnatura", "podpis in zig", "подпись",
    ),
    LabelField.ROLE: ("role", "rol", "rolle", "roll", "rola", "rooli", "ρολοσ", "papel"),
    LabelField.OTHER: (
        "place", "city", "country", "address", "e-mail", "email", "e-mail address", "email address",
        "mail", "phone",
        "telephone", "tel", "fax", "website", "web", "stamp", "official stamp", "date of birth",
        "department", "unit",
        "contact person", "contact", "witness", "seal", "location", "postal address",
        "registration number", "remarks",
        "reference", "number of ict users", "number of employees", "sector", "kvk", "vat number",
        "comments",
        "plaats", "land", "adres", "telefoon", "stempel", "ort", "adresse", "telefon", "lieu", "pays",
        "cachet",
        "courriel", "sted", "lugar", "pais", "direccion", "luogo", "paese", "indirizzo", "timbro",
        "local", "morada",
        "miejscowosc", "kraj", "adres e-mail", "pieczec", "paikka", "maa", "osoite", "misto", "zeme",
        "adresa",
        "razitko", "τοποσ", "χωρα", "διευθυνση", "σφραγιδα", "email adresse", "sello", "carimbo",
        "contactpersoon", "afdeling",
        "abteilung", "service", "avdeling", "avdelning", "afdeling", "departamento", "dipartimento",
        "date de naissance",
        "geburtsdatum", "geboortedatum", "signatory 1", "signatory 2", "first signatory",
        "second signatory",
    ),
}  # fmt: skip
"""Labels, folded (lower case, no accents). The longest that fits is taken."""

CORE: frozenset[LabelField] = frozenset(LabelField) - {LabelField.OTHER, LabelField.ROLE}
"""The six fields of the Pact's signature block."""


@dataclass(frozen=True, slots=True)
class LabelMatch:
    """A label in a text: what it asks for, where it begins and ends, and whether a colon closed it."""

    field: LabelField
    start: int
    end: int
    closed: bool


_FIELD_OF = {phrase: field for field, phrases in PHRASES.items() for phrase in phrases}
_PHRASE = "|".join(
    re.escape(p).replace(r"\ ", r"\s+").replace("/", r"\s*/\s*")
    for p in sorted(_FIELD_OF, key=len, reverse=True)
)
_LEAD = r"(?:\d{1,2}\.\d{1,2}[.)]?\s+|\(?\d{1,2}[.)]\s*|\(?[a-g][.)]\s+|[-•*–▪]\s*)?"
_CLOSE = r"\s*[:：]|\s+[–—=-](?=\s)"
_HINT = r"(?P<hint>(?!\([a-e1-5]\))\([^)]{0,60}\))?"
_TAIL = rf"(?:\s*\*)?(?P<closed>{_CLOSE})?\s*{_HINT}(?P<closed2>{_CLOSE})?\s*\*?"
_LABEL = re.compile(
    rf"{_LEAD}(?P<phrase>{_PHRASE})(?P<more>(?:\s*[/|]\s*(?:{_PHRASE})(?!\w))*)(?!\w)(?!['’]\w)(?!-\w){_TAIL}"
)
_OPENING = re.compile(r"\W*(?:\d{1,2}\.\d{1,2}\s+|\(?(?:\d{1,2}|[a-g])[.)]\s*)?([^\W\d_]+)")
_FIRST_WORDS = frozenset(re.split(r"\W", phrase, maxsplit=1)[0] for phrase in _FIELD_OF)
_MAY_CLOSE = re.compile(r"[:：…_‥·–—=]|\.\s?\.")
_RUNS_ON = re.compile(
    r"\s*(?:to|of|for|in|at|by|and|or|who|whose|that|is|are|has|may|shall|page|sheet)(?:\s|$)"
)
_DOTS = re.compile(r"\s*(?:[.…_‥·]\s*){3,}")


def label_at_start(text: str) -> LabelMatch | None:
    """Return the label that the text opens with, or None. ``end`` lies behind colon and hint."""
    flat = text.translate(_FLAT)
    match = _LABEL.match(flat)
    if match is None or flat[match.end() : match.end() + 1] == ",":
        return None
    label = _matched(match, flat)
    # "Signatory to the Pact" asks for no name; a longer label for a date or a type is still one.
    may_run_on = label.field in (LabelField.DATE, LabelField.PARTICIPATION_TYPE)
    on = _RUNS_ON.match(flat, label.end)
    if on and not label.closed and (not may_run_on or on.end() == len(flat)):
        return None
    return label


def labels_inside(text: str) -> list[LabelMatch]:
    """Return every label that stands inside the text and is closed by a colon or by dotted lines."""
    if len(text) > 400 or not _MAY_CLOSE.search(text):
        return []
    flat = text.translate(_FLAT)
    found = []
    for match in _LABEL.finditer(flat, 1):
        before = flat[match.start() - 1]
        if (before.isspace() or before in "_.…|;,") and text[match.start() : match.start() + 1].isupper():
            label = _matched(match, flat)
            if label.closed:
                found.append(label)
    return found


def fields_named(text: str) -> set[LabelField]:
    """Return the core fields whose labels open a line of the text: the cheap question put to each page."""
    found = set()
    for line in text.translate(_FLAT).split("\n"):
        opening = _OPENING.match(line)
        if opening is None or opening[1] not in _FIRST_WORDS or len(line) > 400:
            continue
        match = label_at_start(line)
        if match is not None and match.field in CORE:
            found.add(match.field)
            found.update(inner.field for inner in labels_inside(line) if inner.field in CORE)
    return found


class _Flat(dict[int, str]):
    """Folds character by character, so that places in the folded text are places in the text."""

    def __missing__(self, code: int) -> str:
        flat = folded(chr(code))
        self[code] = flat if len(flat) == 1 else (chr(code) if len(flat) > 1 else " ")
        return self[code]


_FLAT = _Flat({0x0A: "\n"})


def _matched(match: re.Match[str], flat: str) -> LabelMatch:
    phrase = re.sub(r"\s*/\s*", "/", re.sub(r"\s+", " ", match["phrase"]))
    closed = bool(
        phrase.endswith(":") or match["closed"] or match["closed2"] or _DOTS.match(flat, match.end())
    )
    return LabelMatch(_FIELD_OF[phrase], match.start(), match.end(), closed)
