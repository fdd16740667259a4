"""Asking at the desk: for whom, from the index of this version, and with the gaps kept."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from made_up.criteria_shelf import SECRET, shelf

from pact.application import Role
from pact.errors import PactError
from pact.library_documents import PUBLIC_VIEWER, SECRETARIAT_VIEWER, LibraryDocument, Viewer
from pact.library_passages import CriterionRecord, DocumentContent, Passage, PassageKind
from secretariat.answers.answer_json import answer_json
from secretariat.answers.ask import keep_gap, library_desk, read_batch, viewer_for
from secretariat.answers.evaluate import Figures, figures_of, judge, missed
from secretariat.answers.glossary_desk import add_meaning, listed_gaps, listed_glossary, remove_meaning
from secretariat.answers.question_set import read_questions
from secretariat.desk import Desk
from storage.library.outcome import Outcome
from storage.library.shelf import add_document, document_row
from storage.people import add_person

OFFICER = "anna@secretariat.example"
MEMBER = "mila@groups.example"


@pytest.fixture
def stocked(desk: Desk) -> Desk:
    """Return a desk whose library holds the made-up shelf, with two people of different roles."""
    with desk.database.write() as session:
        add_person(session, address=OFFICER, name="Anna", roles=[Role.SECRETARIAT], actor=None, at=desk.now())
        member = [Role.WORKING_GROUP_MEMBER]
        add_person(session, address=MEMBER, name="Mila", roles=member, actor=OFFICER, at=desk.now())
        for one in shelf():
            content = DocumentContent(one.text, tuple(one.passages))
            add_document(session, one.document, content, reader="1", by=OFFICER, at=desk.now())
    return desk


def test_a_viewer_is_as_wide_as_the_roles_held(stocked: Desk):
    with stocked.database.read() as session:
        assert viewer_for(session, OFFICER) == SECRETARIAT_VIEWER
        assert viewer_for(session, MEMBER) == Viewer(is_participant=True)
        assert viewer_for(session, None) == PUBLIC_VIEWER
        with pytest.raises(PactError):
            viewer_for(session, "nobody@elsewhere.example")


def test_the_json_is_what_scripts_rely_on(stocked: Desk):
    with library_desk(stocked, None) as library:
        answer, took_ms = library.answered("how many years of warranty for laptops at ambitious level")

    shown = answer_json(answer, took_ms, "q1")

    assert list(shown) == ["id", "question", "outcome", "answer", "took_ms", "passages", "missing_slots"]
    assert (shown["id"], shown["outcome"], shown["answer"]) == ("q1", "answer", "Ambitious: 5 years.")
    assert list(shown["passages"][0]) == [
        *("document", "title", "edition", "status", "section", "page", "quote", "score")
    ]
    assert shown["passages"][0]["status"] == "current"
    assert shown["answer"] in shown["passages"][0]["quote"]
    assert json.loads(json.dumps(shown)) == shown


def test_a_change_of_the_library_is_found_at_once(stocked: Desk):
    with library_desk(stocked, OFFICER) as library:
        before, _ = library.answered("which marmalade is served")
    text = "The marmalade that is served is orange."
    passage = Passage(1, PassageKind.PARAGRAPH, text, start=0, end=len(text))
    document = LibraryDocument("kitchen", "Kitchen criteria", language="en")
    with stocked.database.write() as session:
        content = DocumentContent(text, (passage,))
        add_document(session, document, content, reader="1", by=OFFICER, at=stocked.now())

    with library_desk(stocked, OFFICER) as library:
        after, _ = library.answered("which marmalade is served")

    assert before.outcome is not Outcome.ANSWER
    assert after.text == text


def test_a_restricted_paper_is_answered_from_for_the_secretariat_alone(stocked: Desk):
    with library_desk(stocked, OFFICER) as library:
        officer, _ = library.answered("negotiated ceiling spare keyboard florins")
    with library_desk(stocked, MEMBER) as library:
        member, _ = library.answered("negotiated ceiling spare keyboard florins")

    assert officer.passages[0].quote == SECRET
    assert [one for one in member.passages if one.quote == SECRET] == []


def test_a_question_left_open_is_kept_once_and_counted(stocked: Desk):
    with library_desk(stocked, None) as library:
        answer, _ = library.answered("zebra marmalade unicorn")
        answered, _ = library.answered("how many years of warranty for laptops at ambitious level")

    kept = [keep_gap(stocked, answer), keep_gap(stocked, answer), keep_gap(stocked, answered)]

    assert kept == [True, True, False]
    assert [(gap.question, gap.times) for gap in listed_gaps(stocked)] == [("zebra marmalade unicorn", 2)]


def test_a_word_added_to_the_glossary_is_understood(stocked: Desk):
    add_meaning(stocked, ["en:gizmo promise", "en:warranty"], OFFICER, "os")
    with library_desk(stocked, None) as library:
        answer, _ = library.answered("laptop gizmo promise at ambitious level")

    assert answer.text == "Ambitious: 5 years."
    assert [one.terms for one in listed_glossary(stocked)] == [("en:gizmo promise", "en:warranty")]
    remove_meaning(stocked, listed_glossary(stocked)[0].number, OFFICER, "os")
    assert listed_glossary(stocked) == []


def test_the_glossary_is_the_secretariats_to_change(stocked: Desk):
    with pytest.raises(PactError):
        add_meaning(stocked, ["en:gizmo", "nl:dingetje"], MEMBER, "os")


def test_a_set_of_questions_is_counted_by_kind_and_language(stocked: Desk, tmp_path: Path):
    path = tmp_path / "set.jsonl"
    lines = [
        {
            "q": "laptop warranty baseline years",
            "doc": "ashmere_laptops_2026",
            "anchor": "3 years",
            "lang": "en",
        },
        {
            "q": "laptop warranty baseline years",
            "doc": "ashmere_laptops_2026",
            "anchor": "9 years",
            "lang": "en",
        },
        {"q": "zebra marmalade unicorn", "answerable": False, "lang": "en"},
    ]
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    with library_desk(stocked, None) as library:
        judged = list(judge(read_questions(path), library))

    everything, english = figures_of(judged)

    assert everything == Figures("all", 2, 1, 1, kept=2, right=1, unanswerable=1, refused=1)
    assert english.group == "language en"
    assert [one.question.golds for one in missed(judged)] == [(("ashmere_laptops_2026", "9 years"),)]


@pytest.mark.parametrize("line", ["nonsense", "[1]", '{"id": 1}', '{"q": 5}'])
def test_a_line_of_a_batch_that_is_no_question_is_named(tmp_path: Path, line: str):
    path = tmp_path / "batch.jsonl"
    path.write_text('{"id": "a", "q": "cycles?", "context": "battery"}\n' + line, encoding="utf-8")

    with pytest.raises(PactError, match="Line 2"):
        read_batch(path)


def test_a_list_question_gives_the_criteria_of_its_level_with_their_proof(stocked: Desk):
    added = shelf()[0]
    text = "Core: the hinge lasts 9 years. Comprehensive: 12 years."
    passage = Passage(1, PassageKind.PARAGRAPH, text, path=("Hinges of laptops",), start=0, end=len(text))
    core = CriterionRecord("H1", "the hinge lasts 9 years.", "core", "a report", "laptops", "", passage=1)
    more = CriterionRecord("H1", "12 years.", "comprehensive", "a report", "laptops", "", passage=1)
    document = replace(added.document, key="hinges", title="Hinge criteria")
    with stocked.database.write() as session:
        content = DocumentContent(text, (passage,), (core, more))
        add_document(session, document, content, reader="1", by=OFFICER, at=stocked.now())

    with library_desk(stocked, None) as library:
        answer, _ = library.answered("list the core hinge criteria for laptops with their proof")

    assert answer.outcome is Outcome.ANSWER
    assert answer.criteria == (core,)
    assert [(one.quote, one.answer) for one in answer.passages] == [(text, core.requirement)]


def test_the_command_prints_json_on_stdout_and_nothing_else(stocked: Desk, tmp_path: Path):
    batch = tmp_path / "batch.jsonl"
    batch.write_text('{"id": 7, "q": "laptop warranty baseline years", "context": ""}\n', encoding="utf-8")
    environment = {
        "CFIT_HOME": str(stocked.settings.home),
        "CFIT_DATABASE_URL": stocked.settings.database_url,
    }
    command = [sys.executable, "-m", "secretariat", "ask", "--batch", str(batch), "--json"]

    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    assert ran.returncode == 0
    assert [json.loads(line)["answer"] for line in ran.stdout.splitlines()] == [
        "Baseline: the warranty runs for 3 years."
    ]
    assert json.loads(ran.stdout)["id"] == 7


def test_a_command_without_a_question_says_what_it_wants(stocked: Desk):
    environment = {
        "CFIT_HOME": str(stocked.settings.home),
        "CFIT_DATABASE_URL": stocked.settings.database_url,
    }

    ran = subprocess.run(
        [sys.executable, "-m", "secretariat", "ask"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 2
    assert ran.stdout == ""
    assert "Ask one question" in ran.stderr


def test_an_index_of_another_library_of_the_same_version_is_not_used(stocked: Desk):
    with library_desk(stocked, None) as library:
        library.answered("how many years are spare parts for phones available")
    with stocked.database.write() as session:
        row = document_row(session, "veldhaven_telefoons", SECRETARIAT_VIEWER)
        # As after a backup was restored: the version is one that an index was made of, the library another.
        row.audience = "group:others"
        session.add(row)

    with library_desk(stocked, None) as library:
        answer, _ = library.answered("how many years are spare parts for phones available")

    assert [one for one in answer.passages if one.document.key == "veldhaven_telefoons"] == []
    assert len(list(stocked.settings.home.glob("index-*.sqlite"))) == 1
