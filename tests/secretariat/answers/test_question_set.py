"""A set of questions is read line by line, and a hit is the right words of the right document."""

from pathlib import Path

import pytest

from pact.errors import PactError
from secretariat.answers.question_set import hits_among, read_questions


def written(folder: Path, *lines: str) -> Path:
    path = folder / "questions.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_hit_is_of_the_right_document_and_holds_the_words(tmp_path: Path):
    (question,) = read_questions(written(tmp_path, '{"q": "cycles?", "doc": "a", "anchor": "600  cycles"}'))

    assert hits_among(question, [("b", "600 cycles"), ("a", "after 600 cycles."), ("a", "600 cycles")]) == 1
    assert hits_among(question, [("a", "500 cycles")]) is None


def test_a_question_may_have_its_answer_in_several_documents(tmp_path: Path):
    line = '{"q": "compare", "doc": "a || b", "anchor": "3 years || 5 years"}'

    (question,) = read_questions(written(tmp_path, line))

    assert question.golds == (("a", "3 years"), ("b", "5 years"))


def test_a_question_without_a_place_has_no_answer(tmp_path: Path):
    (question,) = read_questions(written(tmp_path, '{"q": "fine?", "answerable": false, "lang": "en"}'))

    assert not question.is_answerable


@pytest.mark.parametrize("line", ["nonsense", "[1]", '{"doc": "a"}', '{"q": "x", "answerable": true}'])
def test_a_line_that_is_no_question_is_named(tmp_path: Path, line: str):
    with pytest.raises(PactError, match="Line 2"):
        read_questions(written(tmp_path, '{"q": "cycles?", "doc": "a", "anchor": "b"}', line))
