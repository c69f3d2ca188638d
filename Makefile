# Lawbeat: `make run` and `make test` do everything; the rest is for those who come back.

PYTHON ?= python3
BIN := .venv/bin
KILLS ?= 200
SEED ?= 1
COMPILE := pip compile --universal --python-version 3.11 --quiet --no-header --no-annotate --no-emit-index-url

.PHONY: run refresh test shared bench drill soak fuzz tried train lock audit clean help

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
	@$(BIN)/pytest -n 3 --dist loadfile --no-loadscope-reorder -m "not shared"

shared: .venv/tested ## compare with the files of ../shared/data
	@$(BIN)/pytest -n 2 -m shared tests/shared

bench: .venv/benched ## measure against what people would use instead; some minutes
	@$(BIN)/python -m tests.benchmarks.bench --name whole

drill: .venv/tested ## kill 200 refreshes at random moments while readers read; some minutes
	@$(BIN)/python -m tests.drill --kills $(KILLS) --seed $(SEED)

soak: .venv/tested ## 200 refreshes in a row from sources that change and fail; some minutes
	@$(BIN)/python -m tests.soak --refreshes 200

fuzz: .venv/tested ## 100,000 broken inputs to the readers; some minutes
	@$(BIN)/python -m tests.fuzz --inputs 100000

tried: .venv/tested ## write docs/bad_inputs.md anew: bad inputs and what each got
	@$(BIN)/python -m tests.fuzz.tried > docs/bad_inputs.md

train: .venv/ready ## train the encoder that judges stance anew, on data/training; hours
	@$(PYTHON) -m venv .venv/train
	@.venv/train/bin/pip install --quiet --disable-pip-version-check -r requirements.txt -r etl/training/requirements.txt
	@.venv/train/bin/python -m etl.training

lock: .venv/tested ## pin all that requirements.txt brings with it, with hashes, as the tests run on it
	@$(PYTHON) -m venv .venv/lock && .venv/lock/bin/pip install --quiet --disable-pip-version-check uv==0.13.9
	@.venv/lock/bin/uv $(COMPILE) tests/requirements.txt -o .venv/lock/tested.txt
	@.venv/lock/bin/uv $(COMPILE) requirements.txt -c .venv/lock/tested.txt --generate-hashes -o requirements.lock

audit: .venv/ready ## look for known faults in what requirements.lock pins; 2: could not be looked up
	@$(PYTHON) -m venv .venv/audit && .venv/audit/bin/pip install --quiet --disable-pip-version-check pip-audit
	@.venv/audit/bin/pip-audit --disable-pip --require-hashes -r requirements.lock > .venv/audit/told 2>&1; \
	rc=$$?; tail -20 .venv/audit/told; \
	if grep -qE "ConnectionError|Max retries|NameResolution|ProxyError|Timeout" .venv/audit/told; then \
		echo "audit: the advisory service cannot be reached from here; nothing was audited"; exit 2; fi; \
	[ $$rc -eq 0 ] || exit $$rc; \
	missed=$$(grep -c "could not be audited" .venv/audit/told); \
	[ $$missed -eq 0 ] || { echo "audit: $$missed packages could not be looked up from here, and were not audited"; exit 2; }

clean:           ## remove what was installed and built, never data
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis
