"""The public suites for SPF and ARC, asked through our own names."""

import doctest
import unittest
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import spf
import yaml
from made_up.zones import MadeNames

from intake.sender import spf_check
from intake.sender.dkim_check import arc_oldest_results
from intake.sender.names import Answer, NamesAwayError
from intake.sender.spf_check import check_spf

pytestmark = pytest.mark.shared


class SuiteNames:
    """The zone of an SPF suite: TXT records are made of SPF ones, TIMEOUT is nobody answering."""

    def __init__(self, zone: dict[str, list[object]]) -> None:
        self._zone = {str(name).lower(): list(records(said)) for name, said in zone.items()}

    def ask(self, name: str, kind: str, *, follows: bool = True) -> Answer:
        """Return the records, and those that a CNAME leads to, one step far."""
        name = ".".join(label for label in name.lower().split(".") if label)
        if any(len(label) > 63 for label in name.split(".")) or name.startswith("error."):
            raise NamesAwayError("no such name")
        found: Answer = []
        for one, value in self._zone.get(name, []):
            if value == "TIMEOUT" and one in (kind, "ANY") and not any(key[1] == kind for key, _ in found):
                raise NamesAwayError("TIMEOUT")
            if value != "TIMEOUT" and one in (kind, "CNAME"):
                found.append(((name, one), value))
            if value != "TIMEOUT" and one == "CNAME" != kind and follows:
                found += self.ask(str(value), kind, follows=False)
        return found


def records(said: list[object]) -> Iterator[tuple[str, object]]:
    """Yield the records that a suite gives for one name, each as type and value."""
    made = not any(isinstance(one, dict) and "TXT" in one for one in said)
    of_spf: list[tuple[str, object]] = []
    for one in said:
        for kind, value in one.items() if isinstance(one, dict) else [("ANY", one)]:
            given = as_answered(kind, value)
            if value != "NONE":
                yield kind, given
            if kind == "SPF" and made:
                of_spf.append(("TXT", given))
    yield from of_spf


def as_answered(kind: str, value: object) -> object:
    if kind in ("TXT", "SPF") and value != "TIMEOUT":
        pieces = [value] if isinstance(value, str) else value
        return tuple(piece.encode() for piece in pieces)
    return tuple(value) if isinstance(value, list) else value


def spf_cases(folder: Path) -> Iterator[tuple[str, dict[str, object], SuiteNames]]:
    for file in ("rfc7208-tests.yml", "rfc4408-tests.yml", "test.yml"):
        for chapter in yaml.safe_load_all((folder / file).read_text(encoding="utf-8")):
            names = SuiteNames(chapter["zonedata"])
            for name, case in chapter["tests"].items():
                yield f"{file}: {name}", case, names


def test_spf_gives_a_result_that_its_suites_allow(shared: Path):
    wrong, count = [], 0
    for name, case, names in spf_cases(shared / "mail" / "sdgathman+pyspf" / "test"):
        asked = (str(case["host"]), str(case["mailfrom"]), str(case["helo"]))
        if "strict" in case:
            found = by_the_library(names, *asked, strict=case["strict"])
        else:
            found = check_spf(names, address=asked[0], mail_from=asked[1], helo=asked[2]).result
        allowed = case["result"] if isinstance(case["result"], list) else [case["result"]]
        count += 1
        if found not in allowed:
            wrong.append((name, found, allowed))

    assert (count, wrong) == (410, [])


def test_the_library_keeps_its_own_word_when_it_asks_through_our_names(shared: Path):
    zone = (shared / "mail" / "sdgathman+pyspf" / "test" / "doctest.yml").read_text(encoding="utf-8")
    names = SuiteNames(yaml.safe_load(zone)["zonedata"])
    examples, said = doctest.DocTestSuite(spf), unittest.TestResult()

    asking(names, lambda: examples.run(said))
    record = "v=spf1..."
    query = {"i": "1.2.3.4", "s": "sender@domain", "h": "helo", "receiver": "localhost"}
    answers = [spf.query(**query, strict=strict).check(record)[0] for strict in (False, 2)]

    assert (said.testsRun, said.failures, said.errors) == (17, [], [])
    assert answers == ["none", "ambiguous"]


def by_the_library(names: SuiteNames, host: str, mail_from: str, helo: str, *, strict: object) -> str:
    """Return the result in one of the library's other moods, lax or harsh, in which we never ask."""
    query = spf.query(i=host, s=mail_from, h=helo, strict=strict)
    return str(asking(names, query.check)[0])


def asking(names: SuiteNames, ask: Callable[[], Any]) -> Any:
    """Return what comes back while the library asks these names."""
    token = spf_check._ASKED.set(names)
    try:
        return ask()
    finally:
        spf_check._ASKED.reset(token)


def test_an_arc_chain_counts_only_where_its_suite_says_that_it_passes(shared: Path):
    wrong, count = [], 0
    file = shared / "mail" / "ValiMail+arc_test_suite" / "tests" / "arc-draft-validation-tests.yml"
    for chapter in yaml.safe_load_all(file.read_text(encoding="utf-8")):
        names = MadeNames(
            {name: [("TXT", text)] for name, text in (chapter.get("txt-records") or {}).items()}
        )
        for name, case in chapter["tests"].items():
            raw = case["message"].encode().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
            passes = arc_oldest_results(raw, names) is not None
            count += 1
            if passes != (case["cv"] == "Pass"):
                wrong.append((name, passes, case["cv"]))

    assert (count, wrong) == (171, [])
