# make demo: convert and validate examples/1h11.   make test: lint, types and every test.   make bench: benchmarks.
# What takes longer than the tests may: make hostile, make parity, make fuzz, make fuzz-readers.
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3
unexport PYTHONDONTWRITEBYTECODE # what is compiled once starts much faster in every process of the tests

.PHONY: demo test lint types unit bench browser fuzz fuzz-readers hostile parity clean

$(BIN)/iij-xbrl: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --editable '.[test]' # compiled when used
	@touch $@

demo: $(BIN)/iij-xbrl
	$(BIN)/iij-xbrl convert examples/1h11/release.md --output out/1h11

# What is missing is installed side by side, and types are checked while the tests run.
test:
	$(MAKE) --jobs 2 $(BIN)/iij-xbrl browser
	$(MAKE) lint
	$(MAKE) --jobs 2 types unit

lint: $(BIN)/iij-xbrl
	$(BIN)/ruff check converter tests
	$(BIN)/ruff format --check converter tests

types: $(BIN)/iij-xbrl
	$(BIN)/mypy

unit: $(BIN)/iij-xbrl browser
	$(BIN)/python -m pytest --numprocesses auto --dist loadgroup --no-loadscope-reorder

# The browser tests need Chromium. Where it can be installed, it is; elsewhere they are skipped, but for CI.
browser:
	@command -v chromium >/dev/null \
	|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
	     && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; } \
	|| echo "No Chromium here and no right to install it: the browser tests are skipped (apt-get install chromium)."

# Mutated releases, figures, errata and reports: make fuzz MINUTES=30 SEED=1000
fuzz: $(BIN)/iij-xbrl
	PYTHONPATH=tests $(BIN)/python tests/fuzz/fuzz.py $(or $(MINUTES),5) $(or $(SEED),0)

# Each reader guided by coverage, from the saved inputs on: make fuzz-readers MINUTES=10
fuzz-readers: $(BIN)/iij-xbrl
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[fuzz]'
	for reader in text html csv spreadsheet word pdf; do \
	  $(BIN)/python tests/fuzz/guided.py $$reader $$((60 * $(or $(MINUTES),1))) || exit 1; done

# All hostile inputs, of which the tests run some.
hostile: $(BIN)/iij-xbrl
	HOSTILE=all $(BIN)/python -m pytest --numprocesses auto --dist load tests/integration/test_hostile_siblings.py

# Arelle and our evaluator relation by relation on all examples, of which the tests ask one.
parity: $(BIN)/iij-xbrl
	PARITY=all $(BIN)/python -m pytest --numprocesses auto --dist load tests/integration/test_relations_parity.py

bench: $(BIN)/iij-xbrl
	$(BIN)/python -m pytest tests/benchmarks --override-ini addopts= -s -q

clean:
	rm -rf $(VENV) out
