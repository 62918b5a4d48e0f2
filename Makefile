# Everything happens in .venv, which is made on first use: all that is needed is make and Python 3.11 or newer.

PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
BIN := .venv/bin

# A second BLAS thread doubles the processor time and saves none.
export OMP_NUM_THREADS := 1
export OPENBLAS_NUM_THREADS := 1

.PHONY: demo test lint types check bench docs shots clean

demo: .venv/ready  ## the quotes of an article, on the terminal
	$(BIN)/quotex extract corpus/sample.txt --published 2025-03-12

test: .venv/ready  ## all tests
	$(BIN)/pytest -q

lint: .venv/ready
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: .venv/ready
	$(BIN)/mypy

check: lint types test

bench: .venv/ready  ## what it costs, in units of natasha's entity recognition
	$(BIN)/python tests/bench.py

docs: .venv/docs  ## the site, into site/
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict --config-file .mkdocs.yml
	@echo "site/index.html is the first page"

shots: .venv/docs  ## the pictures of docs/pictures/, for which a Chromium has to be there
	$(BIN)/python tests/shots.py

clean:
	rm -rf site .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis dist

.venv/ready: pyproject.toml
	@test -n "$(PYTHON)" || { echo "no Python 3.11 or newer here: install one, or say where it is: make PYTHON=/path/to/python"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

.venv/docs: .venv/ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[docs]'
	touch $@
