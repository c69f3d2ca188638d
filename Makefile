# Lawbeat: `make run` and `make test` do everything; the rest is for those who come back.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: run refresh test shared bench clean help

help:            ## say what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## */\t/' | expand -t 12

.venv/ready: requirements.txt
	@command -v $(PYTHON) >/dev/null || { echo "Lawbeat needs Python 3.11 or newer ($(PYTHON) was not found)"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Lawbeat needs Python 3.11 or newer"; exit 1; }
	@echo "Setting up .venv (once; a minute or two)"
	@$(PYTHON) -m venv .venv
	@$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/tested: .venv/ready tests/requirements.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	@touch $@

.venv/benched: .venv/tested tests/benchmarks/requirements.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check -r tests/benchmarks/requirements.txt
	@touch $@

run: .venv/ready ## publish what is at hand, serve the dashboard, refresh from the live sources behind it
	@$(BIN)/python -m etl build || [ $$? -eq 1 ] # 1: a file failed, the rest was published
	@echo "Live sources are refreshed in the background; the page says when a newer version has come."
	@$(BIN)/python -m etl refresh --log & $(BIN)/streamlit run dashboard/app.py

refresh: .venv/ready ## ask every source, build, publish, export
	@$(BIN)/python -m etl refresh

test: .venv/tested ## style, types, documentation and every test that needs nothing but this folder
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/pytest -n 2 --dist loadfile -m "not shared"

shared: .venv/tested ## compare with the files of ../shared/data
	@$(BIN)/pytest -n 2 -m shared tests/shared

bench: .venv/benched ## measure against what people would use instead; some minutes
	@$(BIN)/python -m tests.benchmarks.bench --name whole

clean:           ## remove what was installed and built, never data
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis
