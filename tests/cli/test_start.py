"""What a command spares itself while it starts, and how much of it is left once it runs."""

from __future__ import annotations

import gc
import subprocess
import sys

import pytest

from service import collector
from service.runtime import Runtime
from service.settings import Settings


@pytest.fixture
def held():
    collector.hold()
    yield
    collector.release()


def test_garbage_is_collected_as_usual_once_all_is_loaded(held, tmp_path):
    assert gc.get_threshold() != collector.USUAL
    Runtime.start(Settings.load(database=f"sqlite:///{tmp_path}/claims.db"))
    assert gc.get_threshold() == collector.USUAL


def loaded_by(program: str) -> set[str]:
    """The modules that a program has in the end."""
    command = [sys.executable, "-c", f"import sys; {program}; print(*sys.modules)"]
    return set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())


def test_reading_loads_no_client_of_the_network_nor_what_only_commands_of_libraries_need():
    loaded = loaded_by("import rules; rules.load_rulebook()")
    assert "spacy" in loaded
    assert not {"spacy.cli.download", "weasel", "httpx", "wordllama"} & loaded


def test_only_a_store_of_an_earlier_release_loads_what_migrates_it(tmp_path):
    url = f"sqlite:///{tmp_path}/claims.db"
    program = f"from service.store import database, migrate; migrate.migrate(database.Database({url!r}, 1))"
    assert ["alembic" in loaded_by(program) for _ in range(2)] == [True, False]
