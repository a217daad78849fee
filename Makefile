# Everything that this project does with itself. `make` lists it.
# Needs: Python 3.11 or newer with pip. All else goes into .venv.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
export UV_PYTHON_DOWNLOADS := never

.DEFAULT_GOAL := help
.PHONY: help demo check check-slow quality calibrate tools lint clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile

demo: $(READY) ## build the shipped article's graph, ask it a question, write its page
	@mkdir -p build
	$(BIN)/kg build -o build/allopregnanolone.trig
	$(BIN)/kg query -g build/allopregnanolone.trig --name on-reference --set number=4
	$(BIN)/kg view -g build/allopregnanolone.trig -o build/allopregnanolone.html
	@echo
	@echo "The graph: $(CURDIR)/build/allopregnanolone.trig"
	@echo "The page:  $(CURDIR)/build/allopregnanolone.html (open it in a browser)"

check: $(READY) tools lint ## all quick checks: style, types, layers, tests
	$(BIN)/python -m pytest -m "not slow"

lint: $(READY) ## style, types and layers only
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

check-slow: $(READY) tools ## slow tests: wheel, sdist, editable; the wheel on a newer Python
	$(BIN)/python -m pytest -m slow
	bash .ci/newer-python

quality: $(READY) ## measure against the gold and write docs/quality.md
	$(BIN)/python -m benchmarks.quality --write

calibrate: $(READY) ## measure how often each sort of reading is right and write data/reliability.tsv
	$(BIN)/python -m benchmarks.quality.calibration

tools: ## what the tests need beside Python: a browser and Java
	@bash .ci/tools

clean: ## remove all that was made here
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# --without-pip and `pip --python`: a Debian without python3-venv has no ensurepip.
$(READY): pyproject.toml uv.lock
	@$(PYTHON) -c 'import sys; sys.exit("kg needs Python 3.11 or newer: make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	test -x $(BIN)/python || $(PYTHON) -m venv --without-pip .venv
	test -x $(BIN)/uv || $(PYTHON) -m pip --python $(BIN)/python install --quiet --disable-pip-version-check 'uv>=0.9'
	$(BIN)/uv sync --frozen --quiet --python $(BIN)/python
	@touch $@
