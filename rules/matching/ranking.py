"""Ranking: which stored claims is a text about? A learnt order over the candidates that an index proposes.

Each candidate is compared with the text in three views (its text, its title, both) and judged by its features and by
how far each is ahead of the best other candidate's: what counts is being better than the rest, not being similar.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from rules.matching.linear import load, logistic
from rules.matching.model import FILE
from rules.matching.pair import compare
from rules.matching.posts import read_post
from rules.matching.profile import Profile, Profiler
from rules.model import Record
from rules.rulebook import Rulebook


class Claim(Record, frozen=True, kw_only=True):
    """A stored claim; `title` is the headline of its article or check, empty where it has none."""

    id: str
    text: str
    title: str = ""


class Match(Record, frozen=True, kw_only=True):
    """A claim that a text may be about, with the probability that it is."""

    claim: str
    score: float


class RankFeatures:
    """What is compared: `lead` features say how far a candidate is ahead of the best other one."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._profiler = rulebook.part(Profiler)

    def table(self, text: str, candidates: Sequence[Claim]) -> tuple[list[str], NDArray[np.float64]]:
        """Names of the features and a matrix (candidates, features)."""
        if not candidates:
            return [], np.empty((0, 0))
        post = read_post(text)
        query = self._profiler.profile(f"{post.text} {post.author}")
        signature = self._profiler.profile(f"{post.author} {post.date}")
        rows = [self._row(query, signature, claim) for claim in candidates]
        plain = np.array([list(row.values()) for row in rows])
        names = list(rows[0])
        return [*names, *(f"lead:{name}" for name in names)], np.hstack([plain, _lead(plain)])

    def _row(self, query: Profile, signature: Profile, claim: Claim) -> dict[str, float]:
        views = {"text": claim.text, "title": claim.title, "both": f"{claim.text} . {claim.title}"}
        row: dict[str, float] = {}
        for view, text in views.items():
            profile = self._profiler.profile(text)
            row |= {f"{view}:{name}": value for name, value in compare(query, profile).items()}
        row["author"] = sum(weight for name, weight in signature.names.items() if name in profile.names)
        row["dated"] = float(len(signature.times & profile.times))
        return row


class Ranker:
    """Orders candidates. The probability of each depends on the others that it is ranked with."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._features = rulebook.part(RankFeatures)
        self._model = load(rulebook, FILE, "rank")

    def rank(self, text: str, candidates: Sequence[Claim]) -> list[Match]:
        """All candidates, best first, ties by id."""
        names, rows = self._features.table(text, candidates)
        scores = [self._model.log_odds(dict(zip(names, row, strict=True))) for row in rows.tolist()]
        matches = [Match(claim=c.id, score=logistic(s)) for c, s in zip(candidates, scores, strict=True)]
        return sorted(matches, key=lambda match: (-match.score, match.claim))


def likest(text: str, claims: Mapping[str, str], rulebook: Rulebook) -> list[Match]:
    """Claims, given as texts by id, in the order in which `text` is likely to be about them.

    >>> claims = {"c1": "The bridge at Orm is closed.", "c2": "The mayor of Orm resigned."}
    >>> [match.claim for match in likest("Have they really closed the bridge in Orm?", claims, Rulebook())]
    ['c1', 'c2']
    """
    return rulebook.part(Ranker).rank(text, [Claim(id=id_, text=said) for id_, said in sorted(claims.items())])


def _lead(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """How far each value is ahead of the best other one in its column; shape as given."""
    if len(values) < 2:
        return values
    ordered = np.sort(values, axis=0)
    lead: NDArray[np.float64] = values - np.where(values == ordered[-1], ordered[-2], ordered[-1])
    return lead
