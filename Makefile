# make demo: convert and validate examples/1h11.   make test: lint, types and every test.
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3

.PHONY: demo test lint types unit bench clean

$(BIN)/iij-xbrl: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@

demo: $(BIN)/iij-xbrl
	$(BIN)/iij-xbrl convert examples/1h11/release.md --output out/1h11

test: lint types unit

lint: $(BIN)/iij-xbrl
	$(BIN)/ruff check converter tests
	$(BIN)/ruff format --check converter tests

types: $(BIN)/iij-xbrl
	$(BIN)/mypy

unit: $(BIN)/iij-xbrl
	$(BIN)/python -m pytest --numprocesses auto

bench: $(BIN)/iij-xbrl
	$(BIN)/python -m pytest tests/benchmarks --override-ini addopts= -s

clean:
	rm -rf $(VENV) out
