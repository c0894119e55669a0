# What a newcomer runs: `make demo`, then `make test`. Everything is installed into .venv.

PYTHON ?= python3
BIN := .venv/bin
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

# The page's script, which installing bundles.
WEB := graphkit/views/web
WEB_SOURCES := hatch_build.py $(WEB)/build.mjs $(wildcard $(WEB)/*.json $(WEB)/src/*.ts)

# Documents that proselint reads. Its checks of typography, spelling, dates and repeated words are off:
# they stumble over code, Polish names and tables.
DOCUMENTS := $(wildcard *.md docs/*.md docs/*/*.md queries/*.md)

# npm trusts the certificates of the system, as pip does.
export NODE_USE_SYSTEM_CA := 1

# Byte code is kept, whatever the environment says: otherwise each process that the tests start would
# compile graphkit again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test lint checks docs browser clean

demo: .venv/installed
	$(BIN)/graphkit demo

# Each check runs even when one before it failed, so that one run tells everything. The checks of the
# text take one processor and run beside pytest; what they print follows what pytest prints.
test: venv-module
	@$(MAKE) --no-print-directory -j 6 .venv/installed-dev bundles $(WEB)/node_modules/installed browser \
		neo4j-jars java-archive collected
	@mkdir -p build; \
	$(MAKE) --no-print-directory -k checks vitest >build/checks.txt 2>&1 & checking=$$!; \
	failed=; $(MAKE) --no-print-directory pytest || failed=1; \
	wait $$checking || failed=1; cat build/checks.txt; \
	test -z "$$failed"

lint: checks
	$(BIN)/python -m pytest -q -n 0 tests/test_words.py

# What `lint` runs but for `tests/test_words.py`, which is among the tests too.
checks: .venv/installed-dev $(WEB)/node_modules/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy $(if $(CI),--cache-dir=/dev/null)
	$(BIN)/lint-imports --no-cache
	$(BIN)/proselint --config .proselintrc.json check $(DOCUMENTS)
	$(BIN)/node $(WEB)/node_modules/typescript/bin/tsc --noEmit --project $(WEB)

# The types of the page's script, alone.
.PHONY: tsc
tsc: $(WEB)/node_modules/installed
	$(BIN)/node $(WEB)/node_modules/typescript/bin/tsc --noEmit --project $(WEB)

# The page's script, again when its sources changed.
.PHONY: bundles
bundles: .venv/installed-without-spark
	@$(BIN)/python hatch_build.py

.PHONY: vitest
vitest: $(WEB)/node_modules/installed
	$(BIN)/node $(WEB)/node_modules/vitest/vitest.mjs run --no-isolate --root $(WEB)

# Neo4j's jars, in the background: a test that needs them would wait half a minute for the download.
# Where it fails, those tests say why.
.PHONY: neo4j-jars
neo4j-jars: .venv/installed-without-spark
	@mkdir -p build; $(BIN)/python -c "from graphkit.store.neo4j.server import VERSIONS, fetch; \
	[*map(fetch, VERSIONS)]" >build/neo4j-jars.txt 2>&1 &

# The archive with which the embedded store's Java starts faster. Without it tests take longer.
.PHONY: java-archive
java-archive: .venv/installed-without-spark
	@$(BIN)/python -m graphkit.store.embedded.java_training >/dev/null 2>&1 || true

# The byte code of all modules: otherwise each worker of pytest would compile them.
.PHONY: collected
collected: bundles
	@$(BIN)/python -m pytest -q -n 0 --collect-only >/dev/null 2>&1 || true

# Stores are many small files, each of which is sent to the disk. Where there is room for them in
# memory, on Linux, the tests that make stores take two thirds of the time.
FREE_MEMORY = $(shell df -k --output=avail /dev/shm 2>/dev/null | tail -n 1)

.PHONY: pytest
pytest: .venv/installed-dev bundles $(WEB)/node_modules/installed
	@if [ -z "$$TMPDIR" ] && [ "$(or $(FREE_MEMORY),0)" -gt 10000000 ]; then \
		export TMPDIR=$$(mktemp -d /dev/shm/graphkit-tests-XXXXXX); trap 'rm -rf "$$TMPDIR"' EXIT; \
	fi; \
	$(BIN)/python -m pytest -n auto --dist loadgroup --no-loadscope-reorder

# networkx's whole test suite with the engine in its place: some minutes, not part of `test`.
.PHONY: test-networkx
test-networkx: .venv/installed-dev
	NETWORKX_TEST_BACKEND=graphkit NETWORKX_FALLBACK_TO_NX=True \
	$(BIN)/python -m pytest -q -n auto -p no:cacheprovider -c /dev/null --pyargs networkx

# The tests on random data, with twenty times as many examples: half an hour, not part of `test`.
.PHONY: random
random: .venv/installed-dev bundles
	GRAPHKIT_EXAMPLES=20 $(BIN)/python -m pytest -q -n auto --dist loadgroup \
	$$(grep -l hypothesis tests/test_*.py)

# A thousand random faults against the embedded store and 150 against Neo4j: as root on Linux, some half
# an hour, not part of `test`. docs/reliability.md quotes it.
.PHONY: soak
soak: .venv/installed-dev
	$(BIN)/python -m tests.soak --faults 1000 --seed 1
	$(BIN)/python -m tests.soak --faults 150 --seed 2 --store neo4j

# Mutation testing of one room (network, sources, metrics, store or backend): not part of `test`.
.PHONY: mutants
mutants: .venv/installed-dev bundles
	$(PIP_INSTALL) "mutmut==3.8.*"
	$(BIN)/python benchmarks/mutants.py $(ROOM)

# docs/validation.md: every metric against an oracle. R is needed only to compute the stored values
# again: those of sna (Debian: apt-get install r-base-core r-cran-sna), and those of tnet and
# keyplayer, which are on CRAN.
.PHONY: validation validation-sna validation-cran
validation: .venv/installed-dev bundles
	$(PIP_INSTALL) bicm igraph
	$(BIN)/python benchmarks/validation.py

validation-sna: .venv/installed-dev bundles
	@command -v Rscript >/dev/null || { echo "R is missing (Debian: apt-get install r-base-core r-cran-sna)"; exit 1; }
	$(BIN)/python benchmarks/validation.py --export build/validation
	Rscript benchmarks/validation.R build/validation > build/validation/sna.csv
	mv build/validation/sna.csv benchmarks/validation_sna.csv

validation-cran: .venv/installed-dev bundles
	@command -v Rscript >/dev/null || { echo "R is missing (Debian: apt-get install r-base-core)"; exit 1; }
	$(BIN)/python benchmarks/validation.py --export build/validation
	Rscript benchmarks/validation_cran.R build/validation > build/validation/cran.csv
	mv build/validation/cran.csv benchmarks/validation_cran.csv

# The generated documents: vocabulary, commands, metrics, glossary and addresses in docs/.
docs: .venv/installed-dev bundles
	$(BIN)/python docs/generate.py

# The documentation site, in build/site. Building needs no network, and neither does what is built.
.PHONY: site
site: bundles .venv/installed-docs
	$(BIN)/python -m docs.build_site

# The browser tests drive Chromium, and one file of them Firefox. Both are installed where that takes no
# questions: on Debian, as root. Of Chromium the shell without windows does, which loads a page in two
# thirds of the time. Without one the checks run all the same, and the browser tests say that they were
# skipped; in CI they fail.
browser:
	@missing=; \
	found() { for name in "$$@"; do command -v $$name >/dev/null 2>&1 && return 0; done; return 1; }; \
	found chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable \
		|| missing="chromium-headless-shell fonts-dejavu-core"; \
	found firefox-esr firefox || missing="$$missing firefox-esr"; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		{ apt-get update -q && DEBIAN_FRONTEND=noninteractive \
		apt-get install -q -y --no-install-recommends $$missing; } \
		|| echo "Not installed: $$missing. The tests that need it will be skipped."; \
	else \
		echo "Not found: $$missing. Install it to run the browser tests, which will be skipped."; \
	fi

# Debian keeps venv in a package of its own; as root it is installed, else the cure is said.
.PHONY: venv-module
venv-module:
	@[ -e .venv/pip ] || $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	{ echo "graphkit needs Python 3.11 or later; say which: make PYTHON=python3.12"; exit 1; }
	@[ -e .venv/pip ] || $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	{ [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -q && \
	apt-get install -q -y --no-install-recommends python3-venv; } || \
	{ echo "Python's venv is missing; install it first (Debian: apt-get install python3-venv)"; exit 1; }

.venv/pip: | venv-module
	@$(PYTHON) -m venv --clear .venv || { rm -rf .venv; exit 1; }
	@touch $@

.venv/installed: .venv/pip pyproject.toml $(WEB_SOURCES)
	$(PIP_INSTALL) --editable .
	@touch $@

# uv takes a third of pip's time, but does not read pip's own settings, such as another index.
UV_INSTALL = VIRTUAL_ENV=.venv $(BIN)/uv pip install --system-certs --quiet

.venv/installed-without-spark: .venv/pip pyproject.toml
	@$(PIP_INSTALL) uv
	$(UV_INSTALL) --editable ".[dev-without-spark]" || $(PIP_INSTALL) --editable ".[dev-without-spark]"
	@touch $@ .venv/installed

# Spark is packed before it is installed: not to compress its 430 MB takes 9 seconds of a processor,
# not 19. graphkit itself is installed already and is not touched: other steps use it meanwhile.
.venv/installed-dev: .venv/installed-without-spark
	$(UV_INSTALL) --config-setting=--build-option=--compression=stored "graphkit[dev]" || \
	$(PIP_INSTALL) "graphkit[dev]"
	@touch $@

.venv/installed-docs: .venv/installed-dev
	$(PIP_INSTALL) --editable ".[docs]"
	@touch $@

# What checks the page's script; node and npm are Python packages of the dev extra.
$(WEB)/node_modules/installed: $(WEB)/package-lock.json | .venv/installed-without-spark
	$(BIN)/npm ci --prefix $(WEB) --ignore-scripts --loglevel=error
	@touch $@

clean:
	rm -rf .venv graphkit-demo build dist *.egg-info $(WEB)/node_modules graphkit/views/bundles
