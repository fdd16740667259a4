"""What import-linter cannot say: the list of what pact may use, and what a reading child has loaded."""

import json
import subprocess
import sys

import grimp
import pytest

PACKAGES = ("pact", "storage", "templates", "intake", "secretariat")

PURE = {
    "bisect",
    "calendar",
    "collections",
    "dataclasses",
    "datetime",
    "enum",
    "functools",
    "hashlib",
    "itertools",
    "math",
    "operator",
    "pact",
    "rapidfuzz",
    "re",
    "string",
    "typing",
    "unicodedata",
}
"""All that pact may import: rules need no file, no clock, no network and no log."""

NEVER_BESIDE_A_DOCUMENT = (
    "storage",
    "secretariat",
    "templates",
    "dbos",
    "sqlalchemy",
    "sqlmodel",
    "psycopg",
    "aiosmtpd",
    "aiosmtplib",
    "obstore",
)


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph(*PACKAGES, include_external_packages=True, cache_dir=None)


def imported_by(graph: grimp.ImportGraph, package: str) -> dict[str, set[str]]:
    """Return for each module of a package the top-level names that it imports itself."""
    modules = {package} | graph.find_descendants(package)
    return {
        module: {imported.split(".")[0] for imported in graph.find_modules_directly_imported_by(module)}
        for module in modules
    }


def test_pact_imports_pure_parts_of_the_standard_library_and_rapidfuzz_only(graph: grimp.ImportGraph):
    impure = {module: names - PURE for module, names in imported_by(graph, "pact").items() if names - PURE}

    assert impure == {}


def test_only_storage_work_imports_the_work_engine(graph: grimp.ImportGraph):
    users = {
        module
        for package in PACKAGES
        for module, names in imported_by(graph, package).items()
        if "dbos" in names
    }

    assert users <= {"storage.work"}


def test_a_reading_child_has_neither_database_nor_letters_nor_network_loaded():
    program = (
        "import json, sys, intake.sandbox.zygote, intake.sandbox.preloading as preloading;"
        "preloading.load_everything();"
        "print(json.dumps(sorted(sys.modules)))"
    )
    child = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True)

    loaded = {name.split(".")[0] for name in json.loads(child.stdout)}

    assert loaded & set(NEVER_BESIDE_A_DOCUMENT) == set()
