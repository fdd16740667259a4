"""On the shared documents: what was measured stays so, and every quotation stands where it is said to."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.read_library import read_library

from pact.library_documents import PUBLIC_VIEWER
from secretariat.answers.answer import Answer, answer_question
from secretariat.answers.question_set import SetQuestion, hits_among, read_questions
from storage.library.glossary import shipped_glossary
from storage.library.index_file import make_index
from storage.library.index_search import LibraryIndex
from storage.library.outcome import Outcome

OWN = Path(__file__).parents[2] / "benchmarks" / "library_questions.jsonl"
LONGEST = 600

Asked = list[tuple[SetQuestion, Answer]]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[LibraryIndex, dict[str, str]]]:
    folder = Path(__file__).parents[4] / "shared" / "library"
    if not folder.is_dir():
        pytest.skip("../shared is absent")
    documents = list(read_library(folder))
    path = tmp_path_factory.mktemp("index") / "index-1.sqlite"
    make_index(path, documents)
    index = LibraryIndex(path)
    yield index, {one.document.key: one.text for one in documents}
    index.close()


@pytest.fixture(scope="module")
def asked(library: tuple[LibraryIndex, dict[str, str]]) -> Asked:
    """Return every question of both sets with its answer."""
    shared = Path(__file__).parents[4] / "shared" / "library" / "questions_dev.jsonl"
    questions = [*read_questions(shared), *read_questions(OWN)]
    index, _ = library
    return [
        (one, answer_question(one.text, index, shipped_glossary(), PUBLIC_VIEWER, one.context))
        for one in questions
    ]


@pytest.mark.slow
@pytest.mark.shared
def test_every_quotation_stands_word_for_word_in_its_document(
    library: tuple[LibraryIndex, dict[str, str]], asked: Asked
):
    _, texts = library
    shown = [one for _, answer in asked for one in (*answer.passages, *answer.other_editions)]

    assert [one for one in shown if one.quote not in texts[one.document.key]] == []
    assert [one for one in shown if one.answer not in one.quote] == []
    assert [one for one in shown if len(one.quote) > LONGEST] == []
    assert len(shown) > 700


@pytest.mark.slow
@pytest.mark.shared
def test_no_answer_comes_from_a_superseded_document_unless_an_old_one_is_asked_for(asked: Asked):
    superseded = [
        (question.number, answer.passages[0].document.key)
        for question, answer in asked
        if answer.outcome is Outcome.ANSWER
        and answer.passages[0].is_superseded
        and not answer.question.wants_old
        and not answer.question.editions
    ]

    assert superseded == []


@pytest.mark.slow
@pytest.mark.shared
@pytest.mark.parametrize("language", ["en", "nl", "de", "fr", "no", "es"])
def test_questions_in_other_languages_than_the_documents_find_them(asked: Asked, language: str):
    own = [(one, answer) for one, answer in asked[-127:] if one.language == language and one.is_answerable]

    found = sum(hits_among(one, quotations(answer)) is not None for one, answer in own)

    assert found >= 0.7 * len(own)


@pytest.mark.slow
@pytest.mark.shared
def test_tables_and_follow_ups_are_missed_once_at_most(asked: Asked):
    for kind in ("table", "followup"):
        among = [(one, answer) for one, answer in asked[:188] if one.kind == kind]

        assert sum(hits_among(one, quotations(answer)) is None for one, answer in among) <= 1


def quotations(answer: Answer) -> list[tuple[str, str]]:
    return [(one.document.key, one.quote) for one in answer.passages[:3]]
