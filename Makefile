# Everything is called from here. A fresh machine needs Python >= 3.11, make and git; the rest is set
# up by the first call. The work of more than a line stands in tools/.

SHELL := /bin/sh
PYTHON ?=
export PYTHON
# Where a machine forbids it, every process of the tests would compile all modules anew.
export PYTHONDONTWRITEBYTECODE :=
BIN := .venv/bin

# What says what to install: when one of these changes, the next call installs anew.
SETUP := tools/setup.sh tools/fonts.sh tools/looks.sh pyproject.toml package.json package-lock.json requirements/setup.txt \
	requirements/node.txt src/prongsai/formats/level_fonts.py src/prongsai/locale/th/LC_MESSAGES/django.po

.DEFAULT_GOAL := help
.PHONY: help run demo-report setup test test-postgres check fix bench fuzz pictures lock clean coverage system-test system-bench

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "make %-13s %s\n", $$1, $$2}'

run: .venv/ready-run ## set up what is missing, then serve two demonstration agencies at http://127.0.0.1:8000 (port=…: another)
	@# exec: who ends make ends the server too, not a shell between them.
	exec env PRONGSAI_FOLDER="$${PRONGSAI_FOLDER:-out/demo-server}" $(BIN)/prongsai serve --demo $(if $(port),--port $(port))

demo-report: .venv/ready-run ## set up what is missing, then work the demonstration year into out/
	$(BIN)/prongsai demo -o out

setup: .venv/ready-run ## set up what is missing; the command is then .venv/bin/prongsai

test: .venv/ready-dev system-test ## all tests, in parallel; make test k=word runs those whose name has the word
	$(BIN)/pytest -rs $(COVER) $(if $(k),-k "$(k)")

test-postgres: .venv/ready-dev ## the tests of the application again, on a PostgreSQL of their own
	$(BIN)/python tools/with_postgres.py $(BIN)/pytest -q --allow-unix-socket tests/foundation tests/stages tests/web tests/config tests/cli/test_doctor.py

check: .venv/ready-dev ## all that must hold before a change is handed in; ends with all tests
	$(BIN)/python tools/check_requirements.py
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	@$(MAKE) --no-print-directory test k= COVER="--cov --cov-report="
	@$(MAKE) --no-print-directory coverage
	@$(MAKE) --no-print-directory test-postgres

fix: .venv/ready-dev ## mend style and form where a tool can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: .venv/ready-dev system-bench ## run every benchmark; each prints its ratios
	@set -e; for file in $(wildcard benchmarks/bench_*.py); do echo "== $$file"; $(BIN)/python "$$file"; done

fuzz: .venv/ready-dev ## read damaged files for ten minutes (make fuzz s=60: one); failures go to out/fuzz
	$(BIN)/python tools/fuzz_readers.py $(or $(s),600)
	$(BIN)/pytest -q -n 0 tests/formats/test_structures.py --hypothesis-profile fuzz

pictures: .venv/ready-dev ## keep what the pages look like now, after you looked at them (docs/recipes/pictures-of-pages.md)
	$(BIN)/python -m tests.factories.page_pictures

lock: .venv/ready-run ## pin the newest versions of all packages anew (needs the network)
	tools/lock.sh

clean: ## remove what the set-up and the tools made
	rm -rf .venv node_modules out build src/prongsai/data/fonts src/prongsai/web/static/vendor \
		src/prongsai/locale/*/LC_MESSAGES/*.mo src/*.egg-info .coverage* \
		.mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find src tests tools benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

coverage:
	$(BIN)/coverage report --include='src/prongsai/core/*,src/prongsai/**/policies.py' --fail-under=100
	$(BIN)/coverage report --omit='src/prongsai/core/*' --fail-under=95

system-test:
	@tools/system_packages.sh optional poppler-utils libreoffice-writer-nogui libreoffice-calc-nogui chromium

system-bench:
	@tools/system_packages.sh optional poppler-utils libreoffice-writer-nogui

.venv/ready-run: $(SETUP) requirements/run.txt
	@tools/setup.sh run

.venv/ready-dev: $(SETUP) requirements/dev.txt requirements/spark.txt
	@tools/setup.sh dev
