"""The model reads as it was fitted to: parsing, features and network are still those of its training.

It has learnt from these articles, so that the figures are memory; docs/attribution.md has those on unseen ones.
"""

from pathlib import Path

import pytest

from bench._data import read_jsonl
from bench.attribution import measured
from rules import load_rulebook

DEVELOPMENT = Path(__file__).parents[3] / "shared" / "data" / "attribution" / "polnear_dev.jsonl"
FLOORS = {"source_f1": 0.83, "cue_f1": 0.77, "content_f1": 0.68, "content_token_f1": 0.91, "sentence_f1": 0.93}


@pytest.mark.data
@pytest.mark.skipif(not DEVELOPMENT.exists(), reason="the evaluation data is not beside the project")
def test_figures_hold_on_articles_of_the_training():
    figures = measured(read_jsonl(DEVELOPMENT), load_rulebook())
    assert {name: figures[name] for name, floor in FLOORS.items() if figures[name] < floor} == {}
