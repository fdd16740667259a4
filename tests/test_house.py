"""The house keeps its own rules: sizes, names, floors, and no address of a package index."""

import ast
import re
import statistics
import subprocess
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("pact", "storage", "templates", "intake", "secretariat")

LONG_FILES = {
    "storage/tables.py": "every column of the database with its comment, to be read in one place",
    "storage/migrations/versions/0001_the_tables_of_the_spine.py": "the first schema, as one step",
}
"""The files of ours that may be longer than 300 lines, each with its reason."""

POOR_NAMES = {"utils", "helpers", "common", "manager", "core", "misc"}

# Brackets keep these patterns from finding themselves.
INDEX_ADDRESS = re.compile(r"//([a-z0-9-]+\.)*(pyp[i]|pythonh[o]sted|npmj[s]|debia[n])\.[a-z]", re.IGNORECASE)
INDEX_OPTION = re.compile(r"--(extra-)?index-ur[l]\s|--find-link[s]\s|^\s*index-ur[l]\s*=", re.MULTILINE)


def ours(*patterns: str) -> list[Path]:
    """Return the files of ours that git knows or would add, by their patterns."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", *patterns]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return sorted(path for name in listed.split("\0") if name and (path := ROOT / name).is_file())


def product() -> list[Path]:
    return ours(*(f"{package}/*.py" for package in PACKAGES))


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def count_lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def function_lengths(path: Path) -> list[int]:
    """Return the length in lines of every function, from its def to its last line."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [(node.end_lineno or 0) - node.lineno + 1 for node in nodes if isinstance(node, kinds)]


def test_a_file_over_300_lines_has_a_reason_in_the_list():
    long = {named(path) for path in [*product(), *ours("tests/*.py")] if count_lines(path) > 300}

    assert long - set(LONG_FILES) == set()


def test_a_file_in_that_list_is_still_long():
    assert {name for name in LONG_FILES if count_lines(ROOT / name) <= 300} == set()


def test_the_median_file_has_at_most_130_lines():
    assert statistics.median(count_lines(path) for path in product()) <= 130


def test_of_all_functions_95_percent_have_at_most_35_lines():
    lengths = sorted(chain.from_iterable(function_lengths(path) for path in product()))

    assert lengths[int(len(lengths) * 0.95)] <= 35


def test_no_two_modules_share_a_file_name():
    names = [path.name for path in product() if path.name not in ("__init__.py", "__main__.py")]

    assert sorted(name for name in set(names) if names.count(name) > 1) == []


def test_no_module_is_named_for_a_drawer():
    assert sorted(named(path) for path in product() if path.stem in POOR_NAMES) == []


def test_every_module_opens_with_a_sentence_that_says_what_it_is_for():
    silent = [path for path in product() if not ast.get_docstring(ast.parse(path.read_text("utf-8")))]

    assert [named(path) for path in silent] == []


def test_no_init_file_stands_below_tests():
    assert ours("tests/**/__init__.py", "tests/__init__.py") == []


@pytest.mark.parametrize("pattern", [INDEX_ADDRESS, INDEX_OPTION])
def test_no_file_names_a_package_index(pattern: re.Pattern[str]):
    texts = {named(path): path.read_bytes().decode("utf-8", "replace") for path in ours()}

    assert sorted(name for name, text in texts.items() if pattern.search(text)) == []


def test_the_development_lock_holds_every_line_of_the_runtime_lock():
    runtime, development = (pins(ROOT / name) for name in ("requirements.txt", "requirements-dev.txt"))

    assert runtime - development == set()


def test_every_locked_line_carries_a_hash():
    for name in ("requirements-build.txt", "requirements.txt", "requirements-dev.txt"):
        entries = re.split(r"\n(?=\S)", (ROOT / name).read_text().strip())

        assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def pins(lock: Path) -> set[str]:
    """Return the lines "name==version; marker" of a lock."""
    return set(re.findall(r"^([a-z0-9-]+==[^\\\n]+?) *\\?$", lock.read_text(), re.MULTILINE))
