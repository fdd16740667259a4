"""The commands of the library as they are typed: JSON lines, tables, and what each viewer is shown."""

import json
from pathlib import Path

import pytest
from made_up.library_texts import CONTENT, document
from typer.testing import CliRunner

from pact.library_documents import Audience
from secretariat.__main__ import app
from storage.clock import utc_now
from storage.database import connect
from storage.library.shelf import add_document
from storage.migrate import migrate
from storage.settings import load_settings


@pytest.fixture(autouse=True)
def _filled_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Set a home whose library has a public document and one for a working group."""
    monkeypatch.setenv("CFIT_HOME", str(tmp_path / "home"))
    settings = load_settings()
    migrate(settings)
    database = connect(settings.database_url)
    with database.write() as session:
        for added in (document("ours", audience=Audience.of("group:laptops")), document("public_one")):
            add_document(session, added, CONTENT, reader="1", by="os", at=utc_now())
    database.close()


def typed(*words: str) -> tuple[int, list[str]]:
    """Return the exit code of a command and its lines on standard output."""
    done = CliRunner().invoke(app, ["library", *words])
    return done.exit_code, done.stdout.splitlines()


@pytest.mark.parametrize(
    ("seen_by", "keys"),
    [([], ["ours", "public_one"]), (["--seen-by", "public"], ["public_one"])],
)
def test_a_list_is_a_line_of_json_for_each_document(seen_by: list[str], keys: list[str]):
    code, lines = typed("list", "--json", *seen_by)

    assert (code, [json.loads(line)["document"] for line in lines]) == (0, keys)


def test_passages_and_criteria_are_lines_of_json_too():
    _, passages = typed("show", "public_one", "--passages", "--json")
    _, criteria = typed("show", "public_one", "--level", "basic", "--json")

    assert [json.loads(line)["text"] for line in passages] == [one.text for one in CONTENT.passages]
    assert [json.loads(line)["requirement"] for line in criteria] == ["500"]


def test_a_table_of_criteria_names_the_proof():
    code, lines = typed("show", "public_one", "--criteria")

    assert (code, lines[0].split()) == (
        0,
        ["no.", "criterion", "level", "requirement", "proof", "product", "phase"],
    )


def test_retiring_takes_a_document_out_of_the_list():
    code, _ = typed("retire", "public_one", "--reason", "the wrong file")
    _, lines = typed("list", "--json")

    assert (code, [json.loads(line)["document"] for line in lines]) == (0, ["ours"])
