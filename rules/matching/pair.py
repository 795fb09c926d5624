"""Features of two texts: what they share, what each has that the other lacks, what sets them apart.

A directed feature is given for both directions, `_of_a` (how much of a is found in b) and `_of_b`.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from rules.matching.opposites import clash
from rules.matching.profile import Profile

Features = dict[str, float]


def compare(a: Profile, b: Profile) -> Features:
    """All features of the pair, by name; every one is finite and most lie between 0 and 1 or count something.

    Shared words count by their weight (idf); `soft` features let a word be answered by a similar one (cosine of word
    vectors); `clash` counts opposites, `names_apart` is the weight of names that each side has for itself.
    """
    shared = [stem for stem in a.weights if stem in b.weights]
    weight = sum([a.weights[stem] for stem in shared])
    return {
        "shared": weight,
        "shared_words": float(len(shared)),
        "rarest_shared": max([a.weights[stem] for stem in shared], default=0.0),
        "cover_of_a": weight / (a.total or 1.0),
        "cover_of_b": weight / (b.total or 1.0),
        "jaccard": weight / (a.total + b.total - weight or 1.0),
        "phrases": float(len(a.pairs & b.pairs)),
        "characters": _cosine(a.grams, b.grams),
        "meaning": float(a.mean @ b.mean),
        **_alignment(a, b),
        **_names(a, b),
        **_details(a, b),
    }


def _cosine(a: dict[str, float], b: dict[str, float]) -> float:
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return sum([small[gram] * large[gram] for gram in filter(large.__contains__, small)])


def _alignment(a: Profile, b: Profile) -> Features:
    """How well the words of each are answered by the most similar word of the other, and the worst gap."""
    if not a.weights or not b.weights:
        return {"soft_of_a": 0.0, "soft_of_b": 0.0, "gap_of_a": 0.0, "gap_of_b": 0.0}
    similarity = a.vectors @ b.vectors.T
    mine, other = np.maximum.reduce(similarity, axis=1), np.maximum.reduce(similarity, axis=0)
    return {
        "soft_of_a": float(mine @ a.masses) / a.total,
        "gap_of_a": float(np.maximum.reduce((1 - mine) * a.masses)),
        "soft_of_b": float(other @ b.masses) / b.total,
        "gap_of_b": float(np.maximum.reduce((1 - other) * b.masses)),
    }


def _names(a: Profile, b: Profile) -> Features:
    shared = sum([min(weight, b.names[name]) for name, weight in a.names.items() if name in b.names])
    alone_a = sum([weight for name, weight in a.names.items() if name not in b.names])
    alone_b = sum([weight for name, weight in b.names.items() if name not in a.names])
    return {
        "names": shared,
        "names_of_a": shared / (shared + alone_a) if a.names else 0.5,
        "names_of_b": shared / (shared + alone_b) if b.names else 0.5,
        "names_apart": min(alone_a, alone_b),
        "fewest_names": float(min(len(a.names), len(b.names))),
    }


def _details(a: Profile, b: Profile) -> Features:
    numbers, times = a.numbers & b.numbers, a.times & b.times
    return {
        "numbers": float(len(numbers)),
        "numbers_missing_of_a": float(len(a.numbers) - len(numbers)),
        "numbers_missing_of_b": float(len(b.numbers) - len(numbers)),
        "numbers_apart": float(bool(a.numbers and b.numbers and not numbers)),
        "times": float(len(times)),
        "times_apart": float(bool(a.times and b.times and not times)),
        "clash": float(clash(a.poles, b.poles)),
        "negation_apart": float((a.negations > 0) != (b.negations > 0)),
        "shorter": _logarithm(min(a.length, b.length)),
        "longer": _logarithm(max(a.length, b.length)),
    }


@lru_cache
def _logarithm(words: int) -> float:
    return float(np.log1p(words))


def unordered(features: Features) -> Features:
    """The same without direction: the lower and the higher of each directed feature, as `_low` and `_high`."""
    same, directed = _directions(tuple(features))
    plain = {name: features[name] for name in same}
    for low, high, of_a, of_b in directed:
        values = features[of_a], features[of_b]
        plain[low], plain[high] = min(values), max(values)
    return plain


@lru_cache
def _directions(names: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[tuple[str, str, str, str], ...]]:
    """The features without direction, and for each with one what its lower and higher are called, and its two names."""
    stems = [name.removesuffix("_of_a") for name in names if name.endswith("_of_a")]
    same = tuple(name for name in names if not name.endswith(("_of_a", "_of_b")))
    return same, tuple((f"{stem}_low", f"{stem}_high", f"{stem}_of_a", f"{stem}_of_b") for stem in stems)
