# Two commands for a fresh machine with Python 3.11 and make: `make run` and `make test`.
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell command -v python3.11 || command -v python3)
SETUP := $(VENV)/.installed
DATABASE ?= sqlite:///var/corrobora.db
HOST ?= 127.0.0.1
PORT ?= 8000
UV_LOCK := $(BIN)/uv pip compile -q --generate-hashes --no-header --no-emit-index-url --python-version 3.11 pyproject.toml
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: setup run test check golden lock browser clean

setup: $(SETUP)

$(SETUP): requirements-dev.lock pyproject.toml
	@"$(PYTHON)" -c "import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 13))" 2>/dev/null \
	  || { echo "Corrobora needs Python 3.11: install it, or say make PYTHON=/path/to/python3.11" >&2; exit 2; }
	@test -x $(BIN)/python || { echo "Building $(VENV) from the lock: a few minutes, once."; $(PYTHON) -m venv $(VENV); }
	$(BIN)/python -m pip install -qq --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install -qq --no-build-isolation --no-deps --editable .
	$(BIN)/python -m compileall -q rules service
	@touch $@

run: setup
	$(BIN)/corrobora load fixtures/cases fixtures/articles --database $(DATABASE)
	$(BIN)/corrobora serve --host $(HOST) --port $(PORT) --database $(DATABASE)

test: check
	$(BIN)/pytest

check: setup
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

golden: setup
	$(BIN)/python -m bench.golden

lock: setup
	$(UV_LOCK) -o requirements.lock
	$(UV_LOCK) --extra dev -c requirements.lock -o requirements-dev.lock

browser:
	.ci/browser

clean:
	rm -rf $(VENV) .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
