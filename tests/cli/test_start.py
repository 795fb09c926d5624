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


def test_reading_loads_no_client_of_the_network_nor_what_only_commands_of_libraries_need():
    program = "import sys, rules; rules.load_rulebook(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert "spacy" in loaded
    assert not {"spacy.cli.download", "weasel", "httpx", "wordllama"} & set(loaded)
