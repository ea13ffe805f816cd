# Every target works in a fresh clone: what it needs is set up first. Nothing but make, bash and Python 3.11+ is assumed.
SHELL := /bin/bash
.DEFAULT_GOAL := help

BIN := .venv/bin
INSTALLED := .venv/.installed
COMPILED := out/compiled/.built
SOURCES := $(shell find src -type f -not -name '*.pyc')
EXAMPLES := examples/reports
WORKERS ?= 2
export PATH := $(CURDIR)/$(BIN):$(PATH)

.PHONY: help setup demo test check unit gate gate-if-corpora wheel bench docs clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 16

setup: $(INSTALLED) ## make .venv with the command kibaru and the development tools

$(INSTALLED): pyproject.toml tools/setup.sh
	@tools/setup.sh

demo: $(INSTALLED) ## code the example reports: a table here, a page and JSON lines in out/
	@mkdir -p out
	@kibaru code $(EXAMPLES) --format jsonl -o out/demo.jsonl
	@kibaru code $(EXAMPLES) --format html -o out/demo.html
	@kibaru code $(EXAMPLES) --format table
	@echo
	@echo "The reports with every value marked in its words:  out/demo.html  (open it in a browser)"
	@echo "The records, one JSON line a report:               out/demo.jsonl"

test: check unit gate-if-corpora ## everything: check, the tests, and the gate where corpora are at hand
	@echo "tests: $$(tail -n 1 out/pytest.txt)"

check: $(INSTALLED) ## formatting, lint, types, layers
	ruff format --check .
	ruff check .
	mypy
	lint-imports

# The output is kept because the gate runs after it and pytest's closing line is to be shown last.
unit: $(INSTALLED)
	@mkdir -p out
	set -o pipefail; python -m pytest -n $(WORKERS) 2>&1 | tee out/pytest.txt

gate: $(INSTALLED) ## score the hand-coded reports under KIBARU_CORPORA against tools/floors.json
	python tools/gate.py

gate-if-corpora: $(INSTALLED)
	@if [ -n "$${KIBARU_CORPORA:-}" ] && [ -d "$$KIBARU_CORPORA" ]; then \
	    python tools/gate.py; \
	else \
	    echo "gate: skipped, KIBARU_CORPORA names no folder with hand-coded reports"; \
	fi

wheel: $(INSTALLED) ## build dist/kibaru-*.whl with the rooms where the time goes compiled
	tools/wheel.sh

$(COMPILED): $(INSTALLED) $(SOURCES) tools/wheel.sh
	tools/wheel.sh
	rm -rf out/compiled
	python -m pip install --quiet --disable-pip-version-check --no-deps --target out/compiled dist/*.whl
	@touch $@

bench: $(COMPILED) ## speed, memory and start-up of the built wheel, on one core, against bench/budgets.json
	PYTHONPATH=out/compiled python bench/run_bench.py

docs: $(INSTALLED) ## run every kibaru command shown in the README and docs
	python -m pytest -n 0 tests/unit/test_docs.py

clean: ## remove .venv, dist/, out/ and caches
	rm -rf .venv dist out .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
