"""No distribution from outside carries a top-level name of ours: it would be imported in our place."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
NAMES = ("pact", "storage", "templates", "intake", "secretariat", "bot")

# -I leaves out the current folder and PYTHONPATH, either of which would hide a name that is taken.
PROGRAM = """
import importlib.util, json, sys
from importlib.metadata import packages_distributions
names, owners = sys.argv[1:], packages_distributions()
specs = {name: importlib.util.find_spec(name) for name in names}
print(json.dumps({
    "origins": {name: spec.origin for name, spec in specs.items() if spec},
    "owners": {name: sorted(set(owners.get(name, [])) - {"cfit"}) for name in names},
}))
"""


def asked_in_a_child() -> dict[str, dict[str, object]]:
    command = [sys.executable, "-I", "-c", PROGRAM, *NAMES]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def test_no_foreign_distribution_shadows_our_names():
    owners = asked_in_a_child()["owners"]

    assert owners == {name: [] for name in NAMES}


def test_our_names_are_found_in_this_project():
    origins = asked_in_a_child()["origins"]

    assert {name: Path(str(origin)).parent.parent for name, origin in origins.items()} == dict.fromkeys(
        (name for name in NAMES if (ROOT / name).is_dir()), ROOT
    )
