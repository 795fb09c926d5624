"""How far the shipped reliability letters agree with other people's ratings: `python -m bench.provenance FILE`.

FILE holds ratings of outlets by domain, one JSON object a line: `domain`, `list`, and `score` or `label`. Only lists
that took no part in the registry are measured. Each figure counts the domains that both rate.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from scipy.stats import spearmanr
from sklearn.metrics import roc_auc_score

from bench._data import command_line, print_figures, read_jsonl
from rules.provenance import Registry
from rules.rulebook import Rulebook

LABELS = {"very-low": 0, "low": 1, "mixed": 2, "mostly-factual": 3, "high": 4, "very-high": 5}
LISTS = ("lin2023", "mbfc", "baly-acl2020", "baly-emnlp18")
GOOD, POOR = 4, 1  # a label of at least "high", and one of at most "low"


def main(path: str) -> None:
    """Prints, for each list, a table of mean ratings by letter, then the figures as one JSON line."""
    registry = Rulebook().part(Registry)
    ratings: dict[str, dict[str, float]] = defaultdict(dict)
    for row in read_jsonl(path):
        rating = row["score"] if row.get("score") is not None else LABELS.get(str(row.get("label")))
        if row["list"] in LISTS and row.get("domain") and rating is not None:
            ratings[row["list"]].setdefault(row["domain"].removeprefix("www."), float(rating))
    figures: dict[str, float | int] = {}
    for name in sorted(ratings):
        shared = _shared(registry, ratings[name])
        letters, values = np.array([ord("E") - ord(x) for x, _ in shared]), np.array([v for _, v in shared])
        _print_table(name, shared)
        key = name.replace("-", "_")
        figures |= {f"{key}_domains": len(shared), f"{key}_spearman": float(spearmanr(letters, values).statistic)}
        good, poor = _ends(name, values)
        figures[f"{key}_auc"] = float(roc_auc_score(good[good | poor], letters[good | poor]))
    print_figures(**figures)


def _shared(registry: Registry, ratings: dict[str, float]) -> list[tuple[str, float]]:
    """The letter and the rating of every outlet that both judge."""
    outlets = [(registry.publisher(domain), rating) for domain, rating in sorted(ratings.items())]
    return [(o.reliability, rating) for o, rating in outlets if o is not None and o.reliability != "F"]


def _ends(name: str, values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Clearly good and clearly poor outlets: by label, or for scores the upper and the lower third."""
    if name == "lin2023":
        return values >= np.quantile(values, 2 / 3), values <= np.quantile(values, 1 / 3)
    return values >= GOOD, values <= POOR


def _print_table(name: str, shared: list[tuple[str, float]]) -> None:
    by_letter: dict[str, list[float]] = defaultdict(list)
    for letter, value in shared:
        by_letter[letter].append(value)
    means = "  ".join(f"{x} {np.mean(by_letter[x]):.2f} ({len(by_letter[x])})" for x in sorted(by_letter))
    print(f"{name}: mean rating by letter (outlets): {means}")


if __name__ == "__main__":
    options = command_line(__doc__)
    options.add_argument("path", metavar="file")
    main(**vars(options.parse_args()))
