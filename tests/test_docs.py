"""What the documents name exists: files, commands and settings."""

import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest
import typer

from secretariat.__main__ import app
from storage import tables
from storage.setting_sources import environment_name, settable_fields
from storage.settings import Settings, load_settings

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")]
PAGES += sorted((ROOT / "docs").glob("*.md"))

FOLDERS = "pact|storage|templates|intake|secretariat|tests|docs"


@pytest.fixture(params=PAGES, ids=lambda path: path.name)
def page(request: pytest.FixtureRequest) -> str:
    return request.param.read_text(encoding="utf-8")


def test_every_file_that_a_page_names_exists(page: str):
    named = set(re.findall(rf"`((?:{FOLDERS})/[\w./]+\.(?:py|md|j2))`", page))

    assert {name for name in named if not (ROOT / name).exists()} == set()


def test_every_command_that_a_page_names_exists(page: str):
    # What follows a back quote or begins a line is typed; other text only speaks of cfit.
    named = {found[1] for found in re.finditer(r"(?:`|^(?:\S*/)?)cfit ([a-z][a-z-]*)", page, re.MULTILINE)}

    assert named - set(commands()) == set()


def test_every_option_that_a_page_gives_a_command_is_one_of_it(page: str):
    unknown = {
        (name, option)
        for name, command in commands().items()
        for line in re.findall(rf"cfit {name}\b([^`\n]*)", page)
        for option in re.findall(r"--[a-z][a-z-]*", line)
        if option not in options_below(command)
    }

    assert unknown == set()


def test_every_setting_that_a_page_names_exists(page: str):
    known = {environment_name(Settings, field) for field in settable_fields(Settings)}

    named = {name.removesuffix("_FILE") for name in re.findall(r"\bCFIT_[A-Z_]*[A-Z]\b", page)}

    assert named - known - {"CFIT_TEST_POSTGRES_URL"} == set()


def test_every_make_target_that_a_page_names_exists(page: str):
    makefile = (ROOT / "Makefile").read_text()
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert phony

    named = set(re.findall(r"(?:`|^)make ([a-z]+)", page, re.MULTILINE))

    assert named - set(shlex.split(phony[1])) == set()


def test_every_table_stands_in_the_page_on_privacy():
    page = (ROOT / "docs" / "privacy.md").read_text()

    assert {name for name in tables.SQLModel.metadata.tables if not re.search(rf"\b{name}\b", page)} == set()


def test_the_example_of_a_settings_file_is_taken_whole(tmp_path: Path):
    example = (ROOT / "cfit.toml.example").read_text()
    (tmp_path / "cfit.toml").write_text(example)

    settings = load_settings(home=tmp_path)

    assert settings.addresses == (tomllib.loads(example)["addresses"],)


def test_every_line_commented_out_in_that_example_is_a_setting():
    example = (ROOT / "cfit.toml.example").read_text()

    named = {key.removesuffix("_file") for key in re.findall(r"^# (\w+) = ", example, re.MULTILINE)}

    assert named - set(settable_fields(Settings)) == set()


def commands() -> dict[str, Any]:
    """Return the commands of cfit by name, as typer builds them."""
    return typer.main.get_command(app).commands


def options_below(command: Any) -> set[str]:
    """Return every option of a command and of what stands below it."""
    own = {option for parameter in command.params for option in parameter.opts}
    below = getattr(command, "commands", {}).values()
    return own.union(*(options_below(one) for one in below)) | {"--help"}
