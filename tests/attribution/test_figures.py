"""The model reads unseen articles as well as docs/attribution.md says, with some room below."""

from pathlib import Path

import pytest

from bench._data import read_jsonl
from bench.attribution import measured
from rules.rulebook import Rulebook

DEVELOPMENT = Path(__file__).parents[3] / "shared" / "data" / "attribution" / "polnear_dev.jsonl"
FLOORS = {"source_f1": 0.75, "cue_f1": 0.70, "content_f1": 0.59, "content_token_f1": 0.87, "sentence_f1": 0.90}


@pytest.mark.data
@pytest.mark.skipif(not DEVELOPMENT.exists(), reason="the evaluation data is not beside the project")
def test_figures_hold_on_articles_kept_from_training():
    figures = measured(read_jsonl(DEVELOPMENT), Rulebook())
    assert {name: figures[name] for name, floor in FLOORS.items() if figures[name] < floor} == {}
