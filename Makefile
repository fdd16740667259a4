# What one types from a fresh clone: make demo, make test.
# Needs Python 3.11 or newer, make and git. Every target makes .venv first if it is missing, and
# installs again only when a lock has changed.

SHELL := bash
.SHELLFLAGS := -o pipefail -ec
.NOTPARALLEL:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
.PHONY: help setup demo run test check bench lock migration

PYTHON ?= $(shell for p in python3.11 python3 python3.12 python3.13 python3.14; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)
VENV := .venv
STAMPS := $(VENV)/.made
PIP := $(VENV)/bin/python -m pip install --disable-pip-version-check --require-hashes
WORKERS ?= 2

# pip speaks of trouble on stderr; of its progress one line is shown, on a terminal only.
PROGRESS := $(shell test -t 2 && echo yes)
COUNT = awk '/^Collecting/ { printf "\r  %d packages", ++n } /^Installing/ { printf ", unpacking" } { fflush() } END { print "" }'

help:
	@echo 'make setup   make the virtual environment .venv, and nothing else'
	@echo 'make demo    the whole journey of made-up mails; needs no account, ends by itself'
	@echo 'make run     listener and worker, in ./cfit-data unless CFIT_HOME says otherwise'
	@echo 'make test    every test that needs no network, on $(WORKERS) processes (WORKERS=n)'
	@echo 'make check   format, lint, types, floors, licences'
	@echo 'make bench   the long measurements'
	@echo 'make lock    write requirements*.txt anew from pyproject.toml (needs uv)'
	@echo "make migration WHAT='add a column'   begin a migration from what storage/tables.py says"

setup: $(STAMPS)/runtime
	@echo 'Ready: $(VENV)/bin/cfit --help'

demo: $(STAMPS)/runtime
	@$(VENV)/bin/cfit demo

run: $(STAMPS)/runtime
	@$(VENV)/bin/cfit run

test: $(STAMPS)/dev
	@$(VENV)/bin/python -m pytest -n $(WORKERS) $(PYTEST)

check: $(STAMPS)/dev
	@$(VENV)/bin/ruff format --check
	@$(VENV)/bin/ruff check
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports --no-logo
	@$(VENV)/bin/python -m pytest -q tests/test_licences.py

# The reader on documents it was not built on, what it costs beside two others, the wire and the kill test.
bench: $(STAMPS)/dev
	@$(VENV)/bin/python tests/benchmarks/generated.py
	@$(VENV)/bin/python tests/benchmarks/reading.py --made-up held_out 2 60 --cost
	@if test -d ../shared/documents; then $(VENV)/bin/python tests/benchmarks/reading.py --cost; fi
	@$(VENV)/bin/python -m pytest -s -p no:xdist -o python_files='bench_*.py' tests/benchmarks $(PYTEST)

# --universal keeps one lock for every Python that the product runs on. What is locked stays as it
# is unless pyproject.toml rules it out: UPGRADE=--upgrade takes the newest of everything.
LOCK := uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-emit-find-links --no-header --quiet $(UPGRADE)
lock:
	@command -v uv >/dev/null || { echo 'make lock needs uv, which writes the locks with their hashes; nothing else here does.' >&2; exit 1; }
	printf '%s\n' editables hatchling pip setuptools wheel | $(LOCK) --output-file requirements-build.txt -
	$(LOCK) --output-file requirements.txt pyproject.toml
	$(LOCK) --output-file requirements-dev.txt --extra dev --constraint requirements.txt pyproject.toml

# A database of the newest revision is made aside, and compared with the tables.
migration: $(STAMPS)/dev
	@test -n '$(WHAT)' || { echo "Say what it does: make migration WHAT='add a column'" >&2; exit 1; }
	@home=$$(mktemp -d); trap 'rm -rf "$$home"' EXIT; CFIT_HOME="$$home" $(VENV)/bin/python -c 'import sys; \
	from alembic import command; from storage.migrate import alembic_config, migrate; \
	from storage.settings import load_settings; migrate(load_settings()); \
	command.revision(alembic_config(), sys.argv[1], autogenerate=True)' '$(WHAT)'
	@$(VENV)/bin/ruff format -q storage/migrations

# Each stamp is newer than the lock it was made from, or the lock is installed again.
$(STAMPS)/python:
	@'$(PYTHON)' -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo 'This needs Python 3.11 or newer, and none was found. Install one, or name it: make PYTHON=/path/to/python3.11' >&2; exit 1; }
	@echo 'Making $(VENV) with $(PYTHON) ...'
	@'$(PYTHON)' -m venv $(VENV) || { echo 'The virtual environment could not be made. On Debian and Ubuntu: install the package python3-venv.' >&2; exit 1; }
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/build: requirements-build.txt $(STAMPS)/python
	$(call install,the build tools,-r requirements-build.txt)
	@touch $@

# The second line gives the product itself, and its command, from this folder.
$(STAMPS)/runtime: requirements.txt pyproject.toml $(STAMPS)/build
	$(call install,what the product runs on,--no-build-isolation -r requirements.txt)
	@$(PRODUCT)
	@touch $@

$(STAMPS)/dev: requirements-dev.txt pyproject.toml $(STAMPS)/build
	$(call install,what the tests and checks need,--no-build-isolation -r requirements-dev.txt)
	@$(PRODUCT)
	@touch $(STAMPS)/runtime $@

PRODUCT := $(VENV)/bin/python -m pip install --disable-pip-version-check -q --no-deps --no-build-isolation -e .

define install
@echo 'Installing $(1) ...'
@$(PIP) $(2) | $(if $(PROGRESS),$(COUNT),cat >/dev/null)
endef
