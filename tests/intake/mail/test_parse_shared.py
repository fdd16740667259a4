"""Real mail of other people's test suites is read as their own oracles say."""

import json
import re
from pathlib import Path

import pytest

from intake.mail.html_text import html_to_text
from intake.mail.parse import parse_mail


@pytest.mark.shared
def test_every_mail_of_the_shared_suites_is_read(shared: Path) -> None:
    paths = [path for path in (shared / "mail").rglob("*") if path.suffix in (".eml", ".txt", ".raw")]

    limits = [parse_mail(path.read_bytes()).limits_hit for path in paths]

    assert len(limits) > 900
    assert set(limits) == {()}


@pytest.mark.shared
def test_file_names_are_those_of_the_shared_oracle(shared: Path) -> None:
    """The oracle keeps folders without their backslashes, and writes U+FFFD for what it cannot decode."""
    lists = names = 0
    for oracle in sorted((shared / "mail" / "stalwartlabs+mail-parser").rglob("*.json")):
        raw = oracle.with_suffix(".eml")
        if not raw.exists():
            continue
        expected = _names(json.loads(oracle.read_text()))
        found = [part.file_name for part in parse_mail(raw.read_bytes()).parts if part.file_name]
        if expected:
            assert [*map(_is_named, expected, found)] == [True] * len(expected) == [True] * len(found), raw
            lists, names = lists + 1, names + len(found)

    assert (lists, names) == (38, 79)


def _is_named(expected: str, found: str) -> bool:
    last = re.split(r"[/\\]", expected)[-1].strip().removeprefix("C:TEMP")
    return re.fullmatch(re.escape(last).replace("\ufffd", "."), found) is not None


@pytest.mark.shared
def test_texts_are_those_of_the_shared_oracle(shared: Path) -> None:
    """The others are broken: boundaries that begin each other or are missing, controls, wrong charsets."""
    same = others = 0
    for oracle in sorted((shared / "mail" / "stalwartlabs+mail-parser").rglob("*.json")):
        raw = oracle.with_suffix(".eml")
        expected = _words(_oracle_text(json.loads(oracle.read_text()))) if raw.exists() else ""
        if expected:
            found = _words(parse_mail(raw.read_bytes()).text)
            same += expected.startswith(found) and bool(found)
            others += not (expected.startswith(found) and found)

    assert (same, others) == (77, 10)


def _oracle_text(message: dict) -> str:
    bodies = [message["parts"][index]["body"] for index in message["text_body"]]
    texts = [
        body.get("Text") or html_to_text(body.get("Html", "")) for body in bodies if isinstance(body, dict)
    ]
    return "\n".join(texts)


def _words(text: str) -> str:
    return " ".join(text.split())


def _names(message: dict) -> list[str]:
    names = []
    for part in message["parts"]:
        if isinstance(part["body"], dict) and "Message" in part["body"]:
            names += _names(part["body"]["Message"])
            continue
        given = {
            (header["name"], attribute["name"]): attribute["value"]
            for header in part["headers"]
            if header["name"] in ("content_type", "content_disposition") and "ContentType" in header["value"]
            for attribute in header["value"]["ContentType"].get("attributes") or []
        }
        name = given.get(("content_disposition", "filename")) or given.get(("content_type", "name"))
        names += [name] if name else []
    return names
