"""Shares of names whose class is found by rules alone and with impressions: `python -m bench.source_classes`.

The impressions of each author's names are learnt from the others', so that nobody's own names helped.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

from bench.train_impressions import AUTHORS, DATA, examples, fit, of_author
from rules.provenance import Registry
from rules.provenance.impressions import FILE
from rules.rulebook import Rulebook


def share(registry: Registry, author: Path) -> float:
    """The share of an author's names that have the class that he gave them, from 0 to 1."""
    right = [registry.identify(name).class_ == class_ for name, class_, _ in of_author(author)]
    return sum(right) / len(right)


def main() -> None:
    """Prints a line for each author."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(DATA, Path(folder) / "data"))
        for author in AUTHORS:
            model = fit(list(examples(held_out=author)))
            silent = model | {"labels": []}  # it sounds like nothing
            shares = [share(_registry(copy, weights), author) for weights in (silent, model)]
            print(author.stem, "rules alone {:.3f}, with impressions {:.3f}".format(*shares))


def _registry(data: Path, model: dict[str, object]) -> Registry:
    (data / FILE).write_text(json.dumps(model), "utf-8")
    return Rulebook(data).part(Registry)


if __name__ == "__main__":
    main()
