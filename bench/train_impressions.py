"""Fits what names sound like: `python -m bench.train_impressions [OUT]`, without other data than the project's.

It learns from the nouns of `titles.yaml` and `head_nouns.yaml`, the bodies of the registry and, above all, from the
whole names, invented for this, of `source_phrases.yaml`.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from rules.provenance.impressions import FILE, features

DATA = Path(__file__).parents[1] / "rules" / "data"
PHRASES = Path(__file__).parent / "source_phrases.yaml"
PEOPLE = frozenset({"officials", "statesmen"})  # files of the registry whose names tell nothing of others
OF_LISTS, STRENGTH, MARGIN, LEAST = 0.3, 40.0, 0.4, 1.0
"""The weight of a word of the lists beside a whole name; features whose weights are all below `LEAST` are left out."""

INVENTED = re.compile(r"\b(?:ana|ron|dovik|tasker|lestovia|ostwick|lorn|vale|karst|wyvern)")
"""People and places of the phrases."""

Example = tuple[str, str, float]


def examples() -> Iterator[Example]:
    """Names with their classes and weights."""
    phrases = yaml.safe_load(PHRASES.read_text("utf-8"))
    yield from ((name, class_, 1.0) for class_, lines in phrases.items() for name in lines.split(" | "))
    titles = yaml.safe_load((DATA / "en" / "titles.yaml").read_text("utf-8"))
    classes = {title["id"]: title.get("class") for title in titles}
    told = [title for title in titles if title.get("class")]
    yield from ((word, title["class"], OF_LISTS) for title in told for word in title["words"])
    yield from ((name, title["class"], 1.0) for title in told for name in title.get("hits", ()))
    nouns = yaml.safe_load((DATA / "en" / "head_nouns.yaml").read_text("utf-8"))
    of_titles = (pair for kind in ("people", "bodies") for pair in nouns[kind].items())
    yield from ((word, classes[id_], OF_LISTS) for id_, words in of_titles if classes[id_] for word in words.split())
    for file in sorted((DATA / "registry").glob("*.yaml")):
        yield from _bodies(yaml.safe_load(file.read_text("utf-8"))) if file.stem not in PEOPLE else ()


def _bodies(entries: list[dict[str, Any]]) -> Iterator[Example]:
    """Names of several words: "Fairhand" alone tells nothing of others."""
    for entry in entries:
        names = (name for name in (entry["name"], *entry.get("aliases", ())) if " " in name)
        yield from ((name, entry["class"], OF_LISTS) for name in names)


def fit(found: list[Example]) -> dict[str, Any]:
    """The weights as `impressions.json` holds them."""
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform([_told(name) for name, _, _ in found])
    model = LogisticRegression(C=STRENGTH, max_iter=1000)
    model.fit(table, [class_ for _, class_, _ in found], sample_weight=_balanced(found))
    names, weights = vectorizer.get_feature_names_out(), model.coef_.T
    telling = [k for k in range(len(names)) if np.abs(weights[k]).max() > LEAST]
    return {
        "labels": model.classes_.tolist(),
        "intercepts": np.round(model.intercept_, 3).tolist(),
        "weights": {names[k]: np.round(weights[k], 1).tolist() for k in telling},
        "margin": MARGIN,
    }


def _told(name: str) -> dict[str, float]:
    """The features of a name without those that hold an invented one, which stand for any."""
    return {feature: value for feature, value in features(name).items() if not INVENTED.search(feature)}


def _balanced(found: list[Example]) -> list[float]:
    """The weights, with rare classes raised by the root of what they lack: two of five names are of parties."""
    totals: Counter[str] = Counter()
    for _, class_, weight in found:
        totals[class_] += weight
    mean = sum(totals.values()) / len(totals)
    return [weight * (mean / totals[class_]) ** 0.5 for _, class_, weight in found]


def main(out: Path = DATA / FILE) -> None:
    """Writes the file and prints how many features it has."""
    model = fit(list(examples()))
    out.write_text(json.dumps(model, separators=(",", ":")), "utf-8")
    print(len(model["weights"]), "features", out.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
