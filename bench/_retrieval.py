"""Retrieval without a store: the index and the ranker over claims that are held in memory."""

from __future__ import annotations

from rules.matching import Claim, Index, Match, Ranker
from rules.matching.posts import read_post
from rules.rulebook import Rulebook

_CANDIDATES = 100


def propose(text: str, index: Index) -> list[str]:
    """Ids of the claims, at most a hundred, that `text` or the name under it shares most words with."""
    post = read_post(text)
    return [claim for claim, _ in index.query(f"{post.text} {post.author}", _CANDIDATES)]


class Retriever:
    """Claims held in memory, asked by text: `retriever.query("Have they really closed the bridge?", 5)`."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._index, self._ranker = Index(rulebook), rulebook.part(Ranker)
        self._claims: dict[str, Claim] = {}

    def add(self, claim: Claim) -> None:
        """Store a claim under its id, which no other has."""
        self._claims[claim.id] = claim
        self._index.add(claim.id, f"{claim.text} {claim.title}")

    def query(self, text: str, k: int) -> list[Match]:
        """The `k` claims that `text` is most likely about, best first."""
        return self._ranker.rank(text, [self._claims[claim] for claim in propose(text, self._index)])[:k]
