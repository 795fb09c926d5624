"""Collective matching: whether two texts tell of one event, judged with the other texts around them.

A pair may share no word ("the 36-year-old slipped"; "climber dies near glacier") and still be tied together by texts
that resemble both. Each text is linked to those that the pair model finds most likely to tell of its event; a random
walk with restart over these links (Zhou and others, "Learning with local and global consistency", 2004) then says how
strongly any two are connected.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from rules.matching import Index, PairModel
from rules.matching.linear import load, logistic
from rules.matching.model import FILE
from rules.matching.profile import Profile, Profiler
from rules.rulebook import Rulebook

Matrix = NDArray[np.float64]
_CANDIDATES = 15
_LINKS = 5
_CONTINUE = 0.8
_FLOOR = 1e-4


class Collective:
    """Same-event probabilities within a collection of up to a few thousand texts."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._likeness = rulebook.part(PairModel).likeness
        self._calibration = load(rulebook, FILE, "collective")

    def probabilities(self, texts: Sequence[str]) -> Matrix:
        """A symmetric matrix (texts, texts): the probability that two of them tell of one event.

        The order of the texts does not matter; the same text twice counts as two texts.
        """
        connection = connections(links(texts, self._rulebook, lambda a, b: self._likeness(a, b).log_odds))
        probability = np.vectorize(lambda c: logistic(self._calibration.log_odds({"connection": c})), [float])
        result: Matrix = probability(connection)
        return result


def links(texts: Sequence[str], rulebook: Rulebook, log_odds: Callable[[Profile, Profile], float]) -> Matrix:
    """A pair model's probability for each text and the candidates that the index proposes for it, else 0."""
    index, profiler = Index(rulebook), rulebook.part(Profiler)
    for number, text in enumerate(texts):
        index.add(str(number), text)
    profiles = [profiler.profile(text) for text in texts]
    found = np.zeros((len(texts), len(texts)))
    for row, text in enumerate(texts):
        for column in (int(name) for name, _ in index.query(text, _CANDIDATES + 1)):
            if column != row and not found[row, column]:
                found[row, column] = found[column, row] = logistic(log_odds(profiles[row], profiles[column]))
    return found


def connections(links: Matrix) -> Matrix:
    """Log of the normalised random-walk kernel over each text's strongest links; higher is more closely tied."""
    size = len(links)
    strongest = np.sort(links, axis=1)[:, -min(_LINKS, size) :][:, :1]
    kept = np.where(links >= np.maximum(strongest, 1e-12), links, 0.0)
    kept = np.maximum(kept, kept.T)
    degree = kept.sum(axis=1) + 1e-12
    kernel = np.linalg.inv(np.eye(size) - _CONTINUE * kept / np.sqrt(np.outer(degree, degree)))
    own = np.sqrt(np.diag(kernel))
    connection: Matrix = np.log(kernel / np.outer(own, own) + _FLOOR)
    return connection
