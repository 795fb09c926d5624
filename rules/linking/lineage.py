"""The lineage of a case: which outlet had it from whom, as nodes and edges."""

from __future__ import annotations

from itertools import pairwise

from rules.model import Assessment, Case, Record


class Node(Record, frozen=True, kw_only=True):
    """A publisher, somebody in between, or an origin."""

    id: str
    name: str
    kind: str
    side: str | None = None
    class_: str | None = None


class Edge(Record, frozen=True, kw_only=True):
    """`carrier` had it from `source`; `reports` are the indexes of the reports that say so."""

    carrier: str
    source: str
    reports: tuple[int, ...]


class Lineage(Record, frozen=True, kw_only=True):
    """Nodes by id and edges by their ends: the same for the same case."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def lineage(case: Case, assessment: Assessment) -> Lineage:
    """Publisher → via → origins for every report, with one node for each origin; an article may have several.

    >>> lineage(case, assessment).edges[0]                                          # doctest: +SKIP
    Edge(carrier='publisher:reuters.com', source='o1', reports=(0,))
    """
    nodes = {o.id: Node(id=o.id, name=o.name, kind="origin", side=o.side, class_=o.class_) for o in assessment.origins}
    edges: dict[tuple[str, str], list[int]] = {}
    traced = assessment.traced()
    for index, report in enumerate(case.reports):
        path = [("publisher", report.publisher)] if report.publisher else []
        path += [("via", name) for name in report.via]
        ids = []
        for kind, name in path:
            ids.append(f"{kind}:{name}")
            nodes.setdefault(ids[-1], Node(id=ids[-1], name=str(name), kind=kind))
        steps = [*pairwise(ids), *((ids[-1], origin.id) for origin in traced[index] if ids)]
        for step in steps:
            edges.setdefault(step, []).append(index)
    return Lineage(
        nodes=tuple(nodes[key] for key in sorted(nodes)),
        edges=tuple(Edge(carrier=a, source=b, reports=tuple(edges[a, b])) for a, b in sorted(edges)),
    )
