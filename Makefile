# Two commands matter: `make run` and `make test`. The rest is listed by `make help`.
# Everything lives in .venv (what is installed) and var (what people wrote).

PYTHON ?= python3
PORT ?= 8000
WORKERS ?= 2
TESTERS ?= auto
# File by file in their order: what a folder's tests share is built once for each worker.
SIDE_BY_SIDE = -n $(TESTERS) --dist loadfile --no-loadscope-reorder

VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
CATALOGUES := $(wildcard */locale/*/LC_MESSAGES/django.po site/*/locale/*/LC_MESSAGES/django.po)
NEXT := build/next
NEXT_WAGTAIL := wagtail>=8.0,<8.1
# Wherever this shell points, the tests keep to SQLite; .ci/run calls pytest itself for PostgreSQL.
ON_SQLITE := env -u DATABASE_URL -u CACHE_URL

.DEFAULT_GOAL := help
.PHONY: help setup run test lint bench axe shots drawings torture lock clean
.DELETE_ON_ERROR:

help:  ## show this list
	@sed -n 's/^\([a-z]*\):[^#]*## */  make \1	/p' $(MAKEFILE_LIST) | expand -t 16

setup: $(VENV)/.installed $(VENV)/.catalogues  ## make the environment in .venv; quick when nothing changed

run: setup  ## serve the site; PORT=8000, WORKERS=2
	@$(MANAGE) prepare --port $(PORT) --rest-later
	@exec $(BIN)/python -m gunicorn --pythonpath site --bind 0.0.0.0:$(PORT) --workers $(WORKERS) \
	    --worker-class gthread --threads 4 --log-level warning lifelong.wsgi

test: setup  ## run every test on SQLite
	@command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null || { \
	    echo "Chromium is not installed, so the tests that need a browser are skipped."; \
	    echo "On Debian: apt-get install chromium-headless-shell"; }
	@$(ON_SQLITE) $(BIN)/python -m pytest $(SIDE_BY_SIDE)

lint: setup  ## check style, templates, imports between rooms, and forgotten migrations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djlint --lint --quiet .
	PYTHONPATH=site $(BIN)/lint-imports --no-cache
	$(MANAGE) makemigrations --check --dry-run

bench: setup  ## measure the speed of the server, and how long a page takes on a slow line
	@$(ON_SQLITE) $(BIN)/python tests/bench/bench.py
	@$(ON_SQLITE) $(BIN)/python tests/bench/slow_line.py

shots: setup  ## take pictures of every page in every state, to look at; ONLY=lesson, LOOKS=kk-wide,dark
	@$(ON_SQLITE) $(BIN)/python tests/shots/shots.py

drawings: setup  ## make the pictures of the courses out of their .svg drawings, where those are newer
	@$(BIN)/python tests/shots/drawings.py

next: setup $(NEXT)/.installed  ## run the tests without the browser on the next Wagtail
	@$(ON_SQLITE) $(NEXT)/bin/python -m pytest $(SIDE_BY_SIDE) -m "not browser" \
	    --ignore=tests/foreign --ignore=tests/torture

axe: setup  ## look for barriers on every page, in every state, language, colour and size
	@$(ON_SQLITE) AXE=all $(BIN)/python -m pytest tests/browser/test_barriers.py

torture: setup  ## kill the server a hundred times while people answer
	@$(ON_SQLITE) KILLS=100 $(BIN)/python -m pytest tests/torture

lock:  ## choose newer versions of what we need, with their hashes (needs `uv`)
	@command -v uv >/dev/null || { echo "Locking needs uv: pip install uv, anywhere on the PATH."; exit 1; }
	cd requirements && for name in runtime dev; do \
	    uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	        --no-header --no-emit-index-url --no-emit-find-links --output-file $$name.txt $$name.in || exit 1; \
	done

clean:  ## take away what was installed; what people wrote in var stays
	rm -rf $(VENV) build *.egg-info .pytest_cache .ruff_cache .hypothesis

# --- What setup is made of ---------------------------------------------------

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	    echo "Lifelong needs Python 3.11 or newer, and '$(PYTHON)' is not."; \
	    echo "Name another one: make setup PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	    echo "Python's module for environments is missing."; \
	    echo "On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: requirements/dev.txt pyproject.toml setup.py | $(VENV)/.made
	@echo "Installing what Lifelong needs into $(VENV); the first time takes a few minutes."
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.catalogues: $(CATALOGUES) | $(VENV)/.installed
	@$(BIN)/python setup.py --quiet compile_catalogues
	@touch $@

# All that is locked, but for Wagtail itself.
$(NEXT)/.installed: requirements/dev.txt Makefile
	@$(PYTHON) -m venv $(NEXT)
	@awk '/^[^ #]/ { other = !/^wagtail==/ } other' requirements/dev.txt > $(NEXT)/but-wagtail.txt
	@$(NEXT)/bin/python -m pip install --quiet --no-deps --require-hashes -r $(NEXT)/but-wagtail.txt
	@$(NEXT)/bin/python -m pip install --quiet "$(NEXT_WAGTAIL)"
	@touch $@
