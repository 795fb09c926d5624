"""Who had it from whom: outlets on the left, what they had it through in between, one box for each origin.

Everything is placed here, on the server, so that the drawing needs no script, prints, and has a table beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from rules.model import Assessment, Origin, Report

BOX, GAP, ROW, MOST = 180, 60, 46, 14
LETTERS = 23
Key = tuple[str, str]
"""The kind of a box and what tells it from others of its kind."""


@dataclass
class Node:
    """A box: an outlet, something in between, or an origin. `tone` numbers its side's colour, 0 is none.

    Where `passes` names a stance there is no box but a line, so that it does not run behind others' boxes.
    """

    key: Key
    label: str
    column: int
    origin: Origin | None = None
    tone: int = 0
    passes: str = ""
    y: float = 0.0
    x: float = 0.0

    @property
    def short(self) -> str:
        """As much of its name as fits into its box."""
        return self.label if len(self.label) <= LETTERS else f"{self.label[:LETTERS - 1]}…"


@dataclass(frozen=True)
class Edge:
    """A line from a box to the one it had it from."""

    path: str
    stance: str


@dataclass(frozen=True)
class Step:
    """One report as a row of the table beside the drawing."""

    outlet: str
    via: str
    origin: Origin
    report: int


@dataclass(frozen=True)
class Drawing:
    """The drawing and the table, and how many origins and reports were left out of the drawing."""

    nodes: list[Node]
    edges: list[Edge]
    width: int
    height: int
    columns: list[tuple[int, str]]
    sides: list[tuple[int, str]]
    steps: list[Step]
    left_out: int = 0
    box: int = BOX


@dataclass
class _Graph:
    """The boxes and lines of the drawing, as one report after the other comes in."""

    reports: Sequence[Report]
    sides: list[str]
    depth: int
    nodes: dict[Key, Node] = field(default_factory=dict)
    links: dict[tuple[Key, Key], str] = field(default_factory=dict)

    def draw(self, step: Step) -> bool:
        """Add a report, unless its outlet or its origin would be one box too many; whether it was added."""
        outlet, origin = _key("outlet", step.outlet), _key("origin", f"{step.origin.id} {step.origin.name}")
        if not (self._has_room(outlet) and self._has_room(origin)):
            return False
        via = self.reports[step.report].via
        chain = [self._node(outlet, step.outlet, 0)]
        chain += [self._node(_key("via", name), name, number) for number, name in enumerate(via, 1)]
        passed, stance = f"{chain[-1].key} {origin}", str(step.origin.stance)
        chain += [self._node(_key("pass", f"{passed} {number}"), "", number, passes=stance)
                  for number in range(len(via) + 1, self.depth)]
        tone = self.sides.index(step.origin.side) % 4 + 1 if step.origin.side else 0
        chain.append(self._node(origin, step.origin.name, self.depth, origin=step.origin, tone=tone))
        self.links |= {(left.key, right.key): stance for left, right in pairwise(chain)}
        return True

    def _has_room(self, key: Key) -> bool:
        return key in self.nodes or sum(kind == key[0] for kind, _ in self.nodes) < MOST

    def _node(self, key: Key, label: str, column: int, **about: Any) -> Node:
        return self.nodes.setdefault(key, Node(key, label, column, **about))


def lineage(assessment: Assessment, reports: Sequence[Report]) -> Drawing:
    """The lineage of all reports that have an origin; the drawing shows the first fourteen boxes of each kind."""
    steps = [Step(reports[i].publisher or "publisher not given", " → ".join(reports[i].via), origin, i)
             for origin in assessment.origins for i in origin.reports if i < len(reports)]
    sides = [side for side in dict.fromkeys(o.side for o in assessment.origins) if side]
    depth = max((len(reports[step.report].via) for step in steps), default=0) + 1
    graph = _Graph(reports, sides, depth)
    drawn = sum(map(graph.draw, steps))
    columns = [[node for node in graph.nodes.values() if node.column == c] for c in range(depth + 1)]
    height = max(map(len, columns)) * ROW
    for number, column in enumerate(columns):
        _place(column, number, height)
    names = ["Outlet", *["Through"] * (depth - 1), "Origin"]
    return Drawing(
        nodes=list(graph.nodes.values()), edges=[_edge(graph, pair, stance) for pair, stance in graph.links.items()],
        width=(depth + 1) * (BOX + GAP) - GAP, height=height,
        columns=[(c * (BOX + GAP), name) for c, name in enumerate(names)], sides=list(enumerate(sides, 1)), steps=steps,
        left_out=len(steps) - drawn)


def _key(kind: str, label: str) -> Key:
    return kind, label.casefold()


def _place(column: list[Node], number: int, height: int) -> None:
    share = height / max(1, len(column))
    for place, node in enumerate(column):
        node.x, node.y = number * (BOX + GAP), round((place + 0.5) * share, 1)


def _edge(graph: _Graph, pair: tuple[Key, Key], stance: str) -> Edge:
    left, right = (graph.nodes[key] for key in pair)
    start, end = left.x + BOX, right.x
    middle = (start + end) / 2
    return Edge(f"M{start} {left.y}C{middle} {left.y} {middle} {right.y} {end} {right.y}", stance)
