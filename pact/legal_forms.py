"""Legal forms of companies and associations, which stand beside a name and are no part of it."""

from dataclasses import dataclass

from pact.folding import SMALL_WORDS, words_of
from pact.organisation_kinds import is_kind_word


@dataclass(frozen=True, slots=True)
class LegalForm:
    """One legal form as it is usually written; ``is_company`` is false for associations."""

    written: str
    is_company: bool

    @property
    def what(self) -> str:
        """What bears it: "a company" or "an association"."""
        return "a company" if self.is_company else "an association"


def without_legal_form(words: list[str]) -> tuple[list[str], LegalForm | None]:
    """Return folded words without legal forms at their end and beginning, and the form dropped.

    Where several were dropped ("GmbH & Co. KG") it is the last one dropped. What names nothing
    without it stays whole: "Gemeente As" is a place, "Ville de Spa" another.
    """
    dropped: LegalForm | None = None
    while found := _form_at_end(words) or _form_at_start(words):
        words, dropped = found
    return words, dropped


def _form_at_end(words: list[str]) -> tuple[list[str], LegalForm] | None:
    for length in (3, 2, 1):
        form = _FORMS.get(tuple(words[-length:])) if len(words) > length else None
        if form is not None and _names_something(words[:-length]):
            return words[:-length], form
    return None


def _form_at_start(words: list[str]) -> tuple[list[str], LegalForm] | None:
    form = _FORMS_BEFORE.get(tuple(words[:1]))
    if form is not None and _names_something(words[1:]):
        return words[1:], form
    return None


def _names_something(words: list[str]) -> bool:
    if not words or words[-1] in SMALL_WORDS:
        return False
    return any(not is_kind_word(word) and word not in SMALL_WORDS for word in words)


_COMPANIES = (
    "B.V.", "N.V.", "V.O.F.", "C.V.", "BVBA", "CVBA", "S.A.", "S.A.S.", "SASU", "S.à r.l.", "EURL", "SNC",
    "SCRL", "SRL", "S.p.A.", "S.r.l.s.", "S.L.", "S.L.U.", "S.A.U.", "Lda.", "Ltda.", "GmbH", "gGmbH", "AG",
    "KG", "OHG", "UG", "KGaA", "S.E.", "AS", "ASA", "ApS", "AB", "Oy", "Oyj", "Abp", "HB",
    "ehf.", "hf.", "ohf.", "Ltd", "Limited", "PLC", "LLP", "LLC", "Inc.", "Incorporated", "Corp.",
    "Corporation", "Pty", "DAC", "CLG", "Sp. z o.o.", "Sp. j.", "s.r.o.", "spol. s r.o.", "Kft.",
    "Zrt.", "Nyrt.", "Bt.", "OÜ", "SIA", "UAB", "d.o.o.", "d.d.", "EOOD", "OOD", "EAD", "AD",
    "Α.Ε.", "Ε.Π.Ε.", "Ο.Ε.", "ΙΚΕ", "ООД", "ЕООД", "АД", "ЕАД", "& Co.", "Co. Ltd", "eG",
)  # fmt: skip

_ASSOCIATIONS = ("e.V.", "VZW", "IVZW", "ASBL", "AISBL", "ry", "r.f.", "z.s.", "CIC")

# Written before the name in their countries: "AB Malmvik Hamn", "UAB Vilnelė".
_BEFORE = ("AB", "AS", "OÜ", "SIA", "UAB", "Oy", "N.V.", "B.V.", "VZW", "ASBL", "S.A.S.", "SARL", "S.A.")

_FORMS = {
    tuple(words_of(written)): LegalForm(written, is_company)
    for forms, is_company in ((_ASSOCIATIONS, False), (_COMPANIES, True))
    for written in forms
}
_FORMS_BEFORE = {
    tuple(words_of(written)): LegalForm(written, written not in _ASSOCIATIONS) for written in _BEFORE
}
