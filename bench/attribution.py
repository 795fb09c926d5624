"""How well attributions are found: `python -m bench.attribution FILE [MODEL]`.

FILE has articles with gold attributions, one a line; MODEL is from `bench.train_attribution`, else the one that ships.

Exact spans agree in both ends (white space aside); overlapping ones share a character, and each span is matched once.
Distinct spans of an article count, micro-averaged. A sentence has an attribution when a span of one reaches into it.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bench._data import command_line, print_figures, read_jsonl
from rules import nlp
from rules.attribution import Attributor
from rules.attribution.tagger import MODEL
from rules.rulebook import Rulebook

ROLES = ("source", "cue", "content")
Extents = set[tuple[int, int]]


class _Trying(Rulebook):
    """The rulebook with another attribution model."""

    def __init__(self, model: Path) -> None:
        super().__init__()
        self._model = model

    def binary(self, name: str) -> bytes:
        return self._model.read_bytes() if name == MODEL else super().binary(name)


def main(file: str, model: str = "") -> None:
    """Prints the figures of the file as one JSON line."""
    print_figures(**measured(read_jsonl(file, "text", "attributions"), _Trying(Path(model)) if model else Rulebook()))


def measured(articles: list[dict[str, Any]], rulebook: Rulebook) -> dict[str, float]:
    """All figures of some articles; the speed is in words per second of CPU time, parsing included."""
    attributor = rulebook.part(Attributor)
    attributor.find("The mayor of Ostwick said the bridge was closed.")
    counts: Counter[str] = Counter()
    seconds, words = 0.0, 0
    for article in articles:
        text = article["text"]
        started = time.process_time()
        found = attributor.find(text)
        seconds += time.process_time() - started
        words += len(text.split())
        gold = {role: trimmed(text, (a[role] for a in article["attributions"])) for role in ROLES}
        predicted = {role: {(s.start, s.end) for a in found if (s := getattr(a, role))} for role in ROLES}
        counts.update(tally(gold, predicted, nlp.parse(text)))
    return figures(counts) | {"words_per_second": round(words / max(seconds, 1e-9))}


def trimmed(text: str, spans: Iterable[list[int] | None]) -> Extents:
    """Spans without white space at their ends."""
    result = set()
    for start, end in filter(None, spans):
        inner = text[start:end]
        result.add((start + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip())))
    return result


def tally(gold: dict[str, Extents], predicted: dict[str, Extents], parsed: nlp.Parsed) -> Counter[str]:
    """True positives, predictions and gold of every figure for one article."""
    counts: Counter[str] = Counter()
    for role in ROLES:
        _add(counts, role, len(gold[role] & predicted[role]), len(predicted[role]), len(gold[role]))
        _add(counts, f"{role}_overlap", overlaps(gold[role], predicted[role]), len(predicted[role]), len(gold[role]))
    tokens = printed(parsed, zip(range(len(parsed)), range(1, len(parsed) + 1), strict=True))
    sentences = printed(parsed, parsed.sentences())
    for name, units, roles in (("content_token", tokens, ("content",)), ("sentence", sentences, ROLES)):
        real, guess = (covered(units, [e for role in roles for e in spans[role]]) for spans in (gold, predicted))
        _add(counts, name, len(real & guess), len(guess), len(real))
    return counts


def printed(parsed: nlp.Parsed, extents: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where tokens or sentences stand, given as extents in tokens, without those of white space alone."""
    spans = (parsed.span(first, last) for first, last in extents)
    return [(start, end) for start, end in spans if parsed.text[start:end].strip()]


def _add(counts: Counter[str], name: str, hits: int, predicted: int, gold: int) -> None:
    counts.update({f"{name}:hits": hits, f"{name}:predicted": predicted, f"{name}:gold": gold})


def overlaps(gold: Extents, predicted: Extents) -> int:
    """How many predicted spans share a character with a gold span of their own."""
    free, hits = sorted(gold), 0
    for start, end in sorted(predicted):
        match = next((g for g in free if g[0] < end and start < g[1]), None)
        if match:
            free.remove(match)
            hits += 1
    return hits


def covered(units: list[tuple[int, int]], extents: Iterable[tuple[int, int]]) -> set[int]:
    """Which of the ordered `units` an extent reaches into."""
    spans = list(extents)
    return {i for i, (start, end) in enumerate(units) if any(s < end and start < e for s, e in spans)}


def figures(counts: Counter[str]) -> dict[str, float]:
    """F1 of each figure, with precision and recall where the name is `sentence`."""
    names = dict.fromkeys(key.partition(":")[0] for key in counts)
    result = {f"{name}_f1": _f1(counts, name) for name in names}
    for part in ("predicted", "gold"):
        result[f"sentence_{'precision' if part == 'predicted' else 'recall'}"] = round(
            counts["sentence:hits"] / max(1, counts[f"sentence:{part}"]), 4)
    return result


def _f1(counts: Counter[str], name: str) -> float:
    return round(2 * counts[f"{name}:hits"] / max(1, counts[f"{name}:predicted"] + counts[f"{name}:gold"]), 4)


if __name__ == "__main__":
    options = command_line(__doc__)
    options.add_argument("file")
    options.add_argument("model", nargs="?", default="")
    main(**vars(options.parse_args()))
