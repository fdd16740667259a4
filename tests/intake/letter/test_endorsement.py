"""Whether a sentence endorses this Pact, on a condition or not at all (2.2.2.a), in many languages."""

import pytest

from intake.letter.endorsement import Stance, says_support, stance_of

ENDORSES = [
    ("en", "We fully endorse what the Circular & Fair ICT Pact stands for."),
    ("en", "The ambitions of the Pact have been endorsed by our general assembly."),
    ("en", "We do not hesitate to endorse the Pact and its ambitions."),
    ("nl", "Wij scharen ons graag achter de doelstellingen van het pact."),
    ("nl", "Onze stichting betuigt bij dezen steun aan het CFIT-pact."),
    ("de", "Gern bekennen wir uns zum Pakt und zu seinen Zielen."),
    ("de", "Wir möchten hiermit unsere Unterstützung des Pakts zum Ausdruck bringen."),
    ("fr", "Notre fondation adhère aux ambitions du pacte."),
    ("fr", "Nous tenons à exprimer notre plein soutien au pacte."),
    ("no", "Vi slutter oss til ambisjonene i pakten."),
    ("no", "Vi stør heilhjarta måla i pakta."),
    ("sv", "Vi vill härmed uttrycka vårt stöd för pakten."),
    ("da", "Vi bakker op om pagten og dens ambitioner."),
    ("es", "Nuestra entidad se adhiere al pacto y respalda sus objetivos."),
    ("it", "Aderiamo con convinzione agli obiettivi del patto."),
    ("pl", "Nasza fundacja w pełni popiera cele paktu."),
    ("pt", "A nossa fundação subscreve as ambições do pacto."),
    ("fi", "Säätiömme kannattaa sopimuksen tavoitteita ja tukee niitä."),
]
DEPENDS = [
    ("en", "We endorse the ambitions of the Pact subject to the consent of our members."),
    ("nl", "Wij onderschrijven het pact mits de criteria openbaar blijven."),
    ("de", "Wir unterstützen den Pakt, vorausgesetzt, dass die Kriterien offen bleiben."),
    ("fr", "Nous soutenons le pacte sous réserve de l'accord de notre conseil."),
    ("no", "Vi støtter pakten under forutsetning av at kriteriene er åpne."),
    ("sv", "Vi stöder pakten med förbehåll för styrelsens beslut."),
    ("da", "Vi støtter pagten på betingelse af, at kriterierne er åbne."),
    ("es", "Apoyamos el pacto siempre y cuando los criterios sean públicos."),
    ("it", "Sosteniamo il patto a patto che i criteri restino pubblici."),
    ("pl", "Popieramy pakt pod warunkiem, że kryteria będą jawne."),
    ("pt", "Apoiamos o pacto desde que os critérios sejam públicos."),
    ("fi", "Tuemme sopimusta sillä edellytyksellä, että kriteerit ovat avoimia."),
]
REFUSES = [
    ("en", "To our regret we are not able to support the Pact."),
    ("en", "Our council does not endorse the ambitions of the Pact."),
    ("nl", "Wij steunen het pact niet."),
    ("de", "Wir können den Pakt leider nicht unterstützen."),
    ("fr", "Nous ne pouvons malheureusement pas soutenir le pacte."),
    ("no", "Vi støtter ikke pakten."),
    ("sv", "Vi kan inte stödja pakten."),
    ("da", "Vi kan desværre ikke støtte pagten."),
    ("es", "No podemos apoyar el pacto."),
    ("it", "Non possiamo sostenere il patto."),
    ("pl", "Nie możemy poprzeć paktu."),
    ("pt", "Não podemos apoiar o pacto."),
    ("fi", "Emme voi tukea sopimusta."),
]
SILENT = [
    ("en", "We hope to support the Pact one day."),
    ("en", "Would you like us to support the Pact?"),
    ("en", "Our board will decide whether to endorse the Pact."),
    ("en", "We have read the Pact with interest."),
    ("en", "We endorse the ambitions of the Clean Rivers Charter."),
    ("en", "We support the European Climate Pact and its ambitions."),
    ("nl", "Wij overwegen nog of wij het pact zullen steunen."),
    ("de", "Wir überlegen noch, ob wir den Pakt unterstützen."),
    ("fr", "Nous espérons pouvoir soutenir le pacte."),
    ("no", "Vi vurderer om vi skal støtte pakten."),
    ("sv", "Vi hoppas kunna stödja pakten."),
    ("da", "Vi overvejer, om vi skal støtte pagten."),
    ("es", "Esperamos poder apoyar el pacto."),
    ("it", "Stiamo valutando se sostenere il patto."),
    ("pl", "Rozważamy, czy poprzeć pakt."),
    ("pt", "Gostaríamos de um dia apoiar o pacto."),
    ("fi", "Harkitsemme, tuemmeko sopimusta."),
]


@pytest.mark.parametrize(
    ("language", "sentence", "stance"),
    [
        *((*one, Stance.ENDORSES) for one in ENDORSES),
        *((*one, Stance.DEPENDS) for one in DEPENDS),
        *((*one, Stance.REFUSES) for one in REFUSES),
        *((*one, Stance.SILENT) for one in SILENT),
    ],
)
def test_a_sentence_endorses_depends_refuses_or_says_nothing(language: str, sentence: str, stance: Stance):
    assert stance_of(sentence, language) is stance


def test_who_takes_no_part_as_a_buyer_may_still_endorse():
    sentence = "We do not take part as a procurer, but we endorse the ambitions of the Pact."

    assert stance_of(sentence, "en") is Stance.ENDORSES


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("nl", "Als stichting die niet zelf inkoopt onderschrijven wij de doelen van het pact."),
        ("de", "Als Verein, der nicht selbst einkauft, unterstützen wir die Ziele des Pakts."),
        ("sv", "Som en förening som inte köper in stöder vi paktens mål."),
    ],
)
def test_what_an_aside_denies_is_not_denied_of_the_pact(language: str, sentence: str):
    assert stance_of(sentence, language) is Stance.ENDORSES


def test_an_aside_may_refuse_the_pact_itself():
    sentence = "Wij zijn een vereniging die het pact niet onderschrijft."

    assert stance_of(sentence, "nl") is Stance.REFUSES


def test_a_sentence_about_others_speaks_for_nobody():
    others = "Dear colleagues,\nFourteen cities support the Pact by now.\nKind regards,"

    assert says_support([others], "en") is False


def test_a_writer_that_calls_itself_by_name_speaks_for_itself():
    page = "Mend and Lend Trust\nDear Secretariat,\nMend and Lend Trust supports the Pact.\nKind regards,"

    assert says_support([page], "en") is True
