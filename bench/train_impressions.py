"""Fits what names sound like: `python -m bench.train_impressions [OUT]`, without other data than the project's.

It learns from whole names: those of `source_names/`, which authors wrote who did not know the code, and those of
`source_phrases.yaml`; besides, from the nouns of `titles.yaml` and `head_nouns.yaml` and the bodies of the registry.
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

from bench._data import command_line, print_figures
from rules.provenance.impressions import FILE, UNIT, features

DATA = Path(__file__).parents[1] / "rules" / "data"
PHRASES = Path(__file__).parent / "source_phrases.yaml"
AUTHORS = tuple(sorted((Path(__file__).parent / "source_names").glob("*.txt")))
SATIRE = "satire"  # known by list, not by how it sounds
PEOPLE = frozenset({"officials", "statesmen"})  # files of the registry whose names tell nothing of others
OF_LISTS = 0.3
"""The weight of a word of the lists beside a whole name."""
STRENGTH, MARGIN, OFTEN, ROUNDS = 15.0, 0.4, 2, 300
"""Features that fewer than `OFTEN` names have, such as names of people, are left out."""

INVENTED = re.compile(r"\b(?:ana|ron|dovik|tasker|lestovia|ostwick|lorn|vale|karst|wyvern)")
"""People and places of the phrases."""

Example = tuple[str, str, float]


def examples(held_out: Path | None = None) -> Iterator[Example]:
    """Names with their classes and weights, without those of one author."""
    yield from (example for example in of_project() if example[1] != SATIRE)
    yield from (example for file in AUTHORS if file != held_out for example in of_author(file))


def of_author(file: Path) -> Iterator[Example]:
    """The names that one author wrote."""
    for line in file.read_text("utf-8").splitlines():
        name, _, class_ = line.rpartition(" | ")
        yield name, class_, 1.0


def of_project() -> Iterator[Example]:
    """Those that were written with the rules known."""
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
    told = [_told(name) for name, _, _ in found]
    often = Counter(feature for features_ in told for feature in features_)
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform([{f: v for f, v in row.items() if often[f] >= OFTEN} for row in told])
    model = LogisticRegression(C=STRENGTH, max_iter=ROUNDS)
    model.fit(table, [class_ for _, class_, _ in found], sample_weight=_balanced(found))
    names, weights = vectorizer.get_feature_names_out(), np.rint(model.coef_.T * UNIT).astype(int)
    return {
        "labels": model.classes_.tolist(),
        "intercepts": np.rint(model.intercept_ * UNIT).astype(int).tolist(),
        "weights": {name: row.tolist() for name, row in zip(names, weights, strict=True) if row.any()},
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


def main(out: Path) -> None:
    """Writes the file and prints how many features it has."""
    model = fit(list(examples()))
    out.write_text(json.dumps(model, separators=(",", ":")), "utf-8")
    print_figures(features=len(model["weights"]), bytes=out.stat().st_size)


if __name__ == "__main__":
    options = command_line(__doc__)
    options.add_argument("out", nargs="?", type=Path, default=DATA / FILE)
    main(**vars(options.parse_args()))
