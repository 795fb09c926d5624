"""The Grafana dashboard asks only for metrics and labels that /metrics exposes."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from prometheus_client.parser import text_string_to_metric_families

from service.app import create_app
from service.settings import Settings
from tests.exports.conftest import CASE

DASHBOARD = json.loads((Path(__file__).parents[2] / "docs" / "grafana.json").read_text())
OWN = {"le"}


def expressions() -> list[str]:
    return [target["expr"] for panel in DASHBOARD["panels"] for target in panel["targets"]]


def exposed(tmp_path: Path) -> dict[str, set[str]]:
    """Names of samples that a server with something stored exposes, each with its labels."""
    client = create_app(Settings(database=f"sqlite:///{tmp_path}/claims.db")).test_client()
    client.post("/v1/claims", json=CASE)
    families = text_string_to_metric_families(client.get("/metrics").get_data(as_text=True))
    samples: dict[str, set[str]] = {}
    for family in families:
        for sample in family.samples:
            samples.setdefault(sample.name, set()).update(sample.labels)
    return samples


def test_every_metric_that_it_asks_for_exists(tmp_path: Path) -> None:
    known = exposed(tmp_path)
    asked = {name for expression in expressions() for name in re.findall(r"\bcorrobora_\w+", expression)}
    assert asked
    assert asked <= set(known)


def test_every_label_that_it_uses_exists(tmp_path: Path) -> None:
    known = exposed(tmp_path)
    for expression in expressions():
        labels = {label for name in re.findall(r"\bcorrobora_\w+", expression) for label in known[name]}
        grouped = re.findall(r"by \(([^)]*)\)", expression)
        matched = re.findall(r"{(\w+)[=!]", expression)
        used = {label.strip() for group in grouped for label in group.split(",")} | set(matched)
        assert used <= labels | OWN, expression


def test_panels_do_not_overlap() -> None:
    taken: set[tuple[int, int]] = set()
    for panel in DASHBOARD["panels"]:
        at: dict[str, Any] = panel["gridPos"]
        cells = {(x, y) for x in range(at["x"], at["x"] + at["w"]) for y in range(at["y"], at["y"] + at["h"])}
        assert not cells & taken, panel["title"]
        assert at["x"] + at["w"] <= 24
        taken |= cells
