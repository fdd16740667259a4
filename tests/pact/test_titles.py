import json
from pathlib import Path

import pytest

from pact.documents import ParticipationType
from pact.judgement import Answer, Judgement
from pact.titles import shows_responsibility

COORDINATING, PROCURING, BOTH = (
    ParticipationType.COORDINATING,
    ParticipationType.PROCURING,
    ParticipationType.BOTH,
)


@pytest.mark.parametrize(
    "title",
    [
        "Hoofd Inkoop", "Adviseur duurzaam inkopen", "Leiter Zentrale Vergabestelle", "Leiterin Beschaffung",
        "IT-Einkauf", "Directrice des achats", "Responsable de la commande publique", "Innkjøpssjef",
        "Indkøbsdirektør", "Upphandlingschef", "Hankintajohtaja", "Hankejuht", "Dyrektor Biura Zamówień",
        "Vedoucí odboru veřejných zakázek", "Beszerzési vezető", "Vodja javnih naročil", "Diretor de Compras",
        "Responsabile acquisti ICT", "Jefa de Contratación", "Διευθυντής Προμηθειών",
        "Chief Procurement Officer",
        "Category Manager ICT", "Deputy Director, Commercial", "Chief Information Officer", "IT-direktör",
        "Directeur du numérique", "Directeur-generaal", "Kanzlerin", "Burgemeester", "Secretary General",
    ],
)  # fmt: skip
def test_who_answers_for_procurement_ict_or_the_whole_may_sign(title):
    assert shows_responsibility(title, PROCURING).answer is Answer.YES


@pytest.mark.parametrize("title", ["Kierownik", "Receptionist", "Project Manager", "Teamleider", ""])
def test_other_titles_show_nothing(title):
    assert shows_responsibility(title, PROCURING).answer is Answer.CANNOT_TELL


@pytest.mark.parametrize(
    "title", ["Sustainability Officer", "Beleidsadviseur", "Klimabeauftragte", "Rådgiver bærekraft"]
)
def test_policy_and_sustainability_count_for_coordinators(title):
    assert shows_responsibility(title, COORDINATING).answer is Answer.YES
    assert shows_responsibility(title, BOTH).answer is Answer.YES
    assert shows_responsibility(title, PROCURING).answer is Answer.CANNOT_TELL
    assert shows_responsibility(title, None).answer is Answer.CANNOT_TELL


def test_the_sentence_says_what_was_seen_and_what_was_looked_for():
    assert shows_responsibility("Hoofd Inkoop", PROCURING) == Judgement(
        Answer.YES, '"Inkoop" speaks of procurement.'
    )
    assert shows_responsibility("Kierownik", COORDINATING) == Judgement(
        Answer.CANNOT_TELL,
        '"Kierownik" speaks of none of these: procurement, being in charge of ICT, being in charge of the '
        "whole, policy or sustainability.",
    )


@pytest.mark.shared
def test_of_the_titles_in_the_labels_one_shows_nothing(shared: Path):
    lines = (shared / "documents" / "labels.jsonl").read_text(encoding="utf-8").splitlines()
    signed = [json.loads(line) for line in lines if json.loads(line)["kind"] == "pact"]

    unshown = {
        label["title"]
        for label in signed
        if label["title"]
        and shows_responsibility(label["title"], ParticipationType(label["participation_type"])).answer
        is not Answer.YES
    }

    assert unshown == {"Kierownik"}
