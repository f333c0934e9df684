.DEFAULT_GOAL := help
.PHONY: help run up test test-faults test-cluster check bench bench-memory bench-ops bench-pages bench-agencies bench-datelines bench-actors docs docs-data requirements goldens clean
BIN := .venv/bin

help:  ## What there is to make
	@grep -hE '^[a-z -]+:.*##' $(MAKEFILE_LIST) | sed -E 's/ *:[^#]*## /\t/' | expand -t 16

run:  ## Archive the sample wire through the real DAGs and ask it a question in SQL
	@bin/install run
	@PYTHON=$(BIN)/python exec bin/run

up:  ## Start Airflow at http://127.0.0.1:8080
	@bin/install run
	@PYTHON=$(BIN)/python exec bin/up

# In the order of their names the files of few long tests begin first; xdist would leave them to the end.
test:  ## Every test but the long ones of the fault suite
	@bin/install dev
	$(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder -m "not faults and not cluster" tests

SEED := $(shell date +%s)
test-faults:  ## The whole fault suite: kills, full disks, dead servers, at random points: make test-faults SEED=…
	@bin/install dev
	@echo "seed $(SEED): for the same again, make test-faults SEED=$(SEED)"
	FAULTS_SEED=$(SEED) $(BIN)/python -m pytest -n 2 --dist worksteal tests/faults tests/unit/ingest/test_ingest_crash.py

test-cluster:  ## A night and a backfill on Celery workers, PostgreSQL and Redis, one worker killed
	@bin/install dev
	$(BIN)/python -m pytest -m cluster tests/integration

check:  ## Format, lint, types, layers, and that generated files are current
	@bin/install dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python docs/generate.py --check
	@bin/requirements --check

bench:  ## Speed of each stage beside plain trafilatura, of each reader beside a plain parse, the cost of each normaliser, and search
	@bin/install dev
	$(BIN)/python benchmarks/throughput.py
	$(BIN)/python benchmarks/warc.py
	$(BIN)/python benchmarks/enumerate.py
	$(BIN)/python benchmarks/normalisers.py
	$(BIN)/python benchmarks/readers.py
	$(BIN)/python benchmarks/search.py

bench-memory:  ## Peak memory of every process, on drops of 5,000 and 20,000 items: make bench-memory ITEMS="1000000"
	@bin/install dev
	$(BIN)/python benchmarks/memory.py $(ITEMS)

bench-ops:  ## Airflow's overhead, a night of 5,000, publishing into a million rows, a backfill: make bench-ops ONLY="night publish"
	@bin/install dev
	$(BIN)/python benchmarks/ops.py $(if $(ONLY),--only $(ONLY))

bench-pages bench-agencies bench-datelines: ## Quality on gold data of yours: make bench-agencies GOLD=folder
	@bin/install dev
	@test -n "$(GOLD)" || { echo "where is the gold data? make $@ GOLD=folder-or-file"; exit 2; }
	$(BIN)/python benchmarks/$(@:bench-%=%).py $(GOLD)

bench-actors:  ## Actors in the annotated dispatches; with GOLD=holders.csv office phrases as of a date too
	@bin/install dev
	$(BIN)/python benchmarks/actors_golden.py --errors
	@test -z "$(GOLD)" || $(BIN)/python benchmarks/actors.py $(GOLD)

docs:  ## Generate docs/columns.md, docs/settings.md, docs/formats.md and docs/quarantine.md
	@bin/install dev
	$(BIN)/python docs/generate.py

docs-data:  ## Build Great Expectations' Data Docs from the archive's batches
	@bin/install run
	$(BIN)/depeche docs-data

requirements:  ## Compile requirements*.txt anew
	@bin/install dev
	@bin/requirements

goldens:  ## Make the golden files anew; review them as a diff
	@bin/install dev
	$(BIN)/python tests/golden/clean/remake.py

clean:  ## Remove the virtual environment and caches; the archive in data/ stays
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache build
