import pytest

from pact.folding import words_of
from pact.legal_forms import without_legal_form


@pytest.mark.parametrize(
    ("name", "kept", "form"),
    [
        ("GreenOffice Leasing B.V.", "greenoffice leasing", "B.V."),
        ("Baltic Energy Grid AS", "baltic energy grid", "AS"),
        ("Malmvik Hamn A/S", "malmvik hamn", "AS"),
        ("Institut für faire Lieferketten e. V.", "institut fur faire lieferketten", "e.V."),
        ("Żółwik Sp. z o.o.", "zolwik", "Sp. z o.o."),
        ("Rákosi Papír Kft.", "rakosi papir", "Kft."),
        ("Castelnuovo Carta S.p.A.", "castelnuovo carta", "S.p.A."),
        ("Papeterie du Nord S.à r.l.", "papeterie du nord", "S.à r.l."),
        ("Eastmarsh Paper Trading Co., Ltd.", "eastmarsh paper trading", "Co. Ltd"),
        ("AB Malmvik Hamn", "malmvik hamn", "AB"),
        ("UAB Vilnelė", "vilnele", "UAB"),
        ("Χαρτοποιία Ακτής Α.Ε.", "χαρτοποιια ακτησ", "Α.Ε."),
        ("Müllenbach Papier GmbH & Co. KG", "mullenbach papier", "GmbH"),
    ],
)
def test_a_legal_form_is_no_part_of_the_name(name, kept, form):
    words, dropped = without_legal_form(words_of(name))

    assert " ".join(words) == kept
    assert dropped is not None
    assert dropped.written == form


@pytest.mark.parametrize(
    "name", ["Gemeente As", "Ville de Spa", "Ås kommune", "B.V.", "Comune di Sas", "Gemeente Utrecht"]
)
def test_a_place_that_is_called_like_a_legal_form_keeps_its_name(name):
    words = words_of(name)

    assert without_legal_form(words) == (words, None)


def test_an_association_is_no_company():
    _, association = without_legal_form(words_of("Faire Lieferketten e.V."))
    _, company = without_legal_form(words_of("Faire Lieferketten GmbH"))

    assert association is not None
    assert company is not None
    assert (association.is_company, company.is_company) == (False, True)
