"""The reader keeps its figures on labelled documents: the shared ones and made-up ones."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from benchmarks.reading_scores import LabelledFile, Score, count_reading, labelled_folder, made_up

from intake.reading.read_file import read_file
from pact.documents import FIELD_NAMES


def score_of(files: Iterable[LabelledFile]) -> Score:
    score = Score()
    for file in files:
        count_reading(score, file, read_file(file.data, file.media_type))
    return score


def assert_goals(score: Score) -> None:
    assert {name: score.share(name) for name in FIELD_NAMES if score.share(name) < 0.98} == {}, (
        score.other_misses
    )
    assert score.share("kind") >= 0.99, score.other_misses
    assert len(score.wrong_and_sure) <= 1, score.wrong_and_sure
    assert score.sure_share >= 0.95


@pytest.mark.shared
@pytest.mark.slow
def test_shared_digital_documents_are_read_within_the_goals(shared: Path) -> None:
    score = score_of(labelled_folder(shared / "documents"))

    assert_goals(score)
    assert score.share("error") == 1.0
    assert score.share("signature") >= 0.97, score.other_misses


@pytest.mark.slow
def test_made_up_documents_are_read_within_the_goals() -> None:
    score = score_of(made_up("development", seed=21, count=96))

    assert_goals(score)
    assert score.share("signature") >= 0.97, score.other_misses
    assert score.share("endorses") == 1.0, score.other_misses
