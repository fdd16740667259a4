"""No text of the Pact, nor of the pages around it, stands in this project: all words are our own."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
RUN = 9
"""So many words in a row that are the same are no accident."""


def words_of(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def runs_of(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


@pytest.mark.shared
def test_no_nine_words_in_a_row_are_the_pacts(shared: Path):
    theirs = set().union(*(runs_of(words_of(file.read_text())) for file in (shared / "pact").glob("*.txt")))

    taken = {name: sorted(runs_of(words) & theirs) for name, words in our_texts().items()}

    assert {name: runs[:3] for name, runs in taken.items() if runs} == {}


def our_texts() -> dict[str, list[str]]:
    """Return the words of every text file that git knows or would add."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    paths = [ROOT / name for name in listed.split("\0") if name and not name.startswith("requirements")]
    return {
        str(path.relative_to(ROOT)): words_of(path.read_bytes().decode("utf-8", "ignore"))
        for path in paths
        if path.is_file()
    }
