"""Passports, identity cards and driving licences: told by what stands on them, and never read further.

Nothing of such a page leaves the reader: no name, no number, not even its text's language.
"""

import re

from intake.block.labels import LabelField, fields_named
from intake.letter.endorsement_words import PACT
from intake.page.plain_text import folded

_MACHINE_LINE = re.compile(r"^(?=\S*<<)(?:[PIACV][A-Z<][A-Z0-9<]{18,44}|[A-Z0-9<]{26,46})$", re.MULTILINE)
"""A line for machines to read (ICAO Doc 9303): no other paper has words parted by two chevrons."""

_TITLE = re.compile(
    r"\b(?:passport|passeport|paspoort|reisepass|pasaporte|passaporto|passaporte|paszport|\w*pas(?:set)?|"
    r"passi|cestovni pas|διαβατηριο|"
    r"identity card|identiteitskaart|identiteitsbewijs|personalausweis|carte (?:nationale )?d'identite|"
    r"documento nacional de identidad|carta d'identita|"
    r"cartao de cidadao|bilhete de identidade|dowod osobisty|henkilokortti|(?:nasjonalt )?id-?kort|"
    r"identitetskort|legitimation|obcansky prukaz|"
    r"driving licence|driver'?s? licen[cs]e|rijbewijs|fuhrerschein|permis de conduire|permiso de conduc\w+|"
    r"patente di guida|carta de conducao|prawo jazdy|"
    r"forerkort|korkort|kørekort|korekort|ajokortti|residence permit|aufenthaltstitel|verblijfsvergunning|"
    r"titre de sejour)\b"
)
_FIELDS = re.compile(
    r"(?P<birth>date of birth|place of birth|geboren|geboortedatum|geboorteplaats|geburtsdatum|geburtstag|"
    r"geburtsort|date de naissance|ne\(e\)|fodselsdato|fodt|"
    r"fodelsedatum|fecha de nacimiento|data di nascita|luogo di nascita|data de nascimento|data urodzenia|"
    r"syntymaaika)|"
    r"(?P<sex>\bsex\b|geslacht|geschlecht|\bsexe\b|kjonn|\bkon\b|sexo|\bsesso\b|plec|sukupuoli)|"
    r"(?P<nation>nationalit\w+|staatsangehorigkeit|statsborger\w*|medborgarskap|nacionalidad|cittadinanza|"
    r"nacionalidade|obywatelstwo|kansalaisuus)|"
    r"(?P<until>date of expiry|expiry|geldig tot|gultig bis|date d'expiration|valable jusqu'au|utloper|"
    r"gyldig til|giltig till|gaeldig til|caducidad|valido hasta|scadenza|validade|termin waznosci|"
    r"voimassa)|"
    r"(?P<number>passport no|document ?(?:no|number)|documentnummer|ausweisnummer|pass(?:-| )?nr|"
    r"numero du document|\bbsn\b|personal no|personnummer|fodselsnummer|\bdni\b|\bpesel\b|"
    r"henkilotunnus|codice fiscale|licence no)|"
    r"(?P<names>surname|given names|achternaam|voornamen|nachname|vornamen|prenoms|etternavn|fornavn|"
    r"efternamn|apellidos|cognome|apelidos|nazwisko|imiona|sukunimi|etunimet)|"
    r"(?P<codes>\b4a\.[^\n]{0,30}\b4b\.)|"
    r"(?P<issued>date of issue|issuing authority|authority|afgegeven|ausstellungsdatum|behorde|"
    r"date de delivrance|autorite|utstedt|utfardad|expedicion|rilasciat\w+|emissao|wydan\w+)"
)
_LONGEST = 3_500  # an identity paper holds few words; a privacy policy that names all this holds many


def is_identity_paper(text: str) -> bool:
    """Whether a page with this text is an identity paper."""
    if len(text) > _LONGEST:
        return False
    flat = "\n".join(folded(line) for line in text.split("\n"))
    if LabelField.PARTICIPATION_TYPE in fields_named(text) or PACT.search(flat):
        return False
    titled = _TITLE.search(flat) is not None
    kinds = {match.lastgroup for match in _FIELDS.finditer(flat)}
    if _MACHINE_LINE.search(re.sub(r"[ \t«‹]", lambda m: "" if m[0].isspace() else "<", text)):
        return True
    return (titled and (len(kinds) >= 3 or "codes" in kinds)) or len(kinds) >= 5
