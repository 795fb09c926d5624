"""Whatever comes and goes, clustering only what it can reach gives what clustering everything gives."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from rules.linking import Near, Odds, Statement, cluster, pair, settle

TIES = st.sampled_from([-10.0, -3.0, -1.0, -0.25, 0.0, 0.5, 0.5, 1.0, 2.0, 2.0, 4.0, 10.0])


def statement(number: int) -> Statement:
    return Statement(id=f"{number:04d}", document=f"{number % 3}", text=f"{number}", denies=False,
                     published_at=None, places=(), days=None)


class Store:
    """Statements that remember their clusters, as the database does."""

    def __init__(self, odds: Odds) -> None:
        self.odds, self.cluster = odds, dict[str, int]()
        self.looked_at = 0

    def look(self, ids: Collection[str]) -> Near:
        numbers = {self.cluster[id_] for id_ in ids if id_ in self.cluster} - {0}
        found = [id_ for id_ in self.cluster if id_ in ids or self.cluster[id_] in numbers]
        self.looked_at += len(found)
        odds = {key: value for key, value in self.odds.items()
                if self.cluster.keys() >= set(key) and not set(key).isdisjoint(found)}
        return Near({statement(int(id_)): self.cluster[id_] for id_ in found}, odds)

    def settle(self, ids: Iterable[str]) -> None:
        for group in settle([id_ for id_ in ids if id_ in self.cluster], self.look).new:
            self.cluster |= {item.id: 1 + min(int(item.id) for item in group) for item in group}

    def add(self, ids: Collection[str]) -> None:
        self.cluster |= dict.fromkeys(ids, 0)
        self.settle(ids)

    def remove(self, ids: Collection[str]) -> None:
        lost = {self.cluster.pop(id_) for id_ in ids if id_ in self.cluster} - {0}
        mates = [id_ for id_, number in self.cluster.items() if number in lost]
        linked = [b if a in ids else a for (a, b), value in self.odds.items() if value > 0 and {a, b} & set(ids)]
        self.cluster |= dict.fromkeys(mates, 0)
        self.settle([*mates, *linked])

    @property
    def groups(self) -> set[frozenset[str]]:
        numbers = set(self.cluster.values())
        return {frozenset(id_ for id_, of in self.cluster.items() if of == number) for number in numbers}


@st.composite
def links(draw: st.DrawFn) -> Odds:
    """The odds of some pairs of twenty statements, many of them equal."""
    pairs = st.tuples(st.integers(0, 19), st.integers(0, 19)).filter(lambda both: both[0] != both[1])
    drawn = draw(st.lists(st.tuples(pairs, TIES), max_size=70))
    return {pair(f"{a:04d}", f"{b:04d}"): value for (a, b), value in drawn}


@settings(max_examples=300)
@given(links(), st.lists(st.tuples(st.booleans(), st.sets(st.integers(0, 19), max_size=5)), max_size=9))
def test_clusters_are_those_of_all_statements(odds: Odds, steps: list[tuple[bool, set[int]]]) -> None:
    store = Store(odds)
    for come, numbers in steps:
        ids = {f"{number:04d}" for number in numbers}
        store.add(ids - store.cluster.keys()) if come else store.remove(ids)
        everything = cluster([statement(int(id_)) for id_ in store.cluster], odds)
        assert store.groups == {frozenset(item.id for item in group) for group in everything}


def test_of_equally_likely_pairs_the_same_is_taken_whoever_stands_around() -> None:
    """One is as near to the next as to the last but one; an earlier statement, far down a chain, is no matter."""
    odds = {("0001", "0002"): 2.0, ("0002", "0003"): 2.0, ("0003", "0004"): 1.0, ("0000", "0004"): 0.5}
    store = Store(odds)
    store.add({"0001", "0002", "0003", "0004"})
    store.add({"0000"})
    assert store.groups == {frozenset(item.id for item in group) for group in cluster(map(statement, range(5)), odds)}


def test_clusters_that_are_not_known_are_found_anew() -> None:
    odds = {("0000", "0001"): 4.0, ("0001", "0002"): 3.0, ("0000", "0002"): 3.0, ("0002", "0003"): 1.0}
    store = Store(odds)
    store.cluster = dict.fromkeys(("0000", "0001", "0002"), 0)
    store.add({"0003"})
    assert store.groups == {frozenset({"0000", "0001", "0002"}), frozenset({"0003"})}


def test_statements_that_nothing_links_take_no_memory_for_their_pairs() -> None:
    """Pairs of thirty thousand would take seven gigabytes."""
    assert len(cluster(map(statement, range(30_000)), {})) == 30_000


def test_a_chain_of_cases_is_looked_at_only_where_it_changes() -> None:
    """Fifty pairs of statements, each linked to the next: one more statement of the last pair concerns two of them."""
    odds = {pair(f"{n:04d}", f"{n + 1:04d}"): 0.5 if n % 2 else 8.0 for n in range(100)}
    store = Store(odds)
    store.add({f"{n:04d}" for n in range(100)})
    store.looked_at = 0
    store.add({"0100"})
    assert len(store.groups) == 51
    assert store.looked_at <= 5
