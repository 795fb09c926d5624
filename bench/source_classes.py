"""Shares of names whose class is found by rules alone and with impressions: `python -m bench.source_classes`.

The impressions of each author's names are learnt from the others', so that nobody's own names helped.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

from bench._data import command_line, print_figures
from bench.train_impressions import AUTHORS, DATA, examples, fit, of_author
from rules.provenance import Registry
from rules.provenance.impressions import FILE
from rules.rulebook import Rulebook


def share(registry: Registry, author: Path) -> float:
    """The share of an author's names that have the class that he gave them, from 0 to 1."""
    right = [registry.identify(name).class_ == class_ for name, class_, _ in of_author(author)]
    return sum(right) / len(right)


def main() -> None:
    """Prints both shares of each author."""
    command_line(__doc__).parse_args()
    figures = {}
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(DATA, Path(folder) / "data"))
        for author in AUTHORS:
            model = fit(list(examples(held_out=author)))
            silent = model | {"labels": []}  # it sounds like nothing
            figures[f"{author.stem}_rules_alone"] = share(_registry(copy, silent), author)
            figures[f"{author.stem}_with_impressions"] = share(_registry(copy, model), author)
    print_figures(**figures)


def _registry(data: Path, model: dict[str, object]) -> Registry:
    (data / FILE).write_text(json.dumps(model), "utf-8")
    return Rulebook(data).part(Registry)


if __name__ == "__main__":
    main()
