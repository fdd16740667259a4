"""The public suites for SPF and ARC, asked through our own names."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from made_up.zones import MadeNames

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
    for file in ("rfc7208-tests.yml", "rfc4408-tests.yml"):
        for chapter in yaml.safe_load_all((folder / file).read_text(encoding="utf-8")):
            names = SuiteNames(chapter["zonedata"])
            for name, case in chapter["tests"].items():
                yield f"{file}: {name}", case, names


def test_spf_gives_a_result_that_its_suites_allow(shared: Path):
    wrong, count = [], 0
    for name, case, names in spf_cases(shared / "mail" / "sdgathman+pyspf" / "test"):
        found = check_spf(
            names,
            address=str(case["host"]),
            mail_from=str(case["mailfrom"]),
            helo=str(case["helo"]),
        ).result
        allowed = case["result"] if isinstance(case["result"], list) else [case["result"]]
        count += 1
        if found not in allowed:
            wrong.append((name, found, allowed))

    assert (count, wrong) == (394, [])


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

    assert (count > 100, wrong) == (True, [])
