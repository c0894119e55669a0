# What a newcomer runs: `make demo`, then `make test`. Everything is installed into .venv.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test lint docs browser clean

demo: .venv/installed
	$(BIN)/graphkit demo

# Each check runs even when one before it failed, so that one run tells everything.
test: .venv/installed-dev browser
	@failed=; \
	for check in lint pytest; do $(MAKE) --no-print-directory $$check || failed=1; done; \
	test -z "$$failed"

lint: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

.PHONY: pytest
pytest: .venv/installed-dev
	$(BIN)/python -m pytest -n auto --dist worksteal

# The generated documents: docs/vocabulary.md, docs/commands.md.
docs: .venv/installed-dev
	$(BIN)/python docs/generate.py

# The browser tests drive Chromium. It is installed where that takes no questions: on Debian, as root.
browser:
	@command -v chromium chromium-browser google-chrome >/dev/null 2>&1 || \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -q && DEBIAN_FRONTEND=noninteractive \
		apt-get install -q -y --no-install-recommends chromium fonts-dejavu-core; \
	else \
		echo "No Chromium found: the browser tests will be skipped. Install chromium to run them."; \
	fi

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	{ echo "graphkit needs Python 3.11 or later; say which: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv .venv

.venv/installed: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/installed-dev: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	@touch $@ .venv/installed

clean:
	rm -rf .venv graphkit-demo build dist *.egg-info
