# `make site` and `make test` do everything on a machine with Python 3.11 or later, git and make.
PYTHON := .venv/bin/python
READY := .venv/.ready
SECONDS_OF_FUZZ ?= 600

.PHONY: site test test-all check serve bench fuzz format clean

# A map with findings is built all the same: they are printed here and stand on a page of the site.
site: $(READY)
	@$(PYTHON) -m processmap check || [ $$? -eq 1 ]
	@$(PYTHON) -m processmap build
	@echo "Look at it: open site/index.html in a browser; with search: make serve, then http://127.0.0.1:8000"

check: $(READY)
	@$(PYTHON) -m processmap check

serve: $(READY)
	@$(PYTHON) -m processmap serve

# Lint, format, types, import contract, tests. Long tests run a seeded sample; `make test-all` runs the full counts.
test: $(READY) lint
	@sh .ci/browser
	@$(PYTHON) -m pytest -n 2 --dist worksteal

test-all: $(READY) lint
	@sh .ci/browser
	@PROCESSMAP_FULL=1 $(PYTHON) -m pytest -n 2 --dist worksteal

.PHONY: lint
lint: $(READY)
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports

format: $(READY)
	@.venv/bin/ruff check --fix .
	@.venv/bin/ruff format .

bench: $(READY)
	@$(PYTHON) benchmarks/bench_check.py
	@$(PYTHON) benchmarks/bench_soundness.py
	@$(PYTHON) benchmarks/bench_diagrams.py
	@$(PYTHON) benchmarks/bench_site.py

fuzz: $(READY)
	@$(PYTHON) tests/fuzz/fuzz_loading.py $(SECONDS_OF_FUZZ)

$(READY): pyproject.toml constraints.txt .ci/environment
	@sh .ci/environment

clean:
	@rm -rf .venv .cache .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis site dist build
